using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>
/// Zamba 2: Mamba-2 layers; some call one of a few shared transformer blocks first, which reads the embedding beside
/// the residual stream, through adapters of their own.
/// </summary>
/// <remarks>huggingface/transformers, configuration_zamba2.py at 02f58079 and modeling_zamba2.py.</remarks>
internal static class Zamba2Family
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("zamba2", Read, FamilyLineage.Hybrid);
    }

    private static TransformerShape Read(FieldSource fields)
    {
        TransformerShape shape =
            Decoders.Gated(fields, new Sizes(Vocabulary: 32000, Hidden: 2560, FeedForward: 0, Layers: 54, Heads: 32, Tied: true));
        int layers = fields.Layers(shape.Layers);
        decimal hidden = shape.HiddenSize;
        int feedForward = fields.Optional(ConfigRole.FeedForwardSize, 0, "intermediate_size") ?? Widths.Times(shape.HiddenSize, 4);
        string[] kinds = LayerKinds.Read(fields, "layers_block_type", layers, Kinds, i => Calls(i) ? Kinds[1] : Kinds[0]);
        int calls = 0;
        foreach (string kind in kinds) calls += kind == Kinds[1] ? 1 : 0;
        int blocks = fields.Own(1, "num_mem_blocks");
        decimal rank = fields.Trait(ConfigRole.None, 128, "adapter_rank");
        decimal adapters = rank * (hidden + (2L * feedForward));
        if (fields.Flag(false, "use_shared_attention_adapter")) adapters += 3 * rank * 4 * hidden;
        Mamba2Shape mamba = Mamba(fields, shape.HiddenSize);
        var kindsOfBlocks = new List<BlockShape>(LayerKinds.Blocks(layers, i => kinds[i] == Kinds[0]
            ? new BlockShape { Norms = 1, Recurrent = mamba }
            : new BlockShape { Norms = 1, Recurrent = mamba, ExtraMatrixParameters = Widths.Exact((hidden * hidden) + adapters) }));
        if (calls > 0) kindsOfBlocks.Add(Shared(fields, shape, feedForward, blocks, calls));
        return shape with { FeedForwardSize = feedForward, Blocks = kindsOfBlocks };
    }

    // Its first norm is over residual stream and embedding together.
    private static BlockShape Shared(FieldSource fields, TransformerShape shape, int feedForward, int blocks, int calls) => new()
    {
        Count = blocks,
        SharedUses = calls,
        Attention = new AttentionShape
        {
            Heads = shape.Heads,
            KeyValueHeads = shape.KeyValueHeads,
            HeadSize = shape.Heads > 0 ? (int)System.Math.Min(int.MaxValue, 2L * shape.HiddenSize / shape.Heads) : 0,
            InputSize = Widths.Times(shape.HiddenSize, 2),
        },
        FeedForwardSize = feedForward,
        FeedForwardBias = fields.Flag(false, "add_bias_linear"),
        Norms = 3,
    };

    private static Mamba2Shape Mamba(FieldSource fields, int hidden)
    {
        int heads = fields.Own(8, "n_mamba_heads");
        long inner = Widths.Times(hidden, fields.Trait(ConfigRole.None, 2, "mamba_expand"));
        if (heads > 0 && inner % heads != 0)
            fields.Refuse("n_mamba_heads", ConfigRole.None, fields.Node("n_mamba_heads"),
                "does not divide the inner width of the state space.");
        bool biased = fields.Flag(false, "add_bias_linear");
        return new Mamba2Shape
        {
            Heads = heads,
            HeadSize = heads > 0 ? (int)(inner / heads) : 0,
            StateSize = fields.Own(64, "mamba_d_state"),
            Groups = fields.Own(1, "mamba_ngroups"),
            ConvolutionKernel = fields.Trait(ConfigRole.None, 4, "mamba_d_conv"),
            InputBias = biased,
            OutputBias = biased,
        };
    }

    private static string[] Kinds { get; } = { "mamba", "hybrid" };

    // The class's own pattern: every sixth layer to the 42nd, then the 47th and the 51st.
    private static bool Calls(int layer) => layer is 47 or 51 || (layer % 6 == 0 && layer is > 0 and <= 42);
}
