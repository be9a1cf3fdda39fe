using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers;

/// <content>What the laws give for after training, and for how to train.</content>
public sealed partial class Estimate
{
    private HyperparameterPlan? _hyperparameters;
    private MixtureEquivalent? _equivalent;

    /// <summary>
    /// What quantising the weights to <see cref="TrainingRun.ServingPrecision"/> after training adds to the loss, nats
    /// per token, by kumar-2024: a trend, whose authors call the constants unlikely to be useful. Null for mixtures,
    /// for 16 bits or more, and where no loss is predicted.
    /// </summary>
    public double? ServingLossAdded => Balance is { } balance && !Counted.IsMixture && BitsServed is { } bits
        ? KumarLaw.Published.QuantizationPenalty(Counted.NonEmbeddingParameters ?? balance.Parameters, balance.Tokens, bits)
        : null;

    /// <summary>
    /// The same by kumar-2024 and ouyang-2024, from the lower to the higher, nats per token; null where
    /// <see cref="ServingLossAdded"/> is, and above 4 bits, where only the first was fitted.
    /// </summary>
    public Interval? ServingLossBand => ServingLossAdded is { } kumar && BitsServed is { } bits && OuyangLaw.FittedBits.Contains(bits)
        && Balance is { } balance
            ? Spanning(kumar, OuyangLaw.Published.QuantizationPenalty(
                Counted.NonEmbeddingParameters ?? balance.Parameters, balance.Tokens, bits))
            : null;

    /// <summary>Learning rate and batch by every law, of the run or of its plan; null where the laws do not
    /// apply.</summary>
    public HyperparameterPlan? Hyperparameters => _hyperparameters ??= (Balance ?? Plan?.Balance) is { } balance
        ? HyperparameterPlan.For(Counted.IsMixture ? balance.Parameters : Counted.NonEmbeddingParameters ?? balance.Parameters,
            balance.Tokens)
        : null;

    /// <summary>A mixture beside the dense model of the same loss; null for dense models, and where the experts or
    /// tokens are not known.</summary>
    public MixtureEquivalent? MixtureEquivalent => _equivalent ??= Counted.IsMixture && WhyNotAssessed is null
        ? Planning.MixtureEquivalent.Of(Counted)
        : null;

    /// <summary>Why no loss is predicted; null where one is.</summary>
    public string? WhyNoLoss => PredictedLoss is not null ? null
        : WhyNotAssessed is { } reason ? reason
        : Counted.TrainingTokens is null ? "the training tokens are unknown"
        : Counted.IsMixture ? WhyNoLossOfMixture
        : RepeatsUnpriced ? Law.Id + " has no term for repeated data"
        : Law.Id + " predicts no loss";

    private string WhyNoLossOfMixture => MixtureEquivalent is not { } equivalent
        ? Law.Id + " was fitted on dense models, and without the experts of the shape no law of mixtures applies"
        : equivalent.OrdersOutsideFit > 0
            ? "no law of mixtures covers it: ludziejewski-2025 is outside its fit at " + equivalent.Distance
            : Law.Id + " was fitted on dense models; MixturePlan evaluates ludziejewski-2025, whose losses are of other data";

    private static Interval Spanning(double a, double b) => new(System.Math.Min(a, b), System.Math.Max(a, b));

    private int? BitsServed => Counted.ServingPrecision switch
    {
        NumericFormat.FP8 or NumericFormat.INT8 => 8,
        NumericFormat.FP4 => 4,
        _ => null,
    };
}
