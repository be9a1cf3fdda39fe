using System.Linq;

namespace ScalingAnalyzers.RunFiles;

/// <summary>Hugging Face's nanotron: YAML; the only trainer whose files give the number of GPUs as a product.</summary>
internal static class Nanotron
{
    private static readonly string[] Degrees = ["parallelism.dp", "parallelism.tp", "parallelism.pp"];

    public static TrainerTable Table { get; } = new("nanotron", "nanotron")
    {
        Source = "huggingface/nanotron 2411b022a7, src/nanotron/config; huggingface/smollm 45a1be84",
        Formats = [FileFormat.Yaml],
        Marks =
        [
            ["tokens.train_steps"], ["tokens.micro_batch_size", "parallelism"], ["tokens.batch_accumulation_per_replica"],
            ["model.model_config", "parallelism"],
        ],
        Keys =
        [
            new("tokens.train_steps", ConfigRole.MaxSteps, "steps"),
            new("tokens.micro_batch_size", ConfigRole.MicroBatchSequences, "sequences of a data-parallel rank"),
            new("tokens.batch_accumulation_per_replica", ConfigRole.GradientAccumulationSteps, "forward passes of a rank"),
            new("tokens.sequence_length", ConfigRole.SequenceLength, "tokens"),
            new("parallelism.dp", ConfigRole.DataParallel, "devices"),
            new("parallelism.tp", ConfigRole.TensorParallel, "devices"),
            new("parallelism.pp", ConfigRole.PipelineParallel, "devices"),
            new("parallelism.context_parallel_size", ConfigRole.ContextParallel, "devices") { Default = 1L },
            new("parallelism.expert_parallel_size", ConfigRole.ExpertParallel, "devices") { Default = 1L },
            new("optimizer.learning_rate_scheduler.learning_rate", ConfigRole.LearningRate, ""),
            new("optimizer.zero_stage", ConfigRole.ZeroStage, ""),
            new("optimizer.accumulate_grad_in_fp32", ConfigRole.GradientPrecision, "") { Read = Contents.GradientsIn32Bits },
            new("model.dtype", ConfigRole.Precision, "") { Read = Contents.Precision },
        ],
        Model = new ModelTable
        {
            Family = Family,
            Watched = ["model.model_config.moe_config", "model.model_config.num_key_value_heads", "model.model_config.tie_word_embeddings"],
            Keys =
            [
                new("model.model_config.num_hidden_layers", "num_hidden_layers", ConfigRole.Layers),
                new("model.model_config.hidden_size", "hidden_size", ConfigRole.HiddenSize),
                new("model.model_config.num_attention_heads", "num_attention_heads", ConfigRole.AttentionHeads),
                new("model.model_config.num_key_value_heads", "num_key_value_heads", ConfigRole.KeyValueHeads) { IsRequired = false },
                new("model.model_config.intermediate_size", "intermediate_size", ConfigRole.FeedForwardSize),
                new("model.model_config.vocab_size", "vocab_size", ConfigRole.VocabularySize),
                new("model.model_config.tie_word_embeddings", "tie_word_embeddings", ConfigRole.TiedEmbeddings) { Default = false },
                new("model.model_config.max_position_embeddings", "max_position_embeddings") { IsRequired = false },
                new("model.model_config.attention_bias", "attention_bias") { IsRequired = false },
            ],
        },
        Finish = Devices,
        Traps =
        [
            new("The GPUs are dp x tp x pp x context_parallel_size; a step is micro_batch_size x accumulation x dp sequences.",
                "src/nanotron/config/parallelism_config.py"),
            new("The config has the planned steps: SmolLM1's steps make 2.10T tokens, and the run stopped at 600B.",
                "huggingface/smollm, config_smollm1_135M.yaml"),
            new("A key that stands twice (moe_config in an example) has its last value.", "examples/config_qwen_with_moe.yaml"),
            new("There is no model_type: is_llama_config and is_qwen2_config give the family.", "src/nanotron/config/models_config.py"),
        ],
    };

    private static (string?, string?) Family(KeyTree tree)
    {
        if (!tree.Has("model.model_config")) return (null, null);
        if (tree.Has("model.model_config.moe_config"))
            return (null, "'model.model_config.moe_config' describes experts, which are not counted from nanotron's names; "
                + "name a config.json");
        if (tree.Truth("model.model_config.is_llama_config") == true) return ("llama", null);
        return tree.Truth("model.model_config.is_qwen2_config") == true ? ("qwen2", null)
            : (null, "neither is_llama_config nor is_qwen2_config is true in 'model.model_config'");
    }

    private static void Devices(RunDraft draft)
    {
        if (draft.Tree["parallelism.dp"] is not { } dp) return;
        long? context = draft.Whole(ConfigRole.ContextParallel);
        var devices = Scalars.Product([.. Degrees.Select(draft.Tree.Whole), context]);
        if (devices is { } all) draft.Put(ConfigRole.AcceleratorCount, "dp x tp x pp", all, "accelerators", dp);
    }
}
