using System.Collections.Generic;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>Step Law, Li et al. 2025: learning rate 1.79 N^-0.713 D^0.307, batch 0.58 D^0.571 tokens.</summary>
/// <remarks>
/// N counts parameters without the vocabulary. The final learning rate was fixed at 1e-5. A band covers two things: the
/// plateau within 0.25 % of the least loss, whose widest reach in the authors' dense sweeps (17 settings) is 0.4 to 2.3
/// times the law for the learning rate and 0.44 to 2.15 times for the batch; and the 95 % sampling interval of the
/// authors' 1000 bootstrap fits, by the covariance of their coefficients, which grows with the distance from the data.
/// Both computed by us from the authors' published tables.
/// </remarks>
public sealed class StepLaw : ScalingLaw, ILearningRateLaw, IBatchSizeLaw
{
    private static readonly Interval LearningRatePlateau = new(0.40, 2.3);
    private static readonly Interval BatchPlateau = new(0.44, 2.15);

    internal StepLaw()
        : base("step-law-2025")
    {
        Title = "Step Law";
        Convention = ParameterConvention.NonEmbedding;
        FittedRange = new() { Parameters = new(6e7, 1e9), Tokens = new(2e9, 1e11) };
        Source = new("Li et al.", 2025, "Predictable Scale: Part I, Step Law", "2503.04715",
            "the law; intervals from the authors' bootstrap tables");
        Caution = "For Adam with the final learning rate at 1e-5. Bands: within 0.25 % of the least loss in the authors' sweeps, widened "
            + "by the fit's sampling error. The token range is recalled.";
    }

    /// <summary>The law with the published coefficients.</summary>
    public static StepLaw Published { get; } = new();

    /// <inheritdoc/>
    public override string Formula => "lr = 1.79 N^-0.713 D^0.307;  B = 0.58 D^0.571 tokens";

    /// <inheritdoc/>
    public override IReadOnlyList<LawCoefficient> Coefficients { get; } = new LawCoefficient[]
    {
        new("lr0", 1.79),
        new("lr exponent of N", -0.713, "") { Confidence = new Interval(-0.774, -0.655), ConfidenceLevel = 0.95 },
        new("lr exponent of D", 0.307, "") { Confidence = new Interval(0.271, 0.345), ConfidenceLevel = 0.95 },
        new("B0", 0.58, "tokens"),
        new("B exponent of D", 0.571, "") { Confidence = new Interval(0.534, 0.606), ConfidenceLevel = 0.95 },
    };

    /// <inheritdoc/>
    public BandedValue LearningRate(double parameters, double tokens)
    {
        Positive.Require(parameters, nameof(parameters), "parameters");
        Positive.Require(tokens, nameof(tokens), "tokens");
        double n = ScalarMath.Log(parameters);
        double d = ScalarMath.Log(tokens);

        // Covariance of (intercept, exponent of N, exponent of D) over the 1000 bootstrap fits.
        double variance = 3.8867e-1 + (n * n * 8.9059e-4) + (d * d * 3.6595e-4)
            - (2 * n * 1.3545e-2) - (2 * d * 5.1274e-3) - (2 * n * d * 1.7416e-4);
        double value = 1.79 * ScalarMath.Pow(parameters, -0.713) * ScalarMath.Pow(tokens, 0.307);
        return Band(value, LearningRatePlateau, variance);
    }

    /// <inheritdoc/>
    public BandedValue BatchTokens(double parameters, double tokens)
    {
        Positive.Require(tokens, nameof(tokens), "tokens");
        double d = ScalarMath.Log(tokens);

        // Covariance of (intercept, exponent of D) over the 1000 bootstrap fits.
        double variance = 1.9099e-1 + (d * d * 3.4817e-4) - (2 * d * 8.1434e-3);
        return Band(0.58 * ScalarMath.Pow(tokens, 0.571), BatchPlateau, variance);
    }

    private static BandedValue Band(double value, Interval plateau, double variance)
    {
        double sampling = ScalarMath.Exp(1.96 * ScalarMath.Pow(System.Math.Max(variance, 0), 0.5));
        return BandedValue.Within(value, plateau.Low / sampling, plateau.High * sampling);
    }
}
