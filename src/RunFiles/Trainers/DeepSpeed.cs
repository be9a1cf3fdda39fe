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
        Traps =
        [
            new("Each batch may be \"auto\": the trainer beside it decides.", "zero3_bf16.json"),
            new("train_batch_size is micro x accumulation x world only without tensor and pipeline parallelism.", "runtime/config.py"),
            new("Offloading to the host makes figures of device memory wrong.", "zero3_bf16.json"),
        ],
    };
}
