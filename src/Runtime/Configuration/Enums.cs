namespace ScalingAnalyzers;

/// <summary>What a training run is meant for; decides whether over-training is a mistake.</summary>
public enum TrainingIntent
{
    /// <summary>Nothing is declared.</summary>
    Unspecified,

    /// <summary>The lowest loss for the training compute.</summary>
    ComputeOptimal,

    /// <summary>A small model, trained long on purpose, because it will be served a lot.</summary>
    InferenceOptimal,
}

/// <summary>The stage of training. The laws speak of pre-training only.</summary>
public enum TrainingStage
{
    /// <summary>Nothing is declared: taken as pre-training unless a member (BaseModel, LoraRank, Teacher, ...) speaks against it.</summary>
    Unspecified,

    /// <summary>Training from scratch on text.</summary>
    Pretraining,

    /// <summary>Pre-training that goes on from a checkpoint; PriorTokens says how much that one has seen.</summary>
    ContinuedPretraining,

    /// <summary>Supervised or preference tuning of a trained model: compute and memory, no verdict.</summary>
    FineTuning,

    /// <summary>Training on a teacher's outputs: compute and memory, no verdict.</summary>
    Distillation,
}
