namespace ScalingAnalyzers.Evaluation;

/// <summary>Constants of what a config leaves open: the compute that its limits allow, and the plan.</summary>
internal static class PlanConstants
{
    private const string LeastOfLimits =
        "6ND that every declared limit allows: MaxFlops, and hours, cost / price or days x accelerators x 24 at peak x utilization x 3600.";

    private const string Size =
        "Parameters of the plan: the law's optimum at AffordableFlops or for TargetLoss; for declared tokens, those that fit.";

    private const string Length =
        "Tokens of the plan: the law's optimum at AffordableFlops or for TargetLoss; for a declared model, those that fit.";

    /// <summary>The rows.</summary>
    public static ConstantRow[] Rows =>
    [
        ConstantCatalog.Flops("AffordableFlops", ConstantGroup.Plan, "FLOPs", LeastOfLimits, s => s.Estimate.AffordableFlops) with
        {
            Remark = (t, s) => t.AddOwn(s.LimitsOfPlan()),
        },
        new("PlannedParameters", ConstantType.Long, ConstantGroup.Plan, "parameters", Size)
        {
            Value = s => s.HasPlan ? s.Estimate.PlannedParameters : null,
            Remark = (t, s) => s.AddPlanBetween(t, band => band.Parameters).AddOwn(s.BasisOfPlan()),
        },
        new("PlannedTokens", ConstantType.Long, ConstantGroup.Plan, "tokens", Length)
        {
            Value = s => s.HasPlan ? s.Estimate.PlannedTokens : null,
            Remark = (t, s) => s.AddPlanBetween(t, band => band.Tokens).AddOwn(s.BasisOfPlan()),
        },
        ConstantCatalog.Loss(
            "PlannedLoss",
            "Predicted loss of the plan, on the law's own data and tokenizer. {law}",
            s => s.HasPlan ? s.Estimate.PlannedLoss : null,
            (t, s) => ConstantSource.AddLossBands(t, s.Plan!)) with { Group = ConstantGroup.Plan },
        ConstantCatalog.Flops(
            "PlannedFlops", ConstantGroup.Plan, "FLOPs", "6ND of the plan.", s => s.HasPlan ? s.Plan!.TrainingFlops : null) with
        {
            Remark = (t, s) => t.Add("6ND of the plan.").Add(ConstantSource.GeneralPurposeNote(s.Plan!)),
        },
        new(
            "PlannedAcceleratorHours", ConstantType.Double, ConstantGroup.Plan, "accelerator-hours",
            "Of the plan: FLOPs / (peak x utilization x 3600).")
        {
            Value = s => s.HasPlan ? s.Plan!.AcceleratorHours : null,
        },
        new(
            "PlannedWallClockDays", ConstantType.Double, ConstantGroup.Plan, "days",
            "Of the plan: PlannedAcceleratorHours / accelerators / 24 / availability.")
        {
            Value = s => s.HasPlan ? s.Plan!.WallClockDays : null,
            Show = Quantity.Ratio,
        },
        new(
            "PlannedCost", ConstantType.Double, ConstantGroup.Plan, "currency of the price",
            "Of the plan: PlannedAcceleratorHours x price of an hour; the final run only.")
        {
            Value = s => s.HasPlan ? s.Plan!.Cost : null,
            ShownUnit = "",
        },
    ];
}
