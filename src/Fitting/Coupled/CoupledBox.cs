using System;

namespace ScalingAnalyzers.Fitting;

/// <summary>Which of the six parameters of the coupled surface move, and between which bounds.</summary>
internal sealed class CoupledBox
{
    public const double LeastCoupling = 0.05;
    public const double MostCoupling = 2;
    private const double LeastSlope = 1e-3;
    private const double MostSlope = 5;
    private readonly bool[] _isHeld;

    private CoupledBox(bool[] isHeld, double[] low, double[] high)
    {
        _isHeld = isHeld;
        Low = low;
        High = high;
    }

    public double[] Low { get; }

    public double[] High { get; }

    /// <summary>Parameters that move, so far as no bound stops them.</summary>
    public int Count => CoupledKernel.Unknowns - Array.FindAll(_isHeld, held => held).Length;

    /// <summary>Both terms, E from 0 to the lowest loss, slopes, and k; k held at 1 for the additive form.</summary>
    public static CoupledBox Of(SurfaceData data, bool isCoupled)
    {
        double least = double.PositiveInfinity;
        for (int i = 0; i < data.Count; i++) least = Math.Min(least, data.Losses[i]);
        return new(
            [false, false, false, false, false, !isCoupled],
            [-50, -50, 0, LeastSlope, LeastSlope, Math.Log(LeastCoupling)],
            [50, 50, least, MostSlope, MostSlope, Math.Log(MostCoupling)]);
    }

    public bool IsHeld(int parameter) => _isHeld[parameter];

    /// <summary>The same with one parameter held where it is.</summary>
    public CoupledBox Holding(int parameter)
    {
        bool[] held = [.. _isHeld];
        held[parameter] = true;
        return new(held, Low, High);
    }

    public void Clamp(Span<double> theta)
    {
        for (int i = 0; i < theta.Length; i++)
        {
            if (!_isHeld[i]) theta[i] = Math.Clamp(theta[i], Low[i], High[i]);
        }
    }

    /// <summary>Whether a parameter cannot move: it is held, or the descent would take it through its bound.</summary>
    public bool IsStopped(ReadOnlySpan<double> theta, double derivative, int parameter) =>
        _isHeld[parameter] || (theta[parameter] <= Low[parameter] && derivative > 0)
        || (theta[parameter] >= High[parameter] && derivative < 0);
}
