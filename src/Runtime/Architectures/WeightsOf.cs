namespace ScalingAnalyzers.Architectures;

/// <summary>Receives the weights of a shape, one layer's at a time, and the layers that have them.</summary>
internal interface IWeightSink
{
    void Take(in Weight weight, in LayerGroup group);
}

/// <summary>
/// The list of all weights of a shape: the one place that lists what a model is made of. Parameters, matrix FLOPs,
/// memory and its division over devices are all sums over this list, so they cannot disagree.
/// </summary>
internal static partial class WeightsOf
{
    public static void Visit<TSink>(TransformerShape shape, ref TSink sink)
        where TSink : struct, IWeightSink
    {
        Ends(shape, ref sink);
        if (shape.BlockKinds is { } kinds)
        {
            for (int i = 0; i < kinds.Count; i++) Block(shape, kinds[i], i, ref sink);
            return;
        }

        var all = new LayerGroup(LayerGroup.All, shape.Layers, shape.Layers);
        Attention(shape.AttentionOfEveryLayer(), shape.HiddenSize, shape.Norm, WeightPlace.Block, all, ref sink);
        Norm(WeightPlace.Block, shape.Norm, shape.HiddenSize, shape.NormsPerLayer, all, ref sink);
        long sparse = shape.ExpertLayers;
        if (sparse < shape.Layers)
        {
            var dense = new LayerGroup(0, shape.Layers - sparse, shape.Layers - sparse);
            FeedForward(new FeedForwardMatrices(WeightPart.FeedForward, WeightPlace.Block, shape.HiddenSize, shape.FeedForwardSize,
                shape.GatedFeedForward, Has(shape, Biases.FeedForward)), dense, ref sink);
        }

        if (shape.Experts is { } experts) Experts(shape, experts, shape.GatedFeedForward, new LayerGroup(1, sparse, sparse), ref sink);
    }

    private static void Block<TSink>(TransformerShape shape, BlockShape block, int index, ref TSink sink)
        where TSink : struct, IWeightSink
    {
        var group = new LayerGroup(index, block.Count, block.Uses);
        WeightPlace place = block.SharedUses is null ? WeightPlace.Block : WeightPlace.Shared;
        if (block.Attention is { } attention) Attention(attention, shape.HiddenSize, shape.Norm, place, group, ref sink);
        if (block.Recurrent is { } recurrent)
        {
            var weights = new PartWeights();
            recurrent.AddTo(weights, shape.HiddenSize);
            foreach (Weight weight in weights.All) sink.Take(weight with { Place = place }, group);
        }

        if (block.FeedForwardSize > 0)
        {
            FeedForward(new FeedForwardMatrices(WeightPart.FeedForward, place, shape.HiddenSize, block.FeedForwardSize,
                block.GatedFeedForward, block.FeedForwardBias), group, ref sink);
        }

        if (block.Experts is { } experts) Experts(shape, experts, block.GatedFeedForward, group, ref sink);
        Norm(place, shape.Norm, shape.HiddenSize, block.Norms, group, ref sink);
        if (block.ExtraMatrixParameters > 0)
        {
            sink.Take(new Weight(WeightPart.Other, place, WeightUse.Multiplied, block.ExtraMatrixParameters, 1, split: false), group);
        }

        if (block.ExtraVectorParameters > 0) Vector(WeightPart.Other, place, block.ExtraVectorParameters, split: false, group, ref sink);
    }

    private static void Ends<TSink>(TransformerShape shape, ref TSink sink)
        where TSink : struct, IWeightSink
    {
        LayerGroup ends = LayerGroup.Ends;
        long hidden = shape.HiddenSize;
        long embedding = shape.EmbeddingSize ?? shape.HiddenSize;
        sink.Take(
            new Weight(WeightPart.Embedding, WeightPlace.Front, WeightUse.LookedUp, shape.VocabularySize, embedding, split: true), ends);
        if (shape.LearnedPositions > 0)
        {
            sink.Take(new Weight(WeightPart.Embedding, WeightPlace.Front, WeightUse.LookedUp, shape.LearnedPositions, hidden, split: false),
                ends);
        }

        if (shape.ExtraEmbeddingParameters > 0)
        {
            sink.Take(new Weight(WeightPart.Embedding, WeightPlace.Front, WeightUse.LookedUp, shape.ExtraEmbeddingParameters, 1,
                split: true), ends);
        }

        if (embedding != hidden)
        {
            sink.Take(new Weight(WeightPart.Embedding, WeightPlace.Front, WeightUse.Multiplied, embedding, hidden, split: false), ends);
            sink.Take(new Weight(WeightPart.Embedding, WeightPlace.Back, WeightUse.Multiplied, hidden, embedding, split: false), ends);
        }

        if (shape.EmbeddingNorm) Norm(WeightPlace.Front, shape.Norm, hidden, 1, ends, ref sink);
        if (shape.FinalNorm) Norm(WeightPlace.Back, shape.Norm, hidden, 1, ends, ref sink);
        Head(shape, embedding, ref sink);
        if (shape.ExtraMatrixParameters > 0)
        {
            sink.Take(
                new Weight(WeightPart.Other, WeightPlace.Front, WeightUse.Multiplied, shape.ExtraMatrixParameters, 1, split: false), ends);
        }

        if (shape.ExtraParameters > 0) Vector(WeightPart.Other, WeightPlace.Back, shape.ExtraParameters, split: false, ends, ref sink);
    }

    private static void Head<TSink>(TransformerShape shape, long embedding, ref TSink sink)
        where TSink : struct, IWeightSink
    {
        if (shape.SharesHead && !Has(shape, Biases.Head)) return;
        long outputs = shape.HeadOutputs ?? shape.VocabularySize;
        if (outputs == 0) return;
        if (!shape.SharesHead)
            sink.Take(new Weight(WeightPart.Head, WeightPlace.Back, WeightUse.Multiplied, outputs, embedding,
                split: shape.HeadOutputs is null), LayerGroup.Ends);
        if (Has(shape, Biases.Head))
            Vector(WeightPart.Head, WeightPlace.Back, outputs, split: shape.HeadOutputs is null, LayerGroup.Ends, ref sink);
    }

    private static void Norm<TSink>(WeightPlace place, NormKind kind, long size, long count, in LayerGroup group, ref TSink sink)
        where TSink : struct, IWeightSink
    {
        long vectors = kind switch { NormKind.ParameterFree => 0, NormKind.Layer => 2, _ => 1 } * count;
        if (vectors > 0) sink.Take(new Weight(WeightPart.Norms, place, WeightUse.Elementwise, size, 1, split: false, vectors), group);
    }

    private static void Vector<TSink>(WeightPart part, WeightPlace place, long size, bool split, in LayerGroup group, ref TSink sink)
        where TSink : struct, IWeightSink =>
        sink.Take(new Weight(part, place, WeightUse.Elementwise, size, 1, split), group);

    private static bool Has(TransformerShape shape, Biases biases) => (shape.Biases & biases) != Biases.None;

    private static bool Has(Biases all, Biases biases) => (all & biases) != Biases.None;
}
