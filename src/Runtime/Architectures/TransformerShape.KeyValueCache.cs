using System;

namespace ScalingAnalyzers.Architectures;

public sealed partial record TransformerShape
{
    /// <summary>The numbers that all layers together cache for one token that is visible to every layer.</summary>
    /// <remarks>
    /// 2 * layers * key-value heads * head size (Shazeer 2019, arXiv:1911.02150, section 3; Ainslie et al. 2023,
    /// arXiv:2305.13245); with latent attention layers * (latent rank + rotary head size) (DeepSeek-V2,
    /// arXiv:2405.04434, section 2.1.4 and table 1).
    /// </remarks>
    /// <inheritdoc cref="Parameters" path="/exception"/>
    public long KeyValueCacheValuesPerToken
    {
        get
        {
            RequirePossible();
            if (_blocks is null) return checked(Layers * CachedByLayer);
            long values = 0;
            foreach (BlockShape block in _blocks)
                values = checked(values + ((block.Attention?.CachedValues(HiddenSize) ?? 0) * block.Uses));
            return values;
        }
    }

    private long CachedByLayer => LatentAttention is { } latent
        ? (long)latent.KeyValueRank + latent.RotaryHeadSize
        : checked((long)KeyValueHeadCount * (QueryHeadSize + ValueHeadSize));

    /// <summary>
    /// Key-value cache of one token that is visible to every layer, bytes. Sliding windows limit the sum over a
    /// sequence: <see cref="KeyValueCacheBytes"/>.
    /// </summary>
    /// <param name="precision">The format of the cache; Unspecified is BF16.</param>
    /// <returns>Bytes.</returns>
    /// <inheritdoc cref="Parameters" path="/exception"/>
    public long KeyValueCacheBytesPerToken(NumericFormat precision = NumericFormat.BF16) =>
        BytesFor(KeyValueCacheValuesPerToken, precision);

    /// <summary>
    /// Key-value cache of a sequence, bytes: layers with a sliding window cache at most the window (Jiang et al. 2023,
    /// arXiv:2310.06825, section 2).
    /// </summary>
    /// <param name="sequenceLength">Tokens.</param>
    /// <param name="precision">The format of the cache; Unspecified is BF16.</param>
    /// <returns>Bytes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is impossible, or the sequence is
    /// negative.</exception>
    /// <exception cref="OverflowException">The result exceeds a long.</exception>
    public long KeyValueCacheBytes(long sequenceLength, NumericFormat precision = NumericFormat.BF16)
    {
        RequirePossible();
        if (sequenceLength < 0)
            throw new ArgumentOutOfRangeException(nameof(sequenceLength), sequenceLength,
                "The sequence length is in tokens and must not be negative; it is " + Text(sequenceLength) + ".");
        if (_blocks is not null) return BytesFor(CachedOver(sequenceLength), precision);
        long seenBySliding = Math.Min(sequenceLength, SlidingWindow ?? sequenceLength);
        return BytesFor(
            checked(CachedByLayer * (((Layers - SlidingLayerCount) * sequenceLength) + (SlidingLayerCount * seenBySliding))), precision);
    }

    private long CachedOver(long sequenceLength)
    {
        long values = 0;
        foreach (BlockShape block in _blocks!)
        {
            if (block.Attention is { } attention)
                values = checked(values + (attention.CachedOver(HiddenSize, sequenceLength) * block.Uses));
        }

        return values;
    }

    /// <summary>
    /// What layers of constant time keep of a sequence, bytes, however long it is: heads * key size * value size in
    /// the format of the state, and (kernel - 1) * channels of each convolution in the format of the activations.
    /// </summary>
    /// <param name="precision">The format of activations, and of states whose format the config does not declare;
    /// Unspecified is BF16.</param>
    /// <returns>Bytes; 0 where there are no such layers.</returns>
    /// <inheritdoc cref="Parameters" path="/exception"/>
    public long RecurrentStateBytes(NumericFormat precision = NumericFormat.BF16)
    {
        RequirePossible();
        long bytes = 0;
        if (_blocks is null) return bytes;
        foreach (BlockShape block in _blocks)
        {
            if (block.Recurrent is not { } recurrent) continue;
            NumericFormat format = recurrent.StateFormat == NumericFormat.Unspecified ? precision : recurrent.StateFormat;
            bytes = checked(bytes
                + (block.Uses * (BytesFor(recurrent.StateValues, format) + BytesFor(recurrent.ConvolutionStateValues, precision))));
        }

        return bytes;
    }
}
