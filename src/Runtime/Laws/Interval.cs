using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>A closed interval; of positive numbers where Center, OrdersOutside or the text is used.</summary>
public readonly record struct Interval
{
    private static readonly double Log2OfTen = ScalarMath.Log2(10);

    /// <summary>Makes an interval.</summary>
    /// <param name="low">The lower end.</param>
    /// <param name="high">The upper end.</param>
    public Interval(double low, double high)
    {
        Low = low;
        High = high;
    }

    /// <summary>The lower end.</summary>
    public double Low { get; }

    /// <summary>The upper end.</summary>
    public double High { get; }

    /// <summary>Whether the value is in the interval, ends included.</summary>
    /// <param name="value">A number in the interval's unit.</param>
    /// <returns>True inside or at an end.</returns>
    public bool Contains(double value) => value >= Low && value <= High;

    /// <summary>The geometric center, in the interval's unit.</summary>
    public double Center => ScalarMath.Pow(Low, 0.5) * ScalarMath.Pow(High, 0.5);

    /// <summary>
    /// How far outside the interval the value is, in orders of magnitude: 0 inside, 2 for a hundred times the upper
    /// end, -1 for a tenth of the lower end.
    /// </summary>
    /// <param name="value">A positive number in the interval's unit.</param>
    /// <returns>The signed base-10 logarithm of the distance to the nearer end.</returns>
    public double OrdersOutside(double value) =>
        value > High ? ScalarMath.Log2(value / High) / Log2OfTen
        : value < Low ? ScalarMath.Log2(value / Low) / Log2OfTen
        : double.IsNaN(value) ? value
        : 0;

    /// <summary>57M to 16.2B.</summary>
    public override string ToString() => Quantity.Format(Low) + " to " + Quantity.Format(High);
}
