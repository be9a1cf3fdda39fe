namespace ScalingAnalyzers;

/// <summary>A fitted number and its standard error.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="StandardError">One standard deviation, by the sandwich formula, where the fit is in logarithms by the delta method.</param>
public readonly record struct FittedCoefficient(double Value, double StandardError)
{
    /// <summary>e to a fitted logarithm.</summary>
    internal static FittedCoefficient OfLog(double log, double error) => new(System.Math.Exp(log), System.Math.Exp(log) * error);
}
