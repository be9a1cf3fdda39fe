using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ScalingAnalyzers.Tool.Output;

/// <summary>Everything that an estimate knows of a run, in the order in which people read it.</summary>
internal static class EstimateRows
{
    /// <summary>The known quantities.</summary>
    public static IReadOnlyList<QuantityRow> Of(ConfigRun run) => Of(run, run.Estimate);

    /// <summary>The known quantities of an estimate of the run.</summary>
    public static IReadOnlyList<QuantityRow> Of(ConfigRun run, Estimate estimate) =>
        All(run, estimate).Where(row => row.Value is { } value && double.IsFinite(value)).ToArray();

    private static IEnumerable<QuantityRow> All(ConfigRun run, Estimate e)
    {
        var counted = e.Counted;
        string active = run.IsMixture ? "active parameters" : "parameters";
        yield return new("parameters", "Parameters", counted.Parameters, "",
            "All parameters, as declared or counted from the dimensions.");
        yield return new("activeParameters", "Active parameters", run.IsMixture ? counted.ComputeParameters : null, "",
            "Parameters that one token passes through.");
        yield return new("nonEmbeddingParameters", "Without embeddings", counted.NonEmbeddingParameters, "",
            "Without token and position embeddings (Kaplan et al. 2020).");
        yield return new("trainingTokens", "Training tokens", counted.TrainingTokens, "", run.TokensFormula ?? "As declared.");
        yield return new("tokensPerParameter", "Tokens per parameter", e.TokensPerParameter, "", $"Training tokens / {active}.")
        { Format = Quantity.Ratio };
        yield return new("trainingFlops", "Training compute", e.TrainingFlops, "FLOPs",
            $"6 x {active} x training tokens, forward and backward (Kaplan et al. 2020, section 2.1).");
        yield return new("trainingFlopsWithAttention", "... with attention", e.TrainingFlopsWithAttention, "FLOPs",
            "+ 12 x layers x heads x head size x sequence length per token (PaLM, appendix B).");
        yield return new("petaflopDays", "", e.PetaflopDays, "petaflop-days", "Training compute / 8.64e19.");
        foreach (var row in ByLaw(e)) yield return row;
        foreach (var row in ByHardware(e)) yield return row;
        foreach (var row in Lifetime(e, active)) yield return row;
    }

    private static IEnumerable<QuantityRow> ByLaw(Estimate e)
    {
        string law = "By " + e.Law + ".";
        yield return new("optimalParameters", "Optimum at this compute", e.OptimalParameters, "parameters", law);
        yield return new("optimalTokens", "", e.OptimalTokens, "tokens", law);
        yield return new("optimalTokensPerParameter", "", e.OptimalTokensPerParameter, "per parameter", "Their ratio.")
        { Format = Quantity.Ratio };
        yield return new("optimalTokensForParameters", "Optimum for this model", e.OptimalTokensForParameters, "tokens",
            "Compute free. " + law);
        yield return new("predictedLoss", "Predicted loss", e.PredictedLoss, "nats per token",
            "On the law's own data and tokenizer: for comparing runs, not for promising a loss. " + law)
        { Format = Loss };
        yield return new("optimalLoss", "Loss of the optimum", e.OptimalLoss, "nats per token", "At the same compute. " + law)
        { Format = Loss };
        yield return new("excessCompute", "Excess compute", e.ExcessCompute, "",
            "Compute / compute that reaches the same loss optimally, minus 1. " + law)
        { Format = Quantity.Percent };
    }

    private static IEnumerable<QuantityRow> ByHardware(Estimate e)
    {
        string counts = e.UtilizationBasis switch
        {
            UtilizationBasis.Attention12 or UtilizationBasis.AttentionCausal => "attention counted",
            UtilizationBasis.Unspecified => "by measured throughput",
            _ => "attention not counted",
        };
        yield return new("acceleratorHours", "Accelerator-hours", e.AcceleratorHours, "",
            $"FLOPs / (peak x utilization x 3600); {counts}.");
        yield return new("wallClockDays", "Wall-clock days", e.WallClockDays, "",
            "Accelerator-hours / accelerators / 24, / availability where it is declared.")
        { Format = Quantity.Ratio };
        yield return new("cost", "Cost", e.Cost, "", "Accelerator-hours x price, in the currency of the price; the final run only.");
        yield return new("energyKilowattHours", "Energy", e.EnergyKilowattHours, "kWh",
            "Accelerator-hours x thermal design power of the chip; chips only.");
        yield return new("weightBytes", "Weights", e.WeightBytes, "GB", "Bytes of a parameter in the precision x parameters.")
        { Format = Gigabytes };
        yield return new("trainingStateBytes", "Training state", e.TrainingStateBytes, "GB",
            "Weights, gradients, master weights, optimizer state: 16 bytes a parameter with Adam.")
        { Format = Gigabytes };
        yield return new("keyValueCacheBytesPerToken", "Key-value cache", e.KeyValueCacheBytesPerToken, "bytes a token",
            "Keys and values of all layers in BF16.");
    }

    private static IEnumerable<QuantityRow> Lifetime(Estimate e, string active)
    {
        yield return new("inferenceFlopsPerToken", "Serving", e.InferenceFlopsPerToken, "FLOPs a token", $"2 x {active}.");
        yield return new("inferenceFlops", "Declared inference", e.InferenceFlops, "FLOPs", $"2 x {active} x inference tokens.");
        yield return new("lifetimeFlops", "Whole life", e.LifetimeFlops, "FLOPs", "Development + inference.");
        yield return new("paybackTokens", "Pays back after", e.PaybackTokens, "served tokens",
            "Where training + inference equal those of the optimal run of equal loss.");
    }

    private static string Loss(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Gigabytes(double value) => Quantity.Ratio(value / 1e9);
}
