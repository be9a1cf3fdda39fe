using System;
using System.Runtime.CompilerServices;

namespace ScalingAnalyzers.Fitting;

/// <summary>A number with its derivatives by up to eight parameters: a formula written once gives value and exact
/// gradient (forward differentiation, Wengert 1964).</summary>
internal readonly struct Jet
{
    public const int MostParameters = 8;
    private readonly Partials _partials;

    private Jet(double value, Partials partials)
    {
        Value = value;
        _partials = partials;
    }

    public double Value { get; }

    public double this[int parameter] => _partials[parameter];

    /// <summary>A parameter: its derivative by itself is 1, by all others 0.</summary>
    public static Jet Parameter(double value, int index)
    {
        var partials = default(Partials);
        partials[index] = 1;
        return new Jet(value, partials);
    }

    public static implicit operator Jet(double value) => new(value, default);

    public static Jet operator +(Jet a, Jet b) => Combine(a.Value + b.Value, a, 1, b, 1);

    public static Jet operator -(Jet a, Jet b) => Combine(a.Value - b.Value, a, 1, b, -1);

    public static Jet operator *(Jet a, Jet b) => Combine(a.Value * b.Value, a, b.Value, b, a.Value);

    public static Jet operator /(Jet a, Jet b) => Combine(a.Value / b.Value, a, 1 / b.Value, b, -a.Value / (b.Value * b.Value));

    public static Jet operator -(Jet a) => Combine(-a.Value, a, -1, default, 0);

    public static Jet Exp(Jet a)
    {
        double value = Math.Exp(a.Value);
        return Combine(value, a, value, default, 0);
    }

    public static Jet Log(Jet a) => Combine(Math.Log(a.Value), a, 1 / a.Value, default, 0);

    /// <summary>ln(e^a + e^b) without overflow.</summary>
    public static Jet LogSum(Jet a, Jet b)
    {
        double larger = Math.Max(a.Value, b.Value);
        double first = Math.Exp(a.Value - larger), second = Math.Exp(b.Value - larger), sum = first + second;
        return Combine(larger + Math.Log(sum), a, first / sum, b, second / sum);
    }

    private static Jet Combine(double value, in Jet a, double byA, in Jet b, double byB)
    {
        var partials = default(Partials);
        for (int i = 0; i < MostParameters; i++) partials[i] = (byA * a._partials[i]) + (byB * b._partials[i]);
        return new Jet(value, partials);
    }

    [InlineArray(MostParameters)]
    private struct Partials
    {
        private double _first;
    }
}
