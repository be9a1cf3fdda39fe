#if NET8_0_OR_GREATER
using System;
#endif
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>A law with a loss surface L(N, D): the one place where its inputs are checked.</summary>
public abstract class LossLaw : ScalingLaw, ILossLaw
{
    private protected LossLaw(string id)
        : base(id)
    {
    }

    /// <inheritdoc/>
    /// <exception cref="System.ArgumentOutOfRangeException">Parameters or tokens are not positive finite
    /// numbers.</exception>
    public double Loss(double parameters, double tokens)
    {
        Positive.Require(parameters, nameof(parameters), "parameters");
        Positive.Require(tokens, nameof(tokens), "tokens");
        return Surface(parameters, tokens);
    }

    /// <summary>The formula itself; inputs are positive and finite.</summary>
    private protected abstract double Surface(double parameters, double tokens);

#if NET8_0_OR_GREATER
    /// <inheritdoc/>
    public void Loss(ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, Span<double> destination) =>
        LossArrays.Pairs(this, parameters, tokens, destination);

    /// <inheritdoc/>
    public void LossGrid(ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, Span<double> destination) =>
        LossArrays.Grid(this, parameters, tokens, destination);
#endif
}
