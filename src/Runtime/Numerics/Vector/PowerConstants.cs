#if NET8_0_OR_GREATER
using System;

namespace ScalingAnalyzers.Numerics;

/// <summary>Tables and polynomials of the base-2 logarithm and exponential.</summary>
/// <remarks>
/// Minimax polynomials (Remez 1934) and tables computed in 70 decimal digits and rounded once. The mantissa is reduced
/// to [0.734375, 1.46875), cut into 16 pieces along its leading bits; the piece that holds 1 has inverse 1, so that 1
/// to any power is exactly 1. The residue |r| is at most 1/32, the exponential's argument at most 1/32.
/// </remarks>
internal static class PowerConstants
{
    /// <summary>The bits of 0.734375: half a piece below 1, eight pieces down.</summary>
    public const long MantissaStart = 0x3FE7800000000000L;

    /// <summary>The sign and exponent bits.</summary>
    public const long TopTwelve = unchecked((long)0xFFF0000000000000UL);

    /// <summary>Adding 1.5 * 2^48 rounds to a sixteenth and leaves it in the low bits.</summary>
    public const double RoundToSixteenth = 422212465065984.0;

    // (log2(1 + r)) / r, relative error 6e-16 (2.8e-17 in log2).
    public const double L0 = 1.4426950408889625;
    public const double L1 = -0.721347520444532;
    public const double L2 = 0.48089834699336914;
    public const double L3 = -0.3606737596815889;
    public const double L4 = 0.28853884213542985;
    public const double L5 = -0.24045053085023155;
    public const double L6 = 0.20639070713416413;
    public const double L7 = -0.17949204560606152;

    // (2^f - 1) / f, error 1.4e-17 in 2^f.
    public const double E0 = 0.6931471805599457;
    public const double E1 = 0.24022650695910094;
    public const double E2 = 0.05550410865663929;
    public const double E3 = 0.009618129106131825;
    public const double E4 = 0.0013333781576905616;
    public const double E5 = 0.0001540378851025028;

    /// <summary>One over the middle of each piece of the mantissa.</summary>
    public static ReadOnlySpan<double> Inverses =>
    [
        1.3333333333333333, 1.28, 1.2307692307692308, 1.1851851851851851, 1.1428571428571428, 1.103448275862069, 1.0666666666666667,
        1.032258064516129,
        1.0, 0.9411764705882353, 0.8888888888888888, 0.8421052631578947, 0.8, 0.7619047619047619, 0.7272727272727273, 0.6956521739130435,
    ];

    /// <summary>Minus the base-2 logarithm of each inverse.</summary>
    public static ReadOnlySpan<double> Logarithms =>
    [
        -0.41503749927884376, -0.35614381022527536, -0.29956028185890793, -0.24511249783653138, -0.19264507794239583, -0.14201900487242786,
        -0.09310940439148145, -0.045803689613124754,
        0.0, 0.08746284125033943, 0.16992500144231246, 0.24792751344358557, 0.3219280948873623, 0.39231742277876036, 0.4594316186372972,
        0.523561956057013,
    ];

    /// <summary>2^(i/16).</summary>
    public static ReadOnlySpan<double> Powers =>
    [
        1.0, 1.0442737824274138, 1.0905077326652577, 1.1387886347566916, 1.189207115002721, 1.241857812073484, 1.2968395546510096,
        1.3542555469368927,
        1.4142135623730951, 1.4768261459394993, 1.5422108254079407, 1.6104903319492543, 1.681792830507429, 1.7562521603732995,
        1.8340080864093424, 1.9152065613971474,
    ];

    /// <summary>The same with i/16 of an exponent's bits taken off, as <see cref="PowerLaw.Scales"/> has it for a
    /// coefficient of 1.</summary>
    public static ReadOnlySpan<double> ExponentFreePowers =>
    [
        1.0, 0.9908868912137069, 0.9827538663326288, 0.9756443173783458, 0.9696035575013605, 0.964678906036742, 0.9609197773255048,
        0.9583777734684463,
        0.9571067811865476, 0.9571630729697497, 0.9586054127039704, 0.9614951659746271, 0.9658964152537145, 0.9718760801866497,
        0.9795040432046712, 0.9888532806985737,
    ];
}
#endif
