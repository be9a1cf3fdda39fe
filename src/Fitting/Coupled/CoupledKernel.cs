using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Fitting;

/// <summary>
/// The misfit of the coupled surface to runs, with its gradient and Hessian, eight runs at a time. Parameters: a and b,
/// the logarithms of both terms alone at the centre of the data, E, the limiting slopes k alpha and k beta, and ln k.
/// </summary>
/// <remarks>
/// L = E + T, ln T = k ln(e^x + e^y) with k x = a - (k alpha) u, k y = b - (k beta) v: so a, b and the slopes keep
/// their meaning while k moves, from the sum of two powers (k = 1) to the larger of them (k = 0). With the shares p, q
/// of the two exponentials and their entropy H, the derivatives of ln T by k x, k y, ln k are p, q, k H; its second
/// derivatives are (p q / k) d d^T with d = (1, -1, -k (x - y)), and k H for ln k.
/// </remarks>
internal static class CoupledKernel
{
    public const int Unknowns = 6;

    /// <summary>Value, gradient, the Hessian's upper triangle by rows.</summary>
    public const int Results = 1 + Unknowns + (Unknowns * (Unknowns + 1) / 2);

    public static void Evaluate(SurfaceData data, Misfit misfit, ReadOnlySpan<double> theta, Span<double> results, InstructionPath path)
    {
        if (path == InstructionPath.Vector512) Evaluate<Lanes512>(data, misfit, theta, results);
        else if (path == InstructionPath.Vector256) Evaluate<Lanes256>(data, misfit, theta, results);
        else if (path == InstructionPath.Vector128) Evaluate<Lanes128>(data, misfit, theta, results);
        else Evaluate<Lanes64>(data, misfit, theta, results);
    }

    /// <summary>ln L of one run and its derivatives by the six parameters.</summary>
    public static double LogLoss(ReadOnlySpan<double> theta, double u, double v, Span<double> gradient)
    {
        double k = Math.Exp(theta[5]), x = (theta[0] - (theta[3] * u)) / k, y = (theta[1] - (theta[4] * v)) / k;
        double larger = Math.Max(x, y), logSum = larger + Math.Log(Math.Exp(x - larger) + Math.Exp(y - larger));
        double p = Math.Exp(x - logSum), q = Math.Exp(y - logSum), bent = Math.Exp(k * logSum), loss = theta[2] + bent;
        double share = bent / loss;
        gradient[0] = share * p;
        gradient[1] = share * q;
        gradient[2] = 1 / loss;
        gradient[3] = -gradient[0] * u;
        gradient[4] = -gradient[1] * v;
        gradient[5] = share * k * (logSum - (p * x) - (q * y));
        return Math.Log(loss);
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
        double coupling = Math.Exp(theta[5]), inverse = 1 / coupling;
        T a = T.Of(theta[0] * inverse), b = T.Of(theta[1] * inverse), level = T.Of(theta[2]);
        T alpha = T.Of(-theta[3] * inverse), beta = T.Of(-theta[4] * inverse), k = T.Of(coupling), sharpness = T.Of(inverse);
        T delta = T.Of(misfit.Delta), minusDelta = T.Of(-misfit.Delta), one = T.Of(1), half = T.Of(0.5), zero = T.Of(0);
        T log2E = T.Of(Log2E);
        bool onLog = misfit.OnLogLoss;
        T f = zero, g1 = zero, g2 = zero, g3 = zero, g4 = zero, g5 = zero, g6 = zero;
        T h11 = zero, h12 = zero, h13 = zero, h14 = zero, h15 = zero, h16 = zero;
        T h22 = zero, h23 = zero, h24 = zero, h25 = zero, h26 = zero;
        T h33 = zero, h34 = zero, h35 = zero, h36 = zero;
        T h44 = zero, h45 = zero, h46 = zero;
        T h55 = zero, h56 = zero;
        T h66 = zero;

        for (nuint i = 0; i < (nuint)data.PaddedCount; i += (nuint)T.Count)
        {
            T u = T.Load(ref parameters, i), v = T.Load(ref tokens, i), w = T.Load(ref weights, i);
            T x = T.MultiplyAdd(alpha, u, a), y = T.MultiplyAdd(beta, v, b);
            T p = Exponential.Exp2<T>(x * log2E), q = Exponential.Exp2<T>(y * log2E), sum = p + q, share = one / sum;
            T logSum = Exponential.Log<T>(sum), scale = Exponential.Exp2<T>(k * logSum * log2E), predicted = level + scale;
            p *= share;
            q *= share;
            T entropy = k * (logSum - (p * x) - (q * y)), levelScale = one;
            if (onLog)
            {
                levelScale = one / predicted;
                scale *= levelScale;
                predicted = Exponential.Log<T>(predicted);
            }

            T r = predicted - T.Load(ref observed, i);
            T c = T.Min(T.Max(r, minusDelta), delta), t = w * c, bend = t * scale;
            f = T.MultiplyAdd(t, r - (half * c), f);
            T t1 = bend * p, t2 = bend * q;
            g1 += t1;
            g2 += t2;
            g3 = T.MultiplyAdd(t, levelScale, g3);
            g4 = T.MultiplyAdd(t1, u, g4);
            g5 = T.MultiplyAdd(t2, v, g5);
            g6 = T.MultiplyAdd(bend, entropy, g6);

            // By the terms and ln k: curved j j^T + twist d d^T; by E: straight j.
            T outer = w * T.OneWithin(r, delta), straight;
            if (onLog) outer -= t;
            straight = outer * levelScale;
            T curved = T.MultiplyAdd(outer * scale, scale, bend), twist = bend * p * q * sharpness, gap = k * (x - y);
            straight *= scale;
            T c1 = curved * p, c2 = curved * q;
            T m11 = T.MultiplyAdd(c1, p, twist), m12 = (c1 * q) - twist, m22 = T.MultiplyAdd(c2, q, twist);
            T m13 = straight * p, m23 = straight * q, m16 = (c1 * entropy) - (twist * gap), m26 = T.MultiplyAdd(c2, entropy, twist * gap);
            T m11u = m11 * u, m12u = m12 * u, m22v = m22 * v;
            h11 += m11;
            h12 += m12;
            h13 += m13;
            h14 += m11u;
            h15 = T.MultiplyAdd(m12, v, h15);
            h16 += m16;
            h22 += m22;
            h23 += m23;
            h24 += m12u;
            h25 += m22v;
            h26 += m26;
            h33 = T.MultiplyAdd(outer * levelScale, levelScale, h33);
            h34 = T.MultiplyAdd(m13, u, h34);
            h35 = T.MultiplyAdd(m23, v, h35);
            h36 = T.MultiplyAdd(straight, entropy, h36);
            h44 = T.MultiplyAdd(m11u, u, h44);
            h45 = T.MultiplyAdd(m12u, v, h45);
            h46 = T.MultiplyAdd(m16, u, h46);
            h55 = T.MultiplyAdd(m22v, v, h55);
            h56 = T.MultiplyAdd(m26, v, h56);
            h66 = T.MultiplyAdd(curved * entropy, entropy, T.MultiplyAdd(twist * gap, gap, T.MultiplyAdd(bend, entropy, h66)));
        }

        // The exponents of both terms fall with u and v.
        results[0] = T.Sum(f);
        results[1] = T.Sum(g1);
        results[2] = T.Sum(g2);
        results[3] = T.Sum(g3);
        results[4] = -T.Sum(g4);
        results[5] = -T.Sum(g5);
        results[6] = T.Sum(g6);
        results[7] = T.Sum(h11);
        results[8] = T.Sum(h12);
        results[9] = T.Sum(h13);
        results[10] = -T.Sum(h14);
        results[11] = -T.Sum(h15);
        results[12] = T.Sum(h16);
        results[13] = T.Sum(h22);
        results[14] = T.Sum(h23);
        results[15] = -T.Sum(h24);
        results[16] = -T.Sum(h25);
        results[17] = T.Sum(h26);
        results[18] = T.Sum(h33);
        results[19] = -T.Sum(h34);
        results[20] = -T.Sum(h35);
        results[21] = T.Sum(h36);
        results[22] = T.Sum(h44);
        results[23] = T.Sum(h45);
        results[24] = -T.Sum(h46);
        results[25] = T.Sum(h55);
        results[26] = -T.Sum(h56);
        results[27] = T.Sum(h66);
    }
}
