namespace ScalingAnalyzers.Fitting;

/// <summary>The best fit with one coefficient held fixed.</summary>
public sealed class ProfilePoint
{
    internal ProfilePoint(double value, double objective)
    {
        Value = value;
        Objective = objective;
    }

    /// <summary>The coefficient, in its unit.</summary>
    public double Value { get; }

    /// <summary>The objective of the best fit with it, in the unit of <see cref="ChinchillaFit.Objective"/>.</summary>
    public double Objective { get; }
}
