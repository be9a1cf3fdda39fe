using System;

namespace ScalingAnalyzers.Architectures;

public sealed partial record TransformerShape
{
    /// <summary>Numbers that all layers together cache for one token that every layer sees.</summary>
    /// <remarks>
    /// 2 * layers * key-value heads * head size (Shazeer 2019, arXiv:1911.02150, section 3; Ainslie et al. 2023, arXiv:2305.13245);
    /// with latent attention layers * (latent rank + rotary head size) (DeepSeek-V2, arXiv:2405.04434, section 2.1.4 and table 1).
    /// </remarks>
    /// <inheritdoc cref="Parameters" path="/exception"/>
    public long KeyValueCacheValuesPerToken
    {
        get
        {
            RequirePossible();
            return checked(Layers * CachedByLayer);
        }
    }

    private long CachedByLayer => LatentAttention is { } latent
        ? (long)latent.KeyValueRank + latent.RotaryHeadSize
        : checked((long)KeyValueHeadCount * (QueryHeadSize + ValueHeadSize));

    /// <summary>Key-value cache of one token that every layer sees, bytes. Sliding windows cap the sum over a sequence: <see cref="KeyValueCacheBytes"/>.</summary>
    /// <param name="precision">The format of the cache; Unspecified is BF16.</param>
    /// <returns>Bytes.</returns>
    /// <inheritdoc cref="Parameters" path="/exception"/>
    public long KeyValueCacheBytesPerToken(NumericFormat precision = NumericFormat.BF16) => checked(KeyValueCacheValuesPerToken * BytesOf(precision));

    /// <summary>Key-value cache of a sequence, bytes: layers with a sliding window keep no more than the window (Jiang et al. 2023, arXiv:2310.06825, section 2).</summary>
    /// <param name="sequenceLength">Tokens.</param>
    /// <param name="precision">The format of the cache; Unspecified is BF16.</param>
    /// <returns>Bytes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is impossible, or the sequence is negative.</exception>
    /// <exception cref="OverflowException">More than a long holds.</exception>
    public long KeyValueCacheBytes(long sequenceLength, NumericFormat precision = NumericFormat.BF16)
    {
        RequirePossible();
        if (sequenceLength < 0) throw new ArgumentOutOfRangeException(nameof(sequenceLength), sequenceLength, "The sequence length is in tokens and must not be negative; it is " + Text(sequenceLength) + ".");
        long seenBySliding = Math.Min(sequenceLength, SlidingWindow ?? sequenceLength);
        return checked(CachedByLayer * BytesOf(precision)
            * (((Layers - SlidingLayerCount) * sequenceLength) + (SlidingLayerCount * seenBySliding)));
    }
}
