using System.Linq;

namespace ScalingAnalyzers.RunFiles;

/// <summary>NVIDIA's Megatron-Bridge: recipes in Python and overrides in YAML.</summary>
internal static class MegatronBridge
{
    // Both batches alone are also LitGPT's.
    private static string[] Beside { get; } =
    [
        "model.tensor_model_parallel_size", "model.pipeline_model_parallel_size", "model.seq_length", "dataset.seq_length",
        "dataset.sequence_length", "optimizer.lr",
    ];

    public static TrainerTable Table { get; } = new("Megatron-Bridge", "Megatron-LM")
    {
        Source = "NVIDIA-NeMo/Megatron-Bridge 067f987df0, src/megatron/bridge/recipes/llama",
        Formats = [FileFormat.Yaml, FileFormat.Python],
        Marks = [["train.train_iters"], .. Beside.Select(key => new[] { "train.global_batch_size", "train.micro_batch_size", key })],
        Foreign = ["train.max_tokens", "train.max_seq_length", "train.lr_warmup_steps", "train.epochs", "model_name", "checkpoint_dir"],
        Keys =
        [
            new("train.train_iters", ConfigRole.MaxSteps, "steps"),
            new("train.train_samples", ConfigRole.TrainingSequences, "sequences of the run"),
            new("train.global_batch_size", ConfigRole.GlobalBatchSequences, "sequences of all ranks"),
            new("train.micro_batch_size", ConfigRole.MicroBatchSequences, "sequences of a data-parallel rank"),
            new("train.rampup_batch_size", ConfigRole.BatchRampUp, "start, increment, sequences"),
            new("dataset.seq_length", ConfigRole.SequenceLength, "tokens"),
            new("dataset.sequence_length", ConfigRole.SequenceLength, "tokens"),
            new("model.seq_length", ConfigRole.SequenceLength, "tokens"),
            new("optimizer.lr", ConfigRole.LearningRate, ""),
            new("model.tensor_model_parallel_size", ConfigRole.TensorParallel, "devices"),
            new("model.pipeline_model_parallel_size", ConfigRole.PipelineParallel, "devices"),
            new("model.context_parallel_size", ConfigRole.ContextParallel, "devices"),
            new("model.expert_model_parallel_size", ConfigRole.ExpertParallel, "devices"),
        ],
        Finish = Agree,
        Traps =
        [
            new("The sequence length is in dataset and in model: where they differ it is unknown.", "recipes/llama/h100/llama3.py"),
            new("Recipes for 16k and 64k keep steps and batch, so their tokens grow with the length.", "recipes/llama/h100/llama3.py"),
            new("The model is a provider of a hub id: its config.json gives the shape.", "recipes/llama/h100/llama3.py"),
        ],
    };

    private static void Agree(RunDraft draft)
    {
        var lengths = new[] { "dataset.seq_length", "dataset.sequence_length", "model.seq_length" }.Select(draft.Find)
            .OfType<KeyEntry>().Where(entry => entry.Unknown is null).ToList();
        if (lengths.FirstOrDefault(entry => !Equals(entry.Content, lengths[0].Content)) is { } other)
            draft.PutUnknown(ConfigRole.SequenceLength, lengths[0].Path, "'" + lengths[0].Path + "' and '" + other.Path
                + "' differ", lengths[0]);
    }
}
