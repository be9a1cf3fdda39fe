using System;

namespace ScalingAnalyzers.Architectures;

public sealed partial record TransformerShape
{
    /// <summary>All parameters, a shared token table counted once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is impossible: the message names it.</exception>
    /// <exception cref="OverflowException">The result exceeds a long.</exception>
    public long Parameters => ParameterBreakdown.Total;

    /// <summary>Parameters that one token can meet: all but the routed experts it does not visit.</summary>
    /// <inheritdoc cref="Parameters" path="/exception"/>
    public long ActiveParameters => ActiveParameterBreakdown.Total;

    /// <summary>Parameters without the token table, learned positions and the output matrix, as Kaplan et al. 2020
    /// (arXiv:2001.08361, section 2.1) count N.</summary>
    /// <inheritdoc cref="Parameters" path="/exception"/>
    public long NonEmbeddingParameters => NonEmbeddingParameterBreakdown.Total;

    /// <summary>Where the parameters are.</summary>
    /// <inheritdoc cref="Parameters" path="/exception"/>
    public ParameterBreakdown ParameterBreakdown => Count().All;

    /// <summary>Where the active parameters are.</summary>
    /// <inheritdoc cref="Parameters" path="/exception"/>
    public ParameterBreakdown ActiveParameterBreakdown => Count().Active;

    /// <summary>Where the non-embedding parameters are; what is left of Embedding are projections, of Head its
    /// bias.</summary>
    /// <inheritdoc cref="Parameters" path="/exception"/>
    public ParameterBreakdown NonEmbeddingParameterBreakdown => WithoutTables(Count().All);

    /// <summary>The active ones among the non-embedding parameters.</summary>
    /// <inheritdoc cref="Parameters" path="/exception"/>
    public long ActiveNonEmbeddingParameters => WithoutTables(Count().Active).Total;

    /// <summary>
    /// layers * heads * head size: the width that attention multiplies by the sequence (PaLM, arXiv:2204.02311,
    /// appendix B). Where values have another width than queries (latent attention), the mean of both. Layers without
    /// attention have none.
    /// </summary>
    /// <inheritdoc cref="Parameters" path="/exception"/>
    public long AttentionWidth
    {
        get
        {
            RequirePossible();
            long twice = 0;
            if (_blocks is null) twice = checked((long)Layers * Heads * ((long)QueryHeadSize + ValueHeadSize));
            else foreach (BlockShape block in _blocks)
                twice = checked(twice + ((block.Attention?.TwiceWidth(HiddenSize) ?? 0) * block.Uses));
            return twice % 2 == 0
                ? twice / 2
                : throw new OverflowException("Queries and values together have an odd width; their mean is no whole number.");
        }
    }

    /// <summary>Everything that one walk over the weights yields.</summary>
    internal ShapeCounts Count()
    {
        RequirePossible();
        var sink = new CountingSink(this);
        try
        {
            WeightsOf.Visit(this, ref sink);
            return sink.Counts;
        }
        catch (OverflowException overflow)
        {
            throw new OverflowException("The shape has more parameters than a 64-bit integer holds.", overflow);
        }
    }

    private ParameterBreakdown WithoutTables(ParameterBreakdown all)
    {
        long table = checked((long)VocabularySize * (EmbeddingSize ?? HiddenSize));
        long positions = checked((long)LearnedPositions * HiddenSize);
        return all with
        {
            Embedding = all.Embedding - table - positions - ExtraEmbeddingParameters,
            Head = all.Head - (SharesHead || HeadOutputs is not null ? 0 : table),
        };
    }

    private struct CountingSink : IWeightSink
    {
        private PartSums _all;
        private PartSums _active;
        private long _multiplied;
        private long _lookedUp;

        public CountingSink(TransformerShape shape)
        {
            _all = default;
            _active = default;
            _lookedUp = 0;

            // A shared table is multiplied with as the output layer is, though it is stored only once.
            _multiplied = shape.SharesHead ? (long)shape.VocabularySize * (shape.EmbeddingSize ?? shape.HiddenSize) : 0;
        }

        public readonly ShapeCounts Counts =>
            new() { All = _all.Parts, Active = _active.Parts, Multiplied = _multiplied, LookedUp = _lookedUp };

        public void Take(in Weight weight, in LayerGroup group)
        {
            checked
            {
                long size = weight.Size;
                long met = size * weight.ActiveCopies;
                _all.Add(weight.Part, size * weight.Copies * group.Layers);
                _active.Add(weight.Part, met * group.Layers);
                if (weight.Use == WeightUse.Multiplied) _multiplied += met * group.Uses;
                if (weight.Use == WeightUse.LookedUp) _lookedUp += met * group.Layers;
            }
        }
    }
}

/// <summary>The sums over all weights of a shape.</summary>
internal struct ShapeCounts
{
    public ParameterBreakdown All;
    public ParameterBreakdown Active;

    /// <summary>Weights that a token is multiplied with, including the output layer even where it is shared.</summary>
    public long Multiplied;

    /// <summary>Token and position tables.</summary>
    public long LookedUp;
}
