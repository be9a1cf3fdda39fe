using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.RunFiles;

/// <summary>EleutherAI's GPT-NeoX: YAML, often with a JSON body; several files are one run.</summary>
internal static class GptNeoX
{
    private static string[] Uncounted { get; } =
        ["num_kv_heads", "moe_num_experts", "mlp_type", "mlp_multiple_of", "use_bias_in_mlp", "use_qk_layernorm"];

    private static string[] Watched { get; } = [.. Uncounted, "pos_emb", "norm", "activation", "attention_config"];

    public static TrainerTable Table { get; } = new("GPT-NeoX", "GPT-NeoX")
    {
        Source = "EleutherAI/gpt-neox ea7aefd8f8, megatron/neox_arguments/arguments.py",
        Formats = [FileFormat.Yaml, FileFormat.Json, FileFormat.ArgumentDump],
        Marks =
        [
            ["train_micro_batch_size_per_gpu", "num_layers"], ["pipe_parallel_size", "num_layers"], ["pipe_parallel_size", "train_iters"],
            ["no_weight_tying", "num_layers"], ["train_iters", "optimizer.params"],
        ],
        Foreign = ["tensor_model_parallel_size", "pipeline_model_parallel_size", "trainer"],
        Keys =
        [
            new("train_iters", ConfigRole.MaxSteps, "steps"),
            new("train_batch_size", ConfigRole.GlobalBatchSequences, "sequences of all ranks"),
            new("train_micro_batch_size_per_gpu", ConfigRole.MicroBatchSequences, "sequences of a data-parallel rank"),
            new("gradient_accumulation_steps", ConfigRole.GradientAccumulationSteps, "forward passes of a rank"),
            new("gas", ConfigRole.GradientAccumulationSteps, "forward passes of a rank") { Default = 1L },
            new("seq_length", ConfigRole.SequenceLength, "tokens"),
            new("optimizer.params.lr", ConfigRole.LearningRate, ""),
            new("optimizer.type", ConfigRole.Optimizer, ""),
            new("model_parallel_size", ConfigRole.TensorParallel, "devices")
            {
                Default = 1L, Read = Contents.Degree(ConfigRole.TensorParallel),
            },
            new("pipe_parallel_size", ConfigRole.PipelineParallel, "devices; 0 and 1 mean none")
            {
                Default = 1L, Read = Contents.Degree(ConfigRole.PipelineParallel),
            },
            new("context_parallel_size", ConfigRole.ContextParallel, "devices"),
            new("global_num_gpus", ConfigRole.AcceleratorCount, "accelerators"),
            new("zero_optimization.stage", ConfigRole.ZeroStage, ""),
            new("precision", ConfigRole.Precision, "") { Read = Contents.Precision },
            new("fp16.type", ConfigRole.Precision, "") { Read = Contents.Precision },
            new("bf16.enabled", ConfigRole.Precision, "") { Read = Contents.PrecisionIf("bf16") },
            new("fp16.enabled", ConfigRole.Precision, "") { Read = Contents.PrecisionIf("fp16") },
        ],
        Model = new ModelTable
        {
            Family = Family,
            VocabularyField = "vocab_size",
            Watched = Watched,
            Fixed = new Dictionary<string, object> { ["rotary_pct"] = 0.25 },
            Keys =
            [
                new("num_layers", "num_hidden_layers", ConfigRole.Layers),
                new("hidden_size", "hidden_size", ConfigRole.HiddenSize),
                new("num_attention_heads", "num_attention_heads", ConfigRole.AttentionHeads),
                new("max_position_embeddings", "max_position_embeddings") { IsRequired = false },
                new("intermediate_size", "intermediate_size", ConfigRole.FeedForwardSize) { IsRequired = false },
                new("no_weight_tying", "tie_word_embeddings") { Convert = Contents.Not, Default = true },
                new("gpt_j_residual", "use_parallel_residual") { Default = false },
                new("use_bias_in_attn_linear", "attention_bias") { Default = true },
            ],
        },
        Finish = FeedForward,
        Traps =
        [
            new("The batch is micro x accumulation x data-parallel ranks, and ranks are the GPUs divided by pipe_parallel_size and "
                + "model_parallel_size: multiplying by the GPUs is too many by both sizes.", "arguments.py, l. 848 and 926; gpt-neox#654"),
            new("The number of GPUs is in a hostfile, not in the file.", "arguments.py"),
            new("pipe_parallel_size 0 and 1 both mean no pipeline.", "arguments.py"),
            new("no_weight_tying is the negation of tied embeddings, which are the default.", "neox_args.py"),
            new("The vocabulary is the tokenizer's, padded to make_vocab_size_divisible_by x model_parallel_size.", "arguments.py"),
            new("Keys have `-` or `_`.", "arguments.py"),
        ],
    };

    // What GPT-NeoX can do besides the block that its published models have.
    private static (string?, string?) Family(KeyTree tree)
    {
        if (!tree.Has("num_layers")) return (null, null);
        if (tree["pos_emb"] is not { Unknown: null, Content: "rotary" or "alibi" or "none" or "rpe" })
            return (null, "'pos_emb' is not \"rotary\", and learned positions of GPT-NeoX are not counted");
        if (tree["norm"] is { } norm && norm.Content is not "layernorm")
            return (null, "'norm' is " + Scalars.Show(norm.Content) + ", which is not counted");
        if (tree["activation"] is { } act && act.Content is not ("gelu" or "relu"))
            return (null, "'activation' is " + Scalars.Show(act.Content) + ", whose feed-forward is not counted");
        foreach (string key in Uncounted)
        {
            if (tree.Has(key)) return (null, "'" + key + "' changes the block in a way that is not counted");
        }

        var layer = tree.Entries.FirstOrDefault(entry => entry.Path.StartsWith("attention", System.StringComparison.Ordinal)
            && entry.Content is "gmlp" or "amlp" or "mamba" or "rwkv");
        return layer is null ? ("gpt_neox", null) : (null, "'" + layer.Path + "' is " + Scalars.Show(layer.Content) + ", which is not counted");
    }

    private static void FeedForward(RunDraft draft)
    {
        // Four times the width where nothing is written, which the family's own default is not.
        if (draft.Tree["intermediate_size"] is null && draft.Near("intermediate_size") is null
            && draft.Tree.Whole("hidden_size") is > 0 and < 1_000_000 and var hidden)
            draft.Tree.Add(new KeyEntry("", "intermediate_size", 4 * hidden, 0, 0));
    }
}
