namespace ScalingAnalyzers.RunFiles;

/// <summary>axolotl: YAML for fine-tuning.</summary>
internal static class Axolotl
{
    public static TrainerTable Table { get; } = new("axolotl", "axolotl")
    {
        Source = "axolotl-ai-cloud/axolotl 067b021c8b, src/axolotl/utils/schemas, examples/arcee/afm-4.5b-qlora.yaml",
        Formats = [FileFormat.Yaml],
        Marks =
        [
            ["base_model", "micro_batch_size"], ["base_model", "sequence_len"], ["base_model", "datasets"],
            ["base_model", "pretraining_dataset"],
        ],
        Refuse = draft => Precisions.RefuseTwo(draft, "bf16", "fp16"),
        Keys =
        [
            new("base_model", ConfigRole.StartingPoint, "a hub id"),
            new("max_steps", ConfigRole.MaxSteps, "steps"),
            new("num_epochs", ConfigRole.Epochs, "epochs"),
            new("micro_batch_size", ConfigRole.MicroBatchSequences, "sequences of a GPU") { Default = 1L },
            new("gradient_accumulation_steps", ConfigRole.GradientAccumulationSteps, "forward passes of a GPU") { Default = 1L },
            new("sequence_len", ConfigRole.SequenceLength, "tokens"),
            new("learning_rate", ConfigRole.LearningRate, ""),
            new("optimizer", ConfigRole.Optimizer, ""),
            new("tensor_parallel_size", ConfigRole.TensorParallel, "devices"),
            new("context_parallel_size", ConfigRole.ContextParallel, "devices"),
            new("sequence_parallel_degree", ConfigRole.ContextParallel, "devices"),
            new("gradient_checkpointing", ConfigRole.Recomputation, "") { Read = Contents.Recomputed },
            new("bf16", ConfigRole.Precision, "") { Read = Contents.PrecisionIf("bf16") },
            new("fp16", ConfigRole.Precision, "") { Read = Contents.PrecisionIf("fp16") },
        ],
        Finish = Finish,
        Traps =
        [
            new("Without sample_packing a sequence is as long as its sample: sequence_len is then no length to multiply by.",
                "examples/arcee/afm-4.5b-qlora.yaml"),
            new("The batch is micro_batch_size x gradient_accumulation_steps x GPUs, and the GPUs are accelerate's.",
                "src/axolotl/utils/schemas"),
            new("A run has one epoch, and a GPU one sequence, unless the file has another number.",
                "src/axolotl/utils/schemas/training.py"),
            new("`bf16: auto` decides on the machine.", "examples/arcee/afm-4.5b-qlora.yaml"),
            new("With an adapter the model's weights are frozen: no FLOPs and no optimizer states of them are counted; qlora holds them "
                + "in 4 bits.", "examples/arcee/afm-4.5b-qlora.yaml; Dettmers et al. 2023, section 3"),
            new("pretraining_dataset continues the pre-training of base_model; datasets fine-tunes it.",
                "src/axolotl/utils/schemas/config.py"),
        ],
    };

    private static void Finish(RunDraft draft)
    {
        if (draft.Tree.Has("pretraining_dataset"))
            draft.Give(ConfigRole.Stage, "pretraining_dataset", "ContinuedPretraining", "");
        else
            draft.Give(ConfigRole.Stage, "axolotl fine-tunes", "FineTuning", "");
        if (draft[ConfigRole.MaxSteps] is null && draft[ConfigRole.Epochs] is null)
            draft.GiveDefault(ConfigRole.Epochs, "num_epochs", 1.0, "epochs");
        if (draft.Find("lora_r") is { } rank) draft.Put(ConfigRole.StartingPoint, rank.Path, rank.Content, "", rank);
        if (draft.Find("adapter") is { Content: "qlora" } qlora) draft.Freeze(qlora, isQuantized: true);
        TrainingArguments.ReadAdapter(draft, "adapter", "lora_r");
        if (draft.Find("sample_packing") is not { Content: true } && draft[ConfigRole.SequenceLength] is { Unknown: null } length)
        {
            draft.PutUnknown(ConfigRole.SequenceLength, length.Key,
                "without 'sample_packing: true' it is the longest sequence, not the length of each", draft.Tree[length.Key]);
        }
    }
}
