namespace ScalingAnalyzers.Laws;

/// <summary>One published coefficient of a law.</summary>
/// <param name="Symbol">As in the law's formula: "alpha".</param>
/// <param name="Value">In the unit.</param>
/// <param name="Unit">The unit; empty for a pure number.</param>
/// <param name="StandardError">One standard error, where published.</param>
/// <param name="Confidence">A confidence interval, where published.</param>
/// <param name="ConfidenceLevel">The interval's level, 0.95 for 95 %; 0 without an interval.</param>
public sealed record LawCoefficient(
    string Symbol,
    double Value,
    string Unit = "",
    double? StandardError = null,
    Interval? Confidence = null,
    double ConfidenceLevel = 0);
