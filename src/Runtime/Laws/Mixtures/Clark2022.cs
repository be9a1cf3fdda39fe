using System;
using System.Collections.Generic;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>Clark et al. 2022: loss of routed models at 130B tokens, log10 L = a log10 N + b log10 x + c log10 N log10
/// x + d.</summary>
/// <remarks>
/// x is the expert count after the saturating transform; N the non-embedding parameters of the dense model underneath;
/// logarithms to base 10. Coefficients read in a secondary source and checked against the authors' data: rms error in
/// log10 L 0.0037 (S-BASE), 0.0077 (RL-R), 0.0052 (HASH).
/// </remarks>
public sealed class ClarkLaw : ScalingLaw
{
    private readonly double _a;
    private readonly double _b;
    private readonly double _c;
    private readonly double _d;
    private readonly double _start;
    private readonly double _most;

    private ClarkLaw(string router, string title, double a, double b, double c, double d, double start, double most)
        : base("clark-2022-" + router)
    {
        (_a, _b, _c, _d, _start, _most) = (a, b, c, d, start, most);
        Title = title;
        Convention = ParameterConvention.NonEmbedding;
        FittedRange = new() { Parameters = new(16_527_360, 1_308_819_456), Tokens = new(1.3e11, 1.3e11) };
        Source = new("Clark et al.", 2022, "Unified Scaling Laws for Routed Language Models", "2202.01169",
            "the law of both parameters and experts; coefficients read in a secondary source");
        Caution = "Only for 130B training tokens and up to 512 experts, one active; superseded by Ludziejewski et al. 2025.";
    }

    /// <summary>Sinkhorn-BASE routing.</summary>
    public static ClarkLaw SinkhornBase { get; } =
        new("s-base", "Clark, S-BASE routing", a: -0.082, b: -0.108, c: 0.009, d: 1.104, start: 1.847, most: 314.478);

    /// <summary>Routing by reinforcement learning.</summary>
    public static ClarkLaw ReinforcementLearning { get; } =
        new("rl-r", "Clark, RL-R routing", a: -0.083, b: -0.126, c: 0.012, d: 1.111, start: 1.880, most: 469.982);

    /// <summary>Routing by a hash.</summary>
    public static ClarkLaw Hash { get; } =
        new("hash", "Clark, hash routing", a: -0.087, b: -0.136, c: 0.012, d: 1.157, start: 4.175, most: 477.741);

    /// <inheritdoc/>
    public override string Formula =>
        "log10 L = a log10 N + b log10 x + c log10 N log10 x + d, 1/x = 1/(E - 1 + 1/(1/Estart - 1/Emax)) + 1/Emax";

    /// <inheritdoc/>
    public override IReadOnlyList<LawCoefficient> Coefficients => new LawCoefficient[]
    {
        new("a", _a), new("b", _b), new("c", _c), new("d", _d), new("Estart", _start), new("Emax", _most),
    };

    /// <summary>The validation loss after 130B tokens.</summary>
    /// <param name="denseParameters">Non-embedding parameters of the dense model underneath.</param>
    /// <param name="experts">Experts, from 1 (dense).</param>
    /// <returns>Nats per token.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive finite number, or fewer than one
    /// expert.</exception>
    public double Loss(double denseParameters, double experts)
    {
        Positive.Require(denseParameters, nameof(denseParameters), "parameters");
        double n = Log10(denseParameters);
        double x = Log10(ExpertCount.Transform(experts, _start, _most));
        return ScalarMath.Pow(10, (_a * n) + (_b * x) + (_c * n * x) + _d);
    }

    /// <summary>The dense model that would reach the same loss: the effective parameter count.</summary>
    /// <param name="denseParameters">Non-embedding parameters of the dense model underneath.</param>
    /// <param name="experts">Experts, from 1 (dense).</param>
    /// <returns>Parameters.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive finite number, or fewer than one
    /// expert.</exception>
    public double EffectiveParameters(double denseParameters, double experts)
    {
        Positive.Require(denseParameters, nameof(denseParameters), "parameters");
        double x = ExpertCount.Transform(experts, _start, _most);
        double dense = Slope(_start);
        return ScalarMath.Pow(denseParameters, Slope(x) / dense) * ScalarMath.Pow(x / _start, _b / dense);
    }

    private static double Log10(double value) => ScalarMath.Log(value) / ScalarMath.Log(10);

    private double Slope(double x) => _a + (_c * Log10(x));
}
