using System.Numerics;

namespace ScalingAnalyzers.Architectures;

/// <summary>A gate on what attention returns.</summary>
public enum AttentionGate
{
    /// <summary>No gate.</summary>
    None,

    /// <summary>One number a channel, projected beside the queries (Qwen3-Next).</summary>
    Channel,

    /// <summary>One number a head (Step-3.5).</summary>
    Head,
}

/// <summary>Softmax attention of one kind of block.</summary>
public sealed record AttentionShape
{
    /// <summary>Query heads.</summary>
    public int Heads { get; init; }

    /// <summary>Key and value heads; null: as many as <see cref="Heads"/>.</summary>
    public int? KeyValueHeads { get; init; }

    /// <summary>Width of a head's query and key; null: the hidden size / <see cref="Heads"/>, which must then
    /// divide.</summary>
    public int? HeadSize { get; init; }

    /// <summary>Width of a head's value; null: that of its key.</summary>
    public int? ValueHeadSize { get; init; }

    /// <summary>Multi-head latent attention; then key and value heads and head sizes play no part.</summary>
    public LatentAttentionShape? Latent { get; init; }

    /// <summary>The indexer of sparse attention; null: attention sees all tokens.</summary>
    public IndexerShape? Indexer { get; init; }

    /// <summary>Which projections have a bias; flags of other layers play no part.</summary>
    public Biases Biases { get; init; }

    /// <summary>Norms on queries and keys.</summary>
    public QueryKeyNorm QueryKeyNorm { get; init; }

    /// <summary>What the norms on queries and keys learn.</summary>
    public NormKind QueryKeyNormKind { get; init; }

    /// <summary>Whether each head learns a sink, one number.</summary>
    public bool Sinks { get; init; }

    /// <summary>A gate on the output.</summary>
    public AttentionGate Gate { get; init; }

    /// <summary>Tokens that the block looks back on; null: all.</summary>
    public int? Window { get; init; }

    /// <summary>Whether the block reads keys and values that an earlier layer cached, and caches none (Gemma
    /// 3n).</summary>
    public bool SharesCache { get; init; }

    /// <summary>Whether the block has no key and value projections of its own; it must then share a cache.</summary>
    public bool WithoutKeyValues { get; init; }

    /// <summary>Whether values are the keys, without a projection of their own (Gemma 4's full layers).</summary>
    public bool ValuesAreKeys { get; init; }

    /// <summary>Whether one tensor is key and value, after rotation too, and is cached once (DeepSeek-V4).</summary>
    public bool CachesKeysOnly { get; init; }

    /// <summary>What the block sees beside its window: entries that each pool a few tokens (DeepSeek-V4). Null: the
    /// tokens themselves.</summary>
    public CompressionShape? Compression { get; init; }

    /// <summary>Groups of heads whose outputs are projected to <see cref="OutputRank"/> each, before one matrix reads
    /// all groups (DeepSeek-V4); 0: one matrix reads the heads.</summary>
    public int OutputGroups { get; init; }

    /// <summary>Width of what a group of heads is projected to.</summary>
    public int OutputRank { get; init; }

    /// <summary>Width of the latent through which queries are projected, with a norm (Step-3); 0: none. Latent
    /// attention has its own.</summary>
    public int QueryRank { get; init; }

    /// <summary>Width of a norm before the projection out (BitNet); 0: none.</summary>
    public int OutputNormSize { get; init; }

    /// <summary>Width of what queries, keys and values are projected from; null: the hidden size. Zamba 2 has twice
    /// that.</summary>
    public int? InputSize { get; init; }

    internal int KeyValueHeadCount => KeyValueHeads ?? Heads;

    internal long KeySize(int hidden) =>
        Latent is { } latent ? (long)latent.ContentHeadSize + latent.RotaryHeadSize : HeadSize ?? hidden / Heads;

    internal long ValueSize(int hidden) => Latent is { } latent ? latent.ValueHeadSize : ValueHeadSize ?? HeadSize ?? hidden / Heads;

    /// <summary>Twice the width that one block multiplies by the sequence: heads * (query + value), and the indexer's
    /// queries; of pooled tokens their share, rounded down.</summary>
    internal long TwiceWidth(int hidden)
    {
        long indexed = Indexer is { } indexer ? (long)indexer.Heads * indexer.HeadSize : 0;
        long all = checked(TwiceHeads(hidden) + indexed);
        return Compression is { } pooled ? (pooled.Rate == 0 ? 0 : all / pooled.Rate) : all;
    }

    /// <summary>Twice width times positions over a sequence; a window counts where it is shorter.</summary>
    internal BigInteger TwiceAttended(int hidden, long length)
    {
        long seen = System.Math.Min(length, Window ?? length);
        return Compression is null
            ? new BigInteger(TwiceWidth(hidden)) * seen
            : (new BigInteger(TwiceWidth(hidden)) * length) + (new BigInteger(TwiceHeads(hidden)) * seen);
    }

    /// <summary>FLOPs of one token's forward pass in a window beside pooled tokens: the window is full whatever the
    /// sequence.</summary>
    internal long WindowFlops(int hidden) => Compression is null ? 0 : checked(2 * TwiceHeads(hidden) * (Window ?? 0));

    /// <summary>Numbers that one block caches a token; 0 where an earlier layer's cache is read.</summary>
    internal long CachedValues(int hidden) =>
        checked(CachedByToken(hidden) + (Compression is { Rate: > 0 } pooled ? Ceiling(PooledValues(hidden), pooled.Rate) : 0));

    /// <summary>Numbers that one block caches of a sequence.</summary>
    internal long CachedOver(int hidden, long length)
    {
        long seen = System.Math.Min(length, Window ?? length);
        long pooled = Compression is { Rate: > 0 } kind ? checked(length / kind.Rate * PooledValues(hidden)) : 0;
        return checked((CachedByToken(hidden) * seen) + pooled);
    }

    private long TwiceHeads(int hidden) => checked(Heads * (KeySize(hidden) + ValueSize(hidden)));

    // An entry, and the indexer's key of it.
    private long PooledValues(int hidden) => checked(KeySize(hidden) + (Indexer?.HeadSize ?? 0));

    private long CachedByToken(int hidden)
    {
        if (SharesCache) return 0;
        long indexed = Compression is null ? Indexer?.HeadSize ?? 0 : 0;
        return checked(indexed + (Latent is { } latent
            ? (long)latent.KeyValueRank + latent.RotaryHeadSize
            : KeyValueHeadCount * (KeySize(hidden) + (CachesKeysOnly ? 0 : ValueSize(hidden)))));
    }

    private static long Ceiling(long value, long divisor) => (value + divisor - 1) / divisor;
}
