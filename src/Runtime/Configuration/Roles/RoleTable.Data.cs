using System.Collections.Generic;

namespace ScalingAnalyzers.Configuration;

internal static partial class RoleTable
{
    // How large the model is, what it trains on, and how.
    private static IReadOnlyList<RoleRow> Data =>
    [
        new(ConfigRole.Parameters, RoleKind.Count)
        {
            Unit = "parameters", IsScaledBySuffix = true, IsOfModel = true, GivesSize = true, Metadata = "Parameters",
            Relatives = ["NonEmbeddingParameters", "param_groups"],
            Names =
            [
                .. Own("Parameters", "ParameterCount", "NumParameters", "TotalParameters", "ModelParameters"),
                .. Trainers("params", "num_params", "n_params", "total_params", "param_count"),
            ],
        },
        new(ConfigRole.ActiveParameters, RoleKind.Count)
        {
            Unit = "parameters", IsScaledBySuffix = true, IsOfModel = true, GivesSize = true, Metadata = "ActiveParameters",
            Names =
            [
                .. Own("ActiveParameters", "ActivatedParameters", "ActiveParameterCount"),
                .. Trainers("active_params", "activated_params", "num_active_params", "n_active_params"),
            ],
        },
        new(ConfigRole.TrainingTokens, RoleKind.Count)
        {
            Unit = "tokens", IsScaledBySuffix = true, GivesSize = true, Metadata = "Tokens",
            Relatives = ["token", "MaxTokens", "TokensPerSecond"],
            Names =
            [
                .. Own("Tokens", "TrainingTokens", "TrainTokens", "TotalTokens", "TokenCount", "TokenBudget"),
                .. Trainers("num_tokens", "n_tokens", "num_train_tokens", "train_tokens"),
            ],
        },
        new(ConfigRole.PriorTokens, RoleKind.Count)
        {
            ZeroIsUnset = true, Unit = "tokens", IsScaledBySuffix = true, Metadata = "PriorTokens",
            Names =
            [
                .. Own("PriorTokens", "PretrainedTokens", "PreviousTokens"),
                .. Trainers("tokens_seen"),
            ],
        },
        new(ConfigRole.UniqueTokens, RoleKind.Count)
        {
            Unit = "tokens", IsScaledBySuffix = true, GivesSize = true, Metadata = "UniqueTokens",
            Names =
            [
                .. Own("UniqueTokens", "DatasetTokens", "CorpusTokens", "DataTokens"),
            ],
        },
        new(ConfigRole.Epochs, RoleKind.Amount)
        {
            ZeroIsUnset = true, Unit = "epochs", MinusOneIsUnset = true, GivesSize = true, Metadata = "Epochs",
            Relatives = ["CurrentEpoch", "warmup_epochs"],
            Names =
            [
                .. Own("Epochs", "Epoch", "NumEpochs"),
                .. HuggingFace("num_train_epochs"),
                .. Trainers("max_epochs"),
            ],
        },
        new(ConfigRole.InferenceTokens, RoleKind.Count)
        {
            ZeroIsUnset = true, Unit = "tokens", IsScaledBySuffix = true, Metadata = "InferenceTokens",
            Names =
            [
                .. Own("InferenceTokens", "ServedTokens", "LifetimeInferenceTokens", "LifetimeTokens"),
            ],
        },
        new(ConfigRole.TokenStock, RoleKind.Count)
        {
            Unit = "tokens", IsScaledBySuffix = true, Metadata = "TokenStock",
            Names =
            [
                .. Own("TokenStock", "AvailableTokens"),
            ],
        },
        new(ConfigRole.MaxSteps, RoleKind.Count)
        {
            Unit = "steps", MinusOneIsUnset = true, GivesSize = true, Metadata = "MaxSteps",
            Relatives = ["warmup_steps", "save_steps", "eval_steps", "global_step"],
            Names =
            [
                .. Own("MaxSteps", "TrainingSteps", "TrainSteps", "TotalSteps", "NumSteps", "Steps"),
                .. HuggingFace("max_steps"),
                .. Megatron("train_iters"),
                .. NanoGpt("max_iters", "num_iterations"),
                .. Trainers("num_train_steps", "num_training_steps"),
            ],
        },
        new(ConfigRole.TokensPerBatch, RoleKind.Count)
        {
            Unit = "tokens", IsScaledBySuffix = true, MinusOneIsUnset = true, Metadata = "TokensPerBatch",
            Names =
            [
                .. Own("TokensPerBatch", "TokensPerStep", "BatchTokens", "BatchSizeInTokens", "BatchSizeTokens", "GlobalBatchTokens"),
                .. Torchtitan("num_tokens_per_train_step"),
                .. NanoGpt("total_batch_size"),
            ],
        },
        new(ConfigRole.GlobalBatchSequences, RoleKind.Count)
        {
            Unit = "sequences", MinusOneIsUnset = true, Metadata = "GlobalBatchSize",
            Names =
            [
                .. Own("GlobalBatchSize", "GlobalBatch", "GlobalBatchSequences", "SequencesPerBatch"),
                .. DeepSpeed("train_batch_size"),
                .. Trainers("global_train_batch_size"),
            ],
        },
        new(ConfigRole.BatchSequences, RoleKind.Count)
        {
            Unit = "sequences", MinusOneIsUnset = true,
            Relatives = ["PatchSize", "eval_batch_size"],
            Names =
            [
                .. Own("BatchSize", "Batch"),
            ],
        },
        new(ConfigRole.MicroBatchSequences, RoleKind.Count)
        {
            Unit = "sequences", MinusOneIsUnset = true, Metadata = "MicroBatchSize",
            Relatives = ["per_device_eval_batch_size"],
            Names =
            [
                .. Own("MicroBatchSize", "PerDeviceBatchSize"),
                .. HuggingFace("per_device_train_batch_size"),
                .. DeepSpeed("train_micro_batch_size_per_gpu"),
                .. NanoGpt("device_batch_size"),
                .. Torchtitan("local_batch_size"),
                .. Trainers("device_train_microbatch_size", "micro_batch_size_per_gpu", "batch_size_per_gpu", "batch_size_per_device"),
            ],
        },
        new(ConfigRole.GradientAccumulationSteps, RoleKind.Count)
        {
            ZeroIsUnset = true, Unit = "steps", MinusOneIsUnset = true, Metadata = "GradientAccumulationSteps",
            Names =
            [
                .. Own("GradientAccumulationSteps", "GradientAccumulation", "AccumulationSteps"),
                .. NanoGpt("grad_accum_steps"),
                .. DeepSpeed("accumulate_grad_batches"),
                .. Trainers("batch_accumulation_per_replica"),
            ],
        },
        new(ConfigRole.WorldSize, RoleKind.Count)
        {
            Unit = "devices", MinusOneIsUnset = true, Metadata = "WorldSize",
            Relatives = ["LocalWorldSize"],
            Names =
            [
                .. Own("WorldSize"),
                .. NanoGpt("ddp_world_size"),
                .. Trainers("global_num_gpus", "num_processes"),
            ],
        },
        new(ConfigRole.SequenceLength, RoleKind.Count)
        {
            Unit = "tokens", MinusOneIsUnset = true, Metadata = "SequenceLength",
            Relatives = ["max_new_tokens", "generation_max_length"],
            Names =
            [
                .. Own("SequenceLength", "SeqLength", "SeqLen", "ContextLength", "TrainingSequenceLength"),
                .. Megatron("seq_length"),
                .. HuggingFace("max_seq_length"),
                .. NanoGpt("block_size"),
                .. Meta("max_seq_len"),
                .. Trainers("sequence_len", "max_sequence_length", "train_seq_len", "encoder_seq_length"),
            ],
        },
        new(ConfigRole.TrainingSequences, RoleKind.Count)
        {
            Unit = "sequences", MinusOneIsUnset = true, GivesSize = true, Metadata = "TrainingSequences",
            Names =
            [
                .. Own("TrainingSequences"),
                .. Megatron("train_samples"),
            ],
        },
        new(ConfigRole.BatchRampUp, RoleKind.Text)
        {
            Names =
            [
                .. Own("BatchRampUp", "BatchSizeRampUp"),
                .. Megatron("rampup_batch_size"),
                .. Trainers("batch_size_warmup", "batch_size_warmup_steps"),
            ],
        },
        new(ConfigRole.LearningRate, RoleKind.Amount)
        {
            ZeroIsUnset = true, Metadata = "LearningRate",
            Relatives = ["min_lr", "FinalLearningRate", "lr_scheduler_type"],
            Names =
            [
                .. Own("LearningRate", "PeakLearningRate", "MaxLearningRate"),
                .. Trainers("lr", "max_lr"),
            ],
        },
        new(ConfigRole.MupBaseWidth, RoleKind.Count)
        {
            Unit = "channels", Metadata = "MupBaseWidth",
            Names =
            [
                .. Own("MupBaseWidth", "MupBaseHiddenSize"),
            ],
        },
        new(ConfigRole.WeightDecay, RoleKind.Amount)
        {
            ZeroIsNone = true, Metadata = "WeightDecay",
            Names =
            [
                .. Own("WeightDecay"),
            ],
        },
        new(ConfigRole.SyntheticShare, RoleKind.Amount)
        {
            Unit = "share of the tokens", ZeroIsNone = true, Metadata = "SyntheticShare",
            Names =
            [
                .. Own("SyntheticShare", "SyntheticFraction"),
            ],
        },
        new(ConfigRole.Optimizer, RoleKind.Text)
        {
            Metadata = "Optimizer",
            Names =
            [
                .. Own("Optimizer", "OptimizerName"),
                .. HuggingFace("optim"),
            ],
        },
        new(ConfigRole.StartingPoint, RoleKind.StartingPoint)
        {
            Names =
            [
                .. Own("BaseModel", "BaseCheckpoint", "Checkpoint", "InitFrom", "PretrainedModel", "PretrainedCheckpoint", "LoraRank",
                    "LoraAlpha", "Lora", "Teacher", "TeacherModel", "TeacherName", "TeacherModelName", "TeacherPath", "TeacherModelPath",
                    "BaseModelName", "BaseModelPath", "PretrainedModelName", "PretrainedModelPath", "PretrainedWeights"),
                .. HuggingFace("pretrained_model_name_or_path"),
                .. Megatron("load_checkpoint"),
            ],
        },
        new(ConfigRole.FineTuningTokens, RoleKind.Count)
        {
            ZeroIsUnset = true, Unit = "tokens", IsScaledBySuffix = true, Metadata = "FineTuningTokens",
            Names =
            [
                .. Own("FineTuningTokens", "SftTokens"),
            ],
        },
        new(ConfigRole.ReinforcementTokens, RoleKind.Count)
        {
            ZeroIsUnset = true, Unit = "tokens", IsScaledBySuffix = true, Metadata = "ReinforcementTokens",
            Names =
            [
                .. Own("ReinforcementTokens", "RlTokens", "RolloutTokens"),
            ],
        },
        new(ConfigRole.SamplesPerQuery, RoleKind.Count)
        {
            Unit = "samples", Metadata = "SamplesPerQuery",
            Names =
            [
                .. Own("SamplesPerQuery"),
            ],
        },
        new(ConfigRole.TokensPerQuery, RoleKind.Count)
        {
            Unit = "tokens", Metadata = "TokensPerQuery",
            Names =
            [
                .. Own("TokensPerQuery"),
            ],
        },
        new(ConfigRole.TeacherParameters, RoleKind.Count)
        {
            ZeroIsUnset = true, Unit = "parameters", IsScaledBySuffix = true,
            Names =
            [
                .. Own("TeacherParameters"),
                .. Trainers("teacher_params", "num_teacher_params"),
            ],
        },
    ];
}
