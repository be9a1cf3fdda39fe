using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Configuration;

namespace ScalingAnalyzers.Checks;

/// <summary>SCALE101: the run exceeds its budget of FLOPs, accelerator-hours, cost or days.</summary>
internal sealed class OverBudget : RunCheck
{
    public override Rule Rule => RuleTable.OverBudget;

    public override IEnumerable<Finding> Check(ConfigRun run)
    {
        foreach (var open in MissingForBudget.Of(run)) yield return open;
        if (TargetBeyondBudget.Of(run) is { } beyond) yield return beyond;
        var exceeded = Limits(run).Where(limit => limit.Taken > limit.Most).ToArray();
        if (exceeded.Length == 0) yield break;
        if (SuspiciousMagnitude.IsSuspicious(run.Config, ConfigRole.TrainingTokens)) yield break;
        if (SuspiciousMagnitude.IsSuspicious(run.Config, ConfigRole.Parameters)) yield break;

        // All of them grow with the FLOPs, so that the tightest leaves room for all.
        var plan = BudgetPlan.Within(run, exceeded.Min(limit => limit.Most / limit.Taken));
        foreach (var limit in exceeded)
        {
            yield return new Finding(
                Rule,
                run.Name,
                0,
                ("taken", (limit.Value.Role == ConfigRole.MaxCost ? "costs " : "takes ") + limit.Show(limit.Taken)),
                ("times", Quantity.Ratio(limit.Taken / limit.Most)),
                ("limit", limit.Show(limit.Most)),
                ("member", limit.Value.Name),
                ("advice", plan.Advice))
            {
                At = Finding.Values(limit.Value),
                Data = plan.AddTo(new FindingData())
                    .With(FindingKeys.Taken, limit.Taken)
                    .With(FindingKeys.Limit, limit.Most)
                    .With(FindingKeys.Ratio, limit.Taken / limit.Most),
                Fixes = plan.Fixes(run),
            };
        }
    }

    private static IEnumerable<Limit> Limits(ConfigRun run)
    {
        var e = run.Estimate;
        return new[]
        {
            Limit.Of(run, ConfigRole.MaxFlops, e.TrainingFlopsWithAttention ?? e.TrainingFlops, v => Quantity.Scientific(v) + " FLOPs"),
            Limit.Of(run, ConfigRole.MaxAcceleratorHours, e.AcceleratorHours, v => Quantity.Format(v) + " accelerator-hours"),
            Limit.Of(run, ConfigRole.MaxCost, e.Cost, Quantity.Format),
            Limit.Of(run, ConfigRole.MaxDays, e.WallClockDays, v => Quantity.Ratio(v) + " days"),
        }.OfType<Limit>();
    }

    private sealed record Limit(ConfigValue Value, double Most, double Taken, Func<double, string> Show)
    {
        public static Limit? Of(ConfigRun run, ConfigRole role, double? taken, Func<double, string> show) =>
            taken is { } value && run.Config.Amount(role) is { } most ? new(run.Config.Find(role)!, most, value, show) : null;
    }
}
