using System;
using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// The one table of names that are read, in four dialects: our own words, Hugging Face, Megatron, nanoGPT and Meta params.json.
/// Case and underscores do not matter. docs/members.md is generated from it.
/// </summary>
internal static class MemberNames
{
    /// <summary>Each role with the names that mean it, written as their dialect writes them.</summary>
    public static IReadOnlyList<(ConfigRole Role, string[] Names)> Table { get; } = Array.AsReadOnly(new[]
    {
        (ConfigRole.Parameters, new[] { "Parameters", "ParameterCount", "NumParameters", "TotalParameters", "ModelParameters", "params", "num_params", "n_params", "total_params", "param_count" }),
        (ConfigRole.ActiveParameters, new[] { "ActiveParameters", "ActivatedParameters", "ActiveParameterCount", "active_params", "activated_params", "num_active_params", "n_active_params" }),
        (ConfigRole.TrainingTokens, new[] { "Tokens", "TrainingTokens", "TrainTokens", "TotalTokens", "TokenCount", "TokenBudget", "num_tokens", "n_tokens", "num_train_tokens", "train_tokens" }),
        (ConfigRole.PriorTokens, new[] { "PriorTokens", "PretrainedTokens", "PreviousTokens", "tokens_seen" }),
        (ConfigRole.UniqueTokens, new[] { "UniqueTokens", "DatasetTokens", "CorpusTokens", "DataTokens" }),
        (ConfigRole.Epochs, new[] { "Epochs", "Epoch", "NumEpochs", "num_train_epochs", "max_epochs" }),
        (ConfigRole.InferenceTokens, new[] { "InferenceTokens", "ServedTokens", "LifetimeInferenceTokens", "LifetimeTokens" }),
        (ConfigRole.TokenStock, new[] { "TokenStock", "AvailableTokens" }),
        (ConfigRole.MaxSteps, new[] { "MaxSteps", "TrainingSteps", "TrainSteps", "TotalSteps", "NumSteps", "Steps", "max_steps", "train_iters", "max_iters", "num_iterations", "num_train_steps" }),
        (ConfigRole.TokensPerBatch, new[] { "TokensPerBatch", "TokensPerStep", "BatchTokens", "BatchSizeInTokens", "BatchSizeTokens", "GlobalBatchTokens" }),
        (ConfigRole.GlobalBatchSequences, new[] { "GlobalBatchSize", "GlobalBatch", "GlobalBatchSequences", "SequencesPerBatch", "train_batch_size" }),
        (ConfigRole.BatchSequences, new[] { "BatchSize", "Batch" }),
        (ConfigRole.MicroBatchSequences, new[] { "MicroBatchSize", "PerDeviceBatchSize", "per_device_train_batch_size", "train_micro_batch_size_per_gpu", "device_batch_size" }),
        (ConfigRole.GradientAccumulationSteps, new[] { "GradientAccumulationSteps", "GradientAccumulation", "AccumulationSteps", "grad_accum_steps", "accumulate_grad_batches" }),
        (ConfigRole.WorldSize, new[] { "WorldSize", "ddp_world_size" }),
        (ConfigRole.SequenceLength, new[] { "SequenceLength", "SeqLength", "SeqLen", "ContextLength", "TrainingSequenceLength", "seq_length", "max_seq_length", "block_size", "max_seq_len" }),
        (ConfigRole.LearningRate, new[] { "LearningRate", "PeakLearningRate", "MaxLearningRate", "lr", "max_lr" }),
        (ConfigRole.Optimizer, new[] { "Optimizer", "OptimizerName", "optim" }),
        (ConfigRole.Law, new[] { "Law", "ScalingLaw" }),
        (ConfigRole.Intent, new[] { "Intent", "TrainingIntent" }),
        (ConfigRole.Stage, new[] { "Stage", "TrainingStage" }),
        (ConfigRole.Accelerator, new[] { "Accelerator", "AcceleratorName", "Gpu", "GpuName", "GpuType", "Device" }),
        (ConfigRole.AcceleratorCount, new[] { "AcceleratorCount", "NumAccelerators", "GpuCount", "NumGpus", "n_gpus" }),
        (ConfigRole.Utilization, new[] { "Utilization", "Utilisation", "ModelFlopsUtilization", "ModelFlopsUtilisation", "Mfu" }),
        (ConfigRole.Precision, new[] { "Precision", "NumericFormat", "dtype", "torch_dtype" }),
        (ConfigRole.PeakFlopsPerSecond, new[] { "PeakFlopsPerSecond", "PeakFlops", "PeakFlopsPerAccelerator", "PeakFlopsPerGpu", "PeakFlopsPerDevice", "PeakFlopsPerChip", "gpu_peak_flops", "flops_promised", "PeakTflops", "PeakTeraflops", "PeakTflopsPerAccelerator", "PeakTflopsPerGpu", "PeakTflopsPerDevice", "PeakTflopsPerChip", "gpu_peak_tflops", "PeakPetaflops" }),
        (ConfigRole.PricePerAcceleratorHour, new[] { "PricePerAcceleratorHour", "PricePerGpuHour", "GpuHourPrice", "HourlyPrice" }),
        (ConfigRole.AcceleratorHours, new[] { "AcceleratorHours", "GpuHours" }),
        (ConfigRole.MaxFlops, new[] { "MaxFlops", "FlopBudget", "FlopsBudget", "MaxTrainingFlops" }),
        (ConfigRole.MaxAcceleratorHours, new[] { "MaxAcceleratorHours", "MaxGpuHours" }),
        (ConfigRole.MaxCost, new[] { "MaxCost", "CostBudget" }),
        (ConfigRole.MaxDays, new[] { "MaxDays", "MaxWallClockDays" }),
        (ConfigRole.Model, new[] { "Model", "ModelConfig", "Architecture" }),
        (ConfigRole.Justification, new[] { "Justification" }),
        (ConfigRole.StartingPoint, new[] { "BaseModel", "BaseCheckpoint", "Checkpoint", "InitFrom", "PretrainedModel", "PretrainedCheckpoint", "LoraRank", "LoraAlpha", "Lora", "Teacher", "TeacherModel", "pretrained_model_name_or_path", "load_checkpoint" }),
        (ConfigRole.HiddenSize, new[] { "HiddenSize", "ModelDimension", "ModelWidth", "hidden_size", "n_embd", "dim", "d_model" }),
        (ConfigRole.Layers, new[] { "Layers", "LayerCount", "num_hidden_layers", "num_layers", "n_layer", "n_layers" }),
        (ConfigRole.AttentionHeads, new[] { "Heads", "AttentionHeads", "HeadCount", "num_attention_heads", "num_heads", "n_head", "n_heads" }),
        (ConfigRole.KeyValueHeads, new[] { "KeyValueHeads", "KvHeads", "num_key_value_heads", "num_query_groups", "n_kv_heads", "n_kv_head" }),
        (ConfigRole.HeadSize, new[] { "HeadSize", "HeadDimension", "head_dim", "kv_channels" }),
        (ConfigRole.FeedForwardSize, new[] { "FeedForwardSize", "FfnSize", "intermediate_size", "ffn_hidden_size", "ffn_dim", "n_inner", "d_ff" }),
        (ConfigRole.FeedForwardMultipleOf, new[] { "multiple_of" }),
        (ConfigRole.FeedForwardMultiplier, new[] { "ffn_dim_multiplier" }),
        (ConfigRole.VocabularySize, new[] { "VocabularySize", "VocabSize", "vocab_size", "padded_vocab_size", "n_vocab" }),
        (ConfigRole.MaxPositions, new[] { "MaxPositions", "max_position_embeddings", "n_positions", "n_ctx" }),
        (ConfigRole.TiedEmbeddings, new[] { "TiedEmbeddings", "TieEmbeddings", "tie_word_embeddings" }),
        (ConfigRole.Experts, new[] { "Experts", "RoutedExperts", "num_local_experts", "num_experts", "n_routed_experts", "moe_num_experts" }),
        (ConfigRole.ExpertsPerToken, new[] { "ExpertsPerToken", "num_experts_per_tok", "num_experts_per_token", "moe_router_topk", "moe_top_k" }),
        (ConfigRole.SharedExperts, new[] { "SharedExperts", "n_shared_experts", "num_shared_experts" }),
        (ConfigRole.ExpertFeedForwardSize, new[] { "ExpertFeedForwardSize", "moe_intermediate_size", "moe_ffn_hidden_size" }),
        (ConfigRole.DenseLayers, new[] { "DenseLayers", "first_k_dense_replace" }),
        (ConfigRole.TensorParallel, new[] { "TensorParallel", "TensorParallelSize", "tensor_model_parallel_size", "tp_size" }),
        (ConfigRole.PipelineParallel, new[] { "PipelineParallel", "PipelineParallelSize", "pipeline_model_parallel_size", "pp_size" }),
        (ConfigRole.DataParallel, new[] { "DataParallel", "DataParallelSize", "data_parallel_size", "dp_size" }),
        (ConfigRole.ExpertParallel, new[] { "ExpertParallel", "ExpertParallelSize", "expert_model_parallel_size", "ep_size" }),
        (ConfigRole.ZeroStage, new[] { "ZeroStage", "zero_stage" }),
        (ConfigRole.FineTuningTokens, new[] { "FineTuningTokens", "SftTokens" }),
        (ConfigRole.ReinforcementTokens, new[] { "ReinforcementTokens", "RlTokens", "RolloutTokens" }),
        (ConfigRole.SamplesPerQuery, new[] { "SamplesPerQuery" }),
        (ConfigRole.TokensPerQuery, new[] { "TokensPerQuery" }),
        (ConfigRole.TeacherParameters, new[] { "TeacherParameters", "teacher_params", "num_teacher_params" }),
    });

    /// <summary>Roles that hold counts, which a unit in the name may scale: TokensInBillions, ParamsB.</summary>
    public static bool IsCount(ConfigRole role) => role is
        ConfigRole.Parameters or ConfigRole.ActiveParameters or ConfigRole.TrainingTokens or ConfigRole.PriorTokens or
        ConfigRole.UniqueTokens or ConfigRole.InferenceTokens or ConfigRole.TokenStock or ConfigRole.TokensPerBatch or
        ConfigRole.FineTuningTokens or ConfigRole.ReinforcementTokens or ConfigRole.TeacherParameters;

    private static readonly (string Suffix, double Scale)[] Units =
    [
        ("inthousands", 1e3), ("inmillions", 1e6), ("inbillions", 1e9), ("intrillions", 1e12),
        ("thousands", 1e3), ("millions", 1e6), ("billions", 1e9), ("trillions", 1e12),
        ("k", 1e3), ("m", 1e6), ("b", 1e9), ("t", 1e12),
    ];

    private static readonly IReadOnlyDictionary<string, ConfigRole> ByName = Table
        .SelectMany(row => row.Names.Select(name => (Name: Plain(name), row.Role)))
        .GroupBy(entry => entry.Name)
        .ToDictionary(group => group.Key, group => group.First().Role, new PlainNames());

    /// <summary>The role that a name means, and what one unit of it is worth; None where the name means nothing.</summary>
    public static (ConfigRole Role, double Scale) Of(string name)
    {
        if (ByName.TryGetValue(name, out var role)) return (role, role == ConfigRole.PeakFlopsPerSecond ? RateUnit(Plain(name)) : 1);
        string plain = Plain(name);
        foreach (var (suffix, scale) in Units)
        {
            if (!plain.EndsWith(suffix, StringComparison.Ordinal)) continue;
            if (ByName.TryGetValue(plain.Substring(0, plain.Length - suffix.Length), out role) && IsCount(role)) return (role, scale);
        }

        return (ConfigRole.None, 1);
    }

    // A rate carries its unit inside its name.
    private static double RateUnit(string plain) =>
        plain.Contains("petaflops") ? 1e15 : plain.Contains("tflops") || plain.Contains("teraflops") ? 1e12 : 1;

    /// <summary>A name without case and underscores.</summary>
    public static string Plain(string name) => name.Replace("_", "").ToLowerInvariant();

    // Every member of every config is looked up at every edit, so without a string of its own.
    private sealed class PlainNames : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y)
        {
            int i = 0, k = 0;
            while (true)
            {
                char a = Next(x!, ref i), b = Next(y!, ref k);
                if (a != b) return false;
                if (a == 0) return true;
            }
        }

        public int GetHashCode(string name)
        {
            int hash = 17, i = 0;
            while (Next(name, ref i) is var c and not '\0') hash = unchecked((hash * 31) + c);
            return hash;
        }

        private static char Next(string name, ref int i)
        {
            while (i < name.Length && name[i] == '_') i++;
            return i < name.Length ? char.ToLowerInvariant(name[i++]) : '\0';
        }
    }
}
