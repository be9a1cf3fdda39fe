using System.Globalization;

namespace ScalingAnalyzers.Checks;

/// <summary>SCALE101: a target loss that needs more compute than the declared limits allow, or that the law does not
/// reach.</summary>
internal static class TargetBeyondBudget
{
    public static Finding? Of(ConfigRun run)
    {
        var e = run.Estimate;
        if (run.Config.Find(ConfigRole.TargetLoss) is not { } written || run.Declared.TargetLoss is not { } loss) return null;
        if (e.IsTargetUnreachable)
        {
            return new Finding(RuleTable.OverBudget, run.Name, 4, ("loss", Show(loss)), ("member", written.Name),
                ("means", Means(run)), ("law", e.Law.ToString()!))
            {
                At = Finding.Values(written),
                Data = new FindingData().With(FindingKeys.TargetLoss, loss).With(FindingKeys.Law, e.Law.Id),
            };
        }

        if (e.Plan?.TrainingFlops is not { } least || e.AffordableFlops is not { } most || least <= most * 1.005) return null;
        return new Finding(RuleTable.OverBudget, run.Name, 3, ("loss", Show(loss)), ("member", written.Name),
            ("least", Quantity.Scientific(least)), ("law", e.Law.ToString()!), ("times", Quantity.Ratio(least / most)),
            ("most", Quantity.Scientific(most)))
        {
            At = Finding.Values(written),
            Data = new FindingData()
                .With(FindingKeys.TargetLoss, loss)
                .With(FindingKeys.Taken, least)
                .With(FindingKeys.Limit, most)
                .With(FindingKeys.Ratio, least / most)
                .With(FindingKeys.Law, e.Law.Id),
        };
    }

    private static string Show(double loss) => loss.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Means(ConfigRun run) =>
        run.Estimate.Counted.ComputeParameters is not null ? "number of tokens"
        : run.Estimate.Counted.TrainingTokens is not null ? "size of the model"
        : "compute";
}
