using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Evaluation;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Analyzers;

/// <summary>SCALE201 and SCALE202: how often the unique tokens are repeated, and whether there are so many.</summary>
internal sealed class DataStock : RunRule
{
    public const string AcceptedTokens = "acceptedTokens";

    // Muennighoff et al. 2023: up to 4 epochs as good as new, then falling; nothing left at 40.
    private const double AsGoodAsNew = 4;
    private const double Half = 16;
    private const double WorthNothing = 40;

    public override void Judge(ResolvedRun run, RunReport report)
    {
        if (run.Run.UniqueTokens is not { } unique || Magnitudes.IsSuspicious(run, ConfigRole.UniqueTokens)) return;
        JudgeStock(run, report, unique);
        if (run.Tokens is { } tokens && !Magnitudes.IsSuspicious(run, ConfigRole.TrainingTokens)) JudgeRepeats(run, report, tokens, unique);
    }

    private static void JudgeStock(ResolvedRun run, RunReport report, long unique)
    {
        if (run.Facts.Count(ConfigRole.TokenStock) is not { } stock || stock >= unique) return;
        var (fact, holds) = (run.Facts.Find(ConfigRole.UniqueTokens)!, run.Facts.Find(ConfigRole.TokenStock)!);
        if (!report.Concerns(fact) && !report.Concerns(holds)) return;
        report.At(
            fact, Rules.BeyondStock, FixFacts.None.With("uniqueTokens", unique).With("tokenStock", stock),
            run.Name, Quantity.Format(unique), holds.Name, Quantity.Format(stock), Quantity.Format(unique - stock));
    }

    /// <summary>Whether so many epochs are worth a warning; no other rule may then name them as better.</summary>
    public static bool IsTooMany(RunOptions options, double epochs) => epochs > (options.MaxEpochs ?? Half);

    private static void JudgeRepeats(ResolvedRun run, RunReport report, TokenCount tokens, long unique)
    {
        if (run.Options.IsUnreadable("max_epochs")) return;
        double epochs = (double)tokens.Value / unique;
        double accepted = run.Options.MaxEpochs ?? AsGoodAsNew;
        if (epochs <= accepted) return;
        var law = MuennighoffLaw.C4;
        bool isWarning = IsTooMany(run.Options, epochs);
        string verdict = epochs > WorthNothing ? ": further repeats are worth nothing" : "";
        var facts = FixFacts.None
            .With(BalanceFacts.Tokens, tokens.Literal)
            .With(BalanceFacts.Tokens, tokens.Value)
            .With(AcceptedTokens, unique * accepted)
            .With("epochs", epochs)
            .With("effectiveTokens", law.EffectiveTokens(tokens.Value, unique))
            .With("valueOfNextToken", law.ValueOfNextToken(epochs))
            .With("law", law.Id)
            .With("uniqueTokens", unique);
        report.At(
            tokens.DecidedBy, Rules.Repeated, isWarning ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info, facts,
            run.Name, Quantity.Format(tokens.Value), Quantity.Format(unique), Quantity.Ratio(epochs),
            Quantity.Format(law.EffectiveTokens(tokens.Value, unique)), Quantity.Percent(law.ValueOfNextToken(epochs)), verdict);
    }
}
