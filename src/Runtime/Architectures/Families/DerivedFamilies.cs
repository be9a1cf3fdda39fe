using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>Families that huggingface/transformers derives from another by a few lines: other biases, norms, windows or
/// experts.</summary>
/// <remarks>
/// modular_*.py of cwm at 000c33fd, ministral at 05cd1ec1, vaultgemma at 0eec8c78, jais2 at 1060b88e, flex_olmo at
/// 008e5742, glm4v_moe at 0067189d; configuration_glm4v.py at 05cd1ec1.
/// </remarks>
internal static class DerivedFamilies
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("code_llama", LlamaFamilies.Llama);
        yield return new ModelFamily("cwm", CodeWorldModel);
        yield return new ModelFamily(
            "ministral",
            fields => LlamaFamilies.WindowEverywhere(fields,
                new Sizes(Vocabulary: 32000, Hidden: 4096, FeedForward: 14336, Layers: 32, Heads: 32, KeyValueHeads: 8), window: 4096));
        yield return new ModelFamily("vaultgemma", VaultGemma);
        yield return new ModelFamily("jais2", Jais2);
        yield return new ModelFamily("flex_olmo", FlexOlmo, FamilyLineage.Mixture);
        yield return new ModelFamily(
            "glm4v_text", fields => LlamaFamilies.Glm(fields) with { Biases = Biases.QueryKeyValue, NormsPerLayer = 4 });
        yield return new ModelFamily("glm4v_moe_text", Glm4vMoe, FamilyLineage.Mixture);
    }

    // Every fourth layer sees all tokens, from the first on.
    private static TransformerShape CodeWorldModel(FieldSource fields)
    {
        TransformerShape shape = Decoders.Gated(fields,
            new Sizes(Vocabulary: 128256, Hidden: 6144, FeedForward: 21504, Layers: 64, Heads: 48, KeyValueHeads: 8, HeadSize: 128));
        shape = fields.Flag(false, "mlp_bias") ? shape with { Biases = Biases.FeedForward } : shape;
        int full = (shape.Layers / 4) + (shape.Layers % 4 == 0 ? 0 : 1);
        return Decoders.Windowed(shape, fields, fields.Optional(ConfigRole.None, 8192, "sliding_window"), shape.Layers - full);
    }

    // Gemma 2 without the norms after attention and feed-forward.
    private static TransformerShape VaultGemma(FieldSource fields) => GemmaFamilies.Gemma2(fields) with { NormsPerLayer = 2 };

    private static TransformerShape Jais2(FieldSource fields) => Decoders.Plain(fields,
        new Sizes(Vocabulary: 150272, Hidden: 3328, FeedForward: 26624, Layers: 32, Heads: 26)) with
    {
        Biases = Decoders.If(fields.Flag(true, "attention_bias"), Biases.Attention)
            | Decoders.If(fields.Flag(true, "mlp_bias"), Biases.FeedForward),
    };

    // OLMoE's experts and OLMo 2's blocks, with as many norms.
    private static TransformerShape FlexOlmo(FieldSource fields) => ExpertFamilies.Everywhere(fields,
        new Sizes(Vocabulary: 100352, Hidden: 4096, FeedForward: 11008, Layers: 32, Heads: 32), 7, 5, "num_experts") with
    {
        QueryKeyNorm = QueryKeyNorm.FullWidth,
        Biases = Decoders.If(fields.Flag(false, "attention_bias"), Biases.Attention),
    };

    // Biases are on unless the config removes them, and there is no norm on queries and keys.
    private static TransformerShape Glm4vMoe(FieldSource fields) => ExpertFamilies.Glm4(fields) with
    {
        Biases = Decoders.If(fields.Flag(true, "attention_bias"), Biases.QueryKeyValue),
        QueryKeyNorm = QueryKeyNorm.None,
    };
}
