using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.RunFiles;

/// <summary>The model flags of Megatron-LM, which NeMo and Megatron-Bridge have under a prefix.</summary>
internal static class MegatronKeys
{
    private static readonly string[] Plain =
    [
        "num_query_groups", "ffn_hidden_size", "swiglu", "quick_geglu",
        "untie_embeddings_and_output_weights", "disable_bias_linear", "add_bias_linear", "add_qkv_bias", "normalization",
        "position_embedding_type", "use_rotary_position_embeddings",
        "max_position_embeddings", "qk_layernorm", "multi_latent_attention", "hybrid_override_pattern", "make_vocab_size_divisible_by",
        "padded_vocab_size", "tensor_model_parallel_size", "num_experts", "moe_router_topk", "moe_ffn_hidden_size",
        "moe_shared_expert_intermediate_size", "vocab_size", "group_query_attention",
    ];

    /// <summary>The keys of Megatron-LM itself: the fields are the flags.</summary>
    public static IReadOnlyList<ModelKey> Flags(string prefix) =>
    [
        new(prefix + "num_layers", "num_layers", ConfigRole.Layers),
        new(prefix + "hidden_size", "hidden_size", ConfigRole.HiddenSize),
        new(prefix + "num_attention_heads", "num_attention_heads", ConfigRole.AttentionHeads),
        new(prefix + "kv_channels", "kv_channels", ConfigRole.HeadSize) { IsRequired = false },
        .. Plain.Select(name => new ModelKey(prefix + name, name) { IsRequired = false }),
    ];

    /// <summary>Groups count only where they are switched on; latent attention has head sizes of its own.</summary>
    public static void ReadGroups(RunDraft draft)
    {
        if (draft.Tree.Truth("group_query_attention") == true && draft.Find("num_query_groups") is { Unknown: null } groups)
            draft.Put(ConfigRole.KeyValueHeads, groups.Path, groups.Content, "", groups);
        if (draft.Tree["multi_latent_attention"] is { } latent && latent.Content is not (null or false))
            draft.PutUnknown(ConfigRole.HeadSize, latent.Path, "latent attention has head sizes of its own", latent);
    }

    /// <summary>Why flags make a model that is not counted; null where nothing does.</summary>
    public static string? WhyNot(KeyTree tree, string prefix)
    {
        if (tree[prefix + "moe_layer_freq"] is { } frequency && frequency.Content is not (null or 1L))
            return "'" + frequency.Path + "' makes layers with and without experts, which are not counted from flags";
        foreach (string key in Uncounted)
        {
            if (tree[prefix + key] is { } entry && (entry.Unknown is not null || entry.Content is not (null or false or 0L)))
                return "'" + entry.Path + "' changes the block in a way that is not counted";
        }

        return tree[prefix + "softmax_type"] is { } softmax && softmax.Content is not (null or "vanilla" or "off-by-one")
            ? "'" + softmax.Path + "' adds sinks to attention, which are not counted from flags"
            : null;
    }

    /// <summary>The flags that leave a shape open.</summary>
    public static IEnumerable<string> Watched(string prefix) =>
        Uncounted.Append("moe_layer_freq").Append("softmax_type").Select(key => prefix + key);

    private static string[] Uncounted { get; } =
    [
        "is_hybrid_model", "mtp_num_layers", "hybrid_attention_ratio", "hybrid_layer_pattern", "heterogeneous_layers_config_path",
        "squared_relu", "encoder_num_layers", "spec", "transformer_block_type_is_parallel", "enable_gpt_oss", "vision_model_type",
        "experimental_attention_variant", "attention_output_gate", "moe_latent_size", "linear_attention_freq", "bert_no_binary_head",
    ];
}
