using System.Linq;
using ScalingAnalyzers.Evaluation;
using ScalingAnalyzers.Hardware;

namespace ScalingAnalyzers.Analyzers;

/// <summary>SCALE104: an accelerator that is not known, that lacks the declared precision, or that has not the declared peak.</summary>
internal sealed class AcceleratorNames : RunRule
{
    public const string Name = "accelerator";
    public const string Nearest = "nearestAccelerator";
    public const string Peak = "declaredPeakFlopsPerSecond";
    public const string Dense = "densePeakFlopsPerSecond";

    public override void Judge(ResolvedRun run, RunReport report)
    {
        if (run.UnknownAccelerator is { } unknown) JudgeName(run, report, unknown);
        if (run.Estimate.RefusedPeak is { } refused) JudgePeak(run, report, refused);
        else if (run.Run.PeakFlopsPerSecond is null) JudgePrecision(run, report);
    }

    private static void JudgeName(ResolvedRun run, RunReport report, Fact unknown)
    {
        if (!report.Concerns(unknown)) return;
        string name = (string)unknown.Content!;
        var near = Accelerators.NearNames(name);

        // A chip of one's own has a name of its own and says its peak; one that looks like another's is a slip.
        if (near.Count == 0 && run.Run.PeakFlopsPerSecond is not null) return;
        string remedy = near.Count > 0
            ? "; near names: " + string.Join(", ", near)
            : "; the known ones are in KnownAccelerators (docs/accelerators.md), and another takes a PeakFlopsPerSecond beside its name";
        var facts = near.Count > 0 ? FixFacts.None.With(Name, unknown.Literal).With(Nearest, near[0]) : FixFacts.None;
        report.At(unknown, Rules.Accelerator, facts, run.Name, "names '" + name + "', which is no known accelerator" + remedy);
    }

    private static void JudgePeak(ResolvedRun run, RunReport report, RefusedPeak refused)
    {
        var facts = run.Facts;
        var at = facts.Find(ConfigRole.PeakFlopsPerSecond)!;
        if (!new[] { at, facts.Find(ConfigRole.Accelerator), facts.Find(ConfigRole.Precision) }.OfType<Fact>().Any(report.Concerns)) return;
        var fixes = FixFacts.None.With(Peak, at.Literal).With(Peak, refused.Declared).With(Dense, refused.Dense);
        report.At(at, Rules.Accelerator, fixes, run.Name, "declares a peak of " + refused.Why + ". No hours, days, energy or cost are computed from it");
    }

    private static void JudgePrecision(ResolvedRun run, RunReport report)
    {
        if (run.Run is not { Accelerator: { } chip, Precision: { } precision }) return;
        if (precision is NumericFormat.Unspecified or NumericFormat.FP32 || chip.PeakFlopsPerSecond(precision) is not null) return;
        var named = run.Facts.Find(ConfigRole.Precision) ?? run.Facts.Find(ConfigRole.Accelerator);
        if (named is not null && !report.Concerns(named)) return;
        string has = string.Join(", ", new[] { NumericFormat.BF16, NumericFormat.FP16, NumericFormat.FP8, NumericFormat.TF32 }
            .Where(f => chip.PeakFlopsPerSecond(f) is not null));
        report.At(named, Rules.Accelerator, run.Name, "names " + chip.Name + " with " + precision + ", for which no dense peak is known; it has " + has);
    }
}
