using System.Globalization;

namespace ScalingAnalyzers.RunFiles;

/// <summary>A DeepSpeed file: JSON beside another trainer's, with batches and sharding, without steps.</summary>
internal static class DeepSpeed
{
    public static TrainerTable Table { get; } = new("DeepSpeed", "Hugging Face Transformers")
    {
        Source = "axolotl-ai-cloud/axolotl 067b021c8b, deepspeed_configs/zero3_bf16.json; DeepSpeed, runtime/config.py",
        Formats = [FileFormat.Json, FileFormat.Yaml],
        Marks = [["zero_optimization.stage"], ["train_micro_batch_size_per_gpu"], ["train_batch_size", "zero_optimization"]],
        Foreign = ["num_layers", "train_iters", "pipe_parallel_size", "per_device_train_batch_size", "base_model"],
        Keys =
        [
            new("train_batch_size", ConfigRole.GlobalBatchSequences, "sequences of all ranks, or \"auto\""),
            new("train_micro_batch_size_per_gpu", ConfigRole.MicroBatchSequences, "sequences of a GPU, or \"auto\""),
            new("gradient_accumulation_steps", ConfigRole.GradientAccumulationSteps, "forward passes of a GPU, or \"auto\""),
            new("optimizer.params.lr", ConfigRole.LearningRate, "or \"auto\""),
            new("optimizer.type", ConfigRole.Optimizer, ""),
            new("zero_optimization.stage", ConfigRole.ZeroStage, ""),
            new("bf16.enabled", ConfigRole.Precision, "") { Read = Contents.PrecisionIf("bf16") },
            new("fp16.enabled", ConfigRole.Precision, "") { Read = Contents.PrecisionIf("fp16") },
        ],
        Refuse = Refuse,
        Traps =
        [
            new("Each batch may be \"auto\": the trainer beside it decides.", "zero3_bf16.json"),
            new("train_batch_size is micro x accumulation x world only without tensor and pipeline parallelism.", "runtime/config.py"),
            new("A train_batch_size that is not micro x accumulation x world size, a ZeRO stage above 3, and bf16 beside fp16 end the "
                + "program.", "runtime/config.py, runtime/zero/config.py"),
            new("Offloading to the host makes figures of device memory wrong.", "zero3_bf16.json"),
        ],
    };

    private static void Refuse(RunDraft draft)
    {
        Precisions.RefuseTwo(draft, "bf16.enabled", "fp16.enabled");
        if (draft[ConfigRole.ZeroStage] is { Line: > 0 } stage && draft.Whole(ConfigRole.ZeroStage) is < 0 or > 3)
            draft.Refuse(stage, "'" + stage.Key + "' is " + Scalars.Show(stage.Content) + ", and DeepSpeed has the stages 0 to 3.");
        if (draft[ConfigRole.GlobalBatchSequences] is not { Line: > 0 } batch || draft.Whole(batch.Role) is not { } all) return;
        if (Scalars.Product(draft.Whole(ConfigRole.MicroBatchSequences), draft.Whole(ConfigRole.GradientAccumulationSteps)) is not { } rank)
            return;
        var degrees = new[] { ConfigRole.TensorParallel, ConfigRole.PipelineParallel, ConfigRole.ContextParallel };
        if (System.Array.Exists(degrees, role => draft[role] is not null and not { Content: 1L })) return;
        long? ranks = draft.Whole(ConfigRole.AcceleratorCount);
        if (ranks is { } world ? Scalars.Product(rank, world) == all : all % rank == 0) return;
        string factors = draft[ConfigRole.MicroBatchSequences]!.Key + " x " + draft[ConfigRole.GradientAccumulationSteps]!.Key;
        draft.Refuse(batch, string.Create(CultureInfo.InvariantCulture, $"'{batch.Key}' is {all}, and {factors} is {rank} a rank: ")
            + (ranks is null ? "no number of ranks makes them agree" : "with " + Scalars.Show(ranks) + " ranks they do not agree")
            + ", and DeepSpeed refuses them. Change one of the three.");
    }
}
