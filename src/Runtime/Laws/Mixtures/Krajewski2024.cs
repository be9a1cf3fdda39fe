using System.Collections.Generic;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>Krajewski et al. 2024: fine-grained experts, L(N, D, G) = c + (g/G^gamma + a)/N^alpha + b/D^beta (eq.
/// 9).</summary>
/// <remarks>
/// N counts all non-embedding parameters, active or not (64 experts of a 100M model are about 43 times its active
/// ones); G is the granularity, the width of the dense feed-forward over that of an expert. The dense fit of the same
/// table has G^0 only. Its cost is not 6ND: see <see cref="TrainingFlops"/>.
/// </remarks>
public sealed class KrajewskiLaw : ScalingLaw
{
    private readonly double _a;
    private readonly double _alpha;
    private readonly double _b;
    private readonly double _beta;
    private readonly double _g;
    private readonly double _gamma;
    private readonly double _c;

    private KrajewskiLaw(string variant, string title, string place, double a, double alpha, double b, double beta, double g,
        double gamma, double c)
        : base("krajewski-2024-" + variant)
    {
        (_a, _alpha, _b, _beta, _g, _gamma, _c) = (a, alpha, b, beta, g, gamma, c);
        Title = title;
        Convention = ParameterConvention.NonEmbedding;
        FittedRange = new() { Parameters = new(1.29e8, 3.7e9), Tokens = new(1.6e10, 1.3e11) };
        Source = new("Krajewski et al.", 2024, "Scaling Laws for Fine-Grained Mixture of Experts", "2402.07871", "eq. 9, " + place);
        Caution =
            "N counts all experts; granularity 1 to 16; the rounded coefficients give 0.011 to 0.023 nats less than the paper's table 2.";
    }

    /// <summary>64 experts (table 1).</summary>
    public static KrajewskiLaw Experts64 { get; } =
        new("e64", "Krajewski, 64 experts", "table 1", a: 18.1, alpha: 0.115, b: 30.8, beta: 0.147, g: 2.1, gamma: 0.58, c: 0.47);

    /// <summary>16 experts (table 8).</summary>
    public static KrajewskiLaw Experts16 { get; } =
        new("e16", "Krajewski, 16 experts", "table 8", a: 19.64, alpha: 0.124, b: 57.07, beta: 0.169, g: 1.18, gamma: 0.986, c: 0.472);

    /// <summary>The validation fit of 64 experts (table 5).</summary>
    public static KrajewskiLaw Validation { get; } =
        new("validation", "Krajewski, validation fit", "table 5", a: 17.6, alpha: 0.114, b: 26.7, beta: 0.140, g: 2.07,
            gamma: 0.570, c: 0.472);

    /// <summary>The dense models (table 1): no granularity.</summary>
    public static KrajewskiLaw Dense { get; } =
        new("dense", "Krajewski, dense", "table 1", a: 16.3, alpha: 0.126, b: 26.7, beta: 0.127, g: 0, gamma: 0, c: 0.47);

    /// <inheritdoc/>
    public override string Formula => "L = c + (g/G^gamma + a)/N^alpha + b/D^beta";

    /// <inheritdoc/>
    public override IReadOnlyList<LawCoefficient> Coefficients => new LawCoefficient[]
    {
        new("a", _a), new("alpha", _alpha), new("b", _b), new("beta", _beta), new("g", _g), new("gamma", _gamma),
        new("c", _c, "nats per token"),
    };

    /// <summary>The loss of a mixture.</summary>
    /// <param name="parameters">All non-embedding parameters.</param>
    /// <param name="tokens">Training tokens.</param>
    /// <param name="granularity">G, from 1.</param>
    /// <returns>Nats per token.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public double Loss(double parameters, double tokens, double granularity = 1)
    {
        Positive.Require(parameters, nameof(parameters), "parameters");
        Positive.Require(tokens, nameof(tokens), "tokens");
        Positive.Require(granularity, nameof(granularity), "feed-forward widths per expert width");
        double model = _a + (_g * ScalarMath.Pow(granularity, -_gamma));
        return _c + (model * ScalarMath.Pow(parameters, -_alpha)) + (_b * ScalarMath.Pow(tokens, -_beta));
    }

    /// <summary>Training compute with routing, (12 d^2 c_f + d E G c_r) D blocks, c_f = 6, c_r = 14 (eq. 10).</summary>
    /// <param name="width">d_model.</param>
    /// <param name="blocks">Transformer blocks.</param>
    /// <param name="experts">Expansion rate E.</param>
    /// <param name="granularity">G.</param>
    /// <param name="tokens">Training tokens.</param>
    /// <returns>FLOPs.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public static double TrainingFlops(double width, double blocks, double experts, double granularity, double tokens)
    {
        Positive.Require(width, nameof(width), "model dimensions");
        Positive.Require(blocks, nameof(blocks), "blocks");
        Positive.Require(experts, nameof(experts), "experts");
        Positive.Require(granularity, nameof(granularity), "feed-forward widths per expert width");
        Positive.Require(tokens, nameof(tokens), "tokens");
        return ((12 * width * width * 6) + (width * experts * granularity * 14)) * tokens * blocks;
    }
}
