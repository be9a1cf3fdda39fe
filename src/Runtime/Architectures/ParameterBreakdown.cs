using System;

namespace ScalingAnalyzers.Architectures;

/// <summary>Where the parameters are. The parts sum to <see cref="Total"/>.</summary>
/// <param name="Embedding">Token and position tables, and the projections between an embedding of another width and the model.</param>
/// <param name="Attention">Projections of attention with their biases, and sinks.</param>
/// <param name="FeedForward">Dense feed-forward layers.</param>
/// <param name="Experts">Routed and shared experts, routers and gates.</param>
/// <param name="Norms">All normalisations: of blocks, of queries and keys, of latents, of the embedding, the last one.</param>
/// <param name="Head">The output layer, where it does not share the token table, and its bias.</param>
/// <param name="Other">What the shape was told of besides: <see cref="TransformerShape.ExtraParameters"/>.</param>
public readonly record struct ParameterBreakdown(
    long Embedding, long Attention, long FeedForward, long Experts, long Norms, long Head, long Other)
{
    /// <summary>The sum of the parts.</summary>
    /// <exception cref="OverflowException">More than a long holds.</exception>
    public long Total => checked(Embedding + Attention + FeedForward + Experts + Norms + Head + Other);
}
