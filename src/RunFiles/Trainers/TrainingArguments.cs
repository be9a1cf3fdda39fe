namespace ScalingAnalyzers.RunFiles;

/// <summary>Hugging Face's TrainingArguments and TRL: YAML recipes, training_args.json; accelerate and DeepSpeed files
/// beside
/// them.</summary>
internal static class TrainingArguments
{
    public static TrainerTable Table { get; } = new("TrainingArguments", "Hugging Face Transformers")
    {
        Source = "huggingface/transformers, training_args.py; huggingface/alignment-handbook 19f03455, recipes/zephyr-7b-beta",
        Formats = [FileFormat.Yaml, FileFormat.Json, FileFormat.Python, FileFormat.Shell],
        Marks =
        [
            ["per_device_train_batch_size"], ["num_train_epochs", "output_dir"], ["num_train_epochs", "learning_rate"],
            ["model_name_or_path", "learning_rate"],
        ],
        Foreign = ["base_model", "trainer", "training_args"],
        Keys =
        [
            new("model_name_or_path", ConfigRole.StartingPoint, "a hub id"),
            new("max_steps", ConfigRole.MaxSteps, "steps; -1 is not set"),
            new("num_train_epochs", ConfigRole.Epochs, "epochs"),
            new("per_device_train_batch_size", ConfigRole.MicroBatchSequences, "sequences of a device"),
            new("gradient_accumulation_steps", ConfigRole.GradientAccumulationSteps, "forward passes of a device") { Default = 1L },
            new("max_seq_length", ConfigRole.SequenceLength, "tokens"),
            new("max_length", ConfigRole.SequenceLength, "tokens"),
            new("learning_rate", ConfigRole.LearningRate, ""),
            new("optim", ConfigRole.Optimizer, ""),
            new("world_size", ConfigRole.AcceleratorCount, "accelerators"),
            new("gradient_checkpointing", ConfigRole.Recomputation, "") { Read = Contents.Recomputed },
            new("bf16", ConfigRole.Precision, "") { Read = Contents.PrecisionIf("bf16") },
            new("fp16", ConfigRole.Precision, "") { Read = Contents.PrecisionIf("fp16") },
        ],
        Finish = Finish,
        Traps =
        [
            new("max_steps -1 means that the epochs count; it must not be multiplied.", "training_args.py"),
            new("Without packing a sequence is as long as its sample: max_seq_length (TRL: max_length) is no length to multiply by.",
                "TRL, sft_config.py"),
            new("The world size is accelerate's num_processes, in a file beside.", "recipes/accelerate_configs"),
            new("`batch_size` in home-made training_args.json files has no fixed meaning and is not read.", "alignment-handbook"),
        ],
    };

    private static void Finish(RunDraft draft)
    {
        if (draft.Find("lora_r") is { Content: not null } rank) draft.Put(ConfigRole.StartingPoint, rank.Path, rank.Content, "", rank);
        if (draft.Find("packing") is not { Content: true } && draft[ConfigRole.SequenceLength] is
            {
                Unknown: null,
                Content: not null
            } length)
        {
            draft.PutUnknown(ConfigRole.SequenceLength, length.Key,
                "without 'packing: true' it is the longest sequence, not the length of each", draft.Tree[length.Key]);
        }
    }
}
