using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Fitting;

/// <summary>How to fit approach 2.</summary>
public sealed record IsoFlopFitOptions
{
    /// <summary>Budgets closer than this, relatively, are one.</summary>
    public double BudgetTolerance { get; init; } = 0.01;

    /// <summary>Runs a budget must have.</summary>
    public int LeastRuns { get; init; } = 4;

    /// <summary>Whether budgets whose lowest loss lies outside the sizes tried are included.</summary>
    public bool KeepOutsideMinima { get; init; }

    /// <summary>The id of the resulting law.</summary>
    public string LawId { get; init; } = "fitted-isoflop";

    /// <summary>
    /// The source of the resulting law; null for "the user's own runs", without a year (a law file needs one).
    /// </summary>
    public LawSource? Source { get; init; }
}
