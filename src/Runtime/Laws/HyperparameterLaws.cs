namespace ScalingAnalyzers.Laws;

/// <summary>A suggested value with the band in which a run is about as good.</summary>
public readonly record struct BandedValue
{
    /// <summary>Makes a suggestion.</summary>
    /// <param name="value">The law's value.</param>
    /// <param name="band">The band around the value, in its unit; the law's caution defines the band.</param>
    public BandedValue(double value, Interval band)
    {
        Value = value;
        Band = band;
    }

    /// <summary>The law's value.</summary>
    public double Value { get; }

    /// <summary>The band around the value, in its unit; the law's caution defines the band.</summary>
    public Interval Band { get; }

    /// <summary>1.05M (462K to 2.26M).</summary>
    public override string ToString() => Quantity.Format(Value) + " (" + Band + ")";

    internal static BandedValue Within(double value, double lowFactor, double highFactor) =>
        new(value, new(value * lowFactor, value * highFactor));
}

/// <summary>A law for the peak learning rate of Adam-family optimisers.</summary>
public interface ILearningRateLaw
{
    /// <summary>The best peak learning rate of a run.</summary>
    /// <param name="parameters">Parameters, in the law's convention.</param>
    /// <param name="tokens">Training tokens.</param>
    /// <returns>The learning rate and the band of rates about as good.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Outside the domain of the formula.</exception>
    BandedValue LearningRate(double parameters, double tokens);
}

/// <summary>A law for the global batch size.</summary>
public interface IBatchSizeLaw
{
    /// <summary>The best global batch of a run, tokens per optimiser step.</summary>
    /// <param name="parameters">Parameters, in the law's convention.</param>
    /// <param name="tokens">Training tokens.</param>
    /// <returns>The batch in tokens and the band of batches about as good.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    BandedValue BatchTokens(double parameters, double tokens);
}

/// <summary>A law for the critical batch: beyond it, more parallel tokens hardly save steps (McCandlish et al.
/// 2018).</summary>
public interface ICriticalBatchLaw
{
    /// <summary>The critical batch at this loss, tokens.</summary>
    /// <param name="loss">Nats per token.</param>
    /// <returns>Tokens per optimiser step.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Not a positive finite number.</exception>
    double CriticalBatchTokens(double loss);
}
