using System;
using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

public sealed partial record TransformerShape
{
    /// <summary>
    /// What a training step stores of its forward pass on the fullest device. Every kind of block counts the tensors
    /// that it keeps; with pipelines the first device holds as many micro-batches as there are stages.
    /// </summary>
    /// <remarks>
    /// A Llama block keeps 8 h + 4 q + 4 kv + 6 f bytes a token (widths of the stream, queries, keys, feed-forward) and
    /// 4 a head; logits 6 a row of the vocabulary: 16 bit, and 32 bit for the loss. Pipelines: Korthikanti et al. 2022,
    /// arXiv:2205.05198, section 4.2.3 and equation 5 with its factor for interleaved stages.
    /// </remarks>
    /// <param name="options">How the step runs.</param>
    /// <returns>Bytes, with their parts; null where a block has a recurrence whose stored tensors are not
    /// known.</returns>
    /// <exception cref="ArgumentNullException">The options are null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is impossible, a count is not at least 1, or there are
    /// more stages than layers.</exception>
    /// <exception cref="OverflowException">The result exceeds a long.</exception>
    public TrainingActivations? TrainingActivations(TrainingActivationOptions options)
    {
        if (options is null) throw new ArgumentNullException(nameof(options));
        RequirePossible();
        options.Require(Layers);
        long tokens = (long)options.SequenceLength * options.MicroBatch;
        var input = new SavedForBackward(options);
        input.Whole(HiddenSize);
        bool full = options.Recomputation == Recomputation.Full;
        long largest = 0;
        long sum = 0;
        foreach ((BlockShape block, int uses) in KindsOfBlocks())
        {
            var saved = new SavedForBackward(options);
            if (!SavedByBlock.TryAdd(block, HiddenSize, saved)) return null;
            largest = Math.Max(largest, saved.Bytes);
            sum = checked(sum + (uses * (full ? input.Bytes : saved.Bytes)));
        }

        long first = checked((UnderWay(sum, options) + (full ? largest : 0)) * tokens);
        long logits = checked(LogitBytes(options) * tokens);
        if (options.PipelineParallel == 1) return new TrainingActivations(checked(largest * tokens), first, logits);

        // The last stage holds one micro-batch of its layers, and the logits.
        long last = checked((ShareSink.CeilingOf(sum, options.PipelineParallel) + (full ? largest : 0)) * tokens);
        return checked(last + logits) > first
            ? new TrainingActivations(checked(largest * tokens), last, logits)
            : new TrainingActivations(checked(largest * tokens), first, 0);
    }

    // With p stages of v parts, the first device holds 1 + (p - 1) / (p v) times all layers; 1 with the plain schedule.
    private static long UnderWay(long layers, TrainingActivationOptions options)
    {
        if (options.PipelineParallel == 1 || options.InterleavedStages == 1) return layers;
        return checked(layers + ShareSink.CeilingOf(
            layers * (options.PipelineParallel - 1), (long)options.PipelineParallel * options.InterleavedStages));
    }

    private long LogitBytes(TrainingActivationOptions options)
    {
        var saved = new SavedForBackward(options);
        saved.Whole((FinalNorm ? 2L : 1L) * HiddenSize);
        if (!options.ChunkedLogits) saved.Divided(HeadOutputs ?? VocabularySize, bytes: 6);
        return saved.Bytes;
    }

    private IEnumerable<(BlockShape Block, int Uses)> KindsOfBlocks()
    {
        if (_blocks is not null)
        {
            foreach (BlockShape block in _blocks) yield return (block, block.Uses);
            yield break;
        }

        // Parallel parts share one tensor: the result of their one norm, or the input of their two.
        int norms = ParallelBlock ? Math.Max(0, NormsPerLayer - 1) : NormsPerLayer;
        var dense = new BlockShape
        {
            Attention = AttentionOfEveryLayer(),
            FeedForwardSize = FeedForwardSize,
            GatedFeedForward = GatedFeedForward,
            Norms = norms,
        };
        if (ExpertLayers < Layers) yield return (dense, Layers - ExpertLayers);
        if (ExpertLayers > 0) yield return (dense with { FeedForwardSize = 0, Experts = Experts }, ExpertLayers);
    }
}
