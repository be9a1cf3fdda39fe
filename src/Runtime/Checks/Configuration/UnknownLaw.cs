using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.Checks;

/// <summary>SCALE904: a law that does not exist.</summary>
internal sealed class UnknownLaw : RunCheck
{
    public override Rule Rule => RuleTable.UnknownLaw;

    public override IEnumerable<Finding> Check(ConfigRun run)
    {
        if (run.UnknownLaw is not { } unknown) yield break;
        string id = (string)unknown.Content!;
        var near = run.Options.Laws.NearNames(id);
        string remedy = near.Count > 0
            ? "near names: " + string.Join(", ", near)
            : "available: " + string.Join(", ", run.Options.Laws.All.Select(law => law.Id));
        yield return new Finding(Rule, run.Name, 0, ("law", id), ("remedy", remedy))
        {
            At = Finding.Values(unknown),
            Concerns = Finding.Values(unknown),
        };
    }
}
