using System;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Planning;

/// <summary>Asks a law for an ability, and says which law lacks it.</summary>
internal static class LawAbility
{
    public static T Of<T>(ScalingLaw law, string ability)
        where T : class => law as T ?? throw new ArgumentException($"{law} has no {ability}.", nameof(law));
}
