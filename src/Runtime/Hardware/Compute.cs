using System.Numerics;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Hardware;

/// <summary>Training and inference compute from counts. FLOPs are operations, never a rate.</summary>
public static class Compute
{
    /// <summary>One petaflop-day: 1e15 FLOP/s for a day of 86,400 s, FLOPs.</summary>
    public const double FlopsPerPetaflopDay = 8.64e19;

    /// <summary>Training compute, 6ND, exact in integers and rounded once (Kaplan et al. 2020, section 2.1).</summary>
    /// <param name="activeParameters">Parameters that a token passes through.</param>
    /// <param name="tokens">Training tokens.</param>
    /// <returns>FLOPs.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Negative.</exception>
    public static double TrainingFlops(long activeParameters, long tokens)
    {
        Positive.RequireNotNegative(activeParameters, nameof(activeParameters), "parameters");
        Positive.RequireNotNegative(tokens, nameof(tokens), "tokens");
        return ExactProduct.Of(6, activeParameters, tokens);
    }

    /// <summary>Training compute with attention: 6 * parameters + 12 * width * sequence length per token (PaLM,
    /// appendix B), exact and rounded once.</summary>
    /// <param name="activeParameters">Parameters that a token passes through.</param>
    /// <param name="attentionWidth">layers * heads * head size.</param>
    /// <param name="sequenceLength">Tokens of one training sequence.</param>
    /// <param name="tokens">Training tokens.</param>
    /// <returns>FLOPs.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Negative.</exception>
    public static double TrainingFlopsWithAttention(long activeParameters, long attentionWidth, long sequenceLength, long tokens)
    {
        Positive.RequireNotNegative(activeParameters, nameof(activeParameters), "parameters");
        Positive.RequireNotNegative(attentionWidth, nameof(attentionWidth), "model dimensions");
        Positive.RequireNotNegative(sequenceLength, nameof(sequenceLength), "tokens");
        Positive.RequireNotNegative(tokens, nameof(tokens), "tokens");
        return ExactProduct.Round(
            ((6 * new BigInteger(activeParameters)) + (12 * new BigInteger(attentionWidth) * sequenceLength)) * tokens);
    }

    /// <summary>Compute in petaflop-days.</summary>
    /// <param name="flops">FLOPs.</param>
    /// <returns>Petaflop-days.</returns>
    public static double PetaflopDays(double flops) => flops / FlopsPerPetaflopDay;

    /// <summary>Accelerator-hours: FLOPs / (peak * utilization * 3600) (PaLM's MFU over the whole wall time).</summary>
    /// <param name="flops">Training compute, FLOPs.</param>
    /// <param name="peakFlopsPerSecond">Dense peak of one accelerator, FLOP/s.</param>
    /// <param name="utilization">Model FLOPs utilization, in (0, 1].</param>
    /// <returns>Hours of one accelerator.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Not a positive finite number, or a utilization above
    /// 1.</exception>
    public static double AcceleratorHours(double flops, double peakFlopsPerSecond, double utilization)
    {
        Positive.Require(flops, nameof(flops), "FLOPs");
        Positive.Require(peakFlopsPerSecond, nameof(peakFlopsPerSecond), "FLOP/s");
        Positive.RequireShare(utilization, nameof(utilization), "the peak");
        return flops / (peakFlopsPerSecond * utilization * 3600);
    }
}
