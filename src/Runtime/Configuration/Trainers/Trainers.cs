using System;
using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.Configuration;

/// <summary>
/// The trainers whose words are known. A config is read in the words of the trainer that its names together belong to,
/// for one word has several units: a reader of any format asks this table, and never decides key by key.
/// </summary>
/// <remarks>
/// EleutherAI/gpt-neox, neox_arguments/arguments.py; NVIDIA/Megatron-LM, training/arguments.py; pytorch/torchtitan,
/// config/configs.py; huggingface/nanotron, config.py; allenai/OLMo-core, data/data_loader.py; mosaicml/llm-foundry;
/// karpathy/nanoGPT, train.py (accumulation is divided by the ranks) and nanochat; huggingface/transformers,
/// training_args.py; NVIDIA/NeMo; levanter; axolotl; Lightning-AI/litgpt.
/// </remarks>
internal static class Trainers
{
    /// <summary>All trainers.</summary>
    public static IReadOnlyList<Trainer> All { get; } =
    [
        new("GPT-NeoX")
        {
            OwnNames = ["train_micro_batch_size_per_gpu", "pipe_parallel_size", "global_num_gpus", "no_weight_tying"],
            UsualNames = ["model_parallel_size", "train_iters", "train_batch_size"],
            AccumulatesOnce = true,
        },
        new("Megatron-LM")
        {
            OwnNames =
            [
                "tensor_model_parallel_size", "pipeline_model_parallel_size", "train_samples", "lr_decay_samples", "rampup_batch_size",
                "use_distributed_optimizer",
            ],
            UsualNames = ["train_iters", "lr_decay_iters", "ffn_hidden_size", "num_query_groups", "kv_channels", "global_batch_size"],
            PlainBatch = PlainBatchKind.PerRank,
        },
        new("torchtitan")
        {
            OwnNames =
            [
                "local_batch_size", "data_parallel_shard_degree", "data_parallel_replicate_degree", "tensor_parallel_degree",
                "pipeline_parallel_degree", "context_parallel_degree", "num_tokens_per_train_step",
                "num_tokens_per_microbatch_per_dp_rank",
            ],
            UsualNames = ["seq_len", "flavor"],
            PlainBatch = PlainBatchKind.PerRank,
            AccumulatesOnce = true,
        },
        new("nanotron")
        {
            OwnNames = ["batch_accumulation_per_replica", "zero_stage", "accumulate_grad_in_fp32"],
            UsualNames = ["train_steps", "micro_batch_size", "expert_parallel_size", "context_parallel_size"],
            PlainBatch = PlainBatchKind.PerRank,
        },
        new("OLMo-core")
        {
            OwnNames = ["rank_microbatch_size", "hard_stop"],
            UsualNames = ["max_duration", "global_batch_size"],
            GlobalBatch = BatchUnit.Tokens,
            PlainBatch = PlainBatchKind.Global,
        },
        new("llm-foundry and OLMo")
        {
            OwnNames = ["global_train_batch_size", "device_train_microbatch_size", "device_train_grad_accum"],
            UsualNames = ["max_duration", "max_seq_len", "expansion_ratio"],
            PlainBatch = PlainBatchKind.Global,
        },
        new("Hugging Face Transformers")
        {
            OwnNames =
            [
                "per_device_train_batch_size", "per_device_eval_batch_size", "per_gpu_train_batch_size", "num_train_epochs",
                "gradient_checkpointing_kwargs", "lr_scheduler_type", "dataloader_num_workers",
            ],
            UsualNames = ["output_dir", "logging_steps", "save_steps", "eval_steps", "warmup_ratio", "optim", "bf16", "max_grad_norm"],
            PlainBatch = PlainBatchKind.PerRank,
            AccumulatesOnce = true,
        },
        new("axolotl")
        {
            OwnNames = ["sequence_len", "sample_packing", "pad_to_sequence_len"],
            UsualNames = ["micro_batch_size", "base_model", "num_epochs"],
            PlainBatch = PlainBatchKind.PerRank,
            AccumulatesOnce = true,
        },
        new("litgpt")
        {
            OwnNames = ["lr_warmup_steps", "lr_warmup_fraction"],
            UsualNames = ["global_batch_size", "micro_batch_size", "max_tokens"],
            PlainBatch = PlainBatchKind.Global,
        },
        new("levanter")
        {
            OwnNames = ["per_device_parallelism", "model_axis_size", "use_hf_model_config"],
            UsualNames = ["num_train_steps", "train_batch_size", "train_seq_len"],
            PlainBatch = PlainBatchKind.Global,
        },
        new("NeMo and Lightning")
        {
            OwnNames = ["accumulate_grad_batches", "encoder_seq_length", "limit_val_batches"],
            UsualNames = ["num_nodes", "devices", "max_steps", "micro_batch_size"],
            PlainBatch = PlainBatchKind.PerRank,
        },
        new("nanoGPT")
        {
            OwnNames = ["always_save_checkpoint", "decay_lr"],
            UsualNames =
            [
                "max_iters", "block_size", "n_embd", "n_head", "n_layer", "lr_decay_iters", "eval_iters", "warmup_iters",
                "eval_interval",
            ],
            Accumulation = AccumulationKind.TotalOverRanks,
            PlainBatch = PlainBatchKind.PerRank,
        },
        new("nanochat and build-nanogpt")
        {
            OwnNames = ["device_batch_size", "grad_accum_steps", "num_iterations"],
            UsualNames = ["total_batch_size", "depth", "max_seq_len"],
            PlainBatch = PlainBatchKind.PerRank,
        },
    ];

    private static readonly ILookup<string, (Trainer Trainer, int Weight)> ByName = All
        .SelectMany(trainer => trainer.OwnNames.Select(name => (Name: name, Trainer: trainer, Weight: 2))
            .Concat(trainer.UsualNames.Select(name => (Name: name, Trainer: trainer, Weight: 1))))
        .ToLookup(entry => PlainName.Of(entry.Name), entry => (entry.Trainer, entry.Weight), PlainName.Comparer);

    /// <summary>
    /// The trainers that the names may belong to, the likeliest first: one, several where names of more than one stand
    /// together, none where the names are everybody's.
    /// </summary>
    public static IReadOnlyList<Trainer> Of(IEnumerable<string> names)
    {
        // Most configs use nobody's words.
        Dictionary<Trainer, int>? weights = null;
        HashSet<string>? seen = null;
        foreach (string name in names)
        {
            if (!ByName.Contains(name) || !(seen ??= new(StringComparer.Ordinal)).Add(name)) continue;
            weights ??= new();
            foreach (var (trainer, weight) in ByName[name])
                weights[trainer] = weights.TryGetValue(trainer, out int known) ? known + weight : weight;
        }

        // A single usual name is everybody's.
        return weights is null
            ? []
            : weights.Where(pair => pair.Value >= 2).OrderByDescending(pair => pair.Value).Select(pair => pair.Key).ToArray();
    }
}
