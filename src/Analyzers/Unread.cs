using System.Linq;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Analyzers;

/// <summary>SCALE901: which expression could not be read, and why the laws do not speak.</summary>
internal sealed class Unread : RunRule
{
    public override void Judge(ResolvedRun run, RunReport report)
    {
        foreach (var (fact, why) in run.Unread)
        {
            if (why.IsFault) continue;
            report.AtExpression(why.At ?? fact.At, Rules.NotKnown, run.Name, "value for '" + fact.Name + "'", why.Reason + Shown(why.At));
        }

        if (run.Facts.HasModel && run.Run.Parameters is null && WhyNotCounted(run) is { } uncounted) report.AtName(Rules.NotKnown, run.Name, "parameter count", uncounted);
        if (WhyNoVerdict(run) is { } reason) report.AtName(Rules.NotKnown, run.Name, "verdict", reason);
    }

    // What could not be read is said where it stands; here is what was not declared, and what the laws do not speak of.
    private static string? WhyNoVerdict(ResolvedRun run)
    {
        bool knowsSize = run.Estimate.Run.ComputeParameters is not null, knowsTokens = run.Run.TrainingTokens is not null;
        if (knowsSize && knowsTokens) return run.Estimate.NoVerdict;
        if (!run.IsTraining || run.Unread.Any() || run.Facts.Impossible.Count > 0 || run.Facts.Conflicts.Count > 0) return null;
        if (knowsTokens) return run.Run.OutsideTheLaws ?? (run.Facts.HasModel ? null : "nothing in it was recognised as its parameters (docs/members.md lists the names that are read)");
        return knowsSize ? "nothing in it was recognised as its training tokens (docs/members.md lists the names that are read)" : null;
    }

    private static string? WhyNotCounted(ResolvedRun run)
    {
        if (run.Family is null) return "[ModelConfig] names no Family, and dimensions alone do not say how a layer is built";
        if (!ModelFamilies.TryGet(run.Family, out _)) return ModelFamilies.WhyNot(run.Family);
        return run.Shape?.Problem;
    }

    private static string Shown(SyntaxNode? expression)
    {
        if (expression is null) return "";
        string text = string.Join(" ", expression.ToString().Split(new[] { ' ', '\n', '\r', '\t' }, System.StringSplitOptions.RemoveEmptyEntries));
        return " ('" + (text.Length > 60 ? text.Substring(0, 57) + "..." : text) + "')";
    }
}
