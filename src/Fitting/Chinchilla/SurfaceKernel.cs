using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Fitting;

/// <summary>What is minimised.</summary>
/// <param name="Delta">Where the Huber loss turns from square to straight; infinity for plain least squares.</param>
/// <param name="OnLogLoss">Whether residuals are of ln L (Hoffmann et al. 2022, eq. 3) or of L.</param>
internal readonly record struct Misfit(double Delta, bool OnLogLoss)
{
    public static Misfit Of(ChinchillaFitOptions options) => options.Objective == FitObjective.LeastSquares
        ? new(double.PositiveInfinity, OnLogLoss: false)
        : new(options.HuberDelta, OnLogLoss: true);
}

/// <summary>
/// The misfit of a loss surface to runs, with its gradient and Hessian, eight runs at a time.
/// Parameters: a = ln A and b = ln B at the centre of the data, e = ln E, alpha, beta.
/// </summary>
/// <remarks>
/// L = e^z1 + e^z2 + e^z3 with z1 = a - alpha u, z2 = b - beta v, z3 = e. With residual r (of L or ln L), Huber
/// derivative c and second derivative q, the gradient is sum c r' and the Hessian sum (q r' r'^T + c r''). For ln L,
/// r' = sum p_j z_j' with the shares p_j = e^zj / L, and r'' = sum p_j z_j' z_j'^T - r' r'^T. The sum over runs, not
/// the mean (Besiroglu et al. 2024, section 3).
/// </remarks>
internal static class SurfaceKernel
{
    /// <summary>Value, 5 of the gradient, 15 of the Hessian's upper triangle by rows.</summary>
    public const int Results = 21;

    public static void Evaluate(SurfaceData data, Misfit misfit, ReadOnlySpan<double> theta, Span<double> results, InstructionPath path)
    {
        if (path == InstructionPath.Vector512) Evaluate<Lanes512>(data, misfit, theta, results);
        else if (path == InstructionPath.Vector256) Evaluate<Lanes256>(data, misfit, theta, results);
        else if (path == InstructionPath.Vector128) Evaluate<Lanes128>(data, misfit, theta, results);
        else Evaluate<Lanes64>(data, misfit, theta, results);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Evaluate<T>(SurfaceData data, Misfit misfit, ReadOnlySpan<double> theta, Span<double> results)
        where T : struct, ILanes<T>
    {
        const double Log2E = 1.4426950408889634;
        ref double parameters = ref MemoryMarshal.GetArrayDataReference(data.LogParameters);
        ref double tokens = ref MemoryMarshal.GetArrayDataReference(data.LogTokens);
        ref double observed = ref MemoryMarshal.GetArrayDataReference(misfit.OnLogLoss ? data.LogLosses : data.Losses);
        ref double weights = ref MemoryMarshal.GetArrayDataReference(data.Weights);
        T a = T.Of(theta[0] * Log2E), b = T.Of(theta[1] * Log2E), constant = Exponential.Exp2<T>(T.Of(theta[2] * Log2E));
        T alpha = T.Of(-theta[3] * Log2E), beta = T.Of(-theta[4] * Log2E);
        T delta = T.Of(misfit.Delta), minusDelta = T.Of(-misfit.Delta), one = T.Of(1), half = T.Of(0.5), zero = T.Of(0);
        T f = zero, g1 = zero, g2 = zero, g3 = zero, g4 = zero, g5 = zero;
        T h11 = zero, h12 = zero, h13 = zero, h14 = zero, h15 = zero, h22 = zero, h23 = zero, h24 = zero, h25 = zero;
        T h33 = zero, h34 = zero, h35 = zero, h44 = zero, h45 = zero, h55 = zero;
        bool onLog = misfit.OnLogLoss;

        for (nuint i = 0; i < (nuint)data.PaddedCount; i += (nuint)T.Count)
        {
            T u = T.Load(ref parameters, i), v = T.Load(ref tokens, i), w = T.Load(ref weights, i);
            T p1 = Exponential.Exp2<T>(T.MultiplyAdd(alpha, u, a)), p2 = Exponential.Exp2<T>(T.MultiplyAdd(beta, v, b)), p3 = constant;
            T predicted = p1 + p2 + p3, curvature = zero;
            if (onLog)
            {
                T share = one / predicted;
                p1 *= share;
                p2 *= share;
                p3 *= share;
                predicted = Exponential.Log<T>(predicted);
                curvature = one;
            }

            T r = predicted - T.Load(ref observed, i);
            T c = T.Min(T.Max(r, minusDelta), delta);
            T t = w * c, s = w * T.OneWithin(r, delta) - (curvature * t);
            f = T.MultiplyAdd(t, r - (half * c), f);
            T t1 = t * p1, t2 = t * p2, t3 = t * p3;
            g1 += t1;
            g2 += t2;
            g3 += t3;
            g4 = T.MultiplyAdd(t1, u, g4);
            g5 = T.MultiplyAdd(t2, v, g5);

            T s1 = s * p1, s2 = s * p2;
            T m11 = T.MultiplyAdd(s1, p1, t1), m12 = s1 * p2, m13 = s1 * p3;
            T m22 = T.MultiplyAdd(s2, p2, t2), m23 = s2 * p3, m33 = T.MultiplyAdd(s * p3, p3, t3);
            T m11u = m11 * u, m12u = m12 * u, m22v = m22 * v;
            h11 += m11;
            h12 += m12;
            h13 += m13;
            h14 += m11u;
            h15 = T.MultiplyAdd(m12, v, h15);
            h22 += m22;
            h23 += m23;
            h24 += m12u;
            h25 += m22v;
            h33 += m33;
            h34 = T.MultiplyAdd(m13, u, h34);
            h35 = T.MultiplyAdd(m23, v, h35);
            h44 = T.MultiplyAdd(m11u, u, h44);
            h45 = T.MultiplyAdd(m12u, v, h45);
            h55 = T.MultiplyAdd(m22v, v, h55);
        }

        // d z1 / d alpha = -u, d z2 / d beta = -v.
        results[0] = T.Sum(f);
        results[1] = T.Sum(g1);
        results[2] = T.Sum(g2);
        results[3] = T.Sum(g3);
        results[4] = -T.Sum(g4);
        results[5] = -T.Sum(g5);
        results[6] = T.Sum(h11);
        results[7] = T.Sum(h12);
        results[8] = T.Sum(h13);
        results[9] = -T.Sum(h14);
        results[10] = -T.Sum(h15);
        results[11] = T.Sum(h22);
        results[12] = T.Sum(h23);
        results[13] = -T.Sum(h24);
        results[14] = -T.Sum(h25);
        results[15] = T.Sum(h33);
        results[16] = -T.Sum(h34);
        results[17] = -T.Sum(h35);
        results[18] = T.Sum(h44);
        results[19] = T.Sum(h45);
        results[20] = T.Sum(h55);
    }
}
