using ScalingAnalyzers;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Reports;

namespace PlanningABudget;

/// <summary>The plan for whoever pays: beside the run that is best to train, on one page.</summary>
internal static class DecisionPage
{
    /// <summary>What the page is about.</summary>
    public static ReportContent Content()
    {
        var plan = new ReportRun(RunOf("the plan", new Allocation(Plan.Parameters, Plan.Tokens)));
        return new ReportContent
        {
            Title = "A model for " + Quantity.Format(Wishes.Money) + " dollars",
            Runs = [plan, new ReportRun(RunOf("best to train", Choices.ToTrain.Allocation))],
            Proposed = plan,
            Currency = "dollars",
        };
    }

    private static TrainingRun RunOf(string name, Allocation run) => new()
    {
        Name = name,
        Parameters = (long)run.Parameters,
        TrainingTokens = (long)run.Tokens,
        UniqueTokens = Wishes.UniqueTokens,
        InferenceTokens = (long)Wishes.ServedTokens,
        Accelerator = Wishes.Chip,
        AcceleratorCount = Wishes.Chips,
        Utilization = Wishes.Utilization,
        PricePerAcceleratorHour = Wishes.PricePerHour,
        Intent = TrainingIntent.InferenceOptimal,
    };
}
