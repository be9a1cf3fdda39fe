using System.Collections.Generic;
using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Architectures;

/// <content>The mixtures of Qwen 2 and 3.</content>
internal static partial class ExpertFamilies
{
    private static TransformerShape Qwen2(FieldSource fields)
    {
        TransformerShape shape = QwenExperts(
            fields, new Sizes(Vocabulary: 151936, Hidden: 2048, FeedForward: 5632, Layers: 24, Heads: 16, KeyValueHeads: 16), 60, 4, 1408);
        int shared = fields.IsMembers && (fields.HasMember(ConfigRole.SharedExperts) || !fields.Has("shared_expert_intermediate_size"))
            ? Widths.Times(shape.Experts!.Size, fields.Size(ConfigRole.SharedExperts, -1, "shared_expert_intermediate_size"))
            : fields.IsMembers ? fields.Own(5632, "shared_expert_intermediate_size")
            : fields.Size(ConfigRole.SharedExperts, 5632, "shared_expert_intermediate_size");
        int half = (System.Math.Min(shape.Layers, fields.Trait(ConfigRole.None, 28, "max_window_layers")) + 1) / 2;
        return Decoders.Windowed(shape, fields, Decoders.WindowIfUsed(fields), half) with
        {
            Biases = Decoders.If(fields.Flag(true, "qkv_bias"), Biases.QueryKeyValue),
            Experts = shape.Experts! with { SharedSize = shared, SharedGate = true },
        };
    }

    // The class has no head_dim; the published models declare one that differs from hidden / heads, so C# must declare
    // it too.
    internal static TransformerShape Qwen3(FieldSource fields)
    {
        if (fields.IsMembers) fields.Size(ConfigRole.HeadSize, -1, "head_dim");
        TransformerShape shape = QwenExperts(
            fields, new Sizes(Vocabulary: 151936, Hidden: 2048, FeedForward: 6144, Layers: 24, Heads: 32, KeyValueHeads: 4), 128, 8, 768);
        return Decoders.Windowed(shape, fields, Decoders.WindowIfUsed(fields), shape.Layers) with
        {
            Biases = Decoders.If(fields.Flag(false, "attention_bias"), Biases.Attention),
            QueryKeyNorm = QueryKeyNorm.PerHead,
        };
    }

    // A layer has experts where its number, from 1, is a multiple of the step and it is not listed as dense.
    private static TransformerShape QwenExperts(FieldSource fields, Sizes sizes, int experts, int perToken, int size)
    {
        bool dense = fields.HasMember(ConfigRole.FeedForwardSize) || !fields.IsMembers;
        TransformerShape shape = dense ? Decoders.Gated(fields, sizes) : Decoders.Gated(fields, sizes with { FeedForward = 0 });
        int step = System.Math.Max(1, fields.Trait(ConfigRole.None, 1, "decoder_sparse_step"));
        int layers = shape.Layers / step;
        foreach (int index in LayersIn(fields.Node("mlp_only_layers"), shape.Layers))
        {
            if ((index + 1) % step == 0) layers--;
        }

        if (fields.HasMember(ConfigRole.DenseLayers)) layers -= fields.Size(ConfigRole.DenseLayers, -1, "mlp_only_layers");
        return shape with
        {
            Experts = new ExpertShape
            {
                Count = fields.Size(ConfigRole.Experts, experts, "num_experts", "num_local_experts"),
                PerToken = fields.Size(ConfigRole.ExpertsPerToken, perToken, "num_experts_per_tok"),
                Size = fields.Size(ConfigRole.ExpertFeedForwardSize, size, "moe_intermediate_size"),
                Layers = layers,
            },
        };
    }

    // The layers that a list names, each once: the library checks for each layer whether it is in the list.
    private static HashSet<int> LayersIn(JsonNode list, int layers)
    {
        var named = new HashSet<int>();
        foreach (JsonNode layer in list.Children)
        {
            if (layer.TryGetInt64(out long index) && index >= 0 && index < layers) named.Add((int)index);
        }

        return named;
    }
}
