using System.Collections.Generic;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>Bergsma et al. 2025, "Power Lines": the weight decay of AdamW, by the share of the run over which it
/// averages.</summary>
/// <remarks>
/// tau = B / (lr wd D) is AdamW's memory in units of the run; the best one is 1.084 (D/N)^-0.527. Read in two
/// independent secondary sources. The paper's laws of the best batch (exponent 0.383 of D) and of the critical batch
/// are not offered: the coefficient of the one was seen in one source only, and for the exponent of the other the
/// sources disagree (0.462 and 0.47).
/// </remarks>
public sealed class PowerLinesLaw : ScalingLaw
{
    private PowerLinesLaw()
        : base("bergsma-2025-weight-decay")
    {
        Title = "Power Lines, weight decay";
        Convention = ParameterConvention.Total;
        FittedRange = new() { Parameters = new(1.11e8, 3.3e9), TokensPerParameter = new(1, 1e3) };
        Source = new("Bergsma et al.", 2025, "Power Lines: Scaling Laws for Weight Decay and Batch Size in LLM Pre-training",
            "2505.13738", "timescale by tokens per parameter (read in two secondary sources)");
        Caution = "AdamW with decoupled decay, fitted under muP on dense models: an order of magnitude, not a tuned value.";
    }

    /// <summary>The law with the published coefficients.</summary>
    public static PowerLinesLaw Published { get; } = new();

    /// <inheritdoc/>
    public override string Formula => "tau = 1.084 (D/N)^-0.527;  wd = B / (lr tau D)";

    /// <inheritdoc/>
    public override IReadOnlyList<LawCoefficient> Coefficients { get; } =
        new LawCoefficient[] { new("tau0", 1.084, "of the run"), new("exponent of D/N", -0.527) };

    /// <summary>The best timescale of AdamW, in units of the run.</summary>
    /// <param name="parameters">All parameters.</param>
    /// <param name="tokens">Training tokens.</param>
    /// <returns>A share of the run; above 1 where the weights should remember their start.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public double Timescale(double parameters, double tokens)
    {
        Positive.Require(parameters, nameof(parameters), "parameters");
        Positive.Require(tokens, nameof(tokens), "tokens");
        return 1.084 * ScalarMath.Pow(tokens / parameters, -0.527);
    }

    /// <summary>The timescale that a run has, in units of the run.</summary>
    /// <param name="batchTokens">Tokens per optimizer step.</param>
    /// <param name="learningRate">The peak learning rate.</param>
    /// <param name="weightDecay">The decoupled weight decay.</param>
    /// <param name="tokens">Training tokens.</param>
    /// <returns>A share of the run.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public static double TimescaleOf(double batchTokens, double learningRate, double weightDecay, double tokens)
    {
        Positive.Require(batchTokens, nameof(batchTokens), "tokens");
        Positive.Require(learningRate, nameof(learningRate), "a learning rate");
        Positive.Require(weightDecay, nameof(weightDecay), "a weight decay");
        Positive.Require(tokens, nameof(tokens), "tokens");
        return batchTokens / (learningRate * weightDecay * tokens);
    }

    /// <summary>The weight decay with which the run has the best timescale.</summary>
    /// <param name="parameters">All parameters.</param>
    /// <param name="tokens">Training tokens.</param>
    /// <param name="batchTokens">Tokens per optimizer step.</param>
    /// <param name="learningRate">The peak learning rate.</param>
    /// <returns>The decoupled weight decay.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public double WeightDecay(double parameters, double tokens, double batchTokens, double learningRate) =>
        TimescaleOf(batchTokens, learningRate, Timescale(parameters, tokens), tokens);
}
