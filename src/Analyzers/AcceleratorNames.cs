using System.Linq;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Analyzers;

/// <summary>SCALE104: an accelerator that is not known, or that lacks the declared precision.</summary>
internal sealed class AcceleratorNames : RunRule
{
    public const string Name = "accelerator";
    public const string Nearest = "nearestAccelerator";

    public override void Judge(ResolvedRun run, RunReport report)
    {
        if (run.UnknownAccelerator is { } unknown)
        {
            if (!report.Concerns(unknown)) return;
            string name = (string)unknown.Content!;
            var near = Accelerators.NearNames(name);
            string remedy = near.Count > 0 ? "; near names: " + string.Join(", ", near) : "; the known ones are in KnownAccelerators";
            var facts = near.Count > 0 ? FixFacts.None.With(Name, unknown.Literal).With(Nearest, near[0]) : FixFacts.None;
            report.At(unknown, Rules.Accelerator, facts, run.Name, "'" + name + "', which is no known accelerator", remedy);
            return;
        }

        if (run.Run is not { Accelerator: { } chip, Precision: { } precision }) return;
        if (precision is NumericFormat.Unspecified or NumericFormat.FP32 || chip.PeakFlopsPerSecond(precision) is not null) return;
        var named = run.Facts.Find(ConfigRole.Precision) ?? run.Facts.Find(ConfigRole.Accelerator);
        if (named is not null && !report.Concerns(named)) return;
        string has = string.Join(", ", new[] { NumericFormat.BF16, NumericFormat.FP16, NumericFormat.FP8, NumericFormat.TF32 }
            .Where(f => chip.PeakFlopsPerSecond(f) is not null));
        report.At(
            named,
            Rules.Accelerator, run.Name, chip.Name + " with " + precision, ", for which no dense peak is known; it has " + has);
    }
}
