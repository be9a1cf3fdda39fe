using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.Architectures;

/// <summary>DeepSeek-V4: one key-value head, a window and entries that pool tokens, four residual streams, experts in
/// every layer.</summary>
/// <remarks>
/// huggingface/transformers, configuration_deepseek_v4.py at 015c0781 and modeling_deepseek_v4.py at 01976081. The
/// first layers choose experts by a table of token ids, which is fixed and not counted; they have no correction. The
/// prediction module of the checkpoints is not part of the model that is counted.
/// </remarks>
internal static class DeepSeekV4Family
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("deepseek_v4", Read, FamilyLineage.Mixture);
    }

    private static TransformerShape Read(FieldSource fields)
    {
        TransformerShape shape =
            Decoders.Gated(fields, new Sizes(Vocabulary: 129280, Hidden: 4096, FeedForward: 0, Layers: 43, Heads: 64, KeyValueHeads: 1,
                HeadSize: 512));
        int layers = fields.Layers(shape.Layers);
        if (shape.KeyValueHeads is { } groups and not 1)
            fields.Refuse("num_key_value_heads", ConfigRole.KeyValueHeads, fields.Node("num_key_value_heads"),
                "is " + groups.ToString(System.Globalization.CultureInfo.InvariantCulture) + "; DeepSeek-V4 has one key-value head.");
        if (fields.Flag(false, "mlp_bias")) fields.Refuse("mlp_bias", "is true: biases of DeepSeek-V4 are not counted.");
        ExpertShape experts = Experts(fields);
        int streams = fields.Own(4, "hc_mult");
        if (streams is < 1 or > MostStreams)
            streams = fields.Refuse("hc_mult", ConfigRole.None, fields.Node("hc_mult"), "must be from 1 to 1000.");
        long mixes = (2L + streams) * streams;
        string[] kinds = Kinds(fields, layers);
        string[] choices = Choices(fields, layers);
        AttentionShape window = shape.AttentionOfEveryLayer() with
        {
            KeyValueHeads = 1,
            QueryKeyNorm = QueryKeyNorm.Keys,
            Sinks = true,
            ValuesAreKeys = true,
            CachesKeysOnly = true,
            QueryRank = fields.Own(1024, "q_lora_rank"),
            OutputGroups = fields.Own(8, "o_groups"),
            OutputRank = fields.Own(1024, "o_lora_rank"),
            Window = fields.Own(128, "sliding_window"),
            Compression = new CompressionShape(),
        };
        AttentionShape sparse = window with
        {
            Compression = new CompressionShape { Rate = Rate(fields, "compress_rate_csa", Sparse, 4), Series = 2 },
            Indexer = new IndexerShape
            {
                Kind = IndexerKind.Entries,
                Heads = fields.Own(64, "index_n_heads"),
                HeadSize = fields.Own(128, "index_head_dim"),
                KeptTokens = fields.Own(512, "index_topk"),
            },
        };
        AttentionShape heavy = window with { Compression = new CompressionShape { Rate = Rate(fields, "compress_rate_hca", Heavy, 128) } };
        return shape with
        {
            KeyValueHeads = 1,
            Experts = experts,
            ExtraMatrixParameters = (long)streams * streams * shape.HiddenSize,
            ExtraParameters = streams + 1L,
            Blocks = LayerKinds.Blocks(layers, i => new BlockShape
            {
                Attention = kinds[i] == Window ? window : kinds[i] == Sparse ? sparse : heavy,
                Experts = choices[i] == Hash ? experts with { CorrectionBias = false } : experts,
                ExtraMatrixParameters = 2 * mixes * streams * shape.HiddenSize,
                ExtraVectorParameters = 2 * (mixes + 3),
                HasOwnResidual = true,
            }),
        };
    }

    private static ExpertShape Experts(FieldSource fields)
    {
        int size = fields.Size(ConfigRole.ExpertFeedForwardSize, 2048, "moe_intermediate_size");
        int shared = fields.Size(ConfigRole.SharedExperts, 1, "n_shared_experts");
        if (shared != 1)
            fields.Refuse("n_shared_experts", ConfigRole.SharedExperts, fields.Node("n_shared_experts"),
                "is not 1; DeepSeek-V4 has one shared expert.");
        return new ExpertShape
        {
            Count = fields.Size(ConfigRole.Experts, 256, "n_routed_experts", "num_local_experts"),
            PerToken = fields.Size(ConfigRole.ExpertsPerToken, 6, "num_experts_per_tok"),
            Size = size,
            SharedSize = size,
            CorrectionBias = true,
        };
    }

    // compress_ratios has an entry for the prediction module, too.
    private static string[] Kinds(FieldSource fields, int layers)
    {
        if (fields.Has("layer_types") || fields.Wholes("compress_ratios") is not { } rates)
            return LayerKinds.Read(fields, "layer_types", layers, Known, i => i < 2 || i % 2 == 1 ? Heavy : Sparse);
        if (rates.Count < layers)
            fields.Refuse("compress_ratios", ConfigRole.None, fields.Node("compress_ratios"), LayerKinds.CountMessage(rates.Count, layers));
        if (rates.Take(layers).Any(rate => rate is not (0 or 4 or 128)))
            fields.Refuse("compress_ratios", ConfigRole.None, fields.Node("compress_ratios"),
                "has a rate other than 0, 4 and 128, the kinds of layers that DeepSeek-V4 has.");
        return Enumerable.Range(0, layers)
            .Select(i => i >= rates.Count || rates[i] == 0 ? Window : rates[i] == 4 ? Sparse : Heavy).ToArray();
    }

    private static string[] Choices(FieldSource fields, int layers)
    {
        int first = fields.Trait(ConfigRole.None, 3, "num_hash_layers");
        return LayerKinds.Read(fields, "mlp_layer_types", layers, new[] { "moe", Hash }, i => i < first ? Hash : "moe");
    }

    private static int Rate(FieldSource fields, string name, string kind, int fallback)
    {
        int rate = fields.Has(name)
            ? fields.Own(fallback, name)
            : fields.Inside("compress_rates").Trait(ConfigRole.None, fallback, kind);
        return rate > 0 ? rate : fields.Refuse(name, ConfigRole.None, fields.Node(name), "must be at least 1.");
    }

    private const int MostStreams = 1000;

    private const string Window = "sliding_attention";

    private const string Sparse = "compressed_sparse_attention";

    private const string Heavy = "heavily_compressed_attention";

    private const string Hash = "hash_moe";

    private static string[] Known { get; } = { Window, Sparse, Heavy };
}
