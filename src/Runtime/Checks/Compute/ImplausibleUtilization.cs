using System.Collections.Generic;
using System.Globalization;

namespace ScalingAnalyzers.Checks;

/// <summary>SCALE102: a utilization above the peak, above what training reaches, or against the declared
/// hours.</summary>
internal sealed class ImplausibleUtilization : RunCheck
{
    private const double Highest = 0.70;
    private const double Agreement = 1.25;

    public override Rule Rule => RuleTable.ImplausibleUtilization;

    public override IEnumerable<Finding> Check(ConfigRun run)
    {
        double? declared = run.Config.Amount(ConfigRole.Utilization);
        var found = declared > Highest ? OfValue(run, declared.Value) : OfHours(run, declared);
        if (found is not null) yield return found;
    }

    private Finding OfValue(ConfigRun run, double value)
    {
        var written = run.Config.Find(ConfigRole.Utilization)!;
        bool isPercent = value is >= 5 and <= 100;
        bool isMendable = isPercent && value <= 100 * Highest;
        var data = new FindingData().With(FindingKeys.Utilization, value);
        if (isMendable) data.With(FindingKeys.Fraction, value / 100);
        return value > 1
            ? new Finding(Rule, run.Name, 0, ("value", Show(value)),
                ("meant", isPercent ? "; " + Show(value / 100) + " was likely meant" : ""))
            {
                At = Finding.Values(written),
                Concerns = Finding.Values(written),
                Data = data,
                Fixes = isMendable
                    ? [new FindingFix(FixKind.AsFraction, "Change to {0}", FixText.Of(written, value / 100, EditForm.Hundredth))]
                    : [],
            }
            : new Finding(Rule, run.Name, 1, ("value", Show(value)))
            {
                At = Finding.Values(written),
                Concerns = Finding.Values(written),
                Data = data,
            };
    }

    // Declared hours imply a utilization: FLOPs / (hours x 3600 x peak).
    private Finding? OfHours(ConfigRun run, double? declared)
    {
        var e = run.Estimate;
        if (run.Config.Amount(ConfigRole.AcceleratorHours) is not { } hours || run.Config.Find(ConfigRole.AcceleratorHours) is not { } at)
            return null;
        if ((e.TrainingFlopsWithAttention ?? e.TrainingFlops) is not { } flops || e.PeakFlopsPerSecond is not { } peak) return null;
        double implied = flops / (hours * 3600 * peak);
        var data = new FindingData()
            .With(FindingKeys.Utilization, declared)
            .With(FindingKeys.Implied, implied)
            .With(FindingKeys.AcceleratorHours, hours)
            .With(FindingKeys.PeakFlopsPerSecond, peak);
        if (declared is { } value)
        {
            if (implied <= value * Agreement && implied >= value / Agreement) return null;
            return new Finding(Rule, run.Name, 2, ("value", Show(value)), ("hours", Quantity.Format(hours)), ("member", at.Name),
                ("implied", Show(implied)))
            {
                At = Finding.Values(run.Config.Find(ConfigRole.Utilization)),
                Data = data,
            };
        }

        if (implied <= Highest) return null;
        string bound = implied > 1 ? "the peak itself" : "the 0.2 to 0.55 that published runs reach";
        return new Finding(Rule, run.Name, 3, ("implied", Show(implied)), ("hours", Quantity.Format(hours)), ("member", at.Name),
            ("bound", bound))
        {
            At = Finding.Values(at),
            Data = data,
        };
    }

    private static string Show(double share) => share < 1 ? share.ToString("0.00##", CultureInfo.InvariantCulture) : Quantity.Ratio(share);
}
