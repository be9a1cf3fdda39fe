using System;
using System.Globalization;

namespace ScalingAnalyzers.Architectures;

public sealed partial record TransformerShape
{
    /// <summary>FLOPs that training spends on one token, forward and backward. Exact.</summary>
    /// <param name="convention">The convention of the count; 6N by default.</param>
    /// <param name="sequenceLength">Tokens of one training sequence; required by conventions with attention, ignored by
    /// the others.</param>
    /// <returns>Operations, a multiple of 3.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is impossible, or the sequence is not at least 1 where
    /// attention counts.</exception>
    /// <exception cref="OverflowException">The result exceeds a long.</exception>
    public long FlopsPerToken(FlopsConvention convention = FlopsConvention.SixN, long sequenceLength = 0) =>
        checked(3 * ForwardFlopsPerToken(convention, sequenceLength));

    /// <summary>FLOPs of one token's forward pass: a third of <see cref="FlopsPerToken"/>. Exact.</summary>
    /// <inheritdoc cref="FlopsPerToken"/>
    public long ForwardFlopsPerToken(FlopsConvention convention = FlopsConvention.SixN, long sequenceLength = 0)
    {
        ShapeCounts counts = Count();
        long recurrence = checked(RecurrenceFlopsPerToken + WindowFlops);
        checked
        {
            return convention switch
            {
                FlopsConvention.SixN => 2 * counts.Active.Total,
                FlopsConvention.SixNWithoutEmbedding => 2 * WithoutLookups(counts),
                FlopsConvention.MatrixMultiplications => 2 * counts.Multiplied,
                FlopsConvention.MatrixMultiplicationsWithCausalAttention => (2 * counts.Multiplied)
                    + (2 * AttentionWidth * Sequence(sequenceLength)) + recurrence,
                FlopsConvention.MatrixMultiplicationsWithFullAttention => (2 * counts.Multiplied)
                    + (4 * AttentionWidth * Sequence(sequenceLength)) + recurrence,
                FlopsConvention.SixNWithoutEmbeddingWithCausalAttention => (2 * WithoutLookups(counts))
                    + (2 * AttentionWidth * Sequence(sequenceLength)) + recurrence,
                FlopsConvention.SixNWithFullAttention => (2 * counts.Active.Total) + (4 * AttentionWidth * Sequence(sequenceLength))
                    + recurrence,
                FlopsConvention.Kaplan2020 => (2 * WithoutTables(counts.Active).Total) + (2 * AttentionWidth * Sequence(sequenceLength))
                    + recurrence,
                FlopsConvention.DeepSeek2024 => (24L * Layers * HiddenSize * HiddenSize)
                    + (4L * Layers * HiddenSize * Sequence(sequenceLength)),
                _ => throw new ArgumentOutOfRangeException(nameof(convention), convention, "Not a convention for counting FLOPs."),
            };
        }
    }

    /// <summary>
    /// FLOPs of one token's forward pass through recurrences, whatever the sequence:
    /// <see cref="RecurrentShape.ForwardFlopsPerToken"/> of all layers. Conventions that count attention count them
    /// too.
    /// </summary>
    /// <inheritdoc cref="Parameters" path="/exception"/>
    public long RecurrenceFlopsPerToken
    {
        get
        {
            RequirePossible();
            long flops = 0;
            if (_blocks is not null)
            {
                foreach (BlockShape block in _blocks) flops = checked(flops + ((block.Recurrent?.ForwardFlopsPerToken ?? 0) * block.Uses));
            }

            return flops;
        }
    }

    private long WindowFlops
    {
        get
        {
            long flops = 0;
            if (_blocks is null) return flops;
            foreach (BlockShape block in _blocks)
                flops = checked(flops + ((block.Attention?.WindowFlops(HiddenSize) ?? 0) * block.Uses));
            return flops;
        }
    }

    // A shared table also does the work of the output layer, so it is included.
    private long WithoutLookups(in ShapeCounts counts)
    {
        long shared = SharesHead ? (long)VocabularySize * (EmbeddingSize ?? HiddenSize) : 0;
        return checked(counts.Active.Total - counts.LookedUp + shared);
    }

    private static long Sequence(long length) => length > 0 ? length : throw new ArgumentOutOfRangeException(
        "sequenceLength", length, "The sequence length is in tokens and must be at least 1 where attention is counted; it is "
            + length.ToString(CultureInfo.InvariantCulture) + ".");
}
