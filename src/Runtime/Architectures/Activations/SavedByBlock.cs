namespace ScalingAnalyzers.Architectures;

/// <summary>
/// The tensors that a block keeps for the backward pass: the input of each norm, of each matrix and of each product.
/// </summary>
/// <remarks>
/// Attention with its softmax computed again: Dao et al. 2022, arXiv:2205.14135 (queries, keys, values, output and one
/// 32-bit number a head). Without positions: a rotation needs none of its inputs. Routed experts: Megatron-LM's
/// permutation, a copy of each token for each of its experts.
/// </remarks>
internal static class SavedByBlock
{
    /// <summary>Adds a block; false where what it keeps is not known.</summary>
    public static bool TryAdd(BlockShape block, long hidden, SavedForBackward saved)
    {
        if (block.HasOwnResidual || block.Attention?.Compression is { Rate: > 0 }) return false;
        saved.Whole(block.Norms * hidden);
        if (block.Attention is not null || block.Recurrent is not null) saved.Whole(hidden);
        if (block.FeedForwardSize > 0 || block.Experts is not null) saved.Whole(hidden);
        if (block.Attention is { } attention) Attention(attention, hidden, saved);
        if (block.FeedForwardSize > 0) FeedForward(block, block.FeedForwardSize, saved);
        if (block.Experts is { } experts) Experts(block, experts, hidden, saved);
        return block.Recurrent is not { } recurrent || recurrent.TryAddSaved(saved);
    }

    private static void Attention(AttentionShape attention, long hidden, SavedForBackward saved)
    {
        long keySize = attention.KeySize((int)hidden);
        long valueSize = attention.ValueSize((int)hidden);
        if (attention.InputSize is { } input) saved.Whole(2 * (input - hidden));

        // Queries and the output; one logarithm of a sum a head.
        saved.Heads(attention.Heads, keySize + valueSize);
        saved.Heads(attention.Heads, 1, bytes: 4);
        if (saved.StoresSoftmax) saved.Heads(attention.Heads, saved.SequenceLength);
        if (attention.QueryRank > 0) saved.Whole(2L * attention.QueryRank);
        if (attention.Latent is { } latent)
        {
            // The latents before and after their norms; keys and values of every head.
            saved.Whole((2L * latent.QueryRank) + (2L * latent.KeyValueRank) + latent.RotaryHeadSize);
            saved.Heads(attention.Heads, keySize + valueSize);
        }
        else if (!attention.SharesCache)
        {
            saved.Heads(attention.KeyValueHeadCount, keySize + valueSize);
        }

        if (attention.QueryKeyNorm != QueryKeyNorm.None)
        {
            saved.Heads(attention.Heads, keySize);
            if (!attention.SharesCache) saved.Heads(attention.KeyValueHeadCount, keySize);
        }

        if (attention.Gate != AttentionGate.None)
        {
            // The gate after its sigmoid, and the product.
            saved.Heads(attention.Heads, attention.Gate == AttentionGate.Channel ? 2 * valueSize : valueSize + 1);
        }

        if (attention.OutputNormSize > 0) saved.Divided(attention.OutputNormSize);
        if (attention.Indexer is { } indexer) saved.Whole(((indexer.Heads + 1L) * indexer.HeadSize) + indexer.Heads);
    }

    private static void FeedForward(BlockShape block, long size, SavedForBackward saved) =>
        saved.Divided((block.GatedFeedForward ? saved.GatedTensors : 2) * size);

    private static void Experts(BlockShape block, ExpertShape experts, long hidden, SavedForBackward saved)
    {
        long read = experts.LatentSize > 0 ? experts.LatentSize : hidden;
        if (experts.LatentSize > 0) saved.Whole((experts.LatentNorm ? 3 : 2) * read);
        saved.Divided(experts.PerToken * 2 * read);
        FeedForward(block, (experts.PerToken * (long)experts.Size) + experts.SharedSize, saved);

        // The router's logits and their softmax, 32 bit.
        saved.Divided(2L * (experts.Count + experts.ZeroCount), bytes: 4);
        if (experts.SharedGate) saved.Whole(hidden + 1);
    }
}
