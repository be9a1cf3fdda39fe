namespace ScalingAnalyzers.Architectures;

internal static partial class WeightsOf
{
    private static void Attention<TSink>(
        AttentionShape attention, long hidden, NormKind norm, WeightPlace place, in LayerGroup group, ref TSink sink)
        where TSink : struct, IWeightSink
    {
        if (attention.Latent is { } latent) Latent(attention, latent, hidden, place, group, ref sink);
        else Heads(attention, hidden, place, group, ref sink);
        if (attention.Indexer is { } indexer) Index(attention, indexer, hidden, place, group, ref sink);
        if (attention.Gate == AttentionGate.Head) Matrix(place, hidden, attention.Heads, group, ref sink);
        Output(attention, hidden, place, group, ref sink);
        if (Has(attention.Biases, Biases.AttentionOutput)) Vector(WeightPart.Attention, place, hidden, split: false, group, ref sink);
        if (attention.Sinks) Vector(WeightPart.Attention, place, attention.Heads, split: true, group, ref sink);
        if (attention.OutputNormSize > 0) Norm(place, norm, attention.OutputNormSize, 1, group, ref sink);
    }

    private static void Heads<TSink>(AttentionShape attention, long hidden, WeightPlace place, in LayerGroup group, ref TSink sink)
        where TSink : struct, IWeightSink
    {
        long input = attention.InputSize ?? hidden;
        long head = attention.KeySize((int)hidden);
        long queries = checked(attention.Heads * head);
        long keys = checked(attention.KeyValueHeadCount * head);
        long values = checked(attention.KeyValueHeadCount * attention.ValueSize((int)hidden));
        long projected = attention.Gate == AttentionGate.Channel ? checked(2 * queries) : queries;
        int groups = attention.KeyValueHeadCount;
        if (attention.QueryRank > 0)
        {
            sink.Take(new Weight(WeightPart.Attention, place, WeightUse.Multiplied, input, attention.QueryRank, split: false), group);
            Norm(place, NormKind.RootMeanSquare, attention.QueryRank, 1, group, ref sink);
        }

        Matrix(place, attention.QueryRank > 0 ? attention.QueryRank : input, projected, group, ref sink);
        if (Has(attention.Biases, Biases.Query)) Vector(WeightPart.Attention, place, projected, split: true, group, ref sink);
        if (!attention.WithoutKeyValues)
        {
            Groups(place, groups, WeightUse.Multiplied, input, keys, group, ref sink);
            if (Has(attention.Biases, Biases.Key)) Groups(place, groups, WeightUse.Elementwise, keys, 1, group, ref sink);
        }

        if (!attention.WithoutKeyValues && !attention.ValuesAreKeys)
        {
            Groups(place, groups, WeightUse.Multiplied, input, values, group, ref sink);
            if (Has(attention.Biases, Biases.Value)) Groups(place, groups, WeightUse.Elementwise, values, 1, group, ref sink);
        }

        if (attention.QueryKeyNorm == QueryKeyNorm.None) return;
        bool full = attention.QueryKeyNorm == QueryKeyNorm.FullWidth;
        if (attention.QueryKeyNorm != QueryKeyNorm.Keys)
            Norm(place, attention.QueryKeyNormKind, full ? queries : head, 1, group, ref sink);
        if (!attention.WithoutKeyValues) Norm(place, attention.QueryKeyNormKind, full ? keys : head, 1, group, ref sink);
    }

    // Down to the latents (on every tensor-parallel device), their norms, and up to the heads.
    private static void Latent<TSink>(
        AttentionShape attention, LatentAttentionShape latent, long hidden, WeightPlace place, in LayerGroup group, ref TSink sink)
        where TSink : struct, IWeightSink
    {
        long queries = checked(attention.Heads * attention.KeySize((int)hidden));
        long down = (long)latent.KeyValueRank + latent.RotaryHeadSize;
        if (latent.QueryRank > 0)
        {
            sink.Take(new Weight(WeightPart.Attention, place, WeightUse.Multiplied, hidden, latent.QueryRank, split: false), group);
            if (Has(attention.Biases, Biases.Query)) Vector(WeightPart.Attention, place, latent.QueryRank, split: false, group, ref sink);
            Norm(place, NormKind.RootMeanSquare, latent.QueryRank, 1, group, ref sink);
            Matrix(place, latent.QueryRank, queries, group, ref sink);
        }
        else
        {
            Matrix(place, hidden, queries, group, ref sink);
        }

        sink.Take(new Weight(WeightPart.Attention, place, WeightUse.Multiplied, hidden, down, split: false), group);
        if (Has(attention.Biases, Biases.Key | Biases.Value)) Vector(WeightPart.Attention, place, down, split: false, group, ref sink);
        Norm(place, NormKind.RootMeanSquare, latent.KeyValueRank, 1, group, ref sink);
        long up = checked(attention.Heads * ((long)latent.ContentHeadSize + latent.ValueHeadSize));
        Matrix(place, latent.KeyValueRank, up, group, ref sink);
    }

    // Where heads are in groups, a matrix for each of them, and one for all.
    private static void Output<TSink>(
        AttentionShape attention, long hidden, WeightPlace place, in LayerGroup group, ref TSink sink)
        where TSink : struct, IWeightSink
    {
        long width = checked(attention.Heads * attention.ValueSize((int)hidden));
        if (attention.Latent is not null && attention.Gate == AttentionGate.Channel) Matrix(place, hidden, width, group, ref sink);
        if (attention.OutputGroups > 0)
        {
            sink.Take(new Weight(WeightPart.Attention, place, WeightUse.Multiplied, width / attention.OutputGroups, attention.OutputRank,
                split: true, copies: attention.OutputGroups), group);
            width = checked((long)attention.OutputGroups * attention.OutputRank);
        }

        Matrix(place, width, hidden, group, ref sink);
        if (attention.Compression is { Rate: > 0 } pooled) Pool(pooled, attention.KeySize((int)hidden), hidden, place, group, ref sink);
    }

    // What each token contributes and how much of it, a weight for its place in the entry, and a norm of the entry.
    private static void Pool<TSink>(
        CompressionShape pooled, long size, long hidden, WeightPlace place, in LayerGroup group, ref TSink sink)
        where TSink : struct, IWeightSink
    {
        long width = checked(pooled.Series * size);
        sink.Take(new Weight(WeightPart.Attention, place, WeightUse.Multiplied, hidden, width, split: false, copies: 2), group);
        Vector(WeightPart.Attention, place, checked(pooled.Rate * width), split: false, group, ref sink);
        Norm(place, NormKind.RootMeanSquare, size, 1, group, ref sink);
    }

    // Index queries come from the query latent where there is one. Keys have a LayerNorm and each head a weight; or
    // both have norms; or keys are pooled.
    private static void Index<TSink>(
        AttentionShape attention, IndexerShape indexer, long hidden, WeightPlace place, in LayerGroup group, ref TSink sink)
        where TSink : struct, IWeightSink
    {
        long from = attention.Latent is { QueryRank: > 0 } latent ? latent.QueryRank
            : attention.QueryRank > 0 ? attention.QueryRank : hidden;
        Matrix(place, from, (long)indexer.Heads * indexer.HeadSize, group, ref sink);
        if (indexer.Kind == IndexerKind.Entries && attention.Compression is { } pooled)
            Pool(pooled, indexer.HeadSize, hidden, place, group, ref sink);
        else
            sink.Take(new Weight(WeightPart.Attention, place, WeightUse.Multiplied, hidden, indexer.HeadSize, split: false), group);
        if (indexer.Kind == IndexerKind.Blocks) Norm(place, NormKind.RootMeanSquare, indexer.HeadSize, 2, group, ref sink);
        if (indexer.Kind == IndexerKind.Tokens) Norm(place, NormKind.Layer, indexer.HeadSize, 1, group, ref sink);
        if (indexer.Kind != IndexerKind.Blocks) Matrix(place, hidden, indexer.Heads, group, ref sink);
    }

    // Keys and values of the key-value heads, which cannot be divided further than there are heads.
    private static void Groups<TSink>(
        WeightPlace place, int heads, WeightUse use, long rows, long columns, in LayerGroup group, ref TSink sink)
        where TSink : struct, IWeightSink =>
        sink.Take(new Weight(WeightPart.Attention, place, use, rows, columns, split: true, mostSplits: heads), group);

    private static void Matrix<TSink>(WeightPlace place, long rows, long columns, in LayerGroup group, ref TSink sink)
        where TSink : struct, IWeightSink =>
        sink.Take(new Weight(WeightPart.Attention, place, WeightUse.Multiplied, rows, columns, split: true), group);
}
