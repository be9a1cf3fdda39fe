using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>Dense families whose blocks are Llama's, with their own biases, norms, windows and defaults.</summary>
/// <remarks>
/// Defaults and fields are those of the configuration classes in huggingface/transformers,
/// src/transformers/models/*/configuration_*.py (at 008e5742 unless noted otherwise); the layers with biases are from
/// modeling_*.py in the same folders.
/// </remarks>
internal static class LlamaFamilies
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("llama", Llama);
        yield return new ModelFamily(
            "mistral",
            fields => WindowEverywhere(fields,
                new Sizes(Vocabulary: 32000, Hidden: 4096, FeedForward: 14336, Layers: 32, Heads: 32, KeyValueHeads: 8), window: 4096));
        foreach (string type in new[] { "phi3", "phi3_v", "phi4mm" })
        {
            yield return new ModelFamily(type, fields =>
                WindowEverywhere(fields, new Sizes(Vocabulary: 32064, Hidden: 3072, FeedForward: 8192, Layers: 32, Heads: 32), window: 0));
        }

        yield return new ModelFamily(
            "qwen2",
            fields =>
                Qwen(fields, new Sizes(Vocabulary: 151936, Hidden: 4096, FeedForward: 22016, Layers: 32, Heads: 32, KeyValueHeads: 32)) with
                {
                    Biases = Biases.QueryKeyValue
                });
        yield return new ModelFamily(
            "qwen3",
            fields => Qwen3(fields,
                new Sizes(Vocabulary: 151936, Hidden: 4096, FeedForward: 22016, Layers: 32, Heads: 32, KeyValueHeads: 32, HeadSize: 128)));

        // The text decoders of Qwen's vision models; RECALLED to be Qwen 2's and Qwen 3's, so no default is taken.
        foreach (string type in new[] { "qwen2_vl_text", "qwen2_5_vl_text", "qwen2_5_omni_text", "dots_ocr" })
        {
            yield return new ModelFamily(
                type, fields => Qwen(fields, Sizes.None with { KeyValueHeads = -1 }) with { Biases = Biases.QueryKeyValue });
        }

        yield return new ModelFamily("qwen3_vl_text", fields => Qwen3(fields, Sizes.None with { KeyValueHeads = -1, HeadSize = 128 }));
        yield return new ModelFamily(
            "ministral3",
            fields =>
                WindowEverywhere(fields, new Sizes(Vocabulary: 131072, Hidden: 4096, FeedForward: 14336, Layers: 34, Heads: 32,
                    KeyValueHeads: 8, HeadSize: 128), window: 0));
        yield return new ModelFamily(
            "mimo",
            fields =>
                Decoders.Gated(fields, new Sizes(Vocabulary: 151680, Hidden: 4096, FeedForward: 11008, Layers: 36, Heads: 32,
                    KeyValueHeads: 8)) with
                { Biases = Decoders.If(fields.Flag(true, "attention_bias"), Biases.QueryKeyValue) });
        yield return new ModelFamily(
            "granite", fields => Biased(fields, new Sizes(Vocabulary: 32000, Hidden: 4096, FeedForward: 11008, Layers: 32, Heads: 32)));
        yield return new ModelFamily(
            "smollm3",
            fields => Biased(fields,
                new Sizes(Vocabulary: 128256, Hidden: 2048, FeedForward: 11008, Layers: 36, Heads: 16, KeyValueHeads: 4, Tied: true)));
        yield return new ModelFamily("seed_oss", SeedOss);
        yield return new ModelFamily("stablelm", StableLm);
        foreach (string type in new[] { "ernie4_5", "paddleocr_vl_text" }) yield return new ModelFamily(type, Ernie);
        yield return new ModelFamily("cohere", Cohere);
        yield return new ModelFamily("cohere2", Cohere2);
        yield return new ModelFamily("glm", fields => Glm(fields) with { NormsPerLayer = 2 });
        yield return new ModelFamily("glm4", fields => Glm(fields) with { NormsPerLayer = 4 });
        yield return new ModelFamily("exaone4", Exaone4);
        yield return new ModelFamily("olmo", fields => AttentionBiased(fields, Olmo) with { Norm = NormKind.ParameterFree });
        yield return new ModelFamily("olmo2", fields => AttentionBiased(fields, Olmo) with { QueryKeyNorm = QueryKeyNorm.FullWidth });
        yield return new ModelFamily("olmo3", Olmo3);
    }

    private static Sizes Olmo { get; } = new(Vocabulary: 50304, Hidden: 4096, FeedForward: 11008, Layers: 32, Heads: 32);

    internal static TransformerShape Llama(FieldSource fields) =>
        Biased(fields, new Sizes(Vocabulary: 32000, Hidden: 4096, FeedForward: 11008, Layers: 32, Heads: 32));

    /// <summary>
    /// attention_bias for all of attention, mlp_bias for the feed-forward; both are false by default.
    /// </summary>
    internal static TransformerShape Biased(FieldSource fields, Sizes sizes)
    {
        TransformerShape shape = AttentionBiased(fields, sizes);
        return fields.Flag(false, "mlp_bias") ? shape with { Biases = shape.Biases | Biases.FeedForward } : shape;
    }

    internal static TransformerShape AttentionBiased(FieldSource fields, Sizes sizes)
    {
        TransformerShape shape = Decoders.Gated(fields, sizes);
        return fields.Flag(false, "attention_bias") ? shape with { Biases = Biases.Attention } : shape;
    }

    internal static TransformerShape WindowEverywhere(FieldSource fields, Sizes sizes, int window)
    {
        TransformerShape shape = Decoders.Gated(fields, sizes);
        return Decoders.Windowed(shape, fields, fields.Optional(ConfigRole.None, window, "sliding_window"), shape.Layers);
    }

    // The window, where it is used, starts at layer max_window_layers.
    private static TransformerShape Qwen(FieldSource fields, Sizes sizes)
    {
        TransformerShape shape = Decoders.Gated(fields, sizes);
        int full = fields.Trait(ConfigRole.None, 28, "max_window_layers");
        return Decoders.Windowed(shape, fields, Decoders.WindowIfUsed(fields), System.Math.Max(0, shape.Layers - full));
    }

    private static TransformerShape Qwen3(FieldSource fields, Sizes sizes) => Qwen(fields, sizes) with
    {
        Biases = Decoders.If(fields.Flag(false, "attention_bias"), Biases.Attention),
        QueryKeyNorm = QueryKeyNorm.PerHead,
    };

    private static TransformerShape SeedOss(FieldSource fields) => Decoders.Gated(fields,
        new Sizes(Vocabulary: 155136, Hidden: 4096, FeedForward: 27648, Layers: 64, Heads: 80, KeyValueHeads: 8, HeadSize: 128)) with
    {
        Biases = Decoders.If(fields.Flag(true, "attention_bias"), Biases.QueryKeyValue)
            | Decoders.If(fields.Flag(false, "attention_out_bias"), Biases.AttentionOutput)
            | Decoders.If(fields.Flag(false, "mlp_bias"), Biases.FeedForward),
    };

    // Sizes RECALLED; they are those of ERNIE 4.5 0.3B.
    private static TransformerShape Ernie(
        FieldSource fields) =>
            Decoders.Gated(fields, new Sizes(Vocabulary: 103424, Hidden: 1024, FeedForward: 3072, Layers: 18, Heads: 16, KeyValueHeads: 2,
                HeadSize: 128, Tied: true)) with
            {
                Biases = Decoders.If(fields.Flag(false, "use_bias"), Biases.Block),
            };

    // configuration_stablelm.py at 05cd1ec1. A LayerNorm without bias per head; the parallel residual removes the
    // second norm.
    private static TransformerShape StableLm(FieldSource fields)
    {
        TransformerShape shape =
            Decoders.Gated(fields, new Sizes(Vocabulary: 50304, Hidden: 2560, FeedForward: 6912, Layers: 32, Heads: 32, KeyValueHeads: 32));
        bool parallel = fields.Flag(false, "use_parallel_residual");
        return shape with
        {
            Biases = Decoders.If(fields.Flag(false, "use_qkv_bias"), Biases.QueryKeyValue),
            Norm = NormKind.Layer,
            NormsPerLayer = parallel ? 1 : 2,
            ParallelBlock = parallel,
            QueryKeyNorm = fields.Flag(false, "qk_layernorm") ? QueryKeyNorm.FullWidth : QueryKeyNorm.None,
            QueryKeyNormKind = NormKind.LayerWithoutBias,
        };
    }

    private static TransformerShape Cohere(FieldSource fields) =>
        AttentionBiased(fields, new Sizes(Vocabulary: 256000, Hidden: 8192, FeedForward: 22528, Layers: 40, Heads: 64, Tied: true)) with
        {
            Norm = NormKind.LayerWithoutBias,
            NormsPerLayer = 1,
            ParallelBlock = true,
            QueryKeyNorm = fields.Flag(false, "use_qk_norm") ? QueryKeyNorm.FullWidth : QueryKeyNorm.None,
            QueryKeyNormKind = NormKind.LayerWithoutBias,
        };

    private static TransformerShape Cohere2(FieldSource fields)
    {
        TransformerShape shape =
            AttentionBiased(fields, new Sizes(Vocabulary: 256000, Hidden: 8192, FeedForward: 22528, Layers: 40, Heads: 64, Tied: true)) with
            {
                Norm = NormKind.LayerWithoutBias,
                NormsPerLayer = 1,
                ParallelBlock = true,
            };
        int pattern = System.Math.Max(1, fields.Trait(ConfigRole.None, 4, "sliding_window_pattern"));
        return Decoders.Windowed(
            shape, fields, fields.Optional(ConfigRole.None, 4096, "sliding_window"), shape.Layers - (shape.Layers / pattern));
    }

    internal static TransformerShape Glm(FieldSource fields) => Decoders.Gated(fields,
        new Sizes(Vocabulary: 151552, Hidden: 4096, FeedForward: 13696, Layers: 40, Heads: 32, KeyValueHeads: 2, HeadSize: 128)) with
    {
        Biases = Decoders.If(fields.Flag(true, "attention_bias"), Biases.QueryKeyValue),
    };

    // The pattern is a number (every n-th layer is full) or a word such as LLLG; the last layer is always full.
    private static TransformerShape Exaone4(FieldSource fields)
    {
        TransformerShape shape =
            Decoders.Gated(fields, new Sizes(Vocabulary: 102400, Hidden: 4096, FeedForward: 16384, Layers: 32, Heads: 32,
                KeyValueHeads: 32)) with
            { QueryKeyNorm = QueryKeyNorm.PerHead };
        int? window = fields.Optional(ConfigRole.None, 4096, "sliding_window");
        string? word = fields.Node("sliding_window_pattern").AsString();
        int pattern = word is { Length: > 0 } ? word.Length : word is null ? fields.Trait(ConfigRole.None, 4, "sliding_window_pattern") : 0;
        if (word is not null && word.TrimStart('L') != "G" && !fields.Has("layer_types"))
        {
            fields.Refuse("sliding_window_pattern", "is read only as a number or as L's with a G at the end.");
        }

        bool lastIsFull = word is not null && pattern > 0 && shape.Layers % pattern != 0;
        int sliding = pattern <= 0 ? 0 : shape.Layers - (shape.Layers / pattern) - (lastIsFull ? 1 : 0);
        return Decoders.Windowed(shape, fields, window, sliding);
    }

    private static TransformerShape Olmo3(FieldSource fields)
    {
        TransformerShape shape = AttentionBiased(fields, Olmo) with { QueryKeyNorm = QueryKeyNorm.FullWidth };
        return Decoders.Windowed(
            shape, fields, fields.Optional(ConfigRole.None, 4096, "sliding_window"), shape.Layers - (shape.Layers / 4));
    }
}
