using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>Liquid AI's LFM2: gated short convolutions between a few layers of attention; dense, or with
/// experts.</summary>
/// <remarks>
/// huggingface/transformers, configuration_lfm2.py at 05cd1ec1 and configuration_lfm2_moe.py at 06053b84, with their
/// modeling files. The config must name the layers that have attention: the class's default is all of them, and no
/// published model's.
/// </remarks>
internal static class Lfm2Family
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("lfm2", fields => Read(fields, experts: false), FamilyLineage.Hybrid);
        yield return new ModelFamily("lfm2_moe", fields => Read(fields, experts: true), FamilyLineage.Hybrid);
    }

    private static TransformerShape Read(FieldSource fields, bool experts)
    {
        TransformerShape shape = Decoders.Gated(fields, Sizes.None with { FeedForward = 0, KeyValueHeads = 8, Tied = true }) with
        {
            QueryKeyNorm = QueryKeyNorm.PerHead,
        };
        if (fields.Has("tie_embedding"))
            shape = shape with { TiedEmbeddings = fields.Flag(ConfigRole.TiedEmbeddings, true, "tie_embedding") };
        int layers = fields.Layers(shape.Layers);
        HashSet<int> full = new(fields.Wholes("full_attn_idxs") ?? new List<int>());
        if (full.Count == 0 && !fields.Has("layer_types"))
            fields.Refuse("layer_types", ConfigRole.None, default, "is missing: it names the layers that have attention.");
        string[] kinds = LayerKinds.Read(fields, "layer_types", layers, Kinds, i => full.Contains(i) ? Kinds[0] : Kinds[1]);
        int feedForward = experts ? fields.Size(ConfigRole.FeedForwardSize, -1, "intermediate_size") : Adjusted(fields);
        int dense = experts ? fields.Size(ConfigRole.DenseLayers, 2, "num_dense_layers") : layers;
        ExpertShape? mixture = experts ? Experts(fields) : null;
        var convolution = new ShortConvolutionShape
        {
            Channels = shape.HiddenSize,
            Kernel = fields.Trait(ConfigRole.None, 3, "conv_L_cache"),
            Bias = fields.Flag(false, "conv_bias"),
        };
        AttentionShape attention = shape.AttentionOfEveryLayer();
        return shape with
        {
            FeedForwardSize = feedForward,
            Experts = mixture,
            Blocks = LayerKinds.Blocks(layers, i => new BlockShape
            {
                Attention = kinds[i] == Kinds[0] ? attention : null,
                Recurrent = kinds[i] == Kinds[0] ? null : convolution,
                FeedForwardSize = i < dense ? feedForward : 0,
                Experts = i < dense ? null : mixture,
            }),
        };
    }

    private static string[] Kinds { get; } = { "full_attention", "conv" };

    // As Meta's: two thirds of the stated width, times a factor, rounded up; unless the class is set to leave it.
    private static int Adjusted(FieldSource fields)
    {
        int stated = fields.Size(ConfigRole.FeedForwardSize, -1, "block_ff_dim", "intermediate_size");
        if (fields.IsMembers || !fields.Flag(true, "block_auto_adjust_ff_dim")) return stated;
        int multiple = System.Math.Max(1, fields.Trait(ConfigRole.None, 256, "block_multiple_of"));
        double factor = fields.Number(ConfigRole.None, "block_ffn_dim_multiplier") ?? 1;
        double width = System.Math.Floor(factor * (2L * stated / 3));
        double rounded = System.Math.Ceiling(width / multiple) * multiple;
        return rounded is > 0 and <= int.MaxValue ? (int)rounded : 0;
    }

    private static ExpertShape Experts(FieldSource fields) => new()
    {
        Count = fields.Size(ConfigRole.Experts, 32, "num_experts"),
        PerToken = fields.Size(ConfigRole.ExpertsPerToken, 4, "num_experts_per_tok"),
        Size = fields.Size(ConfigRole.ExpertFeedForwardSize, -1, "moe_intermediate_size"),
        CorrectionBias = fields.Flag(true, "use_expert_bias"),
    };
}
