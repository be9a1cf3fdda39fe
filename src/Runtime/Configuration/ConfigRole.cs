namespace ScalingAnalyzers;

/// <summary>
/// The role of a member of a config. Members are recognised by name (docs/members.md);
/// <see cref="ConfigMemberAttribute"/> declares the role explicitly.
/// </summary>
public enum ConfigRole
{
    /// <summary>Nothing: hides a member whose name would be recognised.</summary>
    None,

    /// <summary>All parameters of the model.</summary>
    Parameters,

    /// <summary>Parameters one token passes through (mixtures of experts).</summary>
    ActiveParameters,

    /// <summary>Tokens the run trains on, repeats included.</summary>
    TrainingTokens,

    /// <summary>Tokens that the checkpoint was already trained on (continued pre-training).</summary>
    PriorTokens,

    /// <summary>Distinct tokens of the data set.</summary>
    UniqueTokens,

    /// <summary>Passes over the data set.</summary>
    Epochs,

    /// <summary>Tokens that the finished model will serve over its lifetime.</summary>
    InferenceTokens,

    /// <summary>Distinct tokens that exist or can be bought: the stock.</summary>
    TokenStock,

    /// <summary>Optimizer steps.</summary>
    MaxSteps,

    /// <summary>Tokens of one optimizer step over all devices.</summary>
    TokensPerBatch,

    /// <summary>Sequences of one optimizer step over all devices.</summary>
    GlobalBatchSequences,

    /// <summary>A batch in sequences, global unless accumulation or a world size is declared too.</summary>
    BatchSequences,

    /// <summary>Sequences of one forward pass on one device.</summary>
    MicroBatchSequences,

    /// <summary>Forward passes per optimizer step.</summary>
    GradientAccumulationSteps,

    /// <summary>All devices. Tensor-, pipeline- and context-parallel ones share their sequences.</summary>
    WorldSize,

    /// <summary>Tokens of one training sequence.</summary>
    SequenceLength,

    /// <summary>Peak learning rate.</summary>
    LearningRate,

    /// <summary>The optimizer's name.</summary>
    Optimizer,

    /// <summary>The id of the scaling law to use.</summary>
    Law,

    /// <summary>A <see cref="TrainingIntent"/>.</summary>
    Intent,

    /// <summary>A <see cref="TrainingStage"/>.</summary>
    Stage,

    /// <summary>The accelerator's name.</summary>
    Accelerator,

    /// <summary>How many accelerators.</summary>
    AcceleratorCount,

    /// <summary>Model FLOPs utilization (MFU), in (0, 1].</summary>
    Utilization,

    /// <summary>A <see cref="NumericFormat"/>.</summary>
    Precision,

    /// <summary>The <see cref="NumericFormat"/> of accumulated gradients; that of the weights where it is not
    /// declared.</summary>
    GradientPrecision,

    /// <summary>Price of one accelerator for an hour.</summary>
    PricePerAcceleratorHour,

    /// <summary>Accelerator-hours that the config itself declares.</summary>
    AcceleratorHours,

    /// <summary>The most training FLOPs allowed.</summary>
    MaxFlops,

    /// <summary>The most accelerator-hours allowed.</summary>
    MaxAcceleratorHours,

    /// <summary>The highest cost allowed, in the price's currency.</summary>
    MaxCost,

    /// <summary>The longest wall-clock time allowed, days.</summary>
    MaxDays,

    /// <summary>The model's config.</summary>
    Model,

    /// <summary>Why a deviation is intended.</summary>
    Justification,

    /// <summary>
    /// A sign that the run starts from a trained model or a teacher: without a Stage the run is not assessed.
    /// </summary>
    StartingPoint,

    /// <summary>Model width.</summary>
    HiddenSize,

    /// <summary>Transformer blocks.</summary>
    Layers,

    /// <summary>Query heads.</summary>
    AttentionHeads,

    /// <summary>Key and value heads (grouped-query attention).</summary>
    KeyValueHeads,

    /// <summary>Width of one head.</summary>
    HeadSize,

    /// <summary>Width of the feed-forward layer.</summary>
    FeedForwardSize,

    /// <summary>Meta's rounding of the feed-forward width.</summary>
    FeedForwardMultipleOf,

    /// <summary>Meta's factor on the feed-forward width.</summary>
    FeedForwardMultiplier,

    /// <summary>Entries of the vocabulary, padding included.</summary>
    VocabularySize,

    /// <summary>Positions that the model can address; it does not give the length of a training sequence.</summary>
    MaxPositions,

    /// <summary>Whether the output layer shares the embedding.</summary>
    TiedEmbeddings,

    /// <summary>Routed experts a layer.</summary>
    Experts,

    /// <summary>Routed experts a token visits.</summary>
    ExpertsPerToken,

    /// <summary>Experts every token visits.</summary>
    SharedExperts,

    /// <summary>Width of one expert's feed-forward layer.</summary>
    ExpertFeedForwardSize,

    /// <summary>Leading layers without experts.</summary>
    DenseLayers,

    /// <summary>Tensor-parallel size.</summary>
    TensorParallel,

    /// <summary>Pipeline-parallel size.</summary>
    PipelineParallel,

    /// <summary>Data-parallel size.</summary>
    DataParallel,

    /// <summary>Expert-parallel size.</summary>
    ExpertParallel,

    /// <summary>ZeRO stage, 0 to 3.</summary>
    ZeroStage,

    /// <summary>Tokens of supervised fine-tuning after the run.</summary>
    FineTuningTokens,

    /// <summary>Tokens generated and learnt from in reinforcement learning after the run.</summary>
    ReinforcementTokens,

    /// <summary>Samples drawn for one query at test time.</summary>
    SamplesPerQuery,

    /// <summary>Tokens of one query and its answer.</summary>
    TokensPerQuery,

    /// <summary>Parameters that a token passes through in the teacher (distillation).</summary>
    TeacherParameters,

    /// <summary>Dense peak of one accelerator, FLOP/s.</summary>
    PeakFlopsPerSecond,

    /// <summary>Context-parallel size.</summary>
    ContextParallel,

    /// <summary>Data-parallel ranks over which the training state is sharded.</summary>
    DataParallelShards,

    /// <summary>Copies of the sharded training state.</summary>
    DataParallelReplicas,

    /// <summary>Sequences that the run trains on, repeats included.</summary>
    TrainingSequences,

    /// <summary>A batch that grows during the run: steps times the batch is then an upper bound of the
    /// tokens.</summary>
    BatchRampUp,

    /// <summary>A <see cref="ScalingAnalyzers.UtilizationBasis"/>: which FLOPs the utilization counts.</summary>
    UtilizationBasis,

    /// <summary>Measured training throughput of one accelerator, tokens per second.</summary>
    TokensPerSecondPerAccelerator,

    /// <summary>Share of the wall time that trains, in (0, 1].</summary>
    Availability,

    /// <summary>Share of the tokens that a model wrote, in (0, 1].</summary>
    SyntheticShare,

    /// <summary>Weight decay of the optimizer.</summary>
    WeightDecay,

    /// <summary>Power of a host with its network and cooling over that of its accelerators, 1 or more.</summary>
    HostPowerFactor,

    /// <summary>Power of the data center over that of its computers (PUE), 1 or more.</summary>
    PowerUsageEffectiveness,

    /// <summary>The loss to reach, nats per token.</summary>
    TargetLoss,

    /// <summary>The <see cref="NumericFormat"/> of the weights when the model is served.</summary>
    ServingPrecision,

    /// <summary>Width of the model that muP's learning rate was tuned on.</summary>
    MupBaseWidth,

    /// <summary>Nodes (machines) of the run.</summary>
    NodeCount,

    /// <summary>Accelerators of one node.</summary>
    AcceleratorsPerNode,

    /// <summary>A <see cref="Architectures.Recomputation"/>: which activations the backward pass computes
    /// again.</summary>
    Recomputation,
}
