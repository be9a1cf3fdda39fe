namespace ScalingAnalyzers;

/// <summary>The purpose of a training run, which decides whether over-training is a mistake.</summary>
public enum TrainingIntent
{
    /// <summary>Nothing is declared.</summary>
    Unspecified,

    /// <summary>The lowest loss for the training compute.</summary>
    ComputeOptimal,

    /// <summary>A small model, trained long on purpose, because it will be served a lot.</summary>
    InferenceOptimal,
}

/// <summary>The stage of training. The laws apply to pre-training only.</summary>
public enum TrainingStage
{
    /// <summary>
    /// Nothing is declared: treated as pre-training unless a member (BaseModel, LoraRank, Teacher, ...) contradicts it.
    /// </summary>
    Unspecified,

    /// <summary>Training from scratch on text.</summary>
    Pretraining,

    /// <summary>
    /// Pre-training that continues from a checkpoint; PriorTokens is the number of tokens of that checkpoint.
    /// </summary>
    ContinuedPretraining,

    /// <summary>Supervised or preference tuning of a trained model: compute and memory only, not assessed.</summary>
    FineTuning,

    /// <summary>Training on a teacher's outputs: compute and memory only, not assessed.</summary>
    Distillation,
}
