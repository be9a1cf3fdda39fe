using System.Globalization;
using System.Linq;

namespace ScalingAnalyzers.RunFiles;

/// <summary>PyTorch's torchtitan: TOML sections until mid 2025, Python since.</summary>
internal static class Torchtitan
{
    public static TrainerTable Table { get; } = new("torchtitan", "torchtitan")
    {
        Source = "pytorch/torchtitan b5bcd76c66 and 01424cb2, torchtitan/config/configs.py",
        Formats = [FileFormat.Toml, FileFormat.Python, FileFormat.Json],
        Marks =
        [
            ["training.seq_len", "training.steps"], ["training.local_batch_size"], ["parallelism.data_parallel_shard_degree"],
            ["training.batch_size", "training.steps"], ["training.num_tokens_per_microbatch_per_dp_rank"],
            ["training.num_tokens_per_train_step"], ["model.flavor", "training.steps"],
        ],
        Keys =
        [
            new("training.steps", ConfigRole.MaxSteps, "steps"),
            new("training.num_tokens_per_train_step", ConfigRole.TokensPerBatch, "tokens of all ranks; -1 is derived"),
            new("training.global_batch_size", ConfigRole.GlobalBatchSequences, "sequences of all ranks; -1 is derived"),
            new("training.local_batch_size", ConfigRole.MicroBatchSequences, "sequences of a data-parallel rank"),
            new("training.batch_size", ConfigRole.MicroBatchSequences, "sequences of a data-parallel rank"),
            new("training.seq_len", ConfigRole.SequenceLength, "tokens"),
            new("training.max_context_length", ConfigRole.SequenceLength, "tokens"),
            new("optimizer.lr", ConfigRole.LearningRate, ""),
            new("optimizer.name", ConfigRole.Optimizer, ""),
            new("parallelism.data_parallel_shard_degree", ConfigRole.DataParallelShards, "devices; -1 is the rest of the world"),
            new("training.data_parallel_shard_degree", ConfigRole.DataParallelShards, "devices; -1 is the rest of the world"),
            new("parallelism.data_parallel_replicate_degree", ConfigRole.DataParallelReplicas, "devices"),
            new("training.data_parallel_replicate_degree", ConfigRole.DataParallelReplicas, "devices"),
            new("parallelism.tensor_parallel_degree", ConfigRole.TensorParallel, "devices"),
            new("training.tensor_parallel_degree", ConfigRole.TensorParallel, "devices") { Default = 1L },
            new("parallelism.pipeline_parallel_degree", ConfigRole.PipelineParallel, "devices"),
            new("experimental.pipeline_parallel_degree", ConfigRole.PipelineParallel, "devices") { Default = 1L },
            new("parallelism.context_parallel_degree", ConfigRole.ContextParallel, "devices"),
            new("experimental.context_parallel_degree", ConfigRole.ContextParallel, "devices") { Default = 1L },
            new("parallelism.expert_parallel_degree", ConfigRole.ExpertParallel, "devices"),
            new("training.mixed_precision_param", ConfigRole.Precision, "") { Read = Contents.Precision },
        ],
        Finish = TokensOfRank,
        Refuse = World,
        Traps =
        [
            new("A bare batch_size, later local_batch_size, is of one data-parallel rank; other trainers write a global one so.",
                "torchtitan#572"),
            new("data_parallel_shard_degree = -1 takes the rest of the world: without the number of GPUs the batch is unknown.",
                "torchtitan/config/configs.py"),
            new("The degrees of parallelism multiply to the number of GPUs, or the run ends at its start.",
                "torchtitan/distributed/parallel_dims.py"),
            new("global_batch_size = -1 and num_tokens_per_train_step = -1 are derived.", "torchtitan/config/configs.py"),
            new("Between two releases sequences became tokens: num_tokens_per_microbatch_per_dp_rank.", "torchtitan/config/configs.py"),
            new("With a pipeline a step is num_pp_microbatches forward passes of a rank.", "torchtitan/config/configs.py"),
            new("The model is a name in a registry (flavor = \"8B\"), not a shape.", "torchtitan/models"),
        ],
    };

    private static void World(RunDraft draft)
    {
        if (draft[ConfigRole.DataParallelShards] is not { Line: > 0 } shards || draft.Whole(shards.Role) is not > 0
            || draft.Whole(ConfigRole.AcceleratorCount) is not { } gpus) return;
        var degrees = Degrees.Where(role => draft[role] is not null).ToList();
        if (Scalars.Product([.. degrees.Select(draft.Whole)]) is not { } world || world == gpus) return;
        string factors = string.Join(" x ", degrees.Select(role => draft[role]!.Key));
        draft.Refuse(shards, string.Create(CultureInfo.InvariantCulture, $"{factors} is {world}, and there are {gpus} GPUs: "
            + $"torchtitan refuses it. Give {world} GPUs, or write -1 for the rest of them."));
    }

    private static ConfigRole[] Degrees { get; } =
    [
        ConfigRole.DataParallelReplicas, ConfigRole.DataParallelShards, ConfigRole.ContextParallel, ConfigRole.TensorParallel,
        ConfigRole.PipelineParallel,
    ];

    // Tokens of a rank are sequences of it where the length divides them; a pipeline takes several before it steps.
    private static void TokensOfRank(RunDraft draft)
    {
        const string Key = "training.num_tokens_per_microbatch_per_dp_rank", Several = "parallelism.num_pp_microbatches";
        if (draft.Whole(ConfigRole.PipelineParallel) is > 1 && draft.Find(Several) is { } microbatches
            && draft[ConfigRole.GradientAccumulationSteps] is null)
        {
            if (Scalars.Whole(microbatches.Content) is > 0 and var count)
                draft.Put(ConfigRole.GradientAccumulationSteps, Several, count, "forward passes of a rank", microbatches);
            else
                draft.PutUnknown(ConfigRole.GradientAccumulationSteps, Several, microbatches.Unknown ?? "it is no number", microbatches);
        }

        if (draft.Find(Key) is not { } entry || draft[ConfigRole.MicroBatchSequences] is not null) return;
        long? tokens = Scalars.Whole(entry.Content), length = draft.Whole(ConfigRole.SequenceLength);
        if (tokens is > 0 && length is > 0 && tokens % length == 0)
            draft.Put(ConfigRole.MicroBatchSequences, Key, tokens / length, "tokens of a data-parallel rank, as sequences", entry);
        else
            draft.PutUnknown(ConfigRole.MicroBatchSequences, Key, entry.Unknown ?? "its tokens are not a multiple of the sequence length",
                entry);
    }
}
