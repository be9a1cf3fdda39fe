using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ScalingAnalyzers.Notebooks;

/// <summary>What an estimate knows of a run, in the order in which people read it.</summary>
internal static class EstimateRows
{
    public static IReadOnlyList<NotebookRow> Of(Estimate e) => new[]
    {
        Row("Parameters", e.Counted.Parameters, "", Quantity.Format),
        Row("Training tokens", e.Counted.TrainingTokens, "", Quantity.Format),
        Row("Tokens per parameter", e.TokensPerParameter, "", Quantity.Ratio),
        Row("Training compute", e.TrainingFlops, "FLOPs", Quantity.Scientific),
        Row("Training compute with attention", e.TrainingFlopsWithAttention, "FLOPs", Quantity.Scientific),
        Row("Optimal parameters at this compute", e.OptimalParameters, "by " + e.Law.Id, Quantity.Format),
        Row("Optimal tokens", e.OptimalTokens, "by " + e.Law.Id, Quantity.Format),
        Row("Predicted loss", e.PredictedLoss, "nats per token", Loss),
        Row("Loss of the optimum", e.OptimalLoss, "nats per token", Loss),
        Row("Excess compute", e.ExcessCompute, "beyond the least that reaches this loss", Quantity.Percent),
        Row("Accelerator-hours", e.AcceleratorHours, "hours", Quantity.Format),
        Row("Wall-clock time", e.WallClockDays, "days", Quantity.Format),
        Row("Cost", e.Cost, "in the currency of the price", Quantity.Format),
        Row("Energy of the chips", e.EnergyKilowattHours, "kWh", Quantity.Format),
        Row("Weights", e.WeightBytes, "bytes", Quantity.Format),
        Row("Training state", e.TrainingStateBytes, "bytes", Quantity.Format),
        Row("Inference", e.InferenceFlopsPerToken, "FLOPs per token", Quantity.Scientific),
    }.OfType<NotebookRow>().ToArray();

    private static NotebookRow? Row(string name, double? value, string unit, Func<double, string> format) =>
        value is { } known && double.IsFinite(known) ? new(name, format(known), unit) : null;

    private static string Loss(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
