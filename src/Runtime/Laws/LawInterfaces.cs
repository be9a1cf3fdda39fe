#if NET8_0_OR_GREATER
using System;
#endif

namespace ScalingAnalyzers.Laws;

/// <summary>Model size and training tokens that belong together.</summary>
public readonly record struct Allocation
{
    /// <summary>Makes a pair of model size and training tokens.</summary>
    /// <param name="parameters">Parameters (active ones for a mixture of experts).</param>
    /// <param name="tokens">Training tokens.</param>
    public Allocation(double parameters, double tokens)
    {
        Parameters = parameters;
        Tokens = tokens;
    }

    /// <summary>Parameters (active ones for a mixture of experts).</summary>
    public double Parameters { get; }

    /// <summary>Training tokens.</summary>
    public double Tokens { get; }

    /// <summary>Training compute, 6 * parameters * tokens, FLOPs.</summary>
    public double TrainingFlops => 6 * Parameters * Tokens;

    /// <summary>Training tokens per parameter.</summary>
    public double TokensPerParameter => Tokens / Parameters;

    /// <summary>67.5B parameters on 1.25T tokens (18.5 per parameter).</summary>
    public override string ToString() => Quantity.Format(Parameters) + " parameters on " + Quantity.Format(Tokens) + " tokens ("
        + Quantity.Ratio(TokensPerParameter) + " per parameter)";
}

/// <summary>A law that gives the model size and token count with the best use of training compute.</summary>
public interface IAllocationLaw
{
    /// <summary>The compute-optimal model and tokens at this training compute; 6 * parameters * tokens equals
    /// it.</summary>
    /// <param name="trainingFlops">Training compute, FLOPs, 6ND.</param>
    /// <returns>Parameters and tokens.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Not a positive finite number.</exception>
    Allocation Allocate(double trainingFlops);

    /// <summary>The training tokens for which a model of this size is compute-optimal.</summary>
    /// <param name="parameters">Parameters.</param>
    /// <returns>Tokens.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Not a positive finite number.</exception>
    double TokensFor(double parameters);

    /// <summary>The model size that is compute-optimal for this many training tokens.</summary>
    /// <param name="tokens">Training tokens.</param>
    /// <returns>Parameters.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Not a positive finite number.</exception>
    double ParametersFor(double tokens);
}

/// <summary>A law that predicts the loss of a run from its parameters and training tokens.</summary>
/// <remarks>On net8.0 and later the members for arrays have a body, so a law built against netstandard2.0, which lacks
/// them, runs there too.</remarks>
public interface ILossLaw
{
    /// <summary>The predicted loss, nats per token on the law's own data and tokenizer.</summary>
    /// <param name="parameters">Parameters, in the law's convention.</param>
    /// <param name="tokens">Training tokens.</param>
    /// <returns>Nats per token.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Parameters or tokens are not positive finite
    /// numbers.</exception>
    double Loss(double parameters, double tokens);

#if NET8_0_OR_GREATER
    /// <summary>The predicted losses of many runs; one after another where the law has no faster way.</summary>
    /// <param name="parameters">Parameters, one a run.</param>
    /// <param name="tokens">Training tokens, one a run; as long as parameters.</param>
    /// <param name="destination">Receives nats per token; at least as long as parameters.</param>
    /// <exception cref="ArgumentException">The lengths differ or the destination is too short.</exception>
    void Loss(ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, Span<double> destination) =>
        LossArrays.Pairs(this, parameters, tokens, destination);

    /// <summary>The predicted losses of every pair of a size and a token count; one after another where the law has no
    /// faster way.</summary>
    /// <param name="parameters">Parameters: the rows.</param>
    /// <param name="tokens">Training tokens: the columns.</param>
    /// <param name="destination">Receives nats per token, row-major [parameters, tokens]; at least rows * columns
    /// long.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    void LossGrid(ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, Span<double> destination) =>
        LossArrays.Grid(this, parameters, tokens, destination);
#endif
}

/// <summary>
/// A loss surface with its own frontier: one surface gives the optimum, its loss, and the compute that a loss needs.
/// </summary>
public interface ILossFrontier : ILossLaw, IAllocationLaw
{
    /// <summary>The loss of the compute-optimal run, nats per token.</summary>
    /// <param name="trainingFlops">Training compute, FLOPs, 6ND.</param>
    /// <returns>Nats per token.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Not a positive finite number.</exception>
    double OptimalLoss(double trainingFlops);

    /// <summary>The least training compute that reaches a loss, FLOPs; infinity at or below the irreducible
    /// loss.</summary>
    /// <param name="loss">Nats per token.</param>
    /// <returns>FLOPs, 6ND.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Not a positive finite number.</exception>
    double TrainingFlopsFor(double loss);
}

/// <summary>A loss law whose fit has an uncertainty. The bands are separate: none contains another's cause by
/// accident.</summary>
public interface IUncertainLoss : ILossLaw
{
    /// <summary>The 95 % coefficient band of a loss: how far the coefficients may be off, the form of the law and its
    /// data taken as true.</summary>
    /// <param name="parameters">Parameters, in the law's convention.</param>
    /// <param name="tokens">Training tokens.</param>
    /// <returns>Nats per token; null where the law's source has none.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Parameters or tokens are not positive finite
    /// numbers.</exception>
    Interval? CoefficientBand(double parameters, double tokens);

    /// <summary>How far one run lies from the law, either way, in 95 % of runs: the residual scatter alone.</summary>
    /// <param name="parameters">Parameters, in the law's convention.</param>
    /// <param name="tokens">Training tokens.</param>
    /// <returns>Nats per token; null where the law's source has none.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Parameters or tokens are not positive finite
    /// numbers.</exception>
    double? RunScatter(double parameters, double tokens);

    /// <summary>The 95 % single-run band of a loss: the coefficient band and the scatter of runs, added as independent
    /// errors on each side.</summary>
    /// <param name="parameters">Parameters, in the law's convention.</param>
    /// <param name="tokens">Training tokens.</param>
    /// <returns>Nats per token; null where the law's source has none.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Parameters or tokens are not positive finite
    /// numbers.</exception>
    Interval? SingleRunBand(double parameters, double tokens);

    /// <summary>The 95 % interval of the first run's loss minus the second's, both by the same draws of the
    /// coefficients: errors that both runs share cancel.</summary>
    /// <param name="first">Parameters and tokens of the first run.</param>
    /// <param name="second">Parameters and tokens of the second run.</param>
    /// <returns>Nats per token, of either sign; null where the law's source has none.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Parameters or tokens are not positive finite
    /// numbers.</exception>
    Interval? DifferenceBand(Allocation first, Allocation second);
}
