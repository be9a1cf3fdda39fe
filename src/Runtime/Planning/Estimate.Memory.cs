using System;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers;

/// <content>Bytes of weights, training state and cache.</content>
public sealed partial class Estimate
{
    private void CountMemory()
    {
        if (Counted.Parameters is not { } parameters) return;
        KeyValueCacheBytesPerToken = Counted.Shape?.KeyValueCacheBytesPerToken();
        if (Counted.Precision is not { } precision) return;
        WeightBytes = WeightsIn(parameters, precision);
        if (Counted.Optimizer is { } optimizer
            && new TrainingMemoryOptions { Optimizer = optimizer, Precision = precision }.WithGradients(Counted.GradientPrecision)
                is { } options) TrainingState = StateOf(parameters, options);
    }

    // Adafactor's state follows from each matrix; a count that is declared beside a shape still decides the rest.
    private TrainingMemory? StateOf(long parameters, TrainingMemoryOptions options)
    {
        if (options.Optimizer == Optimizer.Adafactor && (Counted.Shape is not { } shape || shape.Parameters != parameters)) return null;
        try
        {
            var state = options.Optimizer == Optimizer.Adafactor
                ? Counted.Shape!.TrainingMemory(options)
                : TrainingMemory.Of(parameters, options);
            return state.Total > 0 ? state : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static long? WeightsIn(long parameters, NumericFormat precision)
    {
        try
        {
            return TransformerShape.BytesFor(parameters, precision);
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
