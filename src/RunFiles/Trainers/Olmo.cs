using System.Collections.Generic;

namespace ScalingAnalyzers.RunFiles;

/// <summary>Ai2's first OLMo trainer: YAML, mostly data paths.</summary>
internal static class Olmo
{
    public static TrainerTable Table { get; } = new("OLMo", "llm-foundry and OLMo")
    {
        Source = "allenai/OLMo 04820704, olmo/config.py, configs/official-1124/OLMo2-7B-stage1.yaml",
        Formats = [FileFormat.Yaml],
        Marks =
        [
            ["max_duration", "model.max_sequence_length"], ["global_train_batch_size", "model.max_sequence_length"],
            ["max_duration", "model.weight_tying"], ["global_train_batch_size", "model.block_type"],
        ],
        Foreign = ["train_loader"],
        Keys =
        [
            new("max_duration", ConfigRole.MaxSteps, "steps; T tokens, ep epochs") { Read = Contents.OlmoDuration },
            new("global_train_batch_size", ConfigRole.GlobalBatchSequences, "sequences of all ranks"),
            new("model.max_sequence_length", ConfigRole.SequenceLength, "tokens"),
            new("optimizer.learning_rate", ConfigRole.LearningRate, ""),
            new("optimizer.name", ConfigRole.Optimizer, ""),
            new("precision", ConfigRole.Precision, "") { Read = Contents.Precision },
            new("fsdp.sharding_strategy", ConfigRole.ZeroStage, "the ZeRO stage of the same state") { Read = Contents.Sharding },
        ],
        Model = new ModelTable
        {
            Family = Family,
            Watched =
            [
                "model.include_bias", "model.multi_query_attention", "model.norm_after", "model.attention_layer_norm", "model.rope",
                "model.mlp_ratio",
            ],
            Complete = Width,
            Keys =
            [
                new("model.n_layers", "num_hidden_layers", ConfigRole.Layers),
                new("model.d_model", "hidden_size", ConfigRole.HiddenSize),
                new("model.n_heads", "num_attention_heads", ConfigRole.AttentionHeads),
                new("model.n_kv_heads", "num_key_value_heads", ConfigRole.KeyValueHeads) { IsRequired = false },
                new("model.mlp_hidden_size", "intermediate_size") { Convert = Half, IsRequired = false },
                new("model.weight_tying", "tie_word_embeddings", ConfigRole.TiedEmbeddings) { Default = true },
                new("model.embedding_size", "vocab_size", ConfigRole.VocabularySize) { IsRequired = false },
                new("model.vocab_size", "vocab_size", ConfigRole.VocabularySize),
                new("model.max_sequence_length", "max_position_embeddings") { IsRequired = false },
            ],
        },
        Traps =
        [
            new("mlp_hidden_size holds both halves of SwiGLU: twice Hugging Face's intermediate_size.", "olmo/model.py"),
            new("Without mlp_hidden_size it is mlp_ratio times d_model, and mlp_ratio is 4 unless the file has another.",
                "olmo/config.py"),
            new("The rows of the embedding are embedding_size, more than vocab_size.", "OLMo2-7B-stage1.yaml"),
            new("max_duration 1ep needs the size of the data; scheduler.t_max 5e12 is only the schedule.", "allenai/OLMo#887"),
            new("A key named like tokens (t_max, t_warmup) is not the length of the run.", "OLMo2-7B-stage1.yaml"),
        ],
    };

    private static object? Half(object? content) => content is long both && both % 2 == 0 ? both / 2 : null;

    // Without mlp_hidden_size the width is mlp_ratio times that of the model, both halves together.
    private static string? Width(RunDraft draft, IDictionary<string, object> fields)
    {
        if (fields.ContainsKey("intermediate_size")) return null;
        if (draft.Find("model.mlp_ratio") is { } written && (written.Unknown is not null || written.Content is not long))
            return "'model.mlp_ratio' is not a whole number";
        long ratio = draft.Tree["model.mlp_ratio"]?.Content as long? ?? 4;
        if (Scalars.Product(ratio, fields["hidden_size"] as long?) is not { } both || both % 2 != 0)
            return "'model.mlp_ratio' gives no width";
        fields["intermediate_size"] = both / 2;
        return null;
    }

    private static (string?, string?) Family(KeyTree tree)
    {
        if (!tree.Has("model.d_model")) return (null, null);
        if (tree["model.include_bias"] is not { Unknown: null, Content: false }) return (null,
            "'model.include_bias' is not false, and biases of OLMo are not counted");
        if (tree.Truth("model.multi_query_attention") == true) return (null, "'model.multi_query_attention' is true, which is not counted");
        if (tree["model.activation_type"] is { } act && act.Content is not "swiglu") return (null, "'model.activation_type' is "
            + Scalars.Show(act.Content) + ", which is not counted");
        if (tree["model.rope"] is not { Unknown: null, Content: true }) return (null,
            "'model.rope' is not true, and other positions of OLMo are not counted");
        bool normed = tree.Truth("model.norm_after") == true && tree.Truth("model.attention_layer_norm") == true;
        object? norm = tree["model.layer_norm_type"]?.Content;
        if (normed && norm is "rms") return ("olmo2", null);
        return !normed && tree.Truth("model.attention_layer_norm") != true && norm is "default" or "low_precision"
            && tree.Truth("model.layer_norm_with_affine") == false
            ? ("olmo", null)
            : (null, "its norms are neither OLMo's nor OLMo 2's");
    }
}
