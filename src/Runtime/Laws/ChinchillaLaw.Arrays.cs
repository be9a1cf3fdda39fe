#if NET8_0_OR_GREATER
using System;

namespace ScalingAnalyzers;

public sealed partial class ChinchillaLaw
{
    /// <inheritdoc/>
    public void Loss(ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, Span<double> destination) =>
        LossArrays.Pairs(this, parameters, tokens, destination);

    /// <inheritdoc/>
    public void LossGrid(ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, Span<double> destination) =>
        LossArrays.Grid(this, parameters, tokens, destination);
}
#endif
