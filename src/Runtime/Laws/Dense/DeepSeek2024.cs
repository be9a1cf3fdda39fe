using System;
using System.Collections.Generic;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>DeepSeek LLM 2024: learning rate and batch by compute (eq. 1), and the allocation between model and data
/// (eq. 4).</summary>
/// <remarks>
/// The paper measures a model by M, its non-embedding FLOPs per token with attention, M = 72 layers width^2 + 12 layers
/// width sequence, and compute by C = M D. As an allocation law of (N, D) this class returns N = M/6, so that 6ND = C;
/// N is then close to, but not equal to, a parameter count (6 N / M is between 0.43 and 1.32 over the paper's table 3).
/// </remarks>
public sealed class DeepSeekLaw : ScalingLaw, IAllocationLaw, ILearningRateLaw, IBatchSizeLaw
{
    // The plateau within 0.25 % of the least loss, DeepSeek's own criterion; the paper does not give its width. In Step
    // Law's dense sweeps it spans up to a factor of 4 in learning rate and 3.4 in batch.
    private const double LearningRateSpread = 2;
    private const double BatchSpread = 1.85;

    private readonly PowerAllocationLaw _allocation;

    internal DeepSeekLaw()
        : base("deepseek-2024")
    {
        ConstantName = "DeepSeek2024";
        Title = "DeepSeek LLM";
        Convention = ParameterConvention.NonEmbedding;
        FittedRange = new() { TrainingFlops = new(1e17, 3e20) };
        Source = new("Bi et al.", 2024, "DeepSeek LLM: Scaling Open-Source Language Models with Longtermism", "2401.02954", "eq. 1 and 4");
        Caution = "Its model size is M/6 (non-embedding FLOPs per token over 6). Bands: within 0.25 % of the least loss, their width from "
            + "Step Law's sweeps. Learning rate and batch were fitted up to 2e19 FLOPs.";
        _allocation = new PowerAllocationLaw(Id) { Scale = 1 / (6 * 5.8316), Exponent = 1 - 0.4757 };
    }

    /// <summary>The law with the published coefficients.</summary>
    public static DeepSeekLaw Published { get; } = new();

    /// <summary>The compute over which learning rate and batch were fitted, FLOPs.</summary>
    public static Interval HyperparameterRange { get; } = new(1e17, 2e19);

    /// <inheritdoc/>
    public override string Formula =>
        "D = 5.8316 C^0.4757, M = 0.1715 C^0.5243;  lr = 0.3118 C^-0.1250;  B = 0.2920 C^0.3271 tokens;  C = M D";

    /// <inheritdoc/>
    public override IReadOnlyList<LawCoefficient> Coefficients { get; } = new LawCoefficient[]
    {
        new("M0", 0.1715, "FLOPs per token"), new("a", 0.5243), new("D0", 5.8316, "tokens"), new("b", 0.4757),
        new("lr0", 0.3118), new("lr exponent", -0.1250), new("B0", 0.2920, "tokens"), new("B exponent", 0.3271),
    };

    /// <summary>M, the non-embedding FLOPs per token with attention.</summary>
    /// <param name="layers">Transformer layers.</param>
    /// <param name="width">d_model.</param>
    /// <param name="sequenceLength">Tokens in a training sequence.</param>
    /// <returns>FLOPs per training token.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public static double FlopsPerToken(double layers, double width, double sequenceLength)
    {
        Positive.Require(layers, nameof(layers), "layers");
        Positive.Require(width, nameof(width), "model dimensions");
        Positive.Require(sequenceLength, nameof(sequenceLength), "tokens");
        return (72 * layers * width * width) + (12 * layers * width * sequenceLength);
    }

    /// <summary>The optimal M at a training compute, 0.1715 C^0.5243 (eq. 4).</summary>
    /// <param name="trainingFlops">C = M D, FLOPs.</param>
    /// <returns>Non-embedding FLOPs per token.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive finite number.</exception>
    public double OptimalFlopsPerToken(double trainingFlops) => Power(0.1715, trainingFlops, 0.5243);

    /// <summary>The optimal tokens at a training compute, 5.8316 C^0.4757 (eq. 4).</summary>
    /// <param name="trainingFlops">C = M D, FLOPs.</param>
    /// <returns>Tokens.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive finite number.</exception>
    public double OptimalTokens(double trainingFlops) => Power(5.8316, trainingFlops, 0.4757);

    /// <summary>The learning rate at a training compute, 0.3118 C^-0.1250 (eq. 1).</summary>
    /// <param name="trainingFlops">C = M D, FLOPs.</param>
    /// <returns>The learning rate and the plateau around it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive finite number.</exception>
    public BandedValue LearningRateAt(double trainingFlops) =>
        BandedValue.Within(Power(0.3118, trainingFlops, -0.1250), 1 / LearningRateSpread, LearningRateSpread);

    /// <summary>The batch at a training compute, 0.2920 C^0.3271 tokens (eq. 1).</summary>
    /// <param name="trainingFlops">C = M D, FLOPs.</param>
    /// <returns>Tokens per optimiser step and the plateau around it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive finite number.</exception>
    public BandedValue BatchTokensAt(double trainingFlops) =>
        BandedValue.Within(Power(0.2920, trainingFlops, 0.3271), 1 / BatchSpread, BatchSpread);

    /// <inheritdoc/>
    public BandedValue LearningRate(double parameters, double tokens) => LearningRateAt(Flops(parameters, tokens));

    /// <inheritdoc/>
    public BandedValue BatchTokens(double parameters, double tokens) => BatchTokensAt(Flops(parameters, tokens));

    /// <inheritdoc/>
    public Allocation Allocate(double trainingFlops) => _allocation.Allocate(trainingFlops);

    /// <inheritdoc/>
    public double TokensFor(double parameters) => _allocation.TokensFor(parameters);

    /// <inheritdoc/>
    public double ParametersFor(double tokens) => _allocation.ParametersFor(tokens);

    private static double Flops(double parameters, double tokens)
    {
        Positive.Require(parameters, nameof(parameters), "parameters");
        Positive.Require(tokens, nameof(tokens), "tokens");
        return 6 * parameters * tokens;
    }

    private static double Power(double scale, double flops, double exponent)
    {
        Positive.Require(flops, nameof(flops), "FLOPs");
        return scale * ScalarMath.Pow(flops, exponent);
    }
}
