using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Architectures;

/// <summary>What the name of a field gives reason to look at.</summary>
[Flags]
internal enum FieldTraits : byte
{
    None = 0,

    /// <summary>One of <see cref="RareFields"/>, perhaps.</summary>
    Rare = 1,

    /// <summary>All but named like a size, perhaps: <see cref="FieldNames"/>.</summary>
    NearSize = 2,

    /// <summary>Of a mixture, or a change of the blocks, perhaps: <see cref="UnreadFields"/>.</summary>
    Structure = 4,
}

/// <summary>
/// The fields of a config that need a second look, found in one pass. The names that most configs have are looked up
/// in a table; it holds what the checks themselves give for them.
/// </summary>
internal readonly struct FieldGlance
{
    private const int Slots = 256;

    private static readonly string?[] Names = new string?[Slots];
    private static readonly FieldTraits[] TraitsOfNames = new FieldTraits[Slots];

    static FieldGlance()
    {
        string[] frequent =
        {
            "architectures", "model_type", "hidden_size", "intermediate_size", "num_hidden_layers", "num_attention_heads",
            "num_key_value_heads", "vocab_size", "head_dim", "hidden_act", "tie_word_embeddings", "attention_bias", "mlp_bias",
            "attention_dropout", "bos_token_id", "eos_token_id", "pad_token_id", "initializer_range", "max_position_embeddings",
            "pretraining_tp", "rms_norm_eps", "layer_norm_eps", "rope_scaling", "rope_theta", "torch_dtype", "dtype", "use_cache",
            "transformers_version", "auto_map", "sliding_window", "use_sliding_window", "max_window_layers", "layer_types",
            "num_experts_per_tok", "num_local_experts", "num_experts", "n_routed_experts", "n_shared_experts", "moe_intermediate_size",
            "router_aux_loss_coef", "output_router_logits", "norm_topk_prob", "hidden_dropout", "attn_implementation",
            "_name_or_path", "_attn_implementation", "partial_rotary_factor", "rope_interleaved", "rope_parameters", "logits_scaling",
        };
        JsonTree tree = JsonTree.Read("{" + string.Join(",", frequent.Select(name => "\"" + name + "\":0")) + "}");
        foreach (JsonNode field in tree.Root.Children)
        {
            int slot = field.NameHash & (Slots - 1);
            while (Names[slot] is not null) slot = (slot + 1) & (Slots - 1);
            Names[slot] = field.Name;
            TraitsOfNames[slot] = ByName(field);
        }
    }

    private FieldGlance(bool mayHaveRare, IReadOnlyList<JsonNode>? nearSizes, IReadOnlyList<JsonNode>? ofStructure)
    {
        MayHaveRare = mayHaveRare;
        NearSizes = nearSizes ?? Array.Empty<JsonNode>();
        OfStructure = ofStructure ?? Array.Empty<JsonNode>();
    }

    /// <summary>Whether one of the fields may be rare.</summary>
    public bool MayHaveRare { get; }

    /// <summary>The fields that may be sizes misspelt, in their order.</summary>
    public IReadOnlyList<JsonNode> NearSizes { get; }

    /// <summary>The fields that may change the structure, in their order.</summary>
    public IReadOnlyList<JsonNode> OfStructure { get; }

    /// <summary>Looks at the fields of a config.</summary>
    public static FieldGlance At(JsonNode config)
    {
        FieldTraits all = FieldTraits.None;
        List<JsonNode>? nearSizes = null;
        List<JsonNode>? ofStructure = null;
        foreach (JsonNode field in config.Children)
        {
            FieldTraits traits = Of(field);
            all |= traits;
            if ((traits & FieldTraits.NearSize) != FieldTraits.None) (nearSizes ??= new List<JsonNode>()).Add(field);
            if ((traits & FieldTraits.Structure) != FieldTraits.None) (ofStructure ??= new List<JsonNode>()).Add(field);
        }

        return new FieldGlance((all & FieldTraits.Rare) != FieldTraits.None, nearSizes, ofStructure);
    }

    private static FieldTraits Of(JsonNode field)
    {
        int slot = field.NameHash & (Slots - 1);
        while (Names[slot] is { } name)
        {
            if (field.HasName(name)) return TraitsOfNames[slot];
            slot = (slot + 1) & (Slots - 1);
        }

        return ByName(field);
    }

    private static FieldTraits ByName(JsonNode field) =>
        (RareFields.MayBe(field) ? FieldTraits.Rare : FieldTraits.None)
        | (FieldNames.MayBeMisspelt(field) ? FieldTraits.NearSize : FieldTraits.None)
        | (UnreadFields.MayBe(field) ? FieldTraits.Structure : FieldTraits.None);
}
