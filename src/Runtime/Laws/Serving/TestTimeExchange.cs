using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>FLOPs spent before and at test time: training 6ND against 2N a served token (Snell et al. 2024,
/// arXiv:2408.03314).</summary>
/// <remarks>The paper gives no closed form of quality. Reported (secondary source): a compute-optimal strategy is more
/// than 4 times as efficient as best-of-N, and on easy questions at low load beats a 14 times larger model.</remarks>
public static class TestTimeExchange
{
    /// <summary>FLOPs of answering with several samples, 2 N tokens each; attention is not counted.</summary>
    /// <param name="activeParameters">Parameters a token passes through.</param>
    /// <param name="tokensPerSample">Tokens of one sample.</param>
    /// <param name="samples">Samples.</param>
    /// <returns>FLOPs.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public static double AnswerFlops(double activeParameters, double tokensPerSample, double samples = 1)
    {
        Positive.Require(activeParameters, nameof(activeParameters), "parameters");
        Positive.Require(tokensPerSample, nameof(tokensPerSample), "tokens");
        Positive.Require(samples, nameof(samples), "samples");
        return 2 * activeParameters * tokensPerSample * samples;
    }

    /// <summary>How many samples of the small model cost one of the large: the ratio of their sizes.</summary>
    /// <param name="smallParameters">Parameters of the small model.</param>
    /// <param name="largeParameters">Parameters of the large model.</param>
    /// <returns>Samples, not rounded.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public static double EqualCostSamples(double smallParameters, double largeParameters)
    {
        Positive.Require(smallParameters, nameof(smallParameters), "parameters");
        Positive.Require(largeParameters, nameof(largeParameters), "parameters");
        return largeParameters / smallParameters;
    }

    /// <summary>How many times more inference tokens the small model may spend when total FLOPs, training included, are
    /// equal: m + 3 (m - 1)/R.</summary>
    /// <remarks>6 N D + 2 N D_inf k = 6 m N D + 2 m N D_inf solved for k, R = D_inf/D.</remarks>
    /// <param name="sizeFactor">m, the large model's parameters over the small one's, from 1.</param>
    /// <param name="inferenceShare">R, inference tokens over training tokens.</param>
    /// <returns>k, the factor of inference tokens that costs the same.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public static double EqualTotalSamples(double sizeFactor, double inferenceShare)
    {
        Positive.Require(sizeFactor, nameof(sizeFactor), "parameters per parameter");
        Positive.Require(inferenceShare, nameof(inferenceShare), "tokens per token");
        return sizeFactor + (3 * (sizeFactor - 1) / inferenceShare);
    }
}
