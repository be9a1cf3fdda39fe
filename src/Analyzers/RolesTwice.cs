using System.Text;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Analyzers;

/// <summary>SCALE906: two members that play one role with different values.</summary>
internal sealed class RolesTwice : RunRule
{
    public override void Judge(ResolvedRun run, RunReport report)
    {
        foreach (var (first, second) in run.Facts.Conflicts)
        {
            if (!report.Concerns(second) && !report.Concerns(first)) continue;
            report.At(second, Rules.TwoForOneRole, run.Name, Show(first), first.Name, Show(second), second.Name, Words(first.Role));
        }
    }

    private static string Show(Fact fact) => Numbers.ToDouble(fact.Content) is { } number ? Quantity.Format(number * fact.Scale) : Arithmetic.Show(fact.Content);

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
