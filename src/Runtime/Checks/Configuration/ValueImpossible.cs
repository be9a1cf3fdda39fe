using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.Checks;

/// <summary>SCALE902: a value that cannot describe a run.</summary>
internal sealed class ValueImpossible : RunCheck
{
    public override Rule Rule => RuleTable.ValueImpossible;

    public override IEnumerable<Finding> Check(ConfigRun run) => run.Config.Impossible.Select(impossible => new Finding(
        Rule,
        run.Name,
        0,
        ("member", impossible.Value.Name),
        ("value", impossible.Refusal.Shown),
        ("why", impossible.Refusal.Why))
    {
        At = Finding.Values(impossible.Value),
        Concerns = Finding.Values(impossible.Value),
    });
}
