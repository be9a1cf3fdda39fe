namespace ScalingAnalyzers.Fitting;

/// <summary>A fitted number and its standard error.</summary>
public readonly record struct FittedCoefficient
{
    internal FittedCoefficient(double value, double standardError)
    {
        Value = value;
        StandardError = standardError;
    }

    /// <summary>The estimate.</summary>
    public double Value { get; }

    /// <summary>One standard deviation: by the sandwich formula, carried over to the coefficient by the delta
    /// method.</summary>
    public double StandardError { get; }
}
