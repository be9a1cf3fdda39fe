#if NET8_0_OR_GREATER
using System;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

public sealed partial class ChinchillaLaw
{
    // Prepared for the kernels once; in a race two equal copies are made.
    private LossSurface? _surface;

    private LossSurface Surface => _surface ??= new LossSurface(this);

    /// <inheritdoc/>
    /// <remarks>
    /// Vectorised: relative error at most 2e-15. Several cores share more than some ten thousand runs; the overload
    /// with a switch uses one core.
    /// </remarks>
    public void Loss(ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, Span<double> destination) =>
        Loss(parameters, tokens, destination, ArrayThreads.AllProcessors);

    /// <summary>The predicted losses of many runs.</summary>
    /// <remarks>
    /// Relative error at most 2e-15 for parameters in [1, 1e18], tokens in [1, 1e20] and exponents in [0, 2], on every
    /// instruction set. No value throws, unlike in the scalar Loss: zero, negative, infinite, NaN and denormal inputs
    /// give the result of Irreducible + A * Math.Pow(N, -alpha) + B * Math.Pow(D, -beta) (zero gives infinity, a
    /// negative count NaN, infinity removes the term), so that one bad run in a million does not lose the others.
    /// </remarks>
    /// <param name="parameters">Parameters, one a run.</param>
    /// <param name="tokens">Training tokens, one a run; as long as parameters.</param>
    /// <param name="destination">Receives nats per token; at least as long as parameters. May be one of the sources,
    /// but not overlap one in part.</param>
    /// <param name="threads">Whether all processors may share long arrays.</param>
    /// <exception cref="ArgumentException">The lengths differ, the destination is too short, or it overlaps a source in
    /// part.</exception>
    public void Loss(ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, Span<double> destination, ArrayThreads threads)
    {
        LossArrays.RequireEqual(parameters.Length, tokens.Length);
        LossArrays.RequireRoom(destination.Length, parameters.Length);
        var room = destination[..parameters.Length];
        LossArrays.RequireApart(parameters, room);
        LossArrays.RequireApart(tokens, room);
        Surface.Loss(parameters, tokens, room, threads, MeasuredPath.For(room.Length));
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Powers are computed on the axes only, so this runs at the speed of memory. The destination must not overlap the
    /// axes.
    /// </remarks>
    public void LossGrid(ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, Span<double> destination) =>
        LossGrid(parameters, tokens, destination, ArrayThreads.AllProcessors);

    /// <summary>The predicted losses of every pair of a size and a token count; accuracy and special values as in
    /// Loss.</summary>
    /// <param name="parameters">Parameters: the rows.</param>
    /// <param name="tokens">Training tokens: the columns.</param>
    /// <param name="destination">Receives nats per token, row-major [parameters, tokens]; at least rows * columns
    /// long.</param>
    /// <param name="threads">Whether all processors may share a large grid.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public void LossGrid(ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, Span<double> destination, ArrayThreads threads)
    {
        LossArrays.RequireRoom(destination.Length, (long)parameters.Length * tokens.Length);
        Surface.Grid(parameters, tokens, destination, threads, InstructionPaths.Best);
    }

    /// <summary>The compute-optimal models and tokens of many budgets.</summary>
    /// <remarks>
    /// Budgets that are not positive and finite give NaN, zero or infinity here, as in the formula, instead of an
    /// exception.
    /// </remarks>
    /// <param name="trainingFlops">Training compute, FLOPs, 6ND, one a run.</param>
    /// <param name="parameters">Receives parameters; at least as long as trainingFlops.</param>
    /// <param name="tokens">Receives training tokens; at least as long as trainingFlops.</param>
    /// <exception cref="ArgumentException">A destination is too short, or two of the three share memory.</exception>
    public void Allocate(ReadOnlySpan<double> trainingFlops, Span<double> parameters, Span<double> tokens)
    {
        LossArrays.RequireRoom(parameters.Length, trainingFlops.Length, nameof(parameters));
        LossArrays.RequireRoom(tokens.Length, trainingFlops.Length, nameof(tokens));
        if (trainingFlops.Overlaps(parameters) || trainingFlops.Overlaps(tokens) || tokens.Overlaps(parameters))
        {
            throw new ArgumentException("trainingFlops, parameters and tokens must lie apart.", nameof(parameters));
        }

        Surface.Allocate(trainingFlops, parameters[..trainingFlops.Length], tokens[..trainingFlops.Length], InstructionPaths.Best);
    }

    /// <summary>The excess compute of many runs: 6ND over the least compute that reaches the same loss, minus
    /// 1.</summary>
    /// <param name="parameters">Parameters, one a run.</param>
    /// <param name="tokens">Training tokens, one a run; as long as parameters.</param>
    /// <param name="destination">Receives shares (0.5 is half as much again); at least as long as parameters, apart
    /// from the sources.</param>
    /// <exception cref="ArgumentException">The lengths differ, the destination is too short, or it shares memory with a
    /// source.</exception>
    public void ExcessCompute(ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, Span<double> destination)
    {
        LossArrays.RequireEqual(parameters.Length, tokens.Length);
        LossArrays.RequireRoom(destination.Length, parameters.Length);
        if (parameters.Overlaps(destination) || tokens.Overlaps(destination))
        {
            throw new ArgumentException("The destination must lie apart from the sources.", nameof(destination));
        }

        Surface.ExcessCompute(parameters, tokens, destination[..parameters.Length], InstructionPaths.Best);
    }
}
#endif
