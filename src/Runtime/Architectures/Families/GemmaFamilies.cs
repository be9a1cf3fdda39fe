using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>Google's Gemma 1 to 3: wide heads, shared token table, sandwich norms from the second on.</summary>
/// <remarks>huggingface/transformers, configuration_gemma.py and configuration_gemma2.py at 008e5742, configuration_gemma3.py at 008f5c8c.</remarks>
internal static class GemmaFamilies
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("gemma", fields => LlamaFamilies.AttentionBiased(fields, new Sizes(256000, 3072, 24576, 28, 16, 16, 256, Tied: true)));
        yield return new ModelFamily("gemma2", Gemma2);
        yield return new ModelFamily("gemma3_text", Gemma3);
    }

    private static TransformerShape Gemma2(FieldSource fields)
    {
        TransformerShape shape = LlamaFamilies.AttentionBiased(fields, new Sizes(256000, 2304, 9216, 26, 8, 4, 256, Tied: true)) with { NormsPerLayer = 4 };
        return Decoders.Windowed(shape, fields, fields.Optional(ConfigRole.None, 4096, "sliding_window"), (shape.Layers + 1) / 2);
    }

    private static TransformerShape Gemma3(FieldSource fields)
    {
        TransformerShape shape = LlamaFamilies.AttentionBiased(fields, new Sizes(262208, 2304, 9216, 26, 8, 4, 256, Tied: true)) with
        {
            NormsPerLayer = 4,
            QueryKeyNorm = QueryKeyNorm.PerHead,
        };
        int pattern = System.Math.Max(1, fields.Trait(ConfigRole.None, 6, "sliding_window_pattern"));
        return Decoders.Windowed(shape, fields, fields.Optional(ConfigRole.None, 4096, "sliding_window"), shape.Layers - (shape.Layers / pattern));
    }
}
