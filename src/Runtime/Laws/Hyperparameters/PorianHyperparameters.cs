using System.Collections.Generic;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>Batch and learning rate as functions of the model's size (Porian et al. 2024).</summary>
/// <remarks>batch = 160 (N/108e6)^(2/3) sequences of 2048 tokens; learning rate = 0.0047 (N/108e6)^(-1/3). Rounded as
/// in the authors' code.</remarks>
public sealed class PorianHyperparameters : ScalingLaw, ILearningRateLaw, IBatchSizeLaw
{
    internal PorianHyperparameters()
        : base("porian-2024-hyperparameters")
    {
        Title = "Porian, batch and learning rate";
        Convention = ParameterConvention.NonEmbeddingWithHead;
        FittedRange = new() { Parameters = new(5e6, 9.02e8), TrainingFlops = new(1.25e16, 2.56e19) };
        Source = new("Porian et al.", 2024, "Resolving Discrepancies in Compute-Optimal Scaling of Language Models", "2406.19146",
            "the authors' code");
        Caution = "For compute-optimal runs of small models; no band is published, so the band is the value.";
    }

    /// <summary>The law with the published coefficients.</summary>
    public static PorianHyperparameters Published { get; } = new();

    /// <inheritdoc/>
    public override string Formula => "B = 160 (N/108e6)^(2/3) sequences of 2048 tokens;  lr = 0.0047 (N/108e6)^(-1/3)";

    /// <inheritdoc/>
    public override IReadOnlyList<LawCoefficient> Coefficients { get; } = new LawCoefficient[]
    {
        new("B0", 160, "sequences of 2048 tokens"), new("lr0", 0.0047), new("N0", 108e6, "parameters"),
    };

    /// <summary>The batch in sequences of 2048 tokens.</summary>
    /// <param name="parameters">Parameters but the input embedding.</param>
    /// <returns>Sequences per optimiser step.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Not a positive finite number.</exception>
    public double BatchSequences(double parameters)
    {
        Positive.Require(parameters, nameof(parameters), "parameters");
        return 160 * ScalarMath.Pow(parameters / 108e6, 2.0 / 3);
    }

    /// <inheritdoc/>
    public BandedValue BatchTokens(double parameters, double tokens) => BandedValue.Within(2048 * BatchSequences(parameters), 1, 1);

    /// <inheritdoc/>
    public BandedValue LearningRate(double parameters, double tokens)
    {
        Positive.Require(parameters, nameof(parameters), "parameters");
        return BandedValue.Within(0.0047 * ScalarMath.Pow(parameters / 108e6, -1.0 / 3), 1, 1);
    }
}
