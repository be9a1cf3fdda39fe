using System.Collections.Generic;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>Ouyang et al. 2024: what quantising the weights after training adds to the loss (QiD), by size, tokens and
/// bits.</summary>
/// <remarks>
/// dL = 0.017 D^0.5251 / (N^0.2261 P^5.4967), fitted on checkpoints of Pythia quantised by GPTQ to 2, 3 and 4 bits. The
/// direction is that of <see cref="KumarLaw"/>: more tokens and fewer parameters lose more.
/// </remarks>
public sealed class OuyangLaw : ScalingLaw
{
    private OuyangLaw()
        : base("ouyang-2024")
    {
        Title = "Ouyang, quantisation after training";
        Convention = ParameterConvention.NonEmbedding;
        FittedRange = new() { Parameters = new(1.6e8, 1.2e10), Tokens = new(1e9, 2.06e11) };
        Source = new("Ouyang et al.", 2024, "Low-Bit Quantization Favors Undertrained LLMs", "2411.17691",
            "caption of figure 6 (read in a copy of the paper's captions)");
        Caution = "Weights of Pythia in 2 to 4 bits by GPTQ; another method or format of as many bits may lose less.";
    }

    /// <summary>The law with the published coefficients.</summary>
    public static OuyangLaw Published { get; } = new();

    /// <summary>The bits that the law was fitted on.</summary>
    public static Interval FittedBits { get; } = new(2, 4);

    /// <inheritdoc/>
    public override string Formula => "dL = 0.017 D^0.5251 / (N^0.2261 P^5.4967)";

    /// <inheritdoc/>
    public override IReadOnlyList<LawCoefficient> Coefficients { get; } = new LawCoefficient[]
    {
        new("k", 0.017), new("beta", 0.5251), new("alpha", 0.2261), new("gamma", 5.4967),
    };

    /// <summary>How much quantising the weights after training raises the loss.</summary>
    /// <param name="parameters">Non-embedding parameters.</param>
    /// <param name="tokens">Training tokens.</param>
    /// <param name="bits">Bits of a weight after quantisation.</param>
    /// <returns>Nats per token.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public double QuantizationPenalty(double parameters, double tokens, double bits)
    {
        Positive.Require(parameters, nameof(parameters), "parameters");
        Positive.Require(tokens, nameof(tokens), "tokens");
        Positive.Require(bits, nameof(bits), "bits");
        return 0.017 * ScalarMath.Pow(tokens, 0.5251) / (ScalarMath.Pow(parameters, 0.2261) * ScalarMath.Pow(bits, 5.4967));
    }
}
