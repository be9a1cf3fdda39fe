using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>Google's Gemma 1 to 3: wide heads, shared token table, sandwich norms from the second on.</summary>
/// <remarks>huggingface/transformers, configuration_gemma.py and configuration_gemma2.py at 008e5742,
/// configuration_gemma3.py at 008f5c8c.</remarks>
internal static class GemmaFamilies
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily(
            "gemma",
            fields =>
                LlamaFamilies.AttentionBiased(fields, new Sizes(Vocabulary: 256000, Hidden: 3072, FeedForward: 24576, Layers: 28, Heads: 16,
                    KeyValueHeads: 16, HeadSize: 256, Tied: true)));
        yield return new ModelFamily("gemma2", Gemma2);
        yield return new ModelFamily("gemma3_text", Gemma3);
    }

    internal static TransformerShape Gemma2(FieldSource fields)
    {
        TransformerShape shape =
            LlamaFamilies.AttentionBiased(fields, new Sizes(Vocabulary: 256000, Hidden: 2304, FeedForward: 9216, Layers: 26, Heads: 8,
                KeyValueHeads: 4, HeadSize: 256, Tied: true)) with
            { NormsPerLayer = 4 };
        return Decoders.Windowed(shape, fields, fields.Optional(ConfigRole.None, 4096, "sliding_window"), (shape.Layers + 1) / 2);
    }

    private static TransformerShape Gemma3(FieldSource fields)
    {
        TransformerShape shape =
            LlamaFamilies.AttentionBiased(fields, new Sizes(Vocabulary: 262208, Hidden: 2304, FeedForward: 9216, Layers: 26, Heads: 8,
                KeyValueHeads: 4, HeadSize: 256, Tied: true)) with
            {
                NormsPerLayer = 4,
                QueryKeyNorm = QueryKeyNorm.PerHead,
            };
        int pattern = System.Math.Max(1, fields.Trait(ConfigRole.None, 6, "sliding_window_pattern"));
        return Decoders.Windowed(
            shape, fields, fields.Optional(ConfigRole.None, 4096, "sliding_window"), shape.Layers - (shape.Layers / pattern));
    }
}
