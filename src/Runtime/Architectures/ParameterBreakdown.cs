using System;

namespace ScalingAnalyzers.Architectures;

/// <summary>Where the parameters are. The parts sum to <see cref="Total"/>.</summary>
public readonly record struct ParameterBreakdown
{
    /// <summary>Token and position tables, and the projections between an embedding of another width and the
    /// model.</summary>
    public long Embedding { get; init; }

    /// <summary>Projections of attention with their biases, gates and sinks.</summary>
    public long Attention { get; init; }

    /// <summary>Linear attention, state spaces, short convolutions and gated recurrences, with the norms inside
    /// them.</summary>
    public long Recurrent { get; init; }

    /// <summary>Dense feed-forward layers.</summary>
    public long FeedForward { get; init; }

    /// <summary>Routed and shared experts, routers and gates.</summary>
    public long Experts { get; init; }

    /// <summary>Normalisations: of blocks, of queries and keys, of latents, of the embedding, the last one.</summary>
    public long Norms { get; init; }

    /// <summary>The output layer, where it does not share the token table, and its bias.</summary>
    public long Head { get; init; }

    /// <summary>What is declared besides: <see cref="TransformerShape.ExtraParameters"/> and the extras of
    /// blocks.</summary>
    public long Other { get; init; }

    /// <summary>The sum of the parts.</summary>
    /// <exception cref="OverflowException">The result exceeds a long.</exception>
    public long Total => checked(Embedding + Attention + Recurrent + FeedForward + Experts + Norms + Head + Other);
}
