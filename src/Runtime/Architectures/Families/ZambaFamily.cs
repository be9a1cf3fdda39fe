using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>
/// Zamba, the first version: Mamba layers; some add the output of one shared transformer block, which reads the
/// embedding beside the residual stream, through a matrix of their own.
/// </summary>
/// <remarks>
/// huggingface/transformers, configuration_zamba.py at 0381c337 and modeling_zamba.py at 010496ec. The heads of a mixer
/// divide its matrices and change no count.
/// </remarks>
internal static class ZambaFamily
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("zamba", Read, FamilyLineage.Hybrid);
    }

    private static TransformerShape Read(FieldSource fields)
    {
        TransformerShape shape = Decoders.Gated(fields,
            new Sizes(Vocabulary: 32000, Hidden: 3712, FeedForward: 14848, Layers: 76, Heads: 16, Tied: true));
        int layers = fields.Layers(shape.Layers);
        decimal hidden = shape.HiddenSize;
        string[] kinds = LayerKinds.Read(fields, "layers_block_type", layers, Kinds, Rule(fields));
        int calls = 0;
        foreach (string kind in kinds) calls += kind == Kinds[0] ? 0 : 1;
        MambaShape mamba = Mamba(fields, shape.HiddenSize);
        var blocks = new List<BlockShape>(LayerKinds.Blocks(layers, i => new BlockShape
        {
            Norms = 1,
            Recurrent = mamba,
            ExtraMatrixParameters = kinds[i] == Kinds[0] ? 0 : Widths.Exact(hidden * hidden),
        }));
        if (calls > 0) blocks.Add(Shared(fields, shape, calls));
        return shape with { Blocks = blocks };
    }

    // Its first norm is over residual stream and embedding together.
    private static BlockShape Shared(FieldSource fields, TransformerShape shape, int calls)
    {
        int width = Widths.Times(shape.HiddenSize, 2);
        int head = shape.Heads > 0 ? width / shape.Heads : 0;
        if (fields.Trait(ConfigRole.None, head, "attention_head_dim") != head)
            fields.Refuse("attention_head_dim", "is not twice hidden_size by the heads.");
        if (fields.Trait(ConfigRole.None, width, "attention_hidden_size") != width)
            fields.Refuse("attention_hidden_size", "is not twice hidden_size.");
        return new BlockShape
        {
            Count = 1,
            SharedUses = calls,
            Attention = new AttentionShape { Heads = shape.Heads, KeyValueHeads = shape.KeyValueHeads, HeadSize = head, InputSize = width },
            FeedForwardSize = shape.FeedForwardSize,
            Norms = 3,
        };
    }

    private static MambaShape Mamba(FieldSource fields, int hidden)
    {
        int inner = Widths.Times(hidden, fields.Trait(ConfigRole.None, 2, "mamba_expand"));
        int heads = fields.Own(2, "n_mamba_heads");
        if (heads > 0 && inner % heads != 0)
            fields.Refuse("n_mamba_heads", ConfigRole.None, fields.Node("n_mamba_heads"),
                "does not divide the inner width of the state space.");
        return new MambaShape
        {
            InnerSize = inner,
            StateSize = fields.Own(16, "mamba_d_state"),
            TimeStepRank = MambaFamily.Rank(fields, "mamba_dt_rank", hidden),
            ConvolutionKernel = fields.Trait(ConfigRole.None, 4, "mamba_d_conv"),
            ConvolutionBias = fields.Flag(true, "mamba_conv_bias"),
            ProjectionBias = fields.Flag(false, "mamba_proj_bias"),
        };
    }

    private static string[] Kinds { get; } = { "mamba", "hybrid", "attention+mamba" };

    // The third layer calls the block, and then every period-th from the offset, counted from the fourth layer.
    private static System.Func<int, string> Rule(FieldSource fields)
    {
        int period = System.Math.Max(1, fields.Trait(ConfigRole.None, 6, "attn_layer_period"));
        int offset = fields.Trait(ConfigRole.None, 4, "attn_layer_offset");
        return i => i == 2 || (i > 2 && (i - 3) % period == offset) ? Kinds[1] : Kinds[0];
    }
}
