using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers;

/// <content>What the laws give for after training, and for how to train.</content>
public sealed partial class Estimate
{
    private HyperparameterPlan? _hyperparameters;

    /// <summary>
    /// What quantising the weights to <see cref="TrainingRun.ServingPrecision"/> after training adds to the loss, nats
    /// per token, by kumar-2024: a trend, whose authors call the constants unlikely to be useful. Null for mixtures, for
    /// 16 bits or more, and where no loss is predicted.
    /// </summary>
    public double? ServingLossAdded => Balance is { } balance && !Counted.IsMixture && BitsServed is { } bits
        ? KumarLaw.Published.QuantizationPenalty(Counted.NonEmbeddingParameters ?? balance.Parameters, balance.Tokens, bits)
        : null;

    /// <summary>Learning rate and batch by every law, of the run or of its plan; null where the laws do not
    /// apply.</summary>
    public HyperparameterPlan? Hyperparameters => _hyperparameters ??= (Balance ?? Plan?.Balance) is { } balance
        ? HyperparameterPlan.For(Counted.IsMixture ? balance.Parameters : Counted.NonEmbeddingParameters ?? balance.Parameters,
            balance.Tokens)
        : null;

    private int? BitsServed => Counted.ServingPrecision switch
    {
        NumericFormat.FP8 or NumericFormat.INT8 => 8,
        NumericFormat.FP4 => 4,
        _ => null,
    };
}
