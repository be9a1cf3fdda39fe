namespace ScalingAnalyzers.Fitting;

/// <summary>A fitted number and its standard error.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="StandardError">One standard deviation: by the sandwich formula, carried over to the coefficient by the delta method.</param>
public readonly record struct FittedCoefficient(double Value, double StandardError);
