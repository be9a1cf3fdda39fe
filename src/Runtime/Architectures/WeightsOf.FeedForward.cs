namespace ScalingAnalyzers.Architectures;

internal static partial class WeightsOf
{
    private static void Experts<TSink>(TransformerShape shape, ExpertShape experts, bool gated, in LayerGroup group, ref TSink sink)
        where TSink : struct, IWeightSink
    {
        long hidden = shape.HiddenSize;
        long choices = (long)experts.Count + experts.ZeroCount;
        bool biased = Has(shape, Biases.Experts);
        sink.Take(new Weight(WeightPart.Experts, WeightPlace.Block, WeightUse.Multiplied, hidden, choices, split: false), group);
        if (Has(shape, Biases.Router)) Vector(WeightPart.Experts, WeightPlace.Block, choices, split: false, group, ref sink);
        if (experts.CorrectionBias) Vector(WeightPart.Experts, WeightPlace.Block, choices, split: false, group, ref sink);
        if (experts.LatentSize > 0)
        {
            sink.Take(new Weight(WeightPart.Experts, WeightPlace.Block, WeightUse.Multiplied, hidden, experts.LatentSize, split: false,
                copies: 2), group);
            if (experts.LatentNorm) Norm(WeightPlace.Block, NormKind.RootMeanSquare, experts.LatentSize, 1, group, ref sink);
        }

        long width = experts.LatentSize > 0 ? experts.LatentSize : hidden;
        FeedForward(
            new FeedForwardMatrices(WeightPart.Experts, WeightPlace.RoutedExpert, width, experts.Size, gated,
                biased)
            { Copies = experts.Count, ActiveCopies = experts.PerToken },
            group, ref sink);
        if (experts.SharedSize == 0) return;
        FeedForward(new FeedForwardMatrices(WeightPart.Experts, WeightPlace.Block, hidden, experts.SharedSize, gated, biased),
            group, ref sink);
        if (experts.SharedGate)
            sink.Take(new Weight(WeightPart.Experts, WeightPlace.Block, WeightUse.Multiplied, hidden, 1, split: false), group);
    }

    private static void FeedForward<TSink>(in FeedForwardMatrices matrices, in LayerGroup group, ref TSink sink)
        where TSink : struct, IWeightSink
    {
        long into = matrices.IsGated ? 2 : 1;
        Take(matrices, WeightUse.Multiplied, matrices.Outer, matrices.Width, into, split: true, group, ref sink);
        Take(matrices, WeightUse.Multiplied, matrices.Width, matrices.Outer, 1, split: true, group, ref sink);
        if (!matrices.IsBiased) return;
        Take(matrices, WeightUse.Elementwise, matrices.Width, 1, into, split: true, group, ref sink);
        Take(matrices, WeightUse.Elementwise, matrices.Outer, 1, 1, split: false, group, ref sink);
    }

    private static void Take<TSink>(
        in FeedForwardMatrices matrices, WeightUse use, long rows, long columns, long times, bool split, in LayerGroup group,
        ref TSink sink)
        where TSink : struct, IWeightSink =>
        sink.Take(
            new Weight(matrices.Part, matrices.Place, use, rows, columns, split,
                times * matrices.Copies)
            { ActiveCopies = times * matrices.ActiveCopies }, group);

    /// <summary>Two or three matrices between an outer and an inner width, and how many alike there are.</summary>
    private readonly struct FeedForwardMatrices
    {
        public FeedForwardMatrices(WeightPart part, WeightPlace place, long outer, long width, bool gated, bool biased)
        {
            Part = part;
            Place = place;
            Outer = outer;
            Width = width;
            IsGated = gated;
            IsBiased = biased;
            Copies = 1;
            ActiveCopies = 1;
        }

        public WeightPart Part { get; }

        public WeightPlace Place { get; }

        public long Outer { get; }

        public long Width { get; }

        public bool IsGated { get; }

        public bool IsBiased { get; }

        public long Copies { get; init; }

        public long ActiveCopies { get; init; }
    }
}
