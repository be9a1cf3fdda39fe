using System.Collections.Generic;
using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Architectures;

/// <summary>Dense families with LayerNorm and a plain feed-forward: GPT-2 and what descends from it.</summary>
/// <remarks>
/// huggingface/transformers, configuration_*.py: gpt_neox, phi, starcoder2 at 008e5742, gpt2 at 01ae98ae, gptj at
/// 0bedd330, gpt_neo at 04c7fd35, codegen at 0300cc14, opt at 014674d3, bloom at 04efa883, falcon at 05585536, mpt at
/// 05699a76, nemotron at 05cd1ec1, persimmon at 038869d4. RECALLED: openai-gpt, the sizes of gpt_bigcode, and OPT's
/// flags enable_bias, layer_norm_elementwise_affine and _remove_final_layer_norm.
/// </remarks>
internal static class GptFamilies
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("gpt2",
            fields => Gpt2(fields, new Sizes(Vocabulary: 50257, Hidden: 768, FeedForward: 0, Layers: 12, Heads: 12, Tied: true), 1024));
        yield return new ModelFamily(
            "openai-gpt",
            fields => Gpt2(fields, new Sizes(Vocabulary: 40478, Hidden: 768, FeedForward: 0, Layers: 12, Heads: 12, Tied: true), 512) with
            {
                FinalNorm = false
            });
        yield return new ModelFamily("gpt_bigcode", BigCode);
        yield return new ModelFamily("gptj", GptJ);
        yield return new ModelFamily("codegen", GptJ);
        yield return new ModelFamily("gpt_neo", GptNeo);
        yield return new ModelFamily("gpt_neox", GptNeoX);
        yield return new ModelFamily("opt", Opt);
        yield return new ModelFamily("bloom", Bloom);
        yield return new ModelFamily("mpt", Mpt);
        yield return new ModelFamily("falcon", Falcon);
        yield return new ModelFamily("RefinedWeb", Falcon);
        yield return new ModelFamily("RefinedWebModel", Falcon);
        yield return new ModelFamily("phi", Phi);
        yield return new ModelFamily("starcoder2", StarCoder2);
        yield return new ModelFamily(
            "nemotron",
            fields =>
                LlamaFamilies.Biased(fields, new Sizes(Vocabulary: 256000, Hidden: 6144, FeedForward: 24576, Layers: 32, Heads: 48)) with
                {
                    GatedFeedForward = false,
                    Norm = NormKind.Layer
                });
        yield return new ModelFamily("persimmon", Persimmon);
    }

    private static TransformerShape Gpt2(FieldSource fields, Sizes sizes, int positions)
    {
        TransformerShape shape = Embd(fields, sizes);
        string? heads = fields.Text("attention_head_type");
        if (heads is not (null or "multihead" or "multiquery"))
            fields.Refuse("attention_head_type", "is neither 'multihead' nor 'multiquery'.");

        // nanoGPT's flag for all linear layers and norms; the library's class has none.
        bool isBiased = fields.Flag(true, "bias");
        return shape with
        {
            KeyValueHeads = heads == "multiquery" ? 1 : null,
            LearnedPositions = fields.Size(ConfigRole.MaxPositions, positions, "n_positions", "max_position_embeddings"),
            Positions = PositionEncoding.Learned,
            Biases = Decoders.If(isBiased, Biases.Block),
            Norm = isBiased ? NormKind.Layer : NormKind.LayerWithoutBias,
        };
    }

    // The names of GPT-2's class and the common names that it maps to them; the feed-forward is four times the width by
    // default.
    private static TransformerShape Embd(FieldSource fields, Sizes sizes)
    {
        int hidden = fields.Size(ConfigRole.HiddenSize, sizes.Hidden, "n_embd", "hidden_size");
        return new TransformerShape
        {
            Layers = fields.Size(ConfigRole.Layers, sizes.Layers, "n_layer", "num_hidden_layers"),
            HiddenSize = hidden,
            Heads = fields.Size(ConfigRole.AttentionHeads, sizes.Heads, "n_head", "num_attention_heads"),
            FeedForwardSize = fields.Optional(ConfigRole.FeedForwardSize, 0, "n_inner") ?? Widths.Times(hidden, 4),
            VocabularySize = fields.Size(ConfigRole.VocabularySize, sizes.Vocabulary, "vocab_size"),
            TiedEmbeddings = fields.Flag(ConfigRole.TiedEmbeddings, sizes.Tied, "tie_word_embeddings"),
            GatedFeedForward = false,
            Norm = NormKind.Layer,
        };
    }

    private static TransformerShape BigCode(FieldSource fields) =>
        Gpt2(fields, new Sizes(Vocabulary: 50257, Hidden: 768, FeedForward: 0, Layers: 12, Heads: 12, Tied: true), 1024) with
        {
            KeyValueHeads = fields.Flag(true, "multi_query") ? 1 : null,
        };

    private static TransformerShape GptJ(
        FieldSource fields) => Embd(fields, new Sizes(Vocabulary: 50400, Hidden: 4096, FeedForward: 0, Layers: 28, Heads: 16)) with
        {
            NormsPerLayer = 1,
            ParallelBlock = true,
            Biases = Biases.FeedForward | Biases.Head,
        };

    private static TransformerShape GptNeo(FieldSource fields)
    {
        int hidden = fields.Size(ConfigRole.HiddenSize, 2048, "hidden_size");
        int layers = fields.Size(ConfigRole.Layers, 24, "num_layers", "num_hidden_layers");

        // attention_types changes only the windows; its patterns other than the default alternation are not read.
        bool alternates = !fields.Has("attention_types") || LooksAlternating(fields.Node("attention_types"));
        int? window = alternates ? fields.Optional(ConfigRole.None, 256, "window_size") : null;
        return new TransformerShape
        {
            Layers = layers,
            HiddenSize = hidden,
            Heads = fields.Size(ConfigRole.AttentionHeads, 16, "num_heads", "num_attention_heads"),
            FeedForwardSize = fields.Optional(ConfigRole.FeedForwardSize, 0, "intermediate_size") ?? Widths.Times(hidden, 4),
            VocabularySize = fields.Size(ConfigRole.VocabularySize, 50257, "vocab_size"),
            LearnedPositions = fields.Size(ConfigRole.MaxPositions, 2048, "max_position_embeddings"),
            Positions = PositionEncoding.Learned,
            TiedEmbeddings = fields.Flag(ConfigRole.TiedEmbeddings, true, "tie_word_embeddings"),
            GatedFeedForward = false,
            Norm = NormKind.Layer,
            Biases = Biases.AttentionOutput | Biases.FeedForward,
            SlidingWindow = layers > 1 ? window : null,
            SlidingLayers = layers > 1 && window is not null ? layers / 2 : null,
        };
    }

    private static bool LooksAlternating(JsonNode types)
    {
        foreach (JsonNode group in types.Children)
        {
            foreach (JsonNode part in group.Children)
            {
                if (part.Kind != JsonKind.Array) continue;
                int at = 0;
                foreach (JsonNode name in part.Children)
                {
                    if (!name.IsString(at++ == 0 ? "global" : "local")) return false;
                }

                if (at != 2) return false;
            }
        }

        return types.Count == 1;
    }

    private static TransformerShape GptNeoX(FieldSource fields) =>
        Decoders.Plain(fields, new Sizes(Vocabulary: 50432, Hidden: 6144, FeedForward: 24576, Layers: 44, Heads: 64)) with
        {
            ParallelBlock = fields.Flag(true, "use_parallel_residual"),
            Biases = Biases.FeedForward | Decoders.If(fields.Flag(true, "attention_bias"), Biases.Attention),
        };

    // Two rows of the position table precede the first position.
    private static TransformerShape Opt(FieldSource fields)
    {
        int hidden = fields.Size(ConfigRole.HiddenSize, 768, "hidden_size", "d_model");
        int embedding = fields.Optional(ConfigRole.None, 0, "word_embed_proj_dim") ?? hidden;
        int positions = fields.Size(ConfigRole.MaxPositions, 2048, "max_position_embeddings");
        return new TransformerShape
        {
            Layers = fields.Size(ConfigRole.Layers, 12, "num_hidden_layers"),
            HiddenSize = hidden,
            Heads = fields.Size(ConfigRole.AttentionHeads, 12, "num_attention_heads"),
            FeedForwardSize = fields.Size(ConfigRole.FeedForwardSize, 3072, "ffn_dim"),
            VocabularySize = fields.Size(ConfigRole.VocabularySize, 50272, "vocab_size"),
            LearnedPositions = positions > int.MaxValue - 2 ? 0 : positions + 2,
            Positions = PositionEncoding.Learned,
            EmbeddingSize = embedding == hidden ? null : embedding,
            TiedEmbeddings = fields.Flag(ConfigRole.TiedEmbeddings, true, "tie_word_embeddings"),
            GatedFeedForward = false,
            Norm = fields.Flag(true, "layer_norm_elementwise_affine") ? NormKind.Layer : NormKind.ParameterFree,
            FinalNorm = fields.Flag(true, "do_layer_norm_before") && !fields.Flag(false, "_remove_final_layer_norm"),
            Biases = Decoders.If(fields.Flag(true, "enable_bias"), Biases.Block),
        };
    }

    private static TransformerShape Bloom(FieldSource fields)
    {
        int hidden = fields.Size(ConfigRole.HiddenSize, 64, "hidden_size", "n_embed");
        return new TransformerShape
        {
            Layers = fields.Size(ConfigRole.Layers, 2, "n_layer", "num_hidden_layers"),
            HiddenSize = hidden,
            Heads = fields.Size(ConfigRole.AttentionHeads, 8, "n_head", "num_attention_heads"),
            FeedForwardSize = Widths.Times(hidden, 4),
            VocabularySize = fields.Size(ConfigRole.VocabularySize, 250880, "vocab_size"),
            TiedEmbeddings = fields.Flag(ConfigRole.TiedEmbeddings, true, "tie_word_embeddings"),
            GatedFeedForward = false,
            Norm = NormKind.Layer,
            EmbeddingNorm = true,
            Positions = PositionEncoding.Alibi,
            Biases = Biases.Block,
        };
    }

    // The library's own class has no biases, grouped heads or learned positions; configs with these belong to another
    // program.
    private static TransformerShape Mpt(FieldSource fields)
    {
        FieldSource attention = fields.Inside("attn_config");
        bool isBiased = !fields.Flag(true, "no_bias");
        bool alibi = attention.Flag(true, "alibi");

        // llm-foundry's class has what transformers' leaves out.
        if (!fields.Node("architectures").Text.Contains("MPTForCausalLM"))
        {
            if (isBiased) fields.Refuse("no_bias", "is false: biases of MPT are not counted.");
            if (!alibi) attention.Refuse("alibi", "is false: MPT with other positions is not counted.");
        }

        bool rope = !alibi && attention.Flag(false, "rope");
        bool learned = !alibi && !rope && fields.Flag(true, "learned_pos_emb");
        if (attention.Flag(false, "qk_ln")) attention.Refuse("qk_ln", "is true: norms on queries and keys of MPT are not counted.");
        if (attention.Has("kv_n_heads")) attention.Refuse("kv_n_heads", "is set: grouped heads of MPT are not counted.");
        if (attention.Has("attn_type") && !attention.Node("attn_type").IsString("multihead_attention"))
            attention.Refuse("attn_type", "is not multihead_attention.");
        int hidden = fields.Size(ConfigRole.HiddenSize, 2048, "d_model", "hidden_size");
        return new TransformerShape
        {
            Layers = fields.Size(ConfigRole.Layers, 24, "n_layers", "num_hidden_layers"),
            HiddenSize = hidden,
            Heads = fields.Size(ConfigRole.AttentionHeads, 16, "n_heads", "num_attention_heads"),
            FeedForwardSize = fields.HasMember(ConfigRole.FeedForwardSize)
                ? fields.Size(ConfigRole.FeedForwardSize, -1, "ffn_hidden_size")
                : Widths.Times(hidden, fields.Trait(ConfigRole.None, 4, "expansion_ratio")),
            VocabularySize = fields.Size(ConfigRole.VocabularySize, 50368, "vocab_size"),
            TiedEmbeddings = fields.Flag(ConfigRole.TiedEmbeddings, true, "tie_word_embeddings"),
            GatedFeedForward = false,
            Norm = isBiased ? NormKind.Layer : NormKind.LayerWithoutBias,
            Biases = isBiased ? Biases.Block : Biases.None,
            Positions = alibi ? PositionEncoding.Alibi : learned ? PositionEncoding.Learned
                : rope ? PositionEncoding.Rotary : PositionEncoding.None,
            LearnedPositions = learned ? fields.Size(ConfigRole.MaxPositions, 2048, "max_seq_len", "max_position_embeddings") : 0,
        };
    }

    // In C#, the number of key-value heads distinguishes the two architectures: 1, or more (Falcon 40B and 180B).
    private static TransformerShape Falcon(FieldSource fields)
    {
        bool shared = fields.Flag(true, "multi_query");
        bool parallel = fields.Flag(true, "parallel_attn");
        int hidden = fields.Size(ConfigRole.HiddenSize, 4544, "hidden_size", "n_embed");
        int heads = fields.Size(ConfigRole.AttentionHeads, 71, "num_attention_heads", "n_head");
        int? groups = fields.IsMembers
            ? fields.Size(ConfigRole.KeyValueHeads, -1, "num_kv_heads")
            : fields.Optional(ConfigRole.KeyValueHeads, 0, "num_kv_heads", "n_head_kv");
        if (fields.IsMembers && groups == heads && heads > 1)
            fields.Refuse(nameof(ConfigRole.KeyValueHeads), ConfigRole.KeyValueHeads, default,
                "is that of all heads: a Falcon of this form has biases that no member declares.");
        bool second = fields.IsMembers ? groups > 1 : fields.Flag(false, "new_decoder_architecture");
        int inParallel = fields.Optional(ConfigRole.None, 0, "num_ln_in_parallel_attn") ?? (second ? 2 : 1);
        return new TransformerShape
        {
            Layers = fields.Size(ConfigRole.Layers, 32, "num_hidden_layers", "n_layer"),
            HiddenSize = hidden,
            Heads = heads,
            KeyValueHeads = second ? groups : shared ? 1 : null,
            FeedForwardSize = fields.Optional(ConfigRole.FeedForwardSize, 0, "ffn_hidden_size") ?? Widths.Times(hidden, 4),
            VocabularySize = fields.Size(ConfigRole.VocabularySize, 65024, "vocab_size"),
            TiedEmbeddings = fields.Flag(ConfigRole.TiedEmbeddings, true, "tie_word_embeddings"),
            GatedFeedForward = false,
            Norm = NormKind.Layer,
            NormsPerLayer = !parallel || inParallel == 2 ? 2 : 1,
            ParallelBlock = parallel,
            Positions = fields.Flag(false, "alibi") ? PositionEncoding.Alibi : PositionEncoding.Rotary,
            Biases = Decoders.If(fields.Flag(false, "bias"), Biases.Block),
        };
    }

    private static TransformerShape Phi(FieldSource fields) =>
        Decoders.Plain(fields, new Sizes(Vocabulary: 51200, Hidden: 2048, FeedForward: 8192, Layers: 24, Heads: 32)) with
        {
            NormsPerLayer = 1,
            ParallelBlock = true,
            Biases = Biases.Block | Biases.Head,
            QueryKeyNorm = fields.Flag(false, "qk_layernorm") ? QueryKeyNorm.PerHead : QueryKeyNorm.None,
            QueryKeyNormKind = NormKind.Layer,
        };

    private static TransformerShape StarCoder2(FieldSource fields)
    {
        TransformerShape shape = Decoders.Plain(fields,
            new Sizes(Vocabulary: 49152, Hidden: 3072, FeedForward: 12288, Layers: 30, Heads: 24, KeyValueHeads: 2, Tied: true)) with
        {
            Biases = Decoders.If(fields.Flag(true, "use_bias"), Biases.Block),
        };
        return Decoders.Windowed(shape, fields, fields.Optional(ConfigRole.None, 0, "sliding_window"), shape.Layers);
    }

    private static TransformerShape Persimmon(FieldSource fields) =>
        Decoders.Plain(fields, new Sizes(Vocabulary: 262144, Hidden: 4096, FeedForward: 16384, Layers: 36, Heads: 64)) with
        {
            Biases = Biases.Block,
            QueryKeyNorm = fields.Flag(true, "qk_layernorm") ? QueryKeyNorm.PerHead : QueryKeyNorm.None,
            QueryKeyNormKind = NormKind.Layer,
        };
}
