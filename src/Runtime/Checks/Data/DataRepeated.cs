using System.Collections.Generic;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Checks;

/// <summary>SCALE201: how often the unique tokens are repeated, and what the repeats add.</summary>
internal sealed class DataRepeated : RunCheck
{
    // Muennighoff et al. 2023: up to 4 epochs as good as new, then falling; almost nothing left at
    // MuennighoffLaw.EpochsWorthAlmostNothing.
    private const double AsGoodAsNew = 4;
    private const double Half = 16;

    public override Rule Rule => RuleTable.DataRepeated;

    /// <summary>Whether so many epochs are worth a warning; no other rule may then name them as better.</summary>
    public static bool IsTooMany(CheckOptions options, double epochs) => epochs > (options.MaxEpochs ?? Half);

    public override IEnumerable<Finding> Check(ConfigRun run)
    {
        if (run.Declared.UniqueTokens is not { } unique) yield break;
        if (SuspiciousMagnitude.IsSuspicious(run.Config, ConfigRole.UniqueTokens)) yield break;
        if (run.Tokens is not { } tokens || SuspiciousMagnitude.IsSuspicious(run.Config, ConfigRole.TrainingTokens)) yield break;
        if (run.Options.IsUnreadable("max_epochs")) yield break;
        double epochs = (double)tokens.Value / unique;
        double accepted = run.Options.MaxEpochs ?? AsGoodAsNew;
        if (epochs <= accepted) yield break;
        var law = MuennighoffLaw.C4;
        double effective = law.EffectiveTokens(tokens.Value, unique);
        double next = law.ValueOfNextToken(epochs);
        (string, string)[] what =
        [
            ("tokens", Quantity.Format(tokens.Value)),
            ("unique", Quantity.Format(unique)),
            ("epochs", Quantity.Ratio(epochs)),
            ("effective", Quantity.Format(effective)),
        ];
        bool isSpent = epochs > MuennighoffLaw.EpochsWorthAlmostNothing;
        yield return new Finding(Rule, run.Name, isSpent ? 1 : 0, isSpent ? what : [.. what, ("next", Quantity.Percent(next))])
        {
            Severity = IsTooMany(run.Options, epochs) ? FindingSeverity.Warning : FindingSeverity.Info,
            At = Finding.Values(tokens.DecidedBy),
            Data = new FindingData()
                .With(FindingKeys.Tokens, tokens.Value)
                .With(FindingKeys.AcceptedTokens, unique * accepted)
                .With(FindingKeys.Epochs, epochs)
                .With(FindingKeys.EffectiveTokens, effective)
                .With(FindingKeys.ValueOfNextToken, next)
                .With(FindingKeys.Law, law.Id)
                .With(FindingKeys.UniqueTokens, unique),
            Fixes = [Limit(run, unique * accepted, unique)],
        };
    }

    private static FindingFix Limit(ConfigRun run, double accepted, long unique)
    {
        string price = Quantity.Ratio(accepted / unique) + " epochs, compute x" + Quantity.Ratio(accepted / run.Tokens!.Value);
        return new FindingFix(FixKind.LimitEpochs, "Train on " + FixText.Down(accepted) + " tokens: " + price,
            FixText.Tokens(run, accepted, up: false));
    }
}
