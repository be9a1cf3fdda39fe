using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Hardware;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;
using ScalingAnalyzers.Tool.Output;

namespace ScalingAnalyzers.Tool.Plans;

/// <summary>A plan as people read it: the decision first.</summary>
internal static class PlanPage
{
    public static Page Of(Plan plan, PlanRequest request)
    {
        var page = new Page();
        var run = plan.Main.Run;
        string counted = plan.Main.TotalParameters is null ? "parameters" : "active parameters";
        page.Heading($"Plan: {Quantity.Format(run.Parameters)} {counted} on {Quantity.Format(run.Tokens)} tokens");
        page.Table(["", "", ""], Facts(plan, request).Where(row => row[1].Length > 0).ToArray(), numbersRight: false);
        if (run.Extrapolates)
        {
            page.Text($"Extrapolated: {Quantity.Ratio(run.OrdersOutsideFit)} orders of magnitude beyond the runs that "
                + $"{run.Law.Id} was fitted on.");
        }

        if (plan.Main.IsBeyondDenseLaw) page.Text(NoLoss(run.Law));
        AddShape(page, plan, request);
        page.Heading("Alternatives");
        page.Table(["", "N", "D", "D/N", "loss", "days", "cost"], plan.Alternatives.Prepend(plan.Main).Select(Alternative).ToArray());
        foreach (var option in plan.Alternatives)
        {
            string remark = Remark(option, run.Law);
            if (remark.Length > 0) page.Text($"{option.Name}: {remark}.");
        }
        AddLaws(page, plan);
        AddHyperparameters(page, plan);
        string[] missing = plan.Missing().ToArray();
        if (missing.Length > 0) page.Text("Not shown: " + string.Join("; ", missing) + ".");
        return page;
    }

    private static IEnumerable<string[]> Facts(Plan plan, PlanRequest request)
    {
        var (run, estimate) = (plan.Main.Run, plan.Main.Estimate);
        var band = run.OptimumBand;
        yield return ["Compute", Quantity.Scientific(run.TrainingFlops) + " FLOPs",
            string.Join("; ", new[]
            {
                request.Reserve > 0 ? Quantity.Percent(request.Reserve) + " kept back" : "",
                run.TrainingFlops > ComputeThreshold.GeneralPurpose.Flops
                    ? "above 1e23 (EU guidelines)" : "",
            }.Where(text => text.Length > 0))];
        bool isMixture = plan.Main.TotalParameters is not null;
        if (plan.Main.TotalParameters is { } total) yield return ["All parameters", Quantity.Format(total), ""];
        yield return [isMixture ? "Active parameters" : "Parameters", Quantity.Format(run.Parameters), Between(band?.Parameters, band)];
        yield return ["Tokens", Quantity.Format(run.Tokens), Between(band?.Tokens, band)];
        yield return ["Tokens per parameter", Quantity.Ratio(run.TokensPerParameter), Between(band?.TokensPerParameter, band)];
        if (plan.Epochs is { } epochs)
            yield return ["Epochs", Quantity.Ratio(epochs), PlanEpochs.Note(epochs, request.UniqueTokens!.Value)];
        yield return ["Loss", plan.Main.Loss is { } loss ? Loss(loss) + " nats" : "", plan.Main.CoefficientBand is { } coefficients
            ? $"{Loss(coefficients.Low)} to {Loss(coefficients.High)} (95%)" : ""];
        yield return ["Loss of a single run",
            plan.Main.SingleRunBand is { } single ? $"{Loss(single.Low)} to {Loss(single.High)}" : "", "95%"];
        yield return ["Within 2 % of least compute", plan.Valley is { } valley ? valley.ToString() : "", "parameters"];
        yield return ["Accelerator-hours", Shown(estimate.AcceleratorHours), request.Accelerator?.Name ?? ""];
        yield return ["Days", Shown(estimate.WallClockDays), request.Count is { } count ? $"on {Quantity.Ratio(count)} accelerators"
            : ""];
        yield return ["Cost", Shown(estimate.Cost), request.Price is { } price ? $"at {Quantity.Ratio(price)} an hour; final run only"
            : ""];
        yield return ["Energy", estimate.EnergyKilowattHours is { } energy ? Quantity.Format(energy) + " kWh" : "", "chips only"];
        if (request.InferenceTokens is { } served)
            yield return ["Serving " + Quantity.Format(served), Shown(estimate.InferenceFlops) + " FLOPs", ""];
        yield return ["Law", run.Law.Id, run.Law.Title];
    }

    private static void AddShape(Page page, Plan plan, PlanRequest request)
    {
        if (plan.Shape is not { } shape) return;
        page.Heading("A shape of this size");
        page.Text($"Llama's blocks: {shape.Layers} layers, width {shape.HiddenSize}, {shape.Heads} heads of 128 "
            + $"({shape.KeyValueHeads} key-value), feed-forward {shape.FeedForwardSize}, vocabulary {shape.VocabularySize}: "
            + shape.Parameters.ToString("#,##0", CultureInfo.InvariantCulture) + " parameters.");
        if (request is not { Accelerator: { MemoryBytes: { } memory } chip, Count: { } count }) return;
        string on = $"{Quantity.Ratio(count)} {chip.Name} of {Quantity.Ratio(memory / 1e9)} GB";
        page.Text(plan.Sharding is { } sharding
            ? $"Smallest sharding that fits {on}: ZeRO {sharding.ZeroStage}, tensor {sharding.TensorParallel}, pipeline "
                + $"{sharding.PipelineParallel}, data {sharding.DataParallel}; "
                + $"{Quantity.Ratio(shape.TrainingMemory(sharding).Total / 1e9)} GB "
                + "of training state a device, activations on top."
            : $"Its training state does not fit {on}, by ZeRO 3, tensor 8 and pipeline 16.");
    }

    private static string NoLoss(ScalingLaw law) =>
        $"No loss is predicted for the mixture: {law.Id} is fitted on dense models and places the optimum by active parameters only.";

    private static string[] Alternative(PlanOption option) =>
    [
        option.Name, Quantity.Format(option.Run.Parameters), Quantity.Format(option.Run.Tokens),
        Quantity.Ratio(option.Run.TokensPerParameter), option.Loss is { } loss ? Loss(loss) : "-",
        option.Estimate.WallClockDays is { } days ? Quantity.Ratio(days) : "-", option.Estimate.Cost is { } cost ? Quantity.Format(cost)
            : "-",
    ];

    private static string Remark(PlanOption option, ScalingLaw law) => string.Join("; ", new[]
    {
        option.Remark,
        option.Run is MixturePlan ? $"{Quantity.Format(option.TotalParameters ?? 0)} parameters in all" : "",
        option.Loss is not null && option.Run.Law.Id != law.Id ? $"its loss is by {option.Run.Law.Id}, not comparable with the others" : "",
    }.Where(text => text.Length > 0));

    private static void AddLaws(Page page, Plan plan)
    {
        page.Heading("The optimum at this compute by every law");
        var numbers = plan.ByLaw.Select((choice, i) => (choice.Law, Number: $"[{i + 1}]")).ToDictionary(pair => pair.Law, pair =>
            pair.Number);
        page.Table(["Law", "", "N", "D", "D/N", "loss"], plan.ByLaw.Select(choice => new[]
        {
            numbers[choice.Law], choice.Law.Id + (choice.Extrapolates ? " *" : ""), Quantity.Format(choice.Parameters),
            Quantity.Format(choice.Tokens), Quantity.Ratio(choice.TokensPerParameter), choice.Loss is { } loss ? Loss(loss) : "-",
        }).ToArray());
        page.Text("* extrapolated. Losses of different laws are of different data and tokenizers."
            + (plan.Epochs is null ? "" : " Every token counts as new here.")
            + (plan.Main.IsBeyondDenseLaw ? " They are of dense models." : ""));
        page.Heading("Regret: chosen by the law of a row, paid under the law of a column");
        page.Table(["", .. plan.Judges.Select(judge => numbers[judge])], plan.Regrets.Select(regret => regret.Excess
            .Select(excess => excess is { } share ? Percent(share) : "-").Prepend(numbers[regret.Choice.Law]).ToArray()).ToArray());
        page.Text("Compute beyond what the same loss needs under that law.");
    }

    private static void AddHyperparameters(Page page, Plan plan)
    {
        var rates = plan.Hyperparameters;
        page.Heading("Learning rate, weight decay of AdamW, batch in tokens");
        page.Table(["", "Value", "Band", "Law"], rates.LearningRates.Select(s => Row("learning rate", s))
            .Concat(plan.WeightDecays.Select(s => Row("weight decay", s.Suggestion, s.OrdersOutsideFit, "for " + s.LearningRate.Law.Id)))
            .Concat(rates.BatchTokens.Select(s => Row("batch", s)))
            .Concat(rates.CriticalBatchTokens.Select(s => Row("critical batch", s)))
            .Concat(rates.CriticalBatchTokens.Select(s => new[]
            {
                "least steps", Quantity.Format(rates.StepsAt(s.Suggestion.Value)), "", s.Law.Id,
            })).ToArray(), numbersRight: false);
        string decays = plan.WeightDecays.Count == 0 ? "" : $" Weight decay is by {plan.WeightDecays[0].Law.Id} for the rate and the batch "
            + "of the law that is named, its band where both go through theirs.";
        page.Text("* extrapolated. Least steps are tokens / critical batch: a larger batch wastes compute." + decays);
    }

    private static string[] Row(string name, LawSuggestion suggestion) =>
        Row(name, suggestion.Suggestion, suggestion.OrdersOutsideFit, suggestion.Law.Id);

    private static string[] Row(string name, BandedValue value, double ordersOutsideFit, string law) =>
    [
        name, Quantity.Format(value.Value) + (ordersOutsideFit > 0 ? " *" : ""),
        value.Band.Low < value.Band.High ? value.Band.ToString() : "", law,
    ];

    private static string Percent(double share) => Math.Abs(share) switch
    {
        < 0.0005 => "0%",
        < 0.01 => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%",
        _ => Quantity.Percent(share),
    };

    private static string Shown(double? value) => value is { } known ? Quantity.Format(known) : "";

    private static string Between(Interval? interval, AllocationBand? band) =>
        interval is { } known ? $"{known} ({Quantity.Percent(band!.ConfidenceLevel)})" : "";

    private static string Loss(double loss) => loss.ToString("0.000", CultureInfo.InvariantCulture);
}
