using System;
using System.Collections.Generic;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>Kumar et al. 2024: what low precision costs. Trends only.</summary>
/// <remarks>
/// L = A/N_eff^alpha + B/D^beta + E with N_eff = N (1 - e^(-Pw/gw))(1 - e^(-Pa/ga))(1 - e^(-Pkv/gkv)), and
/// post-training quantisation adds C_T D^gD / N^gN e^(-P/gpost). The exponents of the authors' fit have biases that the
/// main text leaves out, and the published constants do not reproduce the paper's best precision of 7 to 8 bits; the
/// authors themselves call the constants unlikely to be useful. Only the direction is therefore offered.
/// </remarks>
public sealed class KumarLaw : ScalingLaw
{
    private KumarLaw()
        : base("kumar-2024")
    {
        Title = "Kumar, precision";
        Convention = ParameterConvention.NonEmbedding;
        FittedRange = new() { Parameters = new(3e7, 2.2e8), Tokens = new(1.5e9, 2.6e10), TokensPerParameter = new(0, 1e3) };
        Source = new("Kumar et al.", 2024, "Scaling Laws for Precision", "2411.04330", "table 2");
        Caution = "Trend only: the authors call the constants unlikely to be useful; no absolute loss is offered.";
    }

    /// <summary>The law with the published coefficients.</summary>
    public static KumarLaw Published { get; } = new();

    /// <inheritdoc/>
    public override string Formula => "dL = CT D^gD / N^gN exp(-P/gpost);  Neff/N = (1 - exp(-Pw/gw))(1 - exp(-Pa/ga))(1 - exp(-Pkv/gkv))";

    /// <inheritdoc/>
    public override IReadOnlyList<LawCoefficient> Coefficients { get; } = new LawCoefficient[]
    {
        new("CT", 0.0598), new("gD", 0.5068), new("gN", 0.3439), new("gpost", 0.5907, "bits"),
        new("gw", 2.6745, "bits"), new("ga", 2.2102, "bits"), new("gkv", 0.9578, "bits"),
    };

    /// <summary>How much quantising the weights after training raises the loss: more the longer the model was
    /// trained.</summary>
    /// <param name="parameters">Non-embedding parameters.</param>
    /// <param name="tokens">Training tokens.</param>
    /// <param name="bits">Bits of a weight after quantisation.</param>
    /// <returns>Nats per token; compare, do not promise.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public double QuantizationPenalty(double parameters, double tokens, double bits)
    {
        Positive.Require(parameters, nameof(parameters), "parameters");
        Positive.Require(tokens, nameof(tokens), "tokens");
        Positive.Require(bits, nameof(bits), "bits");
        return 0.0598 * ScalarMath.Pow(tokens, 0.5068) / ScalarMath.Pow(parameters, 0.3439) * ScalarMath.Exp(-bits / 0.5907);
    }

    /// <summary>The share of the parameters that still count when trained at these precisions.</summary>
    /// <param name="weightBits">Bits of a weight.</param>
    /// <param name="activationBits">Bits of an activation.</param>
    /// <param name="keyValueBits">Bits of the key-value cache.</param>
    /// <returns>A share in (0, 1].</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public double EffectiveShare(double weightBits, double activationBits, double keyValueBits)
    {
        Positive.Require(weightBits, nameof(weightBits), "bits");
        Positive.Require(activationBits, nameof(activationBits), "bits");
        Positive.Require(keyValueBits, nameof(keyValueBits), "bits");
        return Kept(weightBits, 2.6745) * Kept(activationBits, 2.2102) * Kept(keyValueBits, 0.9578);
    }

    private static double Kept(double bits, double scale) => 1 - ScalarMath.Exp(-bits / scale);
}
