using ScalingAnalyzers;

namespace PlanningABudget;

/// <summary>The money alone: what it affords, and the law's plan for it, are constants. A refactoring in the editor
/// writes the plan down.</summary>
[TrainingConfig(
    Accelerator = KnownAccelerators.H100Sxm,
    AcceleratorCount = Wishes.Chips,
    Utilization = Wishes.Utilization,
    PricePerAcceleratorHour = Wishes.PricePerHour,
    MaxCost = Wishes.Money)]
public static partial class BudgetFirst
{
}

/// <summary>A loss instead of the money: the least compute that reaches it, and its price.</summary>
[TrainingConfig(
    Accelerator = KnownAccelerators.H100Sxm,
    Utilization = Wishes.Utilization,
    PricePerAcceleratorHour = Wishes.PricePerHour,
    TargetLoss = 2)]
public static partial class LossFirst
{
}
