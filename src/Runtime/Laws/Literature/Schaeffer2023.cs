using System;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws.Literature;

/// <summary>Why a downstream metric may jump while the loss falls smoothly: exact match against per-token
/// loss.</summary>
/// <remarks>
/// Schaeffer et al. 2023, "Are Emergent Abilities of Large Language Models a Mirage?", arXiv:2304.15004. The right
/// token has probability p = exp(-loss); a string of n tokens is entirely correct with probability about p^n.
/// </remarks>
public static class Emergence
{
    /// <summary>The share of answers of this many tokens that are entirely correct: a sharp metric.</summary>
    /// <param name="loss">Cross-entropy on the answer, nats per token.</param>
    /// <param name="answerTokens">Tokens of the answer.</param>
    /// <returns>A share from 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative loss or no tokens.</exception>
    public static double ExactMatch(double loss, double answerTokens)
    {
        Positive.RequireNotNegative(loss, nameof(loss), "nats per token");
        Positive.Require(answerTokens, nameof(answerTokens), "tokens");
        return ScalarMath.Exp(-loss * answerTokens);
    }

    /// <summary>The expected number of wrong tokens in the same answer, n (1 - p): a smooth metric.</summary>
    /// <param name="loss">Cross-entropy on the answer, nats per token.</param>
    /// <param name="answerTokens">Tokens of the answer.</param>
    /// <returns>Tokens.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative loss or no tokens.</exception>
    public static double TokenEditDistance(double loss, double answerTokens)
    {
        Positive.RequireNotNegative(loss, nameof(loss), "nats per token");
        Positive.Require(answerTokens, nameof(answerTokens), "tokens");

        // Below a thousandth by its series: the difference would lose its digits.
        double missed = loss < 1e-3
            ? loss * (1 - (loss / 2 * (1 - (loss / 3 * (1 - (loss / 4 * (1 - (loss / 5))))))))
            : 1 - ScalarMath.Exp(-loss);
        return answerTokens * missed;
    }
}
