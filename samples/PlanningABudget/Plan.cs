using ScalingAnalyzers;

namespace PlanningABudget;

/// <summary>The run that was chosen.</summary>
[TrainingConfig(
    Accelerator = KnownAccelerators.H100Sxm,
    AcceleratorCount = Wishes.Chips,
    Utilization = Wishes.Utilization,
    PricePerAcceleratorHour = Wishes.PricePerHour,
    MaxCost = Wishes.Money,
    Intent = TrainingIntent.InferenceOptimal)]
public static partial class Plan
{
    public const long Parameters = 46_500_000_000;
    public const long Tokens = 2_540_000_000_000;
    public const long UniqueTokens = Wishes.UniqueTokens;
    public const long InferenceTokens = 365 * Wishes.ServedTokensADay;
    public const long TokensPerBatch = 8_000_000;
    public const double LearningRate = 3.0e-4;
}
