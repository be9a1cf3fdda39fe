namespace ScalingAnalyzers.Architectures;

/// <summary>Receives the weights of a shape, one layer's at a time.</summary>
internal interface IWeightSink
{
    void Take(in Weight weight);
}

/// <summary>
/// The list of all weights of a shape: the one place that knows what a transformer is made of. Parameters, matrix FLOPs, memory
/// and its division over devices are all sums over this list, so they cannot disagree.
/// </summary>
internal static class WeightsOf
{
    public static void Visit<TSink>(TransformerShape shape, ref TSink sink)
        where TSink : struct, IWeightSink
    {
        Ends(shape, ref sink);
        if (shape.LatentAttention is { } latent) Latent(shape, latent, ref sink);
        else Attention(shape, ref sink);
        if (shape.ExpertLayers < shape.Layers)
        {
            FeedForward(shape, WeightPart.FeedForward, WeightPlace.DenseBlock, shape.FeedForwardSize, 1, Has(shape, Biases.FeedForward), ref sink);
        }

        if (shape.Experts is { } experts) Experts(shape, experts, ref sink);
    }

    private static void Ends<TSink>(TransformerShape shape, ref TSink sink)
        where TSink : struct, IWeightSink
    {
        long hidden = shape.HiddenSize;
        long embedding = shape.EmbeddingSize ?? shape.HiddenSize;
        sink.Take(new Weight(WeightPart.Embedding, WeightPlace.Front, WeightUse.LookedUp, shape.VocabularySize, embedding, split: true));
        if (shape.LearnedPositions > 0)
        {
            sink.Take(new Weight(WeightPart.Embedding, WeightPlace.Front, WeightUse.LookedUp, shape.LearnedPositions, hidden, split: false));
        }

        if (embedding != hidden)
        {
            sink.Take(new Weight(WeightPart.Embedding, WeightPlace.Front, WeightUse.Multiplied, embedding, hidden, split: false));
            sink.Take(new Weight(WeightPart.Embedding, WeightPlace.Back, WeightUse.Multiplied, hidden, embedding, split: false));
        }

        if (shape.EmbeddingNorm) Norm(WeightPlace.Front, shape.Norm, hidden, 1, ref sink);
        Norm(WeightPlace.Block, shape.Norm, hidden, shape.NormsPerLayer, ref sink);
        if (shape.FinalNorm) Norm(WeightPlace.Back, shape.Norm, hidden, 1, ref sink);
        if (!shape.TiedEmbeddings)
        {
            sink.Take(new Weight(WeightPart.Head, WeightPlace.Back, WeightUse.Multiplied, shape.VocabularySize, embedding, split: true));
        }

        if (Has(shape, Biases.Head)) Vector(WeightPart.Head, WeightPlace.Back, shape.VocabularySize, split: true, ref sink);
        if (shape.ExtraParameters > 0) Vector(WeightPart.Other, WeightPlace.Back, shape.ExtraParameters, split: false, ref sink);
    }

    private static void Attention<TSink>(TransformerShape shape, ref TSink sink)
        where TSink : struct, IWeightSink
    {
        long hidden = shape.HiddenSize;
        long queries = (long)shape.Heads * shape.QueryHeadSize;
        long keys = (long)shape.KeyValueHeadCount * shape.QueryHeadSize;
        long values = (long)shape.KeyValueHeadCount * shape.ValueHeadSize;
        Matrix(WeightPart.Attention, WeightPlace.Block, hidden, queries, ref sink);
        Groups(shape, WeightUse.Multiplied, hidden, keys, ref sink);
        Groups(shape, WeightUse.Multiplied, hidden, values, ref sink);
        if (Has(shape, Biases.Query)) Vector(WeightPart.Attention, WeightPlace.Block, queries, split: true, ref sink);
        if (Has(shape, Biases.Key)) Groups(shape, WeightUse.Elementwise, keys, 1, ref sink);
        if (Has(shape, Biases.Value)) Groups(shape, WeightUse.Elementwise, values, 1, ref sink);
        AttentionOutput(shape, ref sink);
        if (shape.QueryKeyNorm == QueryKeyNorm.None) return;
        bool full = shape.QueryKeyNorm == QueryKeyNorm.FullWidth;
        Norm(WeightPlace.Block, shape.QueryKeyNormKind, full ? queries : shape.QueryHeadSize, 1, ref sink);
        Norm(WeightPlace.Block, shape.QueryKeyNormKind, full ? keys : shape.QueryHeadSize, 1, ref sink);
    }

    // Down to the latents (on every tensor-parallel device), their norms, and up to the heads.
    private static void Latent<TSink>(TransformerShape shape, LatentAttentionShape latent, ref TSink sink)
        where TSink : struct, IWeightSink
    {
        long hidden = shape.HiddenSize;
        long queries = (long)shape.Heads * shape.QueryHeadSize;
        long down = (long)latent.KeyValueRank + latent.RotaryHeadSize;
        if (latent.QueryRank > 0)
        {
            sink.Take(new Weight(WeightPart.Attention, WeightPlace.Block, WeightUse.Multiplied, hidden, latent.QueryRank, split: false));
            if (Has(shape, Biases.Query)) Vector(WeightPart.Attention, WeightPlace.Block, latent.QueryRank, split: false, ref sink);
            Norm(WeightPlace.Block, NormKind.RootMeanSquare, latent.QueryRank, 1, ref sink);
            Matrix(WeightPart.Attention, WeightPlace.Block, latent.QueryRank, queries, ref sink);
        }
        else
        {
            Matrix(WeightPart.Attention, WeightPlace.Block, hidden, queries, ref sink);
        }

        sink.Take(new Weight(WeightPart.Attention, WeightPlace.Block, WeightUse.Multiplied, hidden, down, split: false));
        if (Has(shape, Biases.Key | Biases.Value)) Vector(WeightPart.Attention, WeightPlace.Block, down, split: false, ref sink);
        Norm(WeightPlace.Block, NormKind.RootMeanSquare, latent.KeyValueRank, 1, ref sink);
        long up = (long)shape.Heads * ((long)latent.ContentHeadSize + latent.ValueHeadSize);
        Matrix(WeightPart.Attention, WeightPlace.Block, latent.KeyValueRank, up, ref sink);
        AttentionOutput(shape, ref sink);
    }

    private static void AttentionOutput<TSink>(TransformerShape shape, ref TSink sink)
        where TSink : struct, IWeightSink
    {
        Matrix(WeightPart.Attention, WeightPlace.Block, (long)shape.Heads * shape.ValueHeadSize, shape.HiddenSize, ref sink);
        if (Has(shape, Biases.AttentionOutput)) Vector(WeightPart.Attention, WeightPlace.Block, shape.HiddenSize, split: false, ref sink);
        if (shape.AttentionSinks) Vector(WeightPart.Attention, WeightPlace.Block, shape.Heads, split: true, ref sink);
    }

    private static void Experts<TSink>(TransformerShape shape, ExpertShape experts, ref TSink sink)
        where TSink : struct, IWeightSink
    {
        sink.Take(new Weight(WeightPart.Experts, WeightPlace.ExpertBlock, WeightUse.Multiplied, shape.HiddenSize, experts.Count, split: false));
        if (Has(shape, Biases.Router)) Vector(WeightPart.Experts, WeightPlace.ExpertBlock, experts.Count, split: false, ref sink);
        if (experts.CorrectionBias) Vector(WeightPart.Experts, WeightPlace.ExpertBlock, experts.Count, split: false, ref sink);
        FeedForward(shape, WeightPart.Experts, WeightPlace.RoutedExpert, experts.Size, experts.Count, Has(shape, Biases.Experts), ref sink);
        if (experts.SharedSize == 0) return;
        FeedForward(shape, WeightPart.Experts, WeightPlace.ExpertBlock, experts.SharedSize, 1, Has(shape, Biases.Experts), ref sink);
        if (experts.SharedGate) sink.Take(new Weight(WeightPart.Experts, WeightPlace.ExpertBlock, WeightUse.Multiplied, shape.HiddenSize, 1, split: false));
    }

    private static void FeedForward<TSink>(
        TransformerShape shape, WeightPart part, WeightPlace place, long width, long copies, bool biased, ref TSink sink)
        where TSink : struct, IWeightSink
    {
        long into = shape.GatedFeedForward ? 2 : 1;
        sink.Take(new Weight(part, place, WeightUse.Multiplied, shape.HiddenSize, width, split: true, into * copies));
        sink.Take(new Weight(part, place, WeightUse.Multiplied, width, shape.HiddenSize, split: true, copies));
        if (!biased) return;
        sink.Take(new Weight(part, place, WeightUse.Elementwise, width, 1, split: true, into * copies));
        sink.Take(new Weight(part, place, WeightUse.Elementwise, shape.HiddenSize, 1, split: false, copies));
    }

    private static void Norm<TSink>(WeightPlace place, NormKind kind, long size, long count, ref TSink sink)
        where TSink : struct, IWeightSink
    {
        long vectors = kind switch { NormKind.ParameterFree => 0, NormKind.Layer => 2, _ => 1 } * count;
        if (vectors > 0) sink.Take(new Weight(WeightPart.Norms, place, WeightUse.Elementwise, size, 1, split: false, vectors));
    }

    // Keys and values of the key-value heads, which cannot be divided further than there are heads.
    private static void Groups<TSink>(TransformerShape shape, WeightUse use, long rows, long columns, ref TSink sink)
        where TSink : struct, IWeightSink =>
        sink.Take(new Weight(WeightPart.Attention, WeightPlace.Block, use, rows, columns, split: true, mostSplits: shape.KeyValueHeadCount));

    private static void Matrix<TSink>(WeightPart part, WeightPlace place, long rows, long columns, ref TSink sink)
        where TSink : struct, IWeightSink =>
        sink.Take(new Weight(part, place, WeightUse.Multiplied, rows, columns, split: true));

    private static void Vector<TSink>(WeightPart part, WeightPlace place, long size, bool split, ref TSink sink)
        where TSink : struct, IWeightSink =>
        sink.Take(new Weight(part, place, WeightUse.Elementwise, size, 1, split));

    private static bool Has(TransformerShape shape, Biases biases) => (shape.Biases & biases) != 0;
}
