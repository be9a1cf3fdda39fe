using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Configuration;

namespace ScalingAnalyzers.Checks;

/// <summary>SCALE304: tokens that follow from two sets of members and differ by more than 2 %.</summary>
internal sealed class TokensDisagree : RunCheck
{
    private const double Tolerance = 0.02;

    // "99% less" is read at once, "100% less" is not.
    private const double LargestPercent = 0.99;

    public override Rule Rule => RuleTable.TokensDisagree;

    public override IEnumerable<Finding> Check(ConfigRun run)
    {
        if (run.Tokens is not { } used) yield break;
        if (used.IsDeclared && SuspiciousMagnitude.IsSuspicious(run.Config, ConfigRole.TrainingTokens)) yield break;
        var others = new[] { Tokens.FromSteps(run.Config), Tokens.FromSequences(run.Config), Tokens.FromEpochs(run.Config) };
        var other = others.FirstOrDefault(o => o is not null && o.Formula != used.Formula && Disagrees(o, used));
        if (other is null) yield break;
        yield return new Finding(
            Rule,
            run.Name,
            0,
            ("tokens", Quantity.Format(used.Value)),
            ("formula", used.IsDeclared ? used.DecidedBy.Name + ", as declared" : used.Formula),
            ("otherFormula", other.Formula),
            ("otherTokens", Quantity.Format(other.Value)),
            ("difference", Difference(Share(other, used))),
            ("reading", Reading(other)))
        {
            At = Finding.Values(used.DecidedBy),
            Data = new FindingData().With(FindingKeys.Tokens, used.Value).With(FindingKeys.Product, other.Value),
            Fixes = used.IsDeclared && IsCertain(other) ? [UseProduct(used, other.Value)] : [],
        };
    }

    // An upper bound agrees with every smaller count.
    private static bool Disagrees(TokenCount other, TokenCount used) =>
        Share(other, used) is var share && (share < -Tolerance || (share > Tolerance && !other.IsUpperBound));

    private static bool IsCertain(TokenCount count) => count.Assumption.Length == 0 && !count.IsUpperBound;

    // What the other count takes for granted: only a certain one may replace what is declared.
    private static string Reading(TokenCount other) => other.IsUpperBound ? ", an upper bound, for the batch grows"
        : other.Assumption.Length > 0 ? ", if " + other.Assumption
        : "";

    private static double Share(TokenCount other, TokenCount used) => ((double)other.Value / used.Value) - 1;

    // Rounded to the nearest: half a percent of rounding is well inside the 2 % that the rule allows.
    private static FindingFix UseProduct(TokenCount declared, double product)
    {
        bool up = FixText.IsNearerUp(product);
        string title = "Declare " + FixText.Rounded(product, up) + " tokens, as the steps give";
        return new FindingFix(FixKind.UseProduct, title, FixText.Of(declared.DecidedBy, product, up));
    }

    private static string Difference(double share) => share > 1 ? Quantity.Ratio(share + 1) + " times as many"
        : share < -LargestPercent ? "1/" + Quantity.Ratio(1 / (share + 1)) + " of them"
        : Quantity.Percent(Math.Abs(share)) + (share > 0 ? " more" : " less");
}
