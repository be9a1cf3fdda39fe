using System.Collections.Generic;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Hardware;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Numerics;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers;

/// <summary>A training run in plain values; null is unknown. The only input of estimates.</summary>
public sealed record TrainingRun
{
    /// <summary>What to call the run in reports.</summary>
    public string Name { get; init; } = "";

    /// <summary>All parameters of the model.</summary>
    public long? Parameters { get; init; }

    /// <summary>Parameters one token passes through; for a dense model leave it null.</summary>
    public long? ActiveParameters { get; init; }

    /// <summary>Parameters without token and position embeddings.</summary>
    public long? NonEmbeddingParameters { get; init; }

    /// <summary>The model's shape; supplies the counts that are not stated.</summary>
    public TransformerShape? Shape { get; init; }

    /// <summary>Tokens the run trains on, repeats included.</summary>
    public long? TrainingTokens { get; init; }

    /// <summary>Tokens that the checkpoint was already trained on (continued pre-training).</summary>
    public long? PriorTokens { get; init; }

    /// <summary>Distinct tokens of the data set.</summary>
    public long? UniqueTokens { get; init; }

    /// <summary>Share of the training tokens that a model wrote, in (0, 1]. The law was fitted on human text: its
    /// numbers stay, and promise nothing for the rest.</summary>
    public double? SyntheticShare { get; init; }

    /// <summary>Tokens that the finished model will serve over its lifetime.</summary>
    public long? InferenceTokens { get; init; }

    /// <summary>Tokens of supervised fine-tuning after the run.</summary>
    public long? FineTuningTokens { get; init; }

    /// <summary>Tokens generated and learnt from in reinforcement learning after the run.</summary>
    public long? ReinforcementTokens { get; init; }

    /// <summary>Parameters that a token passes through in the teacher; null where nothing is distilled.</summary>
    public long? TeacherParameters { get; init; }

    /// <summary>Tokens of one query and its answer, of one sample.</summary>
    public long? TokensPerQuery { get; init; }

    /// <summary>Samples drawn for one query at test time; one where null.</summary>
    public long? SamplesPerQuery { get; init; }

    /// <summary>Tokens of one training sequence.</summary>
    public long? SequenceLength { get; init; }

    /// <summary>Sequences of one forward pass on one device.</summary>
    public long? MicroBatchSequences { get; init; }

    /// <summary>Devices that divide each matrix; one where null.</summary>
    public long? TensorParallel { get; init; }

    /// <summary>Devices that divide the layers; one where null.</summary>
    public long? PipelineParallel { get; init; }

    /// <summary>Devices that divide a sequence; one where null.</summary>
    public long? ContextParallel { get; init; }

    /// <summary>Which activations the backward pass computes again; null where it is not known.</summary>
    public Recomputation? Recomputation { get; init; }

    /// <summary>layers * heads * head size, summed over layers: the width that attention multiplies by the
    /// sequence.</summary>
    public long? AttentionWidth { get; init; }

    /// <summary>The accelerator.</summary>
    public Accelerator? Accelerator { get; init; }

    /// <summary>Dense peak of one accelerator, FLOP/s, where it is declared; null uses the accelerator's own.</summary>
    public double? PeakFlopsPerSecond { get; init; }

    /// <summary>How many accelerators.</summary>
    public long? AcceleratorCount { get; init; }

    /// <summary>Model FLOPs utilization (MFU) of measured throughput, in (0, 1].</summary>
    public double? Utilization { get; init; }

    /// <summary>Which FLOPs the utilization counts.</summary>
    public UtilizationBasis UtilizationBasis { get; init; }

    /// <summary>Measured throughput of one accelerator, tokens per second; where given, it decides instead of peak and
    /// utilization.</summary>
    public double? TokensPerSecondPerAccelerator { get; init; }

    /// <summary>Share of the wall time that trains, in (0, 1]; days without it are days without
    /// interruptions.</summary>
    public double? Availability { get; init; }

    /// <summary>Power of a host over that of its accelerators, 1 or more; the accelerators alone where null.</summary>
    public double? HostPowerFactor { get; init; }

    /// <summary>Power of the data center over that of its computers (PUE), 1 or more; the computers alone where
    /// null.</summary>
    public double? PowerUsageEffectiveness { get; init; }

    /// <summary>The number format of matrix multiplication; null where one is declared that is not known: then no hours
    /// and no bytes follow.</summary>
    public NumericFormat? Precision { get; init; } = NumericFormat.Unspecified;

    /// <summary>The number format of accumulated gradients: that of the weights where unspecified, 4 bytes for FP32
    /// (Megatron-LM's default for BF16); null where one is declared that is not known: then no state follows.</summary>
    public NumericFormat? GradientPrecision { get; init; } = NumericFormat.Unspecified;

    /// <summary>The number format of the weights when the model is served: what quantising them after training costs;
    /// null where one is declared that is not known.</summary>
    public NumericFormat? ServingPrecision { get; init; } = NumericFormat.Unspecified;

    /// <summary>
    /// The optimizer, which determines the training state; null where it is unknown, or only a part of the model is
    /// trained.
    /// </summary>
    public Optimizer? Optimizer { get; init; } = ScalingAnalyzers.Optimizer.Adam;

    /// <summary>Price of one accelerator for an hour.</summary>
    public double? PricePerAcceleratorHour { get; init; }

    /// <summary>The most training FLOPs allowed.</summary>
    public double? MaxFlops { get; init; }

    /// <summary>The most accelerator-hours allowed.</summary>
    public double? MaxAcceleratorHours { get; init; }

    /// <summary>The highest cost allowed, in the currency of the price.</summary>
    public double? MaxCost { get; init; }

    /// <summary>The longest wall-clock time allowed, days.</summary>
    public double? MaxDays { get; init; }

    /// <summary>The loss to reach, nats per token on the law's own data and tokenizer; plans the half of the run that
    /// is not declared, or both.</summary>
    public double? TargetLoss { get; init; }

    /// <summary>The purpose of the run.</summary>
    public TrainingIntent Intent { get; init; }

    /// <summary>The stage of training.</summary>
    public TrainingStage Stage { get; init; }

    /// <summary>Parameters that compute is counted on: the active ones, or all of a dense model.</summary>
    public long? ComputeParameters => ActiveParameters ?? Parameters;

    /// <summary>Whether fewer parameters are active than there are (or how many there are is unknown).</summary>
    public bool IsMixture => ActiveParameters is { } active && active != Parameters;

    /// <summary>The run with the counts of its shape; declared counts stay unchanged.</summary>
    /// <returns>This run, or one with more known.</returns>
    /// <exception cref="System.ArgumentException">The shape is impossible.</exception>
    internal TrainingRun Counted()
    {
        if (Shape is not { } shape) return this;
        long total = Parameters ?? shape.Parameters;
        long? active = ActiveParameters ?? (shape.HasExperts ? shape.ActiveParameters : null);
        return this with
        {
            Parameters = total,
            ActiveParameters = active == total ? null : active,
            NonEmbeddingParameters = NonEmbeddingParameters ?? (Parameters is null ? shape.NonEmbeddingParameters : null),
            AttentionWidth = AttentionWidth ?? shape.AttentionWidth,
        };
    }

    /// <summary>Everything that follows from the run: compute, time, cost, memory, and the law's assessment.</summary>
    /// <param name="law">The law; besiroglu-2024 where null.</param>
    /// <returns>The estimate that warnings, constants and reports show.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">A count, peak, price or share is zero, negative or not a
    /// number, utilization is above 1, or fewer parameters exist than are active.</exception>
    public Estimate Estimate(ScalingLaw? law = null) => Estimate(law, EstimateLimits.None);

    /// <summary>The findings of every rule that these properties can express: the same that an editor shows for the
    /// same values.</summary>
    /// <param name="options">The options of the checks; the defaults where null.</param>
    /// <returns>The findings: rule, severity, message, numbers, fixes. Impossible values are findings, not
    /// exceptions.</returns>
    public IReadOnlyList<Finding> Check(CheckOptions? options = null) => ConfigRun.Of(this, options ?? CheckOptions.Default).Check();

    /// <summary>The same where the config leaves something open.</summary>
    internal Estimate Estimate(ScalingLaw? law, EstimateLimits limits)
    {
        Require(Parameters, nameof(Parameters), "parameters");
        Require(ActiveParameters, nameof(ActiveParameters), "parameters");
        Require(NonEmbeddingParameters, nameof(NonEmbeddingParameters), "parameters");
        Require(TrainingTokens, nameof(TrainingTokens), "tokens");
        Require(PriorTokens, nameof(PriorTokens), "tokens");
        Require(UniqueTokens, nameof(UniqueTokens), "tokens");
        Require(InferenceTokens, nameof(InferenceTokens), "tokens");
        Require(FineTuningTokens, nameof(FineTuningTokens), "tokens");
        Require(ReinforcementTokens, nameof(ReinforcementTokens), "tokens");
        Require(TeacherParameters, nameof(TeacherParameters), "parameters");
        Require(TokensPerQuery, nameof(TokensPerQuery), "tokens");
        Require(SamplesPerQuery, nameof(SamplesPerQuery), "samples");
        Require(SequenceLength, nameof(SequenceLength), "tokens");
        Require(MicroBatchSequences, nameof(MicroBatchSequences), "sequences");
        Require(TensorParallel, nameof(TensorParallel), "devices");
        Require(PipelineParallel, nameof(PipelineParallel), "devices");
        Require(ContextParallel, nameof(ContextParallel), "devices");
        Require(AttentionWidth, nameof(AttentionWidth), "model dimensions");
        Require(AcceleratorCount, nameof(AcceleratorCount), "accelerators");
        Require(PricePerAcceleratorHour, nameof(PricePerAcceleratorHour), "money an hour");
        Require(MaxFlops, nameof(MaxFlops), "FLOPs");
        Require(MaxAcceleratorHours, nameof(MaxAcceleratorHours), "hours");
        Require(MaxCost, nameof(MaxCost), "money");
        Require(MaxDays, nameof(MaxDays), "days");
        Require(TargetLoss, nameof(TargetLoss), "nats per token");
        Require(PeakFlopsPerSecond, nameof(PeakFlopsPerSecond), "FLOP/s");
        Require(TokensPerSecondPerAccelerator, nameof(TokensPerSecondPerAccelerator), "tokens per second");
        if (Availability is { } availability) Positive.RequireShare(availability, nameof(Availability), "the wall time");
        if (SyntheticShare is { } synthetic) Positive.RequireShare(synthetic, nameof(SyntheticShare), "the tokens");
        RequireFactor(HostPowerFactor, nameof(HostPowerFactor));
        RequireFactor(PowerUsageEffectiveness, nameof(PowerUsageEffectiveness));
        if (Utilization is { } utilization) Positive.RequireShare(utilization, nameof(Utilization), "the peak");
        if (ActiveParameters > Parameters)
            throw new System.ArgumentOutOfRangeException(
                nameof(ActiveParameters), ActiveParameters, "More parameters are active than there are.");
        return new(this, law ?? LawCatalog.Default, limits);
    }

    private static void RequireFactor(double? value, string name)
    {
        if (value is { } factor && !(factor >= 1 && factor <= double.MaxValue))
            throw new System.ArgumentOutOfRangeException(
                name, value, "A factor on the power of accelerators must be finite and at least 1.");
    }

    private static void Require(double? value, string name, string unit)
    {
        if (value is { } known) Positive.Require(known, name, unit);
    }
}
