using System;
using System.Linq;

namespace ScalingAnalyzers.RunFiles;

/// <summary>NVIDIA's NeMo 1: YAML for Hydra over Megatron's words.</summary>
internal static class NeMo
{
    private static readonly string[] OtherBlocks =
    [
        "model.mcore_customization_config", "model.logits_soft_cap", "model.window_size", "model.hyena", "model.hybrid_override_pattern",
        "model.headscale", "model.num_moe_experts",
    ];

    public static TrainerTable Table { get; } = new("NeMo", "Megatron-LM")
    {
        Source = "NVIDIA/NeMo 00a115fe, examples/nlp/language_modeling/conf/megatron_llama_config.yaml",
        Formats = [FileFormat.Yaml],
        Marks = [["trainer", "model.encoder_seq_length"], ["trainer", "model.micro_batch_size"], ["trainer", "model.global_batch_size"]],
        Keys =
        [
            new("trainer.max_steps", ConfigRole.MaxSteps, "steps"),
            new("model.global_batch_size", ConfigRole.GlobalBatchSequences, "sequences of all ranks"),
            new("model.micro_batch_size", ConfigRole.MicroBatchSequences, "sequences of a data-parallel rank"),
            new("model.rampup_batch_size", ConfigRole.BatchRampUp, "start, increment, sequences"),
            new("model.encoder_seq_length", ConfigRole.SequenceLength, "tokens"),
            new("model.optim.lr", ConfigRole.LearningRate, ""),
            new("model.optim.name", ConfigRole.Optimizer, ""),
            new("model.tensor_model_parallel_size", ConfigRole.TensorParallel, "devices") { Default = 1L },
            new("model.pipeline_model_parallel_size", ConfigRole.PipelineParallel, "devices") { Default = 1L },
            new("model.context_parallel_size", ConfigRole.ContextParallel, "devices") { Default = 1L },
            new("model.expert_model_parallel_size", ConfigRole.ExpertParallel, "devices"),
            new("trainer.precision", ConfigRole.Precision, "") { Read = Contents.Precision },
        ],
        Model = new ModelTable
        {
            Family = tree => !tree.Has("model.num_layers") ? (null, null)
                : (MegatronKeys.WhyNot(tree, "model.") ?? OtherBlock(tree)) is { } why ? (null, why) : ("megatron", null),
            Watched = [.. MegatronKeys.Watched("model.")],
            VocabularyField = "padded_vocab_size",
            Keys =
            [
                new("model.num_layers", "num_layers", ConfigRole.Layers),
                new("model.hidden_size", "hidden_size", ConfigRole.HiddenSize),
                new("model.num_attention_heads", "num_attention_heads", ConfigRole.AttentionHeads),
                new("model.ffn_hidden_size", "ffn_hidden_size", ConfigRole.FeedForwardSize),
                new("model.num_query_groups", "num_query_groups", ConfigRole.KeyValueHeads) { IsRequired = false },
                new("model.kv_channels", "kv_channels", ConfigRole.HeadSize) { IsRequired = false },
                new("model.activation", "swiglu") { Convert = Gated, Default = false },
                new("model.normalization", "normalization") { Convert = Norm, Default = "LayerNorm" },
                new("model.bias", "add_bias_linear") { Default = true },
                new("model.qkv_bias", "add_qkv_bias") { IsRequired = false },
                new("model.share_embeddings_and_output_weights", "untie_embeddings_and_output_weights")
                {
                    Convert = Contents.Not, Default = false,
                },
                new("model.position_embedding_type", "position_embedding_type") { Default = "learned_absolute" },
                new("model.max_position_embeddings", "max_position_embeddings") { IsRequired = false },
            ],
        },
        Finish = Devices,
        Refuse = Accumulation,
        Traps =
        [
            new("accumulate_grad_batches must stay 1: the real accumulation is derived from the batches and must not be multiplied in.",
                "megatron_llama_config.yaml"),
            new("`???` must be given, `${.x}` refers to a sibling, `${multiply:a,b}` computes.", "megatron_llama_config.yaml"),
            new("activation fast-swiglu means a gated feed-forward.", "megatron_llama_config.yaml"),
            new("Griffin, Mamba and customised blocks are written in the same keys: their models are not counted.",
                "megatron_griffin_config.yaml, megatron_mamba_config.yaml"),
            new("The vocabulary is the tokenizer's, padded.", "megatron_llama_config.yaml"),
            new("The accelerators are devices x num_nodes.", "megatron_llama_config.yaml"),
        ],
    };

    // Griffin, Mamba, Hyena and models of a customised block have files of the same keys.
    private static string? OtherBlock(KeyTree tree)
    {
        if (tree.Entries.FirstOrDefault(entry => entry.Path.StartsWith("model.mamba", StringComparison.Ordinal)) is { } mamba)
            return "'" + mamba.Path + "' makes layers that are not counted from NeMo's names";
        return OtherBlocks.FirstOrDefault(key => tree.Has(key) && tree.Truth(key) != false) is { } other
            ? "'" + other + "' changes the block in a way that is not counted"
            : tree.Text("model.transformer_block_type") == "normformer" ? "normformer blocks are not counted" : null;
    }

    private static void Accumulation(RunDraft draft)
    {
        if (draft.Find("trainer.accumulate_grad_batches") is not { } entry || Scalars.Whole(entry.Content) is not > 1) return;
        draft.Refuse(entry, "'" + entry.Path + "' is " + Scalars.Show(entry.Content) + ", and NeMo refuses more than 1: it accumulates by "
            + "itself until global_batch_size is reached. Write 1.");
    }

    private static object? Gated(object? content) => content switch
    {
        "fast-swiglu" or "swiglu" or "fast_swiglu" or "geglu" or "fast-geglu" or "reglu" or "fast-reglu" => true,
        "gelu" or "squared-relu" => false,
        _ => null,
    };

    private static object? Norm(object? content) => content switch
    {
        "rmsnorm" => "RMSNorm",
        "layernorm" or "low_precision_layernorm" or "layernorm1p" => "LayerNorm",
        _ => null,
    };

    private static void Devices(RunDraft draft)
    {
        if (draft.Find("trainer.devices") is not { } devices || draft.Find("trainer.num_nodes") is not { } nodes) return;
        if (Scalars.Product(Scalars.Whole(devices.Content), Scalars.Whole(nodes.Content)) is { } all)
            draft.Put(ConfigRole.AcceleratorCount, "devices x num_nodes", all, "accelerators", devices);
        else
            draft.PutUnknown(ConfigRole.AcceleratorCount, "devices x num_nodes",
                devices.Unknown ?? nodes.Unknown ?? "they are not both numbers", devices);
    }
}
