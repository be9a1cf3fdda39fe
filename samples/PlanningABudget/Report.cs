using System;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;

namespace PlanningABudget;

/// <summary>The plan as a page. A test compares README.md with this text.</summary>
public static class Report
{
    /// <summary>The page.</summary>
    public static string Text() =>
        string.Join("\n\n", Introduction(), Money(), BudgetAlone(), ModelAndTokens(), Data(), Hyperparameters(), Config()) + "\n";

    private static string Introduction() => Invariant(
        $"""
        # Planning a budget

        A worked plan for {Quantity.Format(Wishes.Money)} dollars of H100 time. This program prints every figure on this page:

            dotnet run --project samples/PlanningABudget

        `Wishes.cs` contains the requirements, `Choices.cs` calls the planners, and `Plan.cs` is the resulting config.
        Change the requirements and run the program again.
        """);

    private static string Money()
    {
        double hours = Wishes.Money / Wishes.PricePerHour;
        string days = Quantity.Ratio(hours / Wishes.Chips / 24);
        return Invariant(
            $"""
            ## Compute for the money

            At {Wishes.PricePerHour} dollars an hour, the money pays for {Quantity.Format(hours)} hours of {Wishes.Chip.Name}.
            At a utilization of {Wishes.Utilization:0.00} of its dense BF16 peak they give {Quantity.Scientific(Wishes.Flops)} FLOPs,
            in {days} days on {Wishes.Chips:#,##0} chips.
            """);
    }

    private static string BudgetAlone()
    {
        string size = Quantity.Format(BudgetFirst.Estimates.PlannedParameters);
        string tokens = Quantity.Format(BudgetFirst.Estimates.PlannedTokens);
        string flops = Quantity.Scientific(BudgetFirst.Estimates.AffordableFlops);
        string least = Quantity.Scientific(LossFirst.Estimates.PlannedFlops);
        return Invariant(
            $"""
            ## The budget alone

            `BudgetFirst.cs` declares the money and no model. Its constants give {flops} FLOPs, and for them
            {size} parameters on {tokens} tokens with a loss of {BudgetFirst.Estimates.PlannedLoss:0.000} nats per token.
            A loss of 2 nats per token takes at least {least} FLOPs, {Quantity.Format(LossFirst.Estimates.PlannedCost)} dollars.
            """);
    }

    private static string ModelAndTokens()
    {
        PlannedRun train = Choices.ToTrain;
        InferencePlan serve = Choices.ToServe;
        string cheaper = Quantity.Percent(1 - (serve.Parameters / train.Parameters));
        string baseline = Quantity.Format(serve.Baseline.Parameters) + " on " + Quantity.Format(serve.Baseline.Tokens);
        return Invariant(
            $"""
            ## Model and tokens

            | | parameters | tokens | tokens per parameter | predicted loss | training FLOPs | FLOPs with a year of serving |
            |---|---|---|---|---|---|---|
            {Row("best to train", train.Allocation, train.Loss)}
            {Row("best to train and serve", serve.Allocation, serve.Loss)}

            The first row is the optimum of {train.Law} at this compute.
            Its 95 % interval is wide: {Show(train.OptimumBand?.Parameters)} parameters on {Show(train.OptimumBand?.Tokens)} tokens.
            The loss is flat around the optimum, so the second row costs little:
            with {Quantity.Format(Wishes.ServedTokensADay)} tokens served a day, {Quantity.Format(Wishes.ServedTokens)} in a year,
            a smaller model trained longer for the same money is {cheaper} cheaper to serve.
            Compared with the run of its own loss that is cheapest to train ({baseline}),
            it saves {Quantity.Percent(serve.Saving)} of training and serving together (Sardana et al. 2023).
            """);
    }

    private static string Data()
    {
        string average = Quantity.Percent(MuennighoffLaw.C4.ValueOfTokens(Choices.Epochs));
        string last = Quantity.Percent(MuennighoffLaw.C4.ValueOfNextToken(Choices.Epochs));
        return Invariant(
            $"""
            ## Data

            With {Quantity.Format(Wishes.UniqueTokens)} unique tokens, the run passes over them {Quantity.Ratio(Choices.Epochs)} times.
            By Muennighoff et al. (2023) its tokens are then worth {average} of as many new ones, and the last one {last}.
            Below four epochs this reduction is negligible.
            """);
    }

    private static string Hyperparameters()
    {
        HyperparameterPlan plan = Choices.Hyperparameters;
        var laws = plan.LearningRates.Select(s => s.Law).Union(plan.BatchTokens.Select(s => s.Law));
        string rows = string.Join("\n", laws.Select(law =>
        {
            var rate = plan.LearningRates.FirstOrDefault(s => s.Law == law);
            var batch = plan.BatchTokens.FirstOrDefault(s => s.Law == law);
            string rateText = rate is null ? "" : rate.Suggestion.Value.ToString("0.00e0", CultureInfo.InvariantCulture);
            return $"| {law} | {rateText} | {(batch is null ? "" : Quantity.Format(batch.Suggestion.Value))} |";
        }));
        return Invariant(
            $"""
            ## Batch and learning rate

            | law | learning rate | batch, tokens |
            |---|---|---|
            {rows}

            The run is far outside the fits of all of them; they agree to a factor of a few.
            The plan uses {Plan.LearningRate:0.0e0} and {Quantity.Format(Plan.TokensPerBatch)} tokens, inside the bands of Step Law.
            """);
    }

    private static string Config()
    {
        string hours = Quantity.Format(Plan.Estimates.AcceleratorHours);
        string days = Quantity.Ratio(Plan.Estimates.WallClockDays);
        string cost = Quantity.Format(Plan.Estimates.Cost);
        string energy = Quantity.Format(Plan.Estimates.EnergyKilowattHours);
        string served = Quantity.Percent(Plan.Estimates.InferenceFlops / Plan.Estimates.LifetimeFlops);
        return Invariant(
            $"""
            ## The config

            `Plan.cs` contains the choices, rounded down, and the budget.
            If somebody raises a number, the compiler reports the cost. No rule reports the plan itself. Its constants:

            - {Plan.Estimates.Summary}
            - {hours} hours, {days} days, {cost} dollars, {energy} kWh
            - {Quantity.Scientific(Plan.Estimates.LifetimeFlops)} FLOPs over its lifetime, {served} of them for serving

            At its end the program writes `plan.html`: the plan beside the run that is best to train, on one page for whoever pays.
            """);
    }

    private static string Row(string name, Allocation run, double? loss)
    {
        string tokens = Quantity.Format(run.Tokens);
        string withServing = Quantity.Scientific(run.TrainingFlops + (2 * run.Parameters * Wishes.ServedTokens));
        return Invariant(
            $"| {name} | {Quantity.Format(run.Parameters)} | {tokens} | {Quantity.Ratio(run.TokensPerParameter)} | {loss:0.000} ")
            + $"| {Quantity.Scientific(run.TrainingFlops)} | {withServing} |";
    }

    private static string Show(Interval? interval) => interval is { } i ? Quantity.Format(i.Low) + " to " + Quantity.Format(i.High) : "";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
