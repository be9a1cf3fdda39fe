using System;
using System.Numerics;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Hardware;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Numerics;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers;

/// <summary>Everything that follows from a run under a law. What cannot be known is null. Warnings, constants and
/// reports all show this.</summary>
public sealed partial class Estimate
{
    private readonly EstimateLimits _limits;

    internal Estimate(TrainingRun run, ScalingLaw law, EstimateLimits limits)
    {
        _limits = limits;
        Counted = run.Counted();

        // What came before the run was new when it came: only this run's tokens can repeat.
        Law = Counted.UniqueTokens is { } unique ? RepeatedDataLaw.ForEstimate(law, (double)unique + (Counted.PriorTokens ?? 0)) : law;
        CountCompute();
        CountLifetime();
        ApplyLaw();
        CountHours();
        CountMemory();
        CountActivations();
        PlanOpenHalf(law);
    }

    /// <summary>The run.</summary>
    public TrainingRun Counted { get; }

    /// <summary>The law.</summary>
    public ScalingLaw Law { get; }

    /// <summary>Training tokens per active parameter.</summary>
    public double? TokensPerParameter { get; private set; }

    /// <summary>Training FLOPs per token, 6 * active parameters.</summary>
    public double? FlopsPerToken { get; private set; }

    /// <summary>Training compute, 6 * active parameters * training tokens, FLOPs.</summary>
    public double? TrainingFlops { get; private set; }

    /// <summary>Training compute with attention, + 12 * layers * heads * head size * sequence length per token (PaLM,
    /// appendix B), FLOPs.</summary>
    public double? TrainingFlopsWithAttention { get; private set; }

    /// <summary>Training compute in petaflop-days.</summary>
    public double? PetaflopDays { get; private set; }

    /// <summary>Why the law gives no assessment and no prediction here; null where it does.</summary>
    public string? WhyNotAssessed { get; private set; }

    /// <summary>The run compared with the law, on active parameters; null where the law does not apply.</summary>
    public Balance? Balance { get; private set; }

    /// <summary>A mixture of experts against the law by all its parameters, as if it were dense; null for dense
    /// models.</summary>
    public Balance? BalanceByTotal { get; private set; }

    /// <summary>Compute-optimal parameters at this compute.</summary>
    public long? OptimalParameters { get; private set; }

    /// <summary>Compute-optimal tokens at this compute.</summary>
    public long? OptimalTokens { get; private set; }

    /// <summary>Compute-optimal tokens per parameter at this compute.</summary>
    public double? OptimalTokensPerParameter { get; private set; }

    /// <summary>Compute-optimal tokens for this model, compute free.</summary>
    public long? OptimalTokensForParameters { get; private set; }

    /// <summary>Predicted loss, nats per token.</summary>
    public double? PredictedLoss { get; private set; }

    /// <summary>Predicted loss of the optimum at this compute, nats per token.</summary>
    public double? OptimalLoss { get; private set; }

    /// <summary>C / C that reaches the same loss optimally, minus 1.</summary>
    public double? ExcessCompute { get; private set; }

    /// <summary>Tokens served after which this over-trained run has paid for itself.</summary>
    public double? PaybackTokens { get; private set; }

    /// <summary>Dense peak of one accelerator that hours are computed with, FLOP/s: the declared one, else the
    /// accelerator's in the declared precision.</summary>
    public double? PeakFlopsPerSecond { get; private set; }

    /// <summary>
    /// The declared peak, where it cannot be the dense peak of one accelerator; no hours are computed then.
    /// </summary>
    public RefusedPeak? RefusedPeak { get; private set; }

    /// <summary>
    /// Why there are no hours, days, energy and cost although their inputs are declared; null where there are, or where
    /// an input is not declared.
    /// </summary>
    public string? WhyNoHours { get; private set; }

    /// <summary>Which FLOPs the hours count; Unspecified where measured throughput decides.</summary>
    public UtilizationBasis UtilizationBasis { get; private set; }

    /// <summary>Hours of one accelerator.</summary>
    public double? AcceleratorHours { get; private set; }

    /// <summary>Wall-clock days on all accelerators; without interruptions where no availability is declared.</summary>
    public double? WallClockDays { get; private set; }

    /// <summary>Cost of the run in the currency of the price; the final run only.</summary>
    public double? Cost { get; private set; }

    /// <summary>Energy of the chips at their thermal design power, times the declared factors for hosts and data
    /// center, kWh.</summary>
    public double? EnergyKilowattHours { get; private set; }

    /// <summary>Weights in the declared precision (two bytes per parameter by default), bytes.</summary>
    public long? WeightBytes { get; private set; }

    /// <summary>Weights, gradients, master weights and optimizer state, on one device; null where the optimizer or the
    /// precision is not known.</summary>
    public TrainingMemory? TrainingState { get; private set; }

    /// <summary>
    /// Weights, gradients, master weights and optimizer state, bytes: 16 per parameter with Adam, less with others.
    /// </summary>
    public long? TrainingStateBytes => TrainingState?.Total;

    /// <summary>Forward FLOPs per token served, 2 * active parameters.</summary>
    public double? InferenceFlopsPerToken { get; private set; }

    /// <summary>Compute of one query, 2 * active parameters * tokens per query * samples per query, FLOPs.</summary>
    public double? InferenceFlopsPerQuery { get; private set; }

    /// <summary>Compute of what came before the run, 6 * active parameters * prior tokens, FLOPs; null where nothing
    /// did.</summary>
    public double? PriorFlops { get; private set; }

    /// <summary>Compute of the teacher's forward passes over the training tokens, 2 * teacher parameters * training
    /// tokens, FLOPs; null without a teacher.</summary>
    public double? TeacherFlops { get; private set; }

    /// <summary>
    /// Compute of post-training, FLOPs: 6 * active parameters * fine-tuning tokens, and 8 * active parameters *
    /// reinforcement tokens, 2 to generate a token and 6 to learn from it (reward and reference models not counted);
    /// null where nothing is declared.
    /// </summary>
    public double? PostTrainingFlops { get; private set; }

    /// <summary>All compute until the model is ready: prior + teacher + training (with attention where it is counted) +
    /// post-training, FLOPs.</summary>
    public double? DevelopmentFlops { get; private set; }

    /// <summary>Compute of the declared inference, 2 * active parameters * inference tokens, FLOPs.</summary>
    public double? InferenceFlops { get; private set; }

    /// <summary>All compute of the model's life, development + inference, FLOPs; only where inference is
    /// declared.</summary>
    public double? LifetimeFlops { get; private set; }

    /// <summary>Key-value cache of one token in BF16, bytes; only where the shape is known.</summary>
    public long? KeyValueCacheBytesPerToken { get; private set; }

    /// <summary>The run, its compute and hours, and the law's optimum in one line; empty where nothing is
    /// known.</summary>
    public override string ToString() => EstimateSummary.Of(Counted, this);

    private void CountCompute()
    {
        if (Counted.ComputeParameters is not { } parameters) return;
        InferenceFlopsPerToken = ExactProduct.Of(2, parameters);
        if (!_limits.IsPartlyTrained) FlopsPerToken = ExactProduct.Of(6, parameters);
        if (Counted.TrainingTokens is not { } tokens) return;
        TokensPerParameter = (double)tokens / parameters;
        if (_limits.IsPartlyTrained) return;
        TrainingFlops = Compute.TrainingFlops(parameters, tokens);
        PetaflopDays = Compute.PetaflopDays(TrainingFlops.Value);
        if (Counted.AttentionWidth is { } width && Counted.SequenceLength is { } length)
        {
            TrainingFlopsWithAttention = Compute.TrainingFlopsWithAttention(parameters, width, length, tokens);
        }
    }

    private void CountLifetime()
    {
        if (Counted.ComputeParameters is not { } parameters) return;
        if (Counted.TokensPerQuery is { } query)
            InferenceFlopsPerQuery = ExactProduct.Round(new BigInteger(2) * parameters * query * (Counted.SamplesPerQuery ?? 1));
        if (Counted.InferenceTokens is { } served) InferenceFlops = ExactProduct.Of(2, parameters, served);
        if (Counted.PriorTokens is { } prior) PriorFlops = ExactProduct.Of(6, parameters, prior);
        if (Counted.FineTuningTokens is not null || Counted.ReinforcementTokens is not null)
        {
            PostTrainingFlops = ExactProduct.Round(
                parameters * ((6 * new BigInteger(Counted.FineTuningTokens ?? 0))
                    + (8 * new BigInteger(Counted.ReinforcementTokens ?? 0))));
        }

        if ((TrainingFlopsWithAttention ?? TrainingFlops) is not { } training || Counted.TrainingTokens is not { } tokens) return;
        if (Counted.TeacherParameters is { } teacher) TeacherFlops = ExactProduct.Of(2, teacher, tokens);
        DevelopmentFlops = (PriorFlops ?? 0) + (TeacherFlops ?? 0) + training + (PostTrainingFlops ?? 0);
        if (InferenceFlops is { } inference) LifetimeFlops = DevelopmentFlops + inference;
    }

    private void ApplyLaw()
    {
        WhyNotAssessed = ReasonNotToAssess();
        if (WhyNotAssessed is not null) return;
        var law = (IAllocationLaw)Law;
        long parameters = Counted.ComputeParameters!.Value;
        OptimalTokensForParameters = Count(law.TokensFor(parameters));
        if (Counted.TrainingTokens is not { } tokens) return;

        // A model that continues from a checkpoint was also trained on the checkpoint's tokens; the sum of two 64-bit
        // counts may overflow.
        var all = Counted.PriorTokens is { } prior ? new BigInteger(tokens) + prior : (BigInteger?)null;
        double seen = all is { } sum ? ExactProduct.Round(sum) : tokens;
        var balance = new Balance(parameters, seen, FlopsOf(parameters), law);
        Balance = balance;
        OptimalParameters = Count(balance.Optimum.Parameters);
        OptimalTokens = Count(balance.Optimum.Tokens);
        OptimalTokensPerParameter = balance.Optimum.TokensPerParameter;
        if (Counted.IsMixture)
        {
            if (Counted.Parameters is { } total) BalanceByTotal = new Balance(total, seen, FlopsOf(total), law);
            return;
        }

        // A law without a frontier has no optimum for its loss, so it is evaluated in its own count (Kaplan's N is
        // non-embedding).
        double own = Law.Convention == ParameterConvention.NonEmbedding ? Counted.NonEmbeddingParameters ?? parameters : parameters;
        PredictedLoss = balance.Loss ?? (RepeatsUnpriced ? null : (Law as ILossLaw)?.Loss(own, seen));
        OptimalLoss = balance.OptimalLoss;
        ExcessCompute = balance.ExcessCompute;
        PaybackTokens = balance.PaybackTokens;

        double FlopsOf(long size) => all is { } seenTokens
            ? ExactProduct.Round(seenTokens * 6 * size)
            : ExactProduct.Of(6, size, tokens);
    }

    // A law without a frontier of its own says nothing of repeats.
    private bool RepeatsUnpriced => Counted.TrainingTokens > Counted.UniqueTokens;

    private string? ReasonNotToAssess()
    {
        if (_limits.WhyNotAssessed is { } reason) return reason;
        if (Counted.Stage is TrainingStage.FineTuning) return "pre-training laws do not apply to fine-tuning";
        if (Counted.Stage is TrainingStage.Distillation) return "pre-training laws do not apply to distillation";
        if (Counted.Stage is TrainingStage.ContinuedPretraining && Counted.PriorTokens is null)
            return "continued pre-training needs PriorTokens";
        if (Counted.ComputeParameters is null) return "the parameter count is unknown";
        if (Law is not IAllocationLaw) return Law.Id + " does not allocate compute";
        return null;
    }

    private void FindPeak()
    {
        WhyNoHours = _limits.WhyNoHours ?? (Counted.Precision is null ? "the precision is declared, but not known" : null);
        if (WhyNoHours is not null || Counted.Precision is not { } precision) return;
        if (Counted.PeakFlopsPerSecond is not { } declared)
        {
            PeakFlopsPerSecond = Counted.Accelerator?.PeakFlopsPerSecond(precision);
            if (PeakFlopsPerSecond is null && Counted.Accelerator is { } chip)
                WhyNoHours = "no dense peak of " + chip + " is known in " + precision + ", and no PeakFlopsPerSecond is declared";
        }
        else if (Hardware.RefusedPeak.Of(declared, Counted.Accelerator, precision, Counted.AcceleratorCount) is { } refused)
        {
            RefusedPeak = refused;
            WhyNoHours = "the declared peak is " + refused.Why;
        }
        else
        {
            PeakFlopsPerSecond = declared;
        }
    }

    private void CountHours()
    {
        FindPeak();
        if (Counted.TokensPerSecondPerAccelerator is { } rate && Counted.TrainingTokens is { } tokens)
        {
            AcceleratorHours = tokens / (rate * 3600);
        }
        else
        {
            UtilizationBasis = UtilizationFlops.BasisOf(Counted);
            UtilizationFlops.Of(Counted, UtilizationBasis, out double? flops, out string? why);
            if (why is not null && Counted.Utilization is not null) WhyNoHours ??= why;
            if (WhyNoHours is not null || flops is not { } counted) return;
            if (PeakFlopsPerSecond is not { } peak || Counted.Utilization is not { } utilization) return;
            AcceleratorHours = Compute.AcceleratorHours(counted, peak, utilization);
        }

        if (Counted.AcceleratorCount is { } count && !_limits.IsAvailabilityUnreadable)
            WallClockDays = AcceleratorHours / count / 24 / (Counted.Availability ?? 1);
        if (Counted.PricePerAcceleratorHour is { } price) Cost = AcceleratorHours * price;
        if (Counted.Accelerator?.TdpWatts is { } watts && !_limits.IsPowerUnreadable)
        {
            EnergyKilowattHours = AcceleratorHours * watts / 1000 * (Counted.HostPowerFactor ?? 1)
                * (Counted.PowerUsageEffectiveness ?? 1);
        }
    }

    // Nearest whole count; null beyond long.
    private static long? Count(double value) => value < 9.2e18 ? (long)Math.Floor(value + 0.5) : null;
}
