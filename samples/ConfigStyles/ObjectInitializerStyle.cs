using ScalingAnalyzers;

namespace ConfigStyles;

/// <summary>A record without values of its own: its objects are the runs.</summary>
[TrainingConfig]
public partial record Plan
{
    public string Parameters { get; init; } = "";

    public long Tokens { get; init; }

    public TrainingIntent Intent { get; init; }
}

/// <summary>Each static readonly plan gets constants of its own.</summary>
[TrainingPlans]
public static partial class Plans
{
    public static readonly Plan Small = new() { Parameters = "7B", Tokens = 140 * Quantity.Billion };

    public static readonly Plan Chinchilla = new() { Parameters = "70B", Tokens = 1_400_000_000_000 };

    public static readonly Plan Doubled = Small with { Tokens = 280 * Quantity.Billion };

    // warns: SCALE004
    public static readonly Plan Long = Small with { Tokens = 15 * Quantity.Trillion };

    // warns: SCALE501
    public static readonly Plan Served = Small with { Tokens = 15 * Quantity.Trillion, Intent = TrainingIntent.InferenceOptimal };
}
