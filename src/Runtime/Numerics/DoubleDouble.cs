namespace ScalingAnalyzers.Numerics;

/// <summary>An unevaluated sum of two doubles: about 32 significant digits (Dekker 1971).</summary>
internal readonly struct DoubleDouble
{
    private readonly double _high;
    private readonly double _low;

    public DoubleDouble(double high, double low)
    {
        _high = high;
        _low = low;
    }

    public double Sum => _high + _low;

    public static DoubleDouble Add(double a, double b)
    {
        double sum = a + b;
        double bPart = sum - a;
        return new DoubleDouble(sum, (a - (sum - bPart)) + (b - bPart));
    }

    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        var high = Add(a._high, b._high);
        return Normalise(high._high, high._low + a._low + b._low);
    }

    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        var product = Multiply(a._high, b._high);
        return Normalise(product._high, product._low + ((a._high * b._low) + (a._low * b._high)));
    }

    public static DoubleDouble operator *(DoubleDouble a, double b)
    {
        var product = Multiply(a._high, b);
        return Normalise(product._high, product._low + (a._low * b));
    }

    public static DoubleDouble operator /(DoubleDouble a, DoubleDouble b)
    {
        double first = a._high / b._high;
        var rest = a + (b * -first);
        double second = rest._high / b._high;
        rest += b * -second;
        double third = rest._high / b._high;
        var quotient = Normalise(first, second);
        return Normalise(quotient._high, quotient._low + third);
    }

    /// <summary>a / b to about 31 digits, in two quotients.</summary>
    public static DoubleDouble Divide(double a, DoubleDouble b)
    {
        double first = a / b._high;
        var product = Multiply(b._high, first);
        double rest = (a - product._high) - product._low - (first * b._low);
        return Normalise(first, rest / b._high);
    }

    private static DoubleDouble Normalise(double high, double low)
    {
        double sum = high + low;
        return new DoubleDouble(sum, low - (sum - high));
    }

    private static DoubleDouble Multiply(double a, double b)
    {
        const double Splitter = 134217729; // 2^27 + 1
        double ca = Splitter * a;
        double aHigh = ca - (ca - a);
        double aLow = a - aHigh;
        double cb = Splitter * b;
        double bHigh = cb - (cb - b);
        double bLow = b - bHigh;
        double product = a * b;
        return new DoubleDouble(product, ((aHigh * bHigh) - product) + (aHigh * bLow) + (aLow * bHigh) + (aLow * bLow));
    }
}
