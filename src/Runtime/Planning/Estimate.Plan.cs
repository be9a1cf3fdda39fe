using System;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers;

/// <content>What a run leaves open, planned: within its limits, for its loss, or by the law's optimum.</content>
public sealed partial class Estimate
{
    /// <summary>Training compute, 6ND, that every declared limit allows at the declared utilization, FLOPs; only where
    /// the model or its tokens are not declared; null where a limit cannot be converted to FLOPs.</summary>
    public double? AffordableFlops { get; private set; }

    /// <summary>
    /// The run with the half that is not declared, or both: the law's optimum for <see cref="AffordableFlops"/> or for
    /// the target loss (training and serving together where served tokens are declared), this model for as long as the
    /// limits allow, or what the law allots to the declared half; null
    /// where nothing is open or the law does not apply.
    /// </summary>
    public Estimate? Plan { get; private set; }

    /// <summary>Parameters of the plan; null where they are declared.</summary>
    public long? PlannedParameters => Counted.ComputeParameters is null ? Plan?.Counted.Parameters : null;

    /// <summary>Training tokens of the plan; null where they are declared.</summary>
    public long? PlannedTokens => Counted.TrainingTokens is null ? Plan?.Counted.TrainingTokens : null;

    /// <summary>Predicted loss of the plan, nats per token.</summary>
    public double? PlannedLoss => Plan?.PredictedLoss;

    /// <summary>Whether a limit or a target loss is declared that a plan follows from.</summary>
    internal bool HasPlanInput => Budget.IsDeclared(Counted) || Counted.TargetLoss is not null;

    /// <summary>Whether the law does not reach the target loss with any compute, tokens or size.</summary>
    internal bool IsTargetUnreachable { get; private set; }

    /// <summary>Whether a half of the run is open and may be planned.</summary>
    internal bool IsPlannable =>
        (Counted.ComputeParameters is null || Counted.TrainingTokens is null)
        && (Counted.ComputeParameters is not null || !_limits.IsSizeUnreadable)
        && (Counted.TrainingTokens is not null || !_limits.AreTokensUnreadable)
        && !_limits.IsTargetUnreadable;

    private void PlanOpenHalf(ScalingLaw law)
    {
        if (!IsPlannable || _limits.IsBudgetUnreadable) return;
        AffordableFlops = Budget.AffordableFlops(Counted, PeakFlopsPerSecond, WhyNoHours, _limits);
        bool isLimited = Budget.IsDeclared(Counted);
        if (isLimited && AffordableFlops is null && Counted.TargetLoss is null) return;
        var allocation = Counted.TargetLoss is { } loss ? ForLoss(loss)
            : AffordableFlops is { } flops ? Within(flops)
            : ByOtherHalf();
        if (allocation is not { } planned) return;
        if (IsOutOfReach(planned))
        {
            IsTargetUnreachable = Counted.TargetLoss is not null;
            return;
        }


        // The next whole count that keeps the limit, or reaches the loss.
        bool up = Counted.TargetLoss is not null;
        long parameters = Counted.ComputeParameters ?? Whole(planned.Parameters, up);
        double tokens = up || IsServed || AffordableFlops is null ? planned.Tokens : AffordableFlops.Value / 6 / parameters;
        var run = Counted with
        {
            Parameters = Counted.ComputeParameters is null ? parameters : Counted.Parameters,
            TrainingTokens = Counted.TrainingTokens ?? Whole(tokens, up),
        };
        Plan = new Estimate(run, law, _limits);
    }

    // Of a model that the law does not describe, a limit still gives the tokens.
    private Allocation? Within(double flops)
    {
        if (IsServed) return Served((served, law) => InferencePlan.ForBudget(flops, served, law));
        if (Counted.ComputeParameters is { } parameters) return new(parameters, flops / 6 / parameters);
        if (Counted.TrainingTokens is { } tokens) return new(flops / 6 / tokens, tokens);
        return LawApplies && Law is IAllocationLaw law ? law.Allocate(flops) : null;
    }

    private Allocation? ForLoss(double loss)
    {
        if (!LawApplies || Law is not ILossFrontier law || Counted.IsMixture) return null;
        if (Counted.ComputeParameters is { } parameters)
            return new(parameters, Isoloss.TokensFor(law, loss, parameters));
        if (Counted.TrainingTokens is { } tokens)
            return new(Isoloss.ParametersFor(law, loss, tokens), tokens);
        double flops = law.TrainingFlopsFor(loss);
        if (IsServed && !double.IsInfinity(flops)) return Served((served, planned) => InferencePlan.ForLoss(loss, served, planned));
        return double.IsInfinity(flops) ? new(flops, flops) : law.Allocate(flops);
    }

    /// <summary>Whether the plan counts the declared served tokens: the whole run is open, and the law has the form
    /// that the compute of a lifetime is minimised for.</summary>
    internal bool IsServed => Counted.InferenceTokens is not null && Counted.ComputeParameters is null && Counted.TrainingTokens is null
        && LawApplies && InferencePlan.CanPlan(Law);

    private Allocation? Served(Func<double, ScalingLaw, InferencePlan> plan) => plan(Counted.InferenceTokens!.Value, Law).Allocation;

    private Allocation? ByOtherHalf()
    {
        if (!LawApplies || Law is not IAllocationLaw law) return null;
        if (Counted.ComputeParameters is { } parameters) return new(parameters, law.TokensFor(parameters));
        return Counted.TrainingTokens is { } tokens ? new(law.ParametersFor(tokens), tokens) : null;
    }

    // A run that continues another is not planned: its optimum is not that of a run from scratch.
    private bool LawApplies => _limits.WhyNotAssessed is null && Counted.PriorTokens is null
        && Counted.Stage is TrainingStage.Unspecified or TrainingStage.Pretraining;

    private static bool IsOutOfReach(Allocation planned) =>
        !(planned.Parameters >= 1 && planned.Parameters < 9e18 && planned.Tokens >= 1 && planned.Tokens < 9e18);

    private static long Whole(double value, bool up) => (long)(up ? Math.Ceiling(value) : Math.Floor(value));
}
