using System;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Analyzers;

/// <summary>SCALE304: tokens that follow from two sets of members and differ by more than 2 %.</summary>
internal sealed class TokensAgree : RunRule
{
    public const string Product = "product";

    public override void Judge(ResolvedRun run, RunReport report)
    {
        if (run.Tokens is not { } used) return;
        foreach (var other in new[] { Tokens.FromSteps(run.Facts), Tokens.FromEpochs(run.Facts) })
        {
            if (other is null || other.Formula == used.Formula) continue;
            double share = ((double)other.Value / used.Value) - 1;
            if (Math.Abs(share) <= 0.02) continue;
            var fixes = FixFacts.None.With(BalanceFacts.Tokens, used.Formula == "declared" ? used.Literal : null).With(BalanceFacts.Tokens, used.Value).With(Product, other.Value);
            report.At(
                used.DecidedBy, Rules.TokensDisagree, fixes,
                run.Name, Quantity.Format(used.Value), used.Formula == "declared" ? used.DecidedBy.Name : used.Formula,
                other.Formula, Quantity.Format(other.Value), Difference(share));
            return;
        }
    }

    private static string Difference(double share) => share > 1
        ? Quantity.Ratio(share + 1) + " times as many"
        : Quantity.Percent(Math.Abs(share)) + (share > 0 ? " more" : " less");
}
