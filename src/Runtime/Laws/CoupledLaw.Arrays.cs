#if NET8_0_OR_GREATER
using System;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

public sealed partial class CoupledLaw
{
    // Prepared for the kernels once; in a race two equal copies are made.
    private CoupledSurface? _surface;

    private CoupledSurface Surface => _surface ??= new CoupledSurface(this);

    /// <inheritdoc/>
    /// <remarks>
    /// Vectorised. Zero, negative, infinite and NaN inputs give the result of the formula in Math.Pow, as in
    /// <see cref="ChinchillaLaw"/>; none throws. Several cores share more than some ten thousand runs; the overload
    /// with a switch uses one core.
    /// </remarks>
    public void Loss(ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, Span<double> destination) =>
        Loss(parameters, tokens, destination, ArrayThreads.AllProcessors);

    /// <summary>The predicted losses of many runs.</summary>
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
        Surface.Loss(parameters, tokens, room, threads, InstructionPaths.Best);
    }

    /// <inheritdoc/>
    /// <remarks>The destination must not overlap the axes.</remarks>
    public void LossGrid(ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, Span<double> destination) =>
        LossGrid(parameters, tokens, destination, ArrayThreads.AllProcessors);

    /// <summary>The predicted losses of every pair of a size and a token count.</summary>
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
}
#endif
