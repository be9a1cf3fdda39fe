using System;
using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.Checks;

/// <summary>
/// SCALE101 as info: a declared limit of hours, days or cost that nothing is compared with, because what they follow
/// from is not declared. A value that is declared and not known is no such gap.
/// </summary>
internal static class MissingForBudget
{
    public static IEnumerable<Finding> Of(ConfigRun run)
    {
        var e = run.Estimate;
        bool isPlan = e.TrainingFlops is null;
        if (isPlan && !(e.IsPlannable && e.AffordableFlops is null)) yield break;
        foreach (var (role, taken, show) in new (ConfigRole, double?, Func<double, string>)[]
        {
            (ConfigRole.MaxAcceleratorHours, e.AcceleratorHours, v => Quantity.Format(v) + " accelerator-hours"),
            (ConfigRole.MaxCost, e.Cost, Quantity.Format),
            (ConfigRole.MaxDays, e.WallClockDays, v => Quantity.Ratio(v) + " days"),
        })
        {
            if (taken is not null || run.Config.Amount(role) is not { } most) continue;
            string[] missing = Missing(run, role).ToArray();
            if (missing.Length == 0) continue;
            var limit = run.Config.Find(role)!;
            yield return new Finding(RuleTable.OverBudget, run.Name, isPlan ? 2 : 1,
                ("limit", show(most)), ("member", limit.Name), ("missing", string.Join(" and ", missing)))
            {
                Severity = FindingSeverity.Info,
                At = Finding.Values(limit),
                Concerns = Finding.Values(limit),
                Data = new FindingData().With(FindingKeys.Limit, most),
            };
        }
    }

    private static IEnumerable<string> Missing(ConfigRun run, ConfigRole limit)
    {
        var config = run.Config;
        if (IsAbsent(ConfigRole.TokensPerSecondPerAccelerator))
        {
            if (IsAbsent(ConfigRole.Accelerator) && IsAbsent(ConfigRole.PeakFlopsPerSecond)
                && IsOpen("accelerator", run.Options.Accelerator))
            {
                yield return nameof(ConfigRole.Accelerator);
            }

            if (IsAbsent(ConfigRole.Utilization) && IsOpen("utilization", run.Options.Utilization))
                yield return nameof(ConfigRole.Utilization);
        }

        if (limit == ConfigRole.MaxDays && IsAbsent(ConfigRole.AcceleratorCount)) yield return nameof(ConfigRole.AcceleratorCount);
        if (limit == ConfigRole.MaxCost && IsAbsent(ConfigRole.PricePerAcceleratorHour)
            && IsOpen("price_per_accelerator_hour", run.Options.PricePerAcceleratorHour))
            yield return nameof(ConfigRole.PricePerAcceleratorHour);

        bool IsAbsent(ConfigRole role) => config.Find(role) is null;

        bool IsOpen(string option, object? value) => value is null && !run.Options.IsUnreadable(option);
    }
}
