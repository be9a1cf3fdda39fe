using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Evaluation;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Generators;

/// <summary>The table from an Estimate to its constants: only what is known, each with its value in human units, formula and source.</summary>
internal static class EstimateConstants
{
    public static EquatableArray<ConstantModel> Of(RunSpec resolved, Estimate e)
    {
        var list = new List<ConstantModel>();
        var run = e.Run;
        string law = e.Law + ". Source: " + e.Law.Source;
        string atCompute = "At the run's own compute. " + law;
        var band = e.Balance is { } judged ? (e.Law as IUncertainAllocation)?.OptimumBand(judged.TrainingFlops) : null;
        string active = run.IsMixture ? "active parameters" : "parameters";

        string counted = resolved.Family is { } family && e.Run.Shape is not null ? "counted from the dimensions as the family " + family + " has it" : "";
        bool isDeclared = resolved.DeclaresParameters;
        Count(list, "Parameters", run.Parameters, "parameters", isDeclared || counted.Length == 0 ? "All parameters of the model, as declared." : "All parameters of the model, " + counted + ".");
        Count(list, "ActiveParameters", run.ComputeParameters, "active parameters", !run.IsMixture ? "The model is dense: all parameters are active." : "Parameters that one token passes through, " + (resolved.DeclaresActiveParameters || counted.Length == 0 ? "as declared." : counted + "."));
        Count(list, "NonEmbeddingParameters", run.NonEmbeddingParameters, "parameters", "Without token and position embeddings.");
        Count(list, "TrainingTokens", run.TrainingTokens, "tokens", resolved.TokenFormula == "declared" ? "As declared." : resolved.TokenFormula + ".");
        Real(list, "TokensPerParameter", e.TokensPerParameter, Quantity.Ratio, " tokens per parameter", "Training tokens / " + active + ".");
        Real(list, "FlopsPerToken", e.FlopsPerToken, Quantity.Scientific, " FLOPs per token", "6 x " + active + ", forward and backward (Kaplan et al. 2020, section 2.1).");
        Real(list, "TrainingFlops", e.TrainingFlops, Quantity.Scientific, " FLOPs", "6 x " + active + " x training tokens, what the laws were fitted on.");
        Real(list, "TrainingFlopsWithAttention", e.TrainingFlopsWithAttention, Quantity.Scientific, " FLOPs", "TrainingFlops + 12 x layers x heads x head size x sequence length per token (PaLM, appendix B).");
        Real(list, "PetaflopDays", e.PetaflopDays, Quantity.Ratio, " petaflop-days", "TrainingFlops / 8.64e19.");
        Count(list, "OptimalParameters", e.OptimalParameters, "parameters", Between(band, b => b.Parameters) + atCompute);
        Count(list, "OptimalTokens", e.OptimalTokens, "tokens", Between(band, b => b.Tokens) + atCompute);
        Real(list, "OptimalTokensPerParameter", e.OptimalTokensPerParameter, Quantity.Ratio, " tokens per parameter", Between(band, b => b.TokensPerParameter) + atCompute);
        Count(list, "OptimalTokensForParameters", e.OptimalTokensForParameters, "tokens", "For this model, compute free. " + law);
        Real(list, "PredictedLoss", e.PredictedLoss, Loss, " nats per token", "On the law's own data and tokenizer: for comparing runs, not for promising a loss. " + law);
        Real(list, "OptimalLoss", e.OptimalLoss, Loss, " nats per token", "Of the optimum at the same compute. " + law);
        Real(list, "ExcessCompute", e.ExcessCompute, Quantity.Percent, " more compute than this loss needs", "C / C that reaches the same loss optimally, minus 1. " + law);
        AddHours(list, run, e);
        Bytes(list, "WeightBytes", e.WeightBytes, BytesEach(e) + " a parameter; GB are 1e9.");
        Bytes(list, "TrainingStateBytes", e.TrainingStateBytes, StateParts(e));
        Bytes(list, "KeyValueCacheBytesPerToken", e.KeyValueCacheBytesPerToken, "Keys and values of one token in BF16, all layers.");
        Real(list, "InferenceFlopsPerToken", e.InferenceFlopsPerToken, Quantity.Scientific, " FLOPs per token", "2 x " + active + ", forward only, attention not counted.");
        AddLifetime(list, resolved, e, active);
        Real(list, "PaybackTokens", e.PaybackTokens, Quantity.Format, " served tokens", "After as many, training + inference FLOPs equal those of the optimal run of equal loss. " + law);
        if (list.Count == 0) return default;
        if (e.NoVerdict is null) list.Add(Text("LawName", e.Law.Id, "The law of the optimum and the loss. " + law));
        list.Add(Text("Summary", e.ToString(), "The run in one line."));
        return new EquatableArray<ConstantModel>(list);
    }

    private static string Between(AllocationBand? band, Func<AllocationBand, Interval> part) => band is null ? ""
        : Quantity.Percent(band.ConfidenceLevel) + " interval " + Quantity.Format(part(band).Low) + " to " + Quantity.Format(part(band).High) + " (" + band.Basis + "). ";

    private static void AddHours(List<ConstantModel> list, TrainingRun run, Estimate e)
    {
        if (e.AcceleratorHours is null || e.PeakFlopsPerSecond is not { } peak) return;
        var chip = run.Accelerator;
        string attention = e.TrainingFlopsWithAttention is null ? "attention not counted" : "attention counted";
        string kind = chip is null || run.PeakFlopsPerSecond is not null ? "declared" : "dense " + (run.Precision is { } format and not NumericFormat.Unspecified ? format : chip.DefaultPrecision);
        string basis = (chip is null ? "Declared" : chip.Name + ", " + kind) + " peak " + Quantity.Scientific(peak) + " FLOP/s, utilization " +
            Quantity.Ratio(run.Utilization ?? 0) + ", " + attention + (chip is { Assumption.Length: > 0 } ? "; " + chip.Assumption : "") + ".";
        Real(list, "AcceleratorHours", e.AcceleratorHours, Quantity.Format, " accelerator-hours", "FLOPs / (peak x utilization x 3600). " + basis);
        Real(list, "WallClockDays", e.WallClockDays, Quantity.Ratio, " days", "AcceleratorHours / accelerators / 24, on " + Quantity.Format(run.AcceleratorCount ?? 0) + " accelerators.");
        Real(list, "Cost", e.Cost, Quantity.Format, "", "AcceleratorHours x " + Quantity.Ratio(run.PricePerAcceleratorHour ?? 0) + " an hour, in the currency of the price; the final run only.");
        Real(list, "EnergyKilowattHours", e.EnergyKilowattHours, Quantity.Format, " kWh", "AcceleratorHours x thermal design power of the chip (" + Quantity.Ratio(chip?.TdpWatts ?? 0) + " W); chips only.");
    }

    // A part that is declared but cannot be read leaves out every sum it would be in.
    private static void AddLifetime(List<ConstantModel> list, RunSpec resolved, Estimate e, string active)
    {
        const string NotCounted = "attention, reward and reference models not counted.";
        if (!resolved.IsOpen(ConfigRole.TokensPerQuery, ConfigRole.SamplesPerQuery)) Real(list, "InferenceFlopsPerQuery", e.InferenceFlopsPerQuery, Quantity.Scientific, " FLOPs per query", "2 x " + active + " x tokens per query x samples per query (one where none is declared), attention not counted.");
        Real(list, "PriorFlops", e.PriorFlops, Quantity.Scientific, " FLOPs", "6 x " + active + " x prior tokens: what the checkpoint has cost before this run.");
        Real(list, "TeacherFlops", e.TeacherFlops, Quantity.Scientific, " FLOPs", "2 x teacher parameters x training tokens: the teacher's forward passes (Busbridge et al. 2025, eq. 29).");
        if (resolved.IsOpen(ConfigRole.FineTuningTokens, ConfigRole.ReinforcementTokens)) return;
        Real(list, "PostTrainingFlops", e.PostTrainingFlops, Quantity.Scientific, " FLOPs", "6 x " + active + " x fine-tuning tokens + 8 x " + active + " x reinforcement tokens (2 to generate, 6 to learn); " + NotCounted);
        if (resolved.IsOpen(ConfigRole.PriorTokens, ConfigRole.TeacherParameters)) return;
        if ((e.PriorFlops ?? e.TeacherFlops ?? e.PostTrainingFlops) is not null) Real(list, "DevelopmentFlops", e.DevelopmentFlops, Quantity.Scientific, " FLOPs", "Prior + teacher + training + post-training compute, as far as declared: all until the model is ready.");
        Real(list, "InferenceFlops", e.InferenceFlops, Quantity.Scientific, " FLOPs", "2 x " + active + " x inference tokens, attention not counted.");
        Real(list, "LifetimeFlops", e.LifetimeFlops, Quantity.Scientific, " FLOPs", "Development + inference compute, as far as declared (6ND + 2N x tokens served for a plain run; Sardana et al. 2023, arXiv:2401.00448).");
    }

    // "16 bytes a parameter: weights 2, gradients 2, master weights 4, Adam 8."
    private static string StateParts(Estimate e)
    {
        if (e.TrainingState is not { } state || e.Run.Parameters is not { } parameters) return "";
        string parts = string.Join(", ", new[]
        {
            ("weights", state.Weights), ("gradients", state.Gradients), ("master weights", state.MasterWeights), (OptimizerName(e.Run.Optimizer), state.OptimizerState),
        }.Where(part => part.Item2 > 0).Select(part => part.Item1 + " " + Each(part.Item2)));
        return Each(state.Total) + " bytes a parameter: " + parts + ".";

        string Each(long bytes) => Quantity.Ratio((double)bytes / parameters);
    }

    private static string OptimizerName(Optimizer? optimizer) => optimizer switch
    {
        Optimizer.Adam => "two Adam moments",
        Optimizer.Adam8Bit => "two Adam moments of 8 bit",
        Optimizer.SgdMomentum => "momentum",
        _ => "Adafactor's factors",
    };

    private static string BytesEach(Estimate e) => e.WeightBytes / e.Run.Parameters is { } each ? each.ToString(CultureInfo.InvariantCulture) + (each == 1 ? " byte" : " bytes") : "";

    private static void Count(List<ConstantModel> list, string name, long? value, string unit, string comment)
    {
        if (value is { } count) list.Add(new("long", name, NumberText.Of(count), Lines(Quantity.Format(count) + " " + unit + ".", comment)));
    }

    private static void Bytes(List<ConstantModel> list, string name, long? value, string comment)
    {
        if (value is { } bytes) list.Add(new("long", name, NumberText.Of(bytes), Lines(Gigabytes(bytes) + ".", comment)));
    }

    private static string Gigabytes(long bytes) => bytes >= Quantity.Billion ? Quantity.Ratio(bytes / 1e9) + " GB"
        : bytes >= Quantity.Million ? Quantity.Ratio(bytes / 1e6) + " MB"
        : Quantity.Ratio(bytes) + " bytes";

    // Losses differ in the third decimal: 1.974, never "2".
    private static string Loss(double nats) => nats.ToString("0.000", CultureInfo.InvariantCulture);

    private static void Real(List<ConstantModel> list, string name, double? value, Func<double, string> format, string unit, string comment)
    {
        if (value is { } real && !double.IsInfinity(real) && !double.IsNaN(real)) list.Add(new("double", name, NumberText.Of(real), Lines(format(real) + unit + ".", comment)));
    }

    private static ConstantModel Text(string name, string value, string comment) => new("string", name, NumberText.Of(value), Lines(comment));

    private static EquatableArray<string> Lines(params string[] lines) => new(lines);
}
