using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using ScalingAnalyzers.Configuration;
using ScalingAnalyzers.Numerics;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers.Evaluation;

/// <summary>The one catalogue of generated constants, in the order in which they are emitted. A new constant is one
/// more row.</summary>
internal static class ConstantCatalog
{
    private const int UsualCount = 32;
    private const string AttentionNotCounted = "attention not counted";
    private const string SixTimes = "6 x {active} x training tokens, what the laws were fitted on.";
    private const string OnOwnData = "On the law's own data and tokenizer: for comparing runs, not for promising a loss. {law}";

    private static readonly FormulaText SixTimesText = new(SixTimes), AtCompute = new("At the run's own compute. {law}");

    private static readonly ConstantRow[] OfRuns =
    [
        new(
            "Parameters", ConstantType.Long, ConstantGroup.Run, "parameters",
            "All parameters of the model, as declared or counted from its dimensions.")
        {
            Value = s => s.Counted.Parameters,
            Remark = (t, s) => t.Add("All parameters of the model, ").Add(s.DeclaredOrCounted(s.Model.DeclaresParameters)).Add("."),
        },
        new(
            "ActiveParameters", ConstantType.Long, ConstantGroup.Run, "active parameters",
            "Parameters that one token passes through; all of a dense model.")
        {
            Value = s => s.Counted.ComputeParameters,
            Remark = (t, s) => _ = s.Counted.IsMixture
                ? t.Add("Parameters that one token passes through, ").Add(s.DeclaredOrCounted(s.Model.DeclaresActiveParameters)).Add(".")
                : t.Add("The model is dense: all parameters are active."),
        },
        new("NonEmbeddingParameters", ConstantType.Long, ConstantGroup.Run, "parameters", "Without token and position embeddings.")
        {
            Value = s => s.Counted.NonEmbeddingParameters,
        },
        new(
            "TrainingTokens", ConstantType.Long, ConstantGroup.Run, "tokens",
            "As declared, or the product of steps, batch and sequence, or of unique tokens and epochs.")
        {
            Value = s => s.Counted.TrainingTokens,
            Remark = (t, s) => t.Add(s.Model.TokenFormula == TokenCount.Declared ? "As declared" : s.Model.TokenFormula).Add("."),
        },
        new("TokensPerParameter", ConstantType.Double, ConstantGroup.Run, "tokens per parameter", "Training tokens / {active}.")
        {
            Value = s => s.Estimate.TokensPerParameter,
            Show = Quantity.Ratio,
        },
        Flops(
            "FlopsPerToken",
            ConstantGroup.Compute,
            "FLOPs per token",
            "6 x {active}, forward and backward (Kaplan et al. 2020, section 2.1).",
            s => s.Estimate.FlopsPerToken),
        Flops(
            "TrainingFlops",
            ConstantGroup.Compute,
            "FLOPs",
            SixTimes,
            s => s.Estimate.TrainingFlops) with { Remark = (t, s) => SixTimesText.AddTo(t, s).Add(s.GeneralPurposeNote()) },
        Flops(
            "TrainingFlopsWithAttention",
            ConstantGroup.Compute,
            "FLOPs",
            "TrainingFlops + 12 x layers x heads x head size x sequence length per token (PaLM, appendix B).",
            s => s.Estimate.TrainingFlopsWithAttention),
        new("PetaflopDays", ConstantType.Double, ConstantGroup.Compute, "petaflop-days", "TrainingFlops / 8.64e19.")
        {
            Value = s => s.Estimate.PetaflopDays,
            Show = Quantity.Ratio,
        },
        new("OptimalParameters", ConstantType.Long, ConstantGroup.Law, "parameters", "Parameters of the optimum at the run's own compute.")
        {
            Value = s => s.Estimate.OptimalParameters,
            Remark = (t, s) => AtCompute.AddTo(s.AddBetween(t, band => band.Parameters), s),
        },
        new("OptimalTokens", ConstantType.Long, ConstantGroup.Law, "tokens", "Tokens of the optimum at the run's own compute.")
        {
            Value = s => s.Estimate.OptimalTokens,
            Remark = (t, s) => AtCompute.AddTo(s.AddBetween(t, band => band.Tokens), s),
        },
        new("OptimalTokensPerParameter", ConstantType.Double, ConstantGroup.Law, "tokens per parameter", "Their ratio.")
        {
            Value = s => s.Estimate.OptimalTokensPerParameter,
            Show = Quantity.Ratio,
            Remark = (t, s) => AtCompute.AddTo(s.AddBetween(t, band => band.TokensPerParameter), s),
        },
        new("OptimalTokensForParameters", ConstantType.Long, ConstantGroup.Law, "tokens", "For this model, compute free. {law}")
        {
            Value = s => s.Estimate.OptimalTokensForParameters,
        },
        Loss(
            "PredictedLoss",
            OnOwnData,
            s => s.Estimate.PredictedLoss,
            (t, s) => ConstantSource.AddLossBands(t.AddOwn(s.SyntheticNote()), s.Estimate)),
        Loss("OptimalLoss", "Of the optimum at the same compute. {law}", s => s.Estimate.OptimalLoss),
        new(
            "ExcessCompute", ConstantType.Double, ConstantGroup.Law, "of the compute that this loss needs",
            "C / C that reaches the same loss optimally, minus 1. {law}")
        {
            Value = s => s.Estimate.ExcessCompute,
            Show = Quantity.Percent,
            ShownUnit = "more compute than this loss needs",
        },
        .. HyperparameterConstants.Rows,
        new("AcceleratorHours", ConstantType.Double, ConstantGroup.Hardware, "accelerator-hours", "FLOPs / (peak x utilization x 3600).")
        {
            Value = s => s.Estimate.AcceleratorHours,
            Remark = (t, s) =>
                t.Add(s.Counted.TokensPerSecondPerAccelerator is null ? "FLOPs / (peak x utilization x 3600). " : "")
                    .AddOwn(s.HoursBasis()),
        },
        new("WallClockDays", ConstantType.Double, ConstantGroup.Hardware, "days", "AcceleratorHours / accelerators / 24.")
        {
            Value = s => s.Estimate.WallClockDays,
            Show = Quantity.Ratio,
            Remark = (t, s) => t.Add("AcceleratorHours / accelerators / 24")
                .Add(s.Counted.Availability is null ? "" : " / availability").Add(", on ")
                .AddOwn(Quantity.Format(s.Counted.AcceleratorCount ?? 0) + " accelerators" + (s.Counted.Availability is { } share
                    ? ", of which " + Quantity.Percent(share) + " of the time trains."
                    : ", without interruptions.")),
        },
        new(
            "Cost", ConstantType.Double, ConstantGroup.Hardware, "currency of the price",
            "AcceleratorHours x price of an hour; the final run only.")
        {
            Value = s => s.Estimate.Cost,
            ShownUnit = "",
            Remark = (t, s) => t.Add("AcceleratorHours x ").AddOwn(Quantity.Ratio(s.Counted.PricePerAcceleratorHour ?? 0))
                .Add(" an hour, in the currency of the price; the final run only."),
        },
        new(
            "EnergyKilowattHours", ConstantType.Double, ConstantGroup.Hardware, "kWh",
            "AcceleratorHours x thermal design power of the chip x HostPowerFactor x PowerUsageEffectiveness; chips only without them.")
        {
            Value = s => s.Estimate.EnergyKilowattHours,
            Remark = (t, s) => t.Add("AcceleratorHours x thermal design power of the chip (")
                .AddOwn(Quantity.Ratio(s.Counted.Accelerator?.TdpWatts ?? 0)).Add(" W)").AddOwn(s.PowerBeyondChips()),
        },
        Bytes(
            "WeightBytes",
            "Bytes a parameter in the declared precision x parameters.",
            s => s.Estimate.WeightBytes,
            (t, s) => t.AddOwn(s.WeightParts())),
        Bytes(
            "TrainingStateBytes",
            "Weights, gradients, master weights and optimizer state: 16 bytes a parameter with Adam.",
            s => s.Estimate.TrainingStateBytes,
            (t, s) => s.AddStateParts(t)),
        Bytes(
            "TrainingStateBytesPerDevice",
            "The training state on the fullest accelerator: as sharding is declared, else split evenly over all, the least it can be.",
            s => s.Model.StateOfDevice?.Bytes,
            (t, s) => t.Add("The training state on the fullest accelerator: ").AddOwn(s.Model.StateOfDevice?.Sharding + ".")),
        Bytes(
            "ActivationBytesPerDevice",
            "What a step stores of its forward pass on the fullest accelerator, in 16 bit with flash attention, all of it stored.",
            s => s.Estimate.Activations?.Total,
            (t, s) => t.AddOwn(s.ActivationParts())),
        Bytes(
            "RecomputedActivationBytesPerDevice",
            "The least of them: full recomputation, the loss in parts, norms divided by tensor-parallel devices.",
            s => s.Estimate.RecomputedActivations?.Total),
        Bytes(
            "KeyValueCacheBytesPerToken",
            "Keys and values of one token in BF16, all layers.",
            s => s.Estimate.KeyValueCacheBytesPerToken),
        Flops(
            "InferenceFlopsPerToken",
            ConstantGroup.Compute,
            "FLOPs per token",
            "2 x {active}, forward only, " + AttentionNotCounted + ".",
            s => s.Estimate.InferenceFlopsPerToken),
        Flops(
            "InferenceFlopsPerQuery",
            ConstantGroup.Lifetime,
            "FLOPs per query",
            "2 x {active} x tokens per query x samples per query (one where none is declared), " + AttentionNotCounted + ".",
            s => s.Model.IsUnknown(ConfigRole.TokensPerQuery, ConfigRole.SamplesPerQuery) ? null : s.Estimate.InferenceFlopsPerQuery),
        Flops(
            "PriorFlops",
            ConstantGroup.Lifetime,
            "FLOPs",
            "6 x {active} x prior tokens: what the checkpoint has cost before this run.",
            s => s.Estimate.PriorFlops),
        Flops(
            "TeacherFlops",
            ConstantGroup.Lifetime,
            "FLOPs",
            "2 x teacher parameters x training tokens: the teacher's forward passes (Busbridge et al. 2025, eq. 29).",
            s => s.Estimate.TeacherFlops),
        Flops(
            "PostTrainingFlops",
            ConstantGroup.Lifetime,
            "FLOPs",
            "6 x {active} x fine-tuning tokens + 8 x {active} x reinforcement tokens (2 to generate, 6 to learn); " +
            "attention, reward and reference models not counted.",
            s => PostTrainingIsKnown(s) ? s.Estimate.PostTrainingFlops : null),
        Flops(
            "DevelopmentFlops",
            ConstantGroup.Lifetime,
            "FLOPs",
            "Prior + teacher + training + post-training compute, as far as declared: all until the model is ready.",
            s => DevelopmentIsKnown(s) && HasMoreThanTraining(s) ? s.Estimate.DevelopmentFlops : null),
        Flops(
            "InferenceFlops",
            ConstantGroup.Lifetime,
            "FLOPs",
            "2 x {active} x inference tokens, " + AttentionNotCounted + ".",
            s => DevelopmentIsKnown(s) ? s.Estimate.InferenceFlops : null),
        Flops(
            "LifetimeFlops",
            ConstantGroup.Lifetime,
            "FLOPs",
            "Development + inference compute, as far as declared (6ND + 2N x tokens served for a plain run; " +
            "Sardana et al. 2023, arXiv:2401.00448).",
            s => DevelopmentIsKnown(s) ? s.Estimate.LifetimeFlops : null),
        new(
            "PaybackTokens", ConstantType.Double, ConstantGroup.Law, "served tokens",
            "After as many, training + inference FLOPs equal those of the optimal run of equal loss. {law}")
        {
            Value = s => s.Estimate.PaybackTokens,
        },
    ];

    private static readonly ConstantRow[] Descriptions =
    [
        new("LawName", ConstantType.String, ConstantGroup.Law, "", "The law of the optimum and the loss. {law}")
        {
            Value = s => s.Estimate.WhyNotAssessed is null || (s.HasPlan && s.Plan!.WhyNotAssessed is null) ? s.Estimate.Law.Id : null,
            Describes = true,
        },
        new("Summary", ConstantType.String, ConstantGroup.Run, "", "The run in one line.")
        {
            Value = s => s.Estimate.ToString(),
            Describes = true,
        },
    ];

    /// <summary>All rows; after the fields that it is made of.</summary>
    public static IReadOnlyList<ConstantRow> All { get; } =
        Array.AsReadOnly(OfRuns.Concat(PlanConstants.Rows).Concat(Descriptions).ToArray());

    /// <summary>The constants of a run: those that are known, with their comments; none where only their description
    /// would be.</summary>
    /// <param name="source">What they are read from.</param>
    [MethodImpl(Compiled.AtOnce)]
    public static IReadOnlyList<(ConstantRow Row, object Value)> Of(ConstantSource source)
    {
        var known = new List<(ConstantRow Row, object Value)>(UsualCount);
        bool describesAll = true;
        foreach (var row in All)
        {
            if (row.Value(source) is not { } value || !IsKnown(value)) continue;
            known.Add((row, value));
            describesAll &= row.Describes;
        }

        return describesAll ? [] : known;
    }

    private static bool IsKnown(object value) => value is not double real || (!double.IsNaN(real) && !double.IsInfinity(real));

    // A part that is declared but cannot be read leaves out every sum it would be in.
    private static bool PostTrainingIsKnown(ConstantSource s) =>
        !s.Model.IsUnknown(ConfigRole.FineTuningTokens, ConfigRole.ReinforcementTokens);

    private static bool DevelopmentIsKnown(ConstantSource s) =>
        PostTrainingIsKnown(s) && !s.Model.IsUnknown(ConfigRole.PriorTokens, ConfigRole.TeacherParameters);

    private static bool HasMoreThanTraining(ConstantSource s) =>
        (s.Estimate.PriorFlops ?? s.Estimate.TeacherFlops ?? s.Estimate.PostTrainingFlops) is not null;

    internal static ConstantRow Flops(string name, ConstantGroup group, string unit, string formula, Func<ConstantSource, double?> value) =>
        new(name, ConstantType.Double, group, unit, formula) { Value = s => value(s), Show = Quantity.Scientific };

    internal static ConstantRow Loss(
        string name, string formula, Func<ConstantSource, double?> value, Action<CommentText, ConstantSource>? bands = null)
    {
        var follows = new FormulaText(formula);
        return new(name, ConstantType.Double, ConstantGroup.Law, "nats per token", formula)
        {
            Value = s => value(s),
            Show = LossBands.Show,
            Remark = bands is null ? null : (t, s) =>
            {
                bands(t, s);
                follows.AddTo(t, s);
            },
        };
    }

    private static ConstantRow Bytes(
        string name,
        string formula,
        Func<ConstantSource, long?> value,
        Action<CommentText, ConstantSource>? remark = null) =>
        new(name, ConstantType.Long, ConstantGroup.Memory, "bytes", formula)
        {
            Value = s => value(s),
            Show = Gigabytes,
            ShownUnit = "",
            Remark = remark,
        };

    private static string Gigabytes(double bytes) => bytes >= Quantity.Billion ? Quantity.Ratio(bytes / 1e9) + " GB"
        : bytes >= Quantity.Million ? Quantity.Ratio(bytes / 1e6) + " MB"
        : Quantity.Ratio(bytes) + " bytes";
}
