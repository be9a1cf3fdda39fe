#if NET8_0_OR_GREATER
using System;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

public sealed partial class CoupledLaw
{
    /// <inheritdoc/>
    /// <remarks>
    /// Vectorised: the sum of both terms, then the outer power. Zero, negative, infinite and NaN inputs give the result
    /// of the formula in Math.Pow, as in <see cref="ChinchillaLaw"/>; none throws.
    /// </remarks>
    public void Loss(ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, Span<double> destination)
    {
        Inner.Loss(parameters, tokens, destination);
        Bend(destination[..parameters.Length]);
    }

    /// <inheritdoc/>
    /// <remarks>The destination must not overlap the axes.</remarks>
    public void LossGrid(ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, Span<double> destination)
    {
        Inner.LossGrid(parameters, tokens, destination);
        Bend(destination[..(parameters.Length * tokens.Length)]);
    }

    private void Bend(Span<double> sums)
    {
        PowerLawKernel.Evaluate(new PowerLaw(1, Coupling), sums, sums, InstructionPaths.Best);
        for (int i = 0; i < sums.Length; i++) sums[i] += Level;
    }
}
#endif
