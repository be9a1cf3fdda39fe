using System.Globalization;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Analyzers;

/// <summary>SCALE102: a utilization above the peak, above what training reaches, or against the declared hours.</summary>
internal sealed class Utilizations : RunRule
{
    public const string Utilization = "utilization";
    public const string Fraction = "fraction";
    private const double Highest = 0.70;
    private const double Agreement = 1.25;

    public override void Judge(ResolvedRun run, RunReport report)
    {
        var fact = run.Facts.Find(ConfigRole.Utilization);
        double? declared = run.Facts.Positive(ConfigRole.Utilization);
        if (declared is { } value && value > Highest)
        {
            if (report.Concerns(fact!)) JudgeValue(run, report, fact!, value);
        }
        else
        {
            JudgeHours(run, report, fact, declared);
        }
    }

    private static void JudgeValue(ResolvedRun run, RunReport report, Fact fact, double value)
    {
        if (value <= 1)
        {
            report.At(fact, Rules.Utilization, run.Name, "declares a utilization of " + Show(value) + ", above 0.70: published runs keep 0.2 to 0.55 of the dense peak over their wall time. Does it count recomputation, or the best step alone?");
            return;
        }

        bool isPercent = value is >= 5 and <= 100;
        string meant = isPercent ? "; " + Show(value / 100) + " was likely meant" : "";
        var facts = isPercent && value <= 100 * Highest ? FixFacts.None.With(Utilization, fact.Literal).With(Fraction, value / 100) : FixFacts.None;
        report.At(fact, Rules.Utilization, facts, run.Name, "declares a utilization of " + Show(value) + ", but it is a share of the peak, in (0, 1]" + meant + ". No hours are computed");
    }

    // Declared hours imply a utilization: FLOPs / (hours x 3600 x peak).
    private static void JudgeHours(ResolvedRun run, RunReport report, Fact? fact, double? declared)
    {
        var e = run.Estimate;
        if (run.Facts.Positive(ConfigRole.AcceleratorHours) is not { } hours || run.Facts.Find(ConfigRole.AcceleratorHours) is not { } at) return;
        if ((e.TrainingFlopsWithAttention ?? e.TrainingFlops) is not { } flops || run.Run.Precision is not { } precision || run.Run.Accelerator?.PeakFlopsPerSecond(precision) is not { } peak) return;
        double implied = flops / (hours * 3600 * peak);
        string hoursSay = "the " + Quantity.Format(hours) + " accelerator-hours that '" + at.Name + "' declares";
        if (declared is { } value && (implied > value * Agreement || implied < value / Agreement))
        {
            report.At(fact, Rules.Utilization, FixFacts.None.With("implied", implied), run.Name, "declares a utilization of " + Show(value) + ", but " + hoursSay + " make it " + Show(implied) + ". Over the whole wall time, restarts included, the hours decide");
        }
        else if (declared is null && implied > Highest)
        {
            report.At(at, Rules.Utilization, FixFacts.None.With("implied", implied), run.Name, "would need a utilization of " + Show(implied) + " to train in " + hoursSay + ", above " + (implied > 1 ? "the peak itself" : "the 0.2 to 0.55 that published runs keep"));
        }
    }

    private static string Show(double share) => share < 1 ? share.ToString("0.00##", CultureInfo.InvariantCulture) : Quantity.Ratio(share);
}
