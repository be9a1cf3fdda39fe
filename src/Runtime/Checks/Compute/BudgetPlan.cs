using System;
using System.Collections.Generic;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Checks;

/// <summary>The best model and tokens for a share of the run's FLOPs, and the tokens of this model alone.</summary>
internal sealed class BudgetPlan
{
    private BudgetPlan(double? tokensOfThisModel) => TokensOfThisModel = tokensOfThisModel;

    /// <summary>The law's recommendation, as the end of a message; empty where the law does not apply.</summary>
    public string Advice { get; private init; } = "";

    private double? TokensOfThisModel { get; }

    private double? Tokens { get; init; }

    private double? Parameters { get; init; }

    private string Law { get; init; } = "";

    public static BudgetPlan Within(ConfigRun run, double share)
    {
        var e = run.Estimate;
        if (run.Tokens is not { } tokens || e.TrainingFlops is not { } flops) return new BudgetPlan(null);
        double alone = tokens.Value * share;
        if (BalanceAssessment.Of(run) is not { } balance || run.IsMixture || run.Declared.PriorTokens is not null)
            return new BudgetPlan(alone);
        if (e.Law is not IAllocationLaw law) return new BudgetPlan(alone);

        // A run that is over-trained on purpose keeps its distance from the optimum.
        double meant = IsMeantToBeServed(run) ? Math.Sqrt(Math.Max(1, balance.Ratio)) : 1;
        double total = (e.TrainingFlopsWithAttention ?? flops) * share;
        double parameters = law.Allocate(flops * share).Parameters / meant;
        double attention = ((e.TrainingFlopsWithAttention ?? flops) - flops) / tokens.Value;
        double within = total / ((6 * parameters) + attention);
        if (AdvisedEpochs.AreTooMany(run, within)) return new BudgetPlan(alone);
        return new BudgetPlan(alone)
        {
            Tokens = within,
            Parameters = parameters,
            Law = e.Law.Id,
            Advice = "; within it " + e.Law.Id + (meant > 1 ? " keeps this over-training at " : " puts the optimum at ")
                + Quantity.Format(parameters) +
                " parameters on " + Quantity.Format(within) + " tokens",
        };
    }

    public FindingData AddTo(FindingData data)
    {
        data.With(FindingKeys.BudgetTokensOfThisModel, TokensOfThisModel)
            .With(FindingKeys.BudgetTokens, Tokens)
            .With(FindingKeys.BudgetParameters, Parameters);
        return Law.Length > 0 ? data.With(FindingKeys.Law, Law) : data;
    }

    /// <summary>Both move down: what is rounded must still fit. Where the model cannot move, its tokens
    /// alone.</summary>
    public IReadOnlyList<FindingFix> Fixes(ConfigRun run)
    {
        var fixes = new List<FindingFix>();
        if (Tokens is { } tokens && Parameters is { } parameters && FixText.Parameters(run, parameters, up: false) is { } model)
        {
            string title = "Train " + FixText.Down(parameters) + " parameters on " + FixText.Down(tokens) + " tokens: within the budget";
            fixes.Add(new FindingFix(FixKind.FitBudget, title, FixText.Tokens(run, tokens, up: false), model));
        }

        if (TokensOfThisModel is { } alone)
        {
            string title = "Train this model on " + FixText.Down(alone) + " tokens: within the budget";
            fixes.Add(new FindingFix(FixKind.FitBudget, title, FixText.Tokens(run, alone, up: false)));
        }

        return fixes;
    }

    private static bool IsMeantToBeServed(ConfigRun run) =>
        run.Declared.Intent == TrainingIntent.InferenceOptimal || run.Declared.InferenceTokens is not null || run.IsJustified;
}
