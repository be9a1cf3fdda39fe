using System;

namespace ScalingAnalyzers.Architectures;

/// <summary>Which linear layers have a bias vector.</summary>
[Flags]
public enum Biases
{
    /// <summary>No layer.</summary>
    None = 0,

    /// <summary>The query projection (with latent attention: the projection down to the query latent).</summary>
    Query = 1,

    /// <summary>The key projection (with latent attention, together with Value: the projection down to the key and
    /// value latent).</summary>
    Key = 2,

    /// <summary>The value projection.</summary>
    Value = 4,

    /// <summary>The projection that leaves attention.</summary>
    AttentionOutput = 8,

    /// <summary>All matrices of dense feed-forward layers.</summary>
    FeedForward = 16,

    /// <summary>All matrices of routed experts.</summary>
    Experts = 32,

    /// <summary>The router of a mixture of experts.</summary>
    Router = 64,

    /// <summary>The output layer.</summary>
    Head = 128,

    /// <summary>Query, key and value (Qwen 2).</summary>
    QueryKeyValue = Query | Key | Value,

    /// <summary>All of attention.</summary>
    Attention = QueryKeyValue | AttentionOutput,

    /// <summary>Attention and feed-forward (GPT-2, OPT, BLOOM).</summary>
    Block = Attention | FeedForward,
}
