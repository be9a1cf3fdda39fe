using System;
using System.Linq;

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
        Foreign = ["base_model", "trainer.", "training_args.", "cutoff_len", "finetuning_type"],
        Keys =
        [
            new("model_name_or_path", ConfigRole.StartingPoint, "a hub id"),
            new("max_steps", ConfigRole.MaxSteps, "steps; -1 is not set"),
            new("num_train_epochs", ConfigRole.Epochs, "epochs"),
            new("per_device_train_batch_size", ConfigRole.MicroBatchSequences, "sequences of a device"),
            new("gradient_accumulation_steps", ConfigRole.GradientAccumulationSteps, "forward passes of a device") { Default = 1L },
            new("max_seq_length", ConfigRole.SequenceLength, "tokens"),
            new("max_length", ConfigRole.SequenceLength, "tokens"),
            new("block_size", ConfigRole.SequenceLength, "tokens; run_clm.py fills each sequence"),
            new("learning_rate", ConfigRole.LearningRate, ""),
            new("optim", ConfigRole.Optimizer, ""),
            new("world_size", ConfigRole.AcceleratorCount, "accelerators"),
            new("num_processes", ConfigRole.AcceleratorCount, "processes of accelerate on all machines, one an accelerator"),
            new("gradient_checkpointing", ConfigRole.Recomputation, "") { Read = Contents.Recomputed },
            new("bf16", ConfigRole.Precision, "") { Read = Contents.PrecisionIf("bf16") },
            new("fp16", ConfigRole.Precision, "") { Read = Contents.PrecisionIf("fp16") },
        ],
        Finish = Finish,
        Refuse = draft => Precisions.RefuseTwo(draft, "bf16", "fp16"),
        Traps =
        [
            new("max_steps -1 means that the epochs count; it must not be multiplied.", "training_args.py"),
            new("Without packing a sequence is as long as its sample: max_seq_length (TRL: max_length) is no length to multiply by.",
                "TRL, sft_config.py"),
            new("The world size is accelerate's num_processes, in a file beside or in the command line, or torchrun's "
                + "nproc_per_node x nnodes.", "recipes/accelerate_configs; torch/distributed/run.py"),
            new("block_size is the length of every sequence: run_clm.py joins the texts and cuts them.",
                "examples/pytorch/language-modeling/run_clm.py"),
            new("bf16 and fp16 together are refused.", "training_args.py"),
            new("With an adapter (use_peft, lora_r, load_in_4bit) the model's weights are frozen: no FLOPs and no optimizer states of "
                + "them are counted.", "TRL, trl/trainer/model_config.py; Dettmers et al. 2023, section 3"),
            new("`batch_size` in home-made training_args.json files has no fixed meaning and is not read.", "alignment-handbook"),
        ],
    };

    private static void Finish(RunDraft draft)
    {
        ReadWorld(draft);
        if (draft[ConfigRole.StartingPoint] is null && draft.Find("model") is { Content: string name } model
            && name.Contains('/', StringComparison.Ordinal))
            draft.Put(ConfigRole.StartingPoint, model.Path, name, "a hub id", model);
        if (draft.Find("lora_r") is { Content: not null } rank) draft.Put(ConfigRole.StartingPoint, rank.Path, rank.Content, "", rank);
        ReadAdapter(draft, "use_peft", "lora_r");
        if (draft.Find("packing") is not { Content: true } && draft[ConfigRole.SequenceLength] is
            {
                Unknown: null,
                Content: not null,
                Key: not "block_size"
            } length)
        {
            draft.PutUnknown(ConfigRole.SequenceLength, length.Key,
                "without 'packing: true' it is the longest sequence, not the length of each", draft.Tree[length.Key]);
        }
    }

    /// <summary>torchrun starts one process an accelerator, on one node unless told otherwise.</summary>
    public static void ReadWorld(RunDraft draft)
    {
        if (draft[ConfigRole.AcceleratorCount] is not null || draft.Find("nproc_per_node") is not { } processes) return;
        long? nodes = draft.Find("nnodes") is { } written ? Scalars.Whole(written.Content) : 1;
        if (Scalars.Product(Scalars.Whole(processes.Content), nodes) is { } all)
            draft.Put(ConfigRole.AcceleratorCount, "nproc_per_node x nnodes", all, "accelerators", processes);
    }

    /// <summary>An adapter beside frozen weights, which may be quantized.</summary>
    public static void ReadAdapter(RunDraft draft, params string[] keys)
    {
        var quantized = new[] { "load_in_4bit", "load_in_8bit" }.Select(draft.Find).FirstOrDefault(entry => entry is { Content: true });
        if (keys.Select(draft.Find).Append(quantized).FirstOrDefault(entry => entry is { Content: not (null or false or "") }) is { } by)
            draft.Freeze(by, quantized is not null);
    }
}
