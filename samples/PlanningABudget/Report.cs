using System;
using System.Globalization;
using System.Linq;
using System.Text;
using ScalingAnalyzers;
using ScalingAnalyzers.Laws;

namespace PlanningABudget;

/// <summary>The plan as a page: README.md is this text, and a test says so.</summary>
public static class Report
{
    /// <summary>The page.</summary>
    public static string Text()
    {
        var text = new StringBuilder();
        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        var train = Choices.ToTrain;
        var serve = Choices.ToServe;
        var run = serve.Allocation;

        Line($"# Planning a budget");
        Line($"");
        Line($"A worked plan for {Quantity.Format(Wishes.Money)} dollars of H100 time. Every figure on this page is printed by the program beside it:");
        Line($"");
        Line($"    dotnet run --project samples/PlanningABudget");
        Line($"");
        Line($"`Wishes.cs` holds what is given, `Choices.cs` asks the planners, `Plan.cs` is the config that comes out of it. Change the wishes and run again.");
        Line($"");
        Line($"## What the money buys");
        Line($"");
        Line($"At {Wishes.PricePerHour} dollars an hour, {Quantity.Format(Wishes.Money / Wishes.PricePerHour)} hours of {Wishes.Chip.Name}. At a utilization of {Wishes.Utilization:0.00} of its dense BF16 peak they make {Quantity.Scientific(Wishes.Flops)} FLOPs, in {Quantity.Ratio(Wishes.Money / Wishes.PricePerHour / Wishes.Chips / 24)} days on {Wishes.Chips:#,##0} chips.");
        Line($"");
        Line($"## Model and tokens");
        Line($"");
        Line($"| | parameters | tokens | tokens per parameter | predicted loss | training FLOPs | FLOPs with a year of serving |");
        Line($"|---|---|---|---|---|---|---|");
        Row(Line, "best to train", train.Allocation, train.Loss);
        Row(Line, "best to train and serve", run, serve.Loss);
        Line($"");
        Line($"The first row is the optimum of {train.Law} at this compute. Its 95 % interval is wide: {Show(train.OptimumBand?.Parameters)} parameters on {Show(train.OptimumBand?.Tokens)} tokens. The valley is flat, too, so that the second row costs little:");
        Line($"with {Quantity.Format(Wishes.ServedTokensADay)} tokens served a day, {Quantity.Format(Wishes.ServedTokens)} in a year, a smaller model trained longer for the same money is {Quantity.Percent(1 - (run.Parameters / train.Parameters))} cheaper to serve.");
        Line($"Against the cheapest-to-train run of its own loss ({Quantity.Format(serve.Baseline.Parameters)} on {Quantity.Format(serve.Baseline.Tokens)}) it saves {Quantity.Percent(serve.Saving)} of training and serving together (Sardana et al. 2023).");
        Line($"");
        Line($"## Data");
        Line($"");
        Line($"There are {Quantity.Format(Wishes.UniqueTokens)} unique tokens, so that the run passes over them {Quantity.Ratio(Choices.Epochs)} times. By Muennighoff et al. (2023) its tokens are then worth {Quantity.Percent(MuennighoffLaw.C4.ValueOfTokens(Choices.Epochs))} of as many new ones, and the last one {Quantity.Percent(MuennighoffLaw.C4.ValueOfNextToken(Choices.Epochs))}: below four epochs there is nothing to worry about.");
        Line($"");
        Line($"## Batch and learning rate");
        Line($"");
        Line($"| law | learning rate | batch, tokens |");
        Line($"|---|---|---|");
        foreach (var law in Choices.Hyperparameters.LearningRates.Select(s => s.Law).Union(Choices.Hyperparameters.BatchTokens.Select(s => s.Law)))
        {
            var rate = Choices.Hyperparameters.LearningRates.FirstOrDefault(s => s.Law == law);
            var batch = Choices.Hyperparameters.BatchTokens.FirstOrDefault(s => s.Law == law);
            Line($"| {law} | {(rate is null ? "" : rate.Suggestion.Value.ToString("0.00e0", CultureInfo.InvariantCulture))} | {(batch is null ? "" : Quantity.Format(batch.Suggestion.Value))} |");
        }

        Line($"");
        Line($"All of them are asked far outside their fits; they agree to a factor of a few. The plan takes {Plan.LearningRate.ToString("0.0e0", CultureInfo.InvariantCulture)} and {Quantity.Format(Plan.TokensPerBatch)} tokens, inside the bands of Step Law.");
        Line($"");
        Line($"## The config");
        Line($"");
        Line($"`Plan.cs` holds the choices rounded down, with the budget in it: should anyone raise a number, the compiler says what that costs. No rule warns of it. Its constants:");
        Line($"");
        Line($"- {Plan.Estimates.Summary}");
        Line($"- {Quantity.Format(Plan.Estimates.AcceleratorHours)} hours, {Quantity.Ratio(Plan.Estimates.WallClockDays)} days, {Quantity.Format(Plan.Estimates.Cost)} dollars, {Quantity.Format(Plan.Estimates.EnergyKilowattHours)} kWh");
        Line($"- {Quantity.Scientific(Plan.Estimates.LifetimeFlops)} FLOPs over its life, {Quantity.Percent(Plan.Estimates.InferenceFlops / Plan.Estimates.LifetimeFlops)} of them to serve");
        return text.ToString();
    }

    private static void Row(Action<FormattableString> line, string name, Allocation run, double? loss) => line(
        $"| {name} | {Quantity.Format(run.Parameters)} | {Quantity.Format(run.Tokens)} | {Quantity.Ratio(run.TokensPerParameter)} | {loss:0.000} | {Quantity.Scientific(run.TrainingFlops)} | {Quantity.Scientific(run.TrainingFlops + (2 * run.Parameters * Wishes.ServedTokens))} |");

    private static string Show(Interval? interval) => interval is { } i ? Quantity.Format(i.Low) + " to " + Quantity.Format(i.High) : "";
}
