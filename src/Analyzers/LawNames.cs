using System.Linq;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Analyzers;

/// <summary>SCALE904: a law that is not in the catalogue.</summary>
internal sealed class LawNames : RunRule
{
    public override void Judge(ResolvedRun run, RunReport report)
    {
        if (run.UnknownLaw is not { } unknown || !report.Concerns(unknown)) return;
        string id = (string)unknown.Content!;
        var near = run.Options.Laws.NearIds(id);
        string remedy = near.Count > 0
            ? "; near names: " + string.Join(", ", near)
            : "; known are " + string.Join(", ", run.Options.Laws.All.Select(l => l.Id));
        report.At(unknown, Rules.UnknownLaw, "'" + run.Name + "' is judged by '" + id + "', but no scaling law has this id" + remedy);
    }
}
