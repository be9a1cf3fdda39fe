using System.Collections.Generic;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>MiniCPM 2024: the best batch by loss, 1.21e9 / L^6.24 tokens.</summary>
/// <remarks>
/// Read in a secondary source. The paper's allocation (192 tokens per parameter at its scale) is not offered as a law:
/// its printed average exponents do not reproduce the 192; it shows that ratios far above 20 have been recommended.
/// </remarks>
public sealed class MiniCpmBatchLaw : ScalingLaw, ICriticalBatchLaw
{
    internal MiniCpmBatchLaw()
        : base("minicpm-2024-batch")
    {
        Title = "MiniCPM, batch by loss";
        Convention = ParameterConvention.NonEmbedding;
        FittedRange = new() { Parameters = new(4e7, 2e9) };
        Source = new("Hu et al.", 2024, "MiniCPM: Unveiling the Potential of Small Language Models", "2404.06395",
            "batch by loss (read in a secondary source)");
        Caution = "Loss on MiniCPM's own data; coefficients read in a secondary source.";
    }

    /// <summary>The law with the published coefficients.</summary>
    public static MiniCpmBatchLaw Published { get; } = new();

    /// <inheritdoc/>
    public override string Formula => "B = 1.21e9 / L^6.24 tokens";

    /// <inheritdoc/>
    public override IReadOnlyList<LawCoefficient> Coefficients { get; } =
        new LawCoefficient[] { new("B0", 1.21e9, "tokens"), new("exponent of L", 6.24) };

    /// <inheritdoc/>
    public double CriticalBatchTokens(double loss)
    {
        Positive.Require(loss, nameof(loss), "nats per token");
        return 1.21e9 / ScalarMath.Pow(loss, 6.24);
    }
}
