using System;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Planning;

/// <summary>Casts a law to an ability, with an exception that names the law without it.</summary>
internal static class LawAbility
{
    public static T Of<T>(ScalingLaw law, string ability)
        where T : class => law as T ?? throw new ArgumentException($"{law} has no {ability}.", nameof(law));
}
