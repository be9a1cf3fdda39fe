namespace ScalingAnalyzers.RunFiles;

/// <summary>Stanford's levanter: YAML for draccus, on TPUs.</summary>
internal static class Levanter
{
    public static TrainerTable Table { get; } = new("levanter", "levanter")
    {
        Source = "marin-community/levanter 233f0ab5, src/levanter/trainer.py, config/llama2_7b_ul2r.yaml",
        Formats = [FileFormat.Yaml],
        Marks =
        [
            ["trainer.num_train_steps"], ["trainer.train_batch_size"], ["trainer.model_axis_size", "optimizer"],
            ["trainer.mp", "model.type", "optimizer"], ["trainer.tracker", "model.type", "optimizer"],
        ],
        Keys =
        [
            new("trainer.num_train_steps", ConfigRole.MaxSteps, "steps"),
            new("trainer.train_batch_size", ConfigRole.GlobalBatchSequences, "sequences of all ranks"),
            new("train_seq_len", ConfigRole.SequenceLength, "tokens"),
            new("model.max_seq_len", ConfigRole.SequenceLength, "tokens"),
            new("model.seq_len", ConfigRole.SequenceLength, "tokens"),
            new("optimizer.learning_rate", ConfigRole.LearningRate, ""),
            new("trainer.model_axis_size", ConfigRole.TensorParallel, "devices"),
            new("trainer.mp", ConfigRole.Precision, "the type of the computation") { Read = Compute },
            new("initialize_from_hf", ConfigRole.StartingPoint, "") { Read = content =>
                new KeyReading(ConfigRole.StartingPoint, content is false ? null : content) },
        ],
        Model = new ModelTable
        {
            Family = Family,
            VocabularyField = "vocab_size",
            Watched = ["model.use_hf_model_config", "use_hf_model_config"],
            Keys =
            [
                new("model.num_layers", "num_hidden_layers", ConfigRole.Layers),
                new("model.hidden_dim", "hidden_size", ConfigRole.HiddenSize),
                new("model.num_heads", "num_attention_heads", ConfigRole.AttentionHeads),
                new("model.num_kv_heads", "num_key_value_heads", ConfigRole.KeyValueHeads),
                new("model.intermediate_dim", "intermediate_size", ConfigRole.FeedForwardSize),
                new("model.tie_word_embeddings", "tie_word_embeddings", ConfigRole.TiedEmbeddings) { Default = false },
            ],
        },
        Finish = Defaults,
        Traps =
        [
            new("train_batch_size counts sequences of all devices, and may be a list of steps and sizes.", "src/levanter/trainer.py"),
            new("Without num_train_steps a run has 400,000, and without train_batch_size 512 sequences.", "src/levanter/trainer.py"),
            new("per_device_parallelism changes memory, never the batch.", "src/levanter/trainer.py"),
            new("use_hf_model_config takes the shape from a hub folder: its config.json is needed.", "config/llama2_7b_ul2r.yaml"),
            new("Where initialize_from_hf is set, the tokens before are elsewhere.", "config/llama2_7b_ul2r.yaml"),
        ],
    };

    // A run in epochs derives its steps; an evaluation has no optimizer.
    private static void Defaults(RunDraft draft)
    {
        if (!draft.Tree.Has("optimizer") || draft.Tree.Has("epoch") || draft.Tree.Has("max_epochs")) return;
        if (draft[ConfigRole.MaxSteps] is null && draft.Near("trainer.num_train_steps") is null)
            draft.GiveDefault(ConfigRole.MaxSteps, "trainer.num_train_steps", 400_000L, "steps");
        if (draft[ConfigRole.GlobalBatchSequences] is null && draft.Near("trainer.train_batch_size") is null)
            draft.GiveDefault(ConfigRole.GlobalBatchSequences, "trainer.train_batch_size", 512L, "sequences of all ranks");
    }

    private static (string?, string?) Family(KeyTree tree)
    {
        if (!tree.Has("model")) return (null, null);
        if (tree.Truth("use_hf_model_config") == true || tree.Truth("model.use_hf_model_config") == true)
            return (null, "'use_hf_model_config' takes the shape from a hub folder: its config.json gives it");
        return tree["model.type"]?.Content is "llama" ? ("llama", null)
            : (null, "'model.type' is " + Scalars.Show(tree["model.type"]?.Content) + ", whose shape is not counted from levanter's names");
    }

    // "p=f32,c=bfloat16": parameters and computation.
    private static KeyReading Compute(object? content)
    {
        if (content is not string text) return new KeyReading(ConfigRole.Precision, null);
        foreach (string part in text.Split(','))
        {
            if (part.Trim().StartsWith("c=", System.StringComparison.Ordinal))
            {
                string type = part.Trim()[2..];
                return Contents.Precision(type switch
                {
                    "bf16" or "bfloat16" => "bf16",
                    "f32" or "float32" => "fp32",
                    "f16" or "float16" =>
                    "fp16",
                    _ => type
                });
            }
        }

        return new KeyReading(ConfigRole.Precision, null);
    }
}
