using System.Collections.Generic;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>Zhang et al. 2024: the critical batch by the tokens of the run; model size hardly matters.</summary>
/// <remarks>
/// B = 22.91 D^0.47 sequences of 512 tokens, D in millions: beyond it a run takes 20 % more steps than a batch without
/// loss would. The sources print no unit of D. It follows from the paper's other two fits, 93.20 N^0.47 at 20 tokens
/// per parameter and 621.341 N^0.087 at 3.072B tokens, which describe one run at 151M parameters: they meet there (985
/// and 961 sequences) only where N is in millions, and the first of them is 22.91 (20 N)^0.47.
/// </remarks>
public sealed class ZhangCriticalBatchLaw : ScalingLaw
{
    private const double SequenceTokens = 512;

    private ZhangCriticalBatchLaw()
        : base("zhang-2024-critical-batch")
    {
        Title = "Zhang, critical batch by data";
        Convention = ParameterConvention.Total;
        FittedRange = new() { Parameters = new(8.5e7, 1.2e9), Tokens = new(1.7e9, 2.4e10) };
        Source = new("Zhang et al.", 2024, "How Does Critical Batch Size Scale in Pre-training?", "2410.21676",
            "fits by data and by size (read in three secondary sources; the unit of D follows from them)");
        Caution = "20 % more steps than without loss, on C4 with a context of 512; five model sizes, no interval.";
    }

    /// <summary>The law with the published coefficients.</summary>
    public static ZhangCriticalBatchLaw Published { get; } = new();

    /// <inheritdoc/>
    public override string Formula => "B = 512 * 22.91 (D / 1e6)^0.47 tokens";

    /// <inheritdoc/>
    public override IReadOnlyList<LawCoefficient> Coefficients { get; } =
        new LawCoefficient[] { new("B0", 22.91, "sequences of 512 tokens"), new("exponent of D", 0.47) };

    /// <summary>The critical batch of a run.</summary>
    /// <param name="tokens">Training tokens.</param>
    /// <returns>Tokens per optimiser step.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Not a positive finite number.</exception>
    public double CriticalBatchTokens(double tokens)
    {
        Positive.Require(tokens, nameof(tokens), "tokens");
        return SequenceTokens * 22.91 * ScalarMath.Pow(tokens / 1e6, 0.47);
    }
}
