using System.Collections.Generic;
using System.Linq;
using System.Text;
using ScalingAnalyzers.Configuration;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Checks;

/// <summary>SCALE906: two members that play one role with different values.</summary>
internal sealed class TwoForOneRole : RunCheck
{
    public override Rule Rule => RuleTable.TwoForOneRole;

    public override IEnumerable<Finding> Check(ConfigRun run) => run.Config.Conflicts.Select(conflict => new Finding(
        Rule,
        run.Name,
        0,
        ("first", Show(conflict.First)),
        ("firstMember", conflict.First.Name),
        ("second", Show(conflict.Second)),
        ("secondMember", conflict.Second.Name),
        ("role", Words(conflict.First.Role)))
    {
        At = Finding.Values(conflict.Second),
        Concerns = Finding.Values(conflict.Second, conflict.First),
    });

    private static string Show(ConfigValue value) =>
        Numbers.ToDouble(value.Content) is { } number ? Quantity.Format(number * value.Scale) : value.Shown;

    // TrainingTokens -> training tokens
    private static string Words(ConfigRole role)
    {
        var words = new StringBuilder();
        foreach (char c in role.ToString())
        {
            if (char.IsUpper(c) && words.Length > 0) words.Append(' ');
            words.Append(char.ToLowerInvariant(c));
        }

        return words.ToString();
    }
}
