using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Evaluation;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Analyzers;

/// <summary>SCALE101: the run takes more FLOPs, accelerator-hours, money or days than the config allows.</summary>
internal sealed class Budgets : RunRule
{
    public const string Tokens = "budgetTokens";
    public const string Parameters = "budgetParameters";
    public const string TokensOfThisModel = "budgetTokensOfThisModel";

    public override void Judge(ResolvedRun run, RunReport report)
    {
        var exceeded = Limits(run).Where(limit => limit.Taken > limit.Most).ToArray();
        if (exceeded.Length == 0 || Magnitudes.IsSuspicious(run, ConfigRole.TrainingTokens) || Magnitudes.IsSuspicious(run, ConfigRole.Parameters)) return;

        // All of them grow with the FLOPs, so that the tightest leaves room for all.
        var facts = Within(run, exceeded.Min(limit => limit.Most / limit.Taken), out string advice);
        foreach (var limit in exceeded)
        {
            report.At(
                limit.Fact, Rules.OverBudget, facts.With("taken", limit.Taken).With("limit", limit.Most).With("ratio", limit.Taken / limit.Most),
                run.Name, (limit.Fact.Role == ConfigRole.MaxCost ? "costs " : "takes ") + limit.Show(limit.Taken), Quantity.Ratio(limit.Taken / limit.Most), limit.Show(limit.Most), limit.Fact.Name, advice);
        }
    }

    private static IEnumerable<Limit> Limits(ResolvedRun run)
    {
        var e = run.Estimate;
        return new[]
        {
            Limit.Of(run, ConfigRole.MaxFlops, e.TrainingFlopsWithAttention ?? e.TrainingFlops, v => Quantity.Scientific(v) + " FLOPs"),
            Limit.Of(run, ConfigRole.MaxAcceleratorHours, e.AcceleratorHours, v => Quantity.Format(v) + " accelerator-hours"),
            Limit.Of(run, ConfigRole.MaxCost, e.Cost, Quantity.Format),
            Limit.Of(run, ConfigRole.MaxDays, e.WallClockDays, v => Quantity.Ratio(v) + " days"),
        }.OfType<Limit>();
    }

    /// <summary>The best model and tokens for a share of the run's FLOPs, and the tokens of this model alone.</summary>
    private static FixFacts Within(ResolvedRun run, double share, out string advice)
    {
        advice = "";
        var e = run.Estimate;
        if (run.Tokens is not { } tokens || e.TrainingFlops is not { } flops) return FixFacts.None;
        var facts = FixFacts.None
            .With(BalanceFacts.Tokens, tokens.Literal)
            .With(BalanceFacts.Parameters, run.Parameters?.Literal)
            .With(TokensOfThisModel, tokens.Value * share);
        if (TokenBalance.Judged(run) is not { } balance || run.IsMixture || run.Run.PriorTokens is not null || e.Law is not IAllocationLaw law) return facts;

        // A run that is over-trained on purpose stays as far over.
        double meant = IsMeantToBeServed(run) ? Math.Sqrt(Math.Max(1, balance.Ratio)) : 1;
        double total = (e.TrainingFlopsWithAttention ?? flops) * share;
        var best = law.Allocate(flops * share);
        double parameters = best.Parameters / meant;
        double attention = ((e.TrainingFlopsWithAttention ?? flops) - flops) / tokens.Value;
        double within = total / ((6 * parameters) + attention);
        advice = "; within it " + e.Law.Id + (meant > 1 ? " keeps this over-training at " : " puts the optimum at ") + Quantity.Format(parameters) + " parameters on " + Quantity.Format(within) + " tokens";
        return facts.With(Tokens, within).With(Parameters, parameters).With("law", e.Law.Id);
    }

    private static bool IsMeantToBeServed(ResolvedRun run) =>
        run.Run.Intent == TrainingIntent.InferenceOptimal || run.Run.InferenceTokens is not null || run.IsJustified;

    private sealed record Limit(Fact Fact, double Most, double Taken, Func<double, string> Show)
    {
        public static Limit? Of(ResolvedRun run, ConfigRole role, double? taken, Func<double, string> show) =>
            taken is { } value && run.Facts.Positive(role) is { } most ? new(run.Facts.Find(role)!, most, value, show) : null;
    }
}
