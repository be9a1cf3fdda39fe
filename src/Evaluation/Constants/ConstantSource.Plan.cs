using System;
using System.Linq;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Evaluation;

/// <content>What the constants of a plan are read from.</content>
internal sealed partial class ConstantSource
{
    /// <summary>The run with what it leaves open planned; null where nothing is.</summary>
    public Estimate? Plan => Estimate.Plan;

    /// <summary>Whether constants of the plan exist: a limit, a loss, parameters or tokens are declared. A model's
    /// config alone plans no run.</summary>
    public bool HasPlan => Plan is not null && Model.IsTraining
        && (Estimate.HasPlanInput || Model.DeclaresParameters || Model.DeclaresActiveParameters || Counted.TrainingTokens is not null);

    /// <summary>The run, or its plan, as the law assesses it; null where neither is.</summary>
    public Planning.Balance? Judged => Estimate.Balance ?? (HasPlan ? Plan!.Balance : null);

    /// <summary>Whether laws of learning rate and batch apply: a dense run, or its plan.</summary>
    public bool HasHyperparameters => Judged is not null && !Counted.IsMixture;

    private bool IsWholeRunPlanned => Estimate.PlannedParameters is not null && Estimate.PlannedTokens is not null;

    /// <summary>Adds the interval of the planned optimum, in front of a remark; nothing where one half is declared, the
    /// plan counts served tokens, or the law has none.</summary>
    public CommentText AddPlanBetween(CommentText text, Func<AllocationBand, Interval> part) =>
        AddBetween(text, IsWholeRunPlanned && !Estimate.IsServed
            ? (Plan!.Law as IUncertainAllocation)?.OptimumBand(Plan.TrainingFlops!.Value)
            : null, part);

    /// <summary>What a plan is the best of, and by which law.</summary>
    public string BasisOfPlan()
    {
        bool isByLaw = IsWholeRunPlanned || Counted.TargetLoss is not null || Estimate.AffordableFlops is null;
        if (!isByLaw) return "What AffordableFlops leave, 6ND, for the declared " + (Counted.TrainingTokens is null ? "model." : "tokens.");
        string basis = Counted.TargetLoss is not null
            ? (Estimate.IsServed ? "The least compute of training and InferenceTokens together that reaches TargetLoss"
                : IsWholeRunPlanned ? "The least compute that reaches TargetLoss"
                : Counted.TrainingTokens is null ? "The tokens that bring this model to TargetLoss"
                : "The size that reaches TargetLoss on the declared tokens")
            : Estimate.IsServed ? "The least loss where AffordableFlops pay training and InferenceTokens together"
            : Estimate.AffordableFlops is not null ? "The optimum at AffordableFlops"
            : "The optimum for the declared " + (Counted.TrainingTokens is null ? "model" : "tokens") + ", compute free";
        double orders = Plan!.Law.FittedRange.OrdersOutside(Plan.Counted.ComputeParameters!.Value, Plan.Counted.TrainingTokens!.Value);
        string outside = orders > 0 ? ", " + Quantity.Ratio(orders) + " orders of magnitude beyond the fitted range" : "";
        return basis + outside + ". " + Law;
    }

    /// <summary>The limits that the affordable compute is the least of, and what hours are converted by.</summary>
    public string LimitsOfPlan()
    {
        var run = Counted;
        var limits = new[]
        {
            run.MaxFlops is { } flops ? Quantity.Scientific(flops) + " FLOPs" : null,
            run.MaxAcceleratorHours is { } hours ? Quantity.Format(hours) + " accelerator-hours" : null,
            run.MaxCost is { } cost
                ? "a cost of " + Quantity.Format(cost) + " at " + Quantity.Ratio(run.PricePerAcceleratorHour ?? 0) + " an hour"
                : null,
            run.MaxDays is { } days
                ? Quantity.Ratio(days) + " days on " + Quantity.Format(run.AcceleratorCount ?? 0) + " accelerators"
                : null,
        }.OfType<string>().ToArray();
        bool isOfTime = run.MaxAcceleratorHours is not null || run.MaxCost is not null || run.MaxDays is not null;
        return "6ND that " + string.Join(" and ", limits) + (limits.Length > 1 ? " allow" : " allows")
            + (isOfTime ? ": " + HoursBasis() : ".");
    }
}
