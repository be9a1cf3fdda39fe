using System;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Planning;

/// <summary>A planner's answer: the run, the law that gave it, how far that law had to reach, and how sure it is.</summary>
/// <param name="Law">The law.</param>
/// <param name="Run">Parameters, in the law's convention, and training tokens.</param>
/// <param name="Loss">Predicted loss, nats per token; null where the law has no loss surface.</param>
/// <param name="Band">The interval of the optimum; null where the answer is no optimum or the law has none.</param>
/// <param name="OrdersOutsideFit">How far the run lies outside the fitted range, in orders of magnitude; 0 inside.</param>
public sealed record PlannedRun(ScalingLaw Law, Allocation Run, double? Loss, AllocationBand? Band, double OrdersOutsideFit)
{
    /// <summary>Whether the law was applied outside the range it was fitted on.</summary>
    public bool Extrapolates => OrdersOutsideFit > 0;

    /// <summary>The 95 % interval of the predicted loss, nats per token; null where the law's fit gives none.</summary>
    public Interval? LossBand => (Law as ChinchillaLaw)?.LossBand(Run.Parameters, Run.Tokens);

    internal static PlannedRun Optimal(ScalingLaw law, Allocation run) =>
        Of(law, run) with { Band = (law as IUncertainAllocation)?.OptimumBand(run.TrainingFlops) };

    internal static PlannedRun Of(ScalingLaw law, Allocation run, double? loss = null) => new(
        law,
        run,
        loss ?? (law as ILossLaw)?.Loss(run.Parameters, run.Tokens),
        null,
        law.FittedRange.OrdersOutside(run.Parameters, run.Tokens));
}

/// <summary>Asks a law for an ability, and says which law lacks it.</summary>
internal static class LawAbility
{
    public static T Of<T>(ScalingLaw law, string ability)
        where T : class => law as T ?? throw new ArgumentException($"{law} has no {ability}.", nameof(law));
}
