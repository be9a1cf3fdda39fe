namespace ScalingAnalyzers.Laws;

/// <summary>One published coefficient of a law.</summary>
public sealed record LawCoefficient
{
    /// <summary>Makes a coefficient.</summary>
    /// <param name="symbol">As in the law's formula: "alpha".</param>
    /// <param name="value">In the unit.</param>
    /// <param name="unit">The unit; empty for a pure number.</param>
    public LawCoefficient(string symbol, double value, string unit = "")
    {
        Symbol = symbol;
        Value = value;
        Unit = unit;
    }

    /// <summary>As in the law's formula: "alpha".</summary>
    public string Symbol { get; }

    /// <summary>In the unit.</summary>
    public double Value { get; }

    /// <summary>The unit; empty for a pure number.</summary>
    public string Unit { get; }

    /// <summary>One standard error, where published.</summary>
    public double? StandardError { get; init; }

    /// <summary>A confidence interval, where published.</summary>
    public Interval? Confidence { get; init; }

    /// <summary>The interval's level, 0.95 for 95 %; 0 without an interval.</summary>
    public double ConfidenceLevel { get; init; }

    /// <summary>alpha = 0.348.</summary>
    public override string ToString() => Symbol + " = " + Quantity.Format(Value) + (Unit.Length == 0 ? "" : " " + Unit);
}
