using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>Jamba: Mamba with normalised parameters, one layer of attention in eight, experts in every second
/// layer.</summary>
/// <remarks>huggingface/transformers, configuration_jamba.py at 008f5c8c and modeling_jamba.py.</remarks>
internal static class JambaFamily
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("jamba", Read, FamilyLineage.Hybrid);
    }

    private static TransformerShape Read(FieldSource fields)
    {
        TransformerShape shape =
            Decoders.Gated(fields, new Sizes(Vocabulary: 65536, Hidden: 4096, FeedForward: 14336, Layers: 32, Heads: 32, KeyValueHeads: 8));
        int layers = fields.Layers(shape.Layers);
        int count = fields.Size(ConfigRole.Experts, 16, "num_experts");
        ExpertShape? experts = count <= 1 ? null : new ExpertShape
        {
            Count = count,
            PerToken = fields.Size(ConfigRole.ExpertsPerToken, 2, "num_experts_per_tok"),
            Size = shape.FeedForwardSize,
        };
        int period = fields.Own(8, "attn_layer_period");
        int offset = fields.Own(4, "attn_layer_offset");
        int expertPeriod = fields.Own(2, "expert_layer_period");
        int expertOffset = fields.Own(1, "expert_layer_offset");
        if (period < 1) fields.Refuse("attn_layer_period", ConfigRole.None, fields.Node("attn_layer_period"), "must be at least 1.");
        if (expertPeriod < 1)
            fields.Refuse("expert_layer_period", ConfigRole.None, fields.Node("expert_layer_period"), "must be at least 1.");
        MambaShape mamba = Mamba(fields, shape.HiddenSize);
        AttentionShape attention = shape.AttentionOfEveryLayer();
        return shape with
        {
            Experts = experts,
            Blocks = LayerKinds.Blocks(layers, i =>
            {
                bool full = period > 0 && i % period == offset;
                bool sparse = experts is not null && expertPeriod > 0 && i % expertPeriod == expertOffset;
                return new BlockShape
                {
                    Attention = full ? attention : null,
                    Recurrent = full ? null : mamba,
                    FeedForwardSize = sparse ? 0 : shape.FeedForwardSize,
                    Experts = sparse ? experts : null,
                };
            }),
        };
    }

    private static MambaShape Mamba(FieldSource fields, int hidden) => new()
    {
        InnerSize = Widths.Times(hidden, fields.Trait(ConfigRole.None, 2, "mamba_expand")),
        StateSize = fields.Own(16, "mamba_d_state"),
        TimeStepRank = MambaFamily.Rank(fields, "mamba_dt_rank", hidden),
        ConvolutionKernel = fields.Trait(ConfigRole.None, 4, "mamba_d_conv"),
        ConvolutionBias = fields.Flag(true, "mamba_conv_bias"),
        ProjectionBias = fields.Flag(false, "mamba_proj_bias"),
        ParameterNorms = true,
    };
}
