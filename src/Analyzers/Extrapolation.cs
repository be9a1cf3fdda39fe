using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Evaluation;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers.Analyzers;

/// <summary>SCALE003: the law is asked far outside the runs it was fitted on.</summary>
internal sealed class Extrapolation : RunRule
{
    public override void Judge(ResolvedRun run, RunReport report)
    {
        if (TokenBalance.Judged(run) is not { } balance || run.Options.MaxExtrapolation is not { } most) return;
        var law = run.Estimate.Law;
        var farthest = Axes(balance, law.FittedRange).OrderByDescending(axis => Math.Abs(axis.Orders)).FirstOrDefault();
        if (farthest is null || Math.Abs(farthest.Orders) <= most) return;
        bool above = farthest.Orders > 0;
        double edge = above ? farthest.Fitted.High : farthest.Fitted.Low;
        var facts = FixFacts.None.With("ordersOutsideFit", Math.Abs(farthest.Orders)).With("value", farthest.Value).With("fittedLow", farthest.Fitted.Low).With("fittedHigh", farthest.Fitted.High).With("axis", farthest.Unit).With("law", law.Id);
        report.At(
            run.Tokens!.DecidedBy, Rules.Extrapolation, facts,
            run.Name,
            farthest.Show(farthest.Value) + " " + farthest.Unit,
            above ? Quantity.Ratio(farthest.Value / edge) + " times the most" : "1/" + Quantity.Ratio(edge / farthest.Value) + " of the least",
            law.ToString(),
            farthest.Fitted.Low > 0 ? farthest.Show(farthest.Fitted.Low) + " to " + farthest.Show(farthest.Fitted.High) : "up to " + farthest.Show(farthest.Fitted.High),
            Quantity.Ratio(Math.Round(Math.Abs(farthest.Orders), 1)));
    }

    private static IEnumerable<Axis> Axes(Balance balance, FittedRange range)
    {
        // Compute first: of equal distances it is the one to name.
        if (range.TrainingFlops is { } flops) yield return new(balance.TrainingFlops, flops, "FLOPs", Quantity.Scientific);
        if (range.Parameters is { } parameters) yield return new(balance.Parameters, parameters, "parameters", Quantity.Format);
        if (range.Tokens is { } tokens) yield return new(balance.Tokens, tokens, "tokens", Quantity.Format);
        if (range.TokensPerParameter is { } ratio) yield return new(balance.TokensPerParameter, ratio, "tokens per parameter", Quantity.Ratio);
    }

    private sealed record Axis(double Value, Interval Fitted, string Unit, Func<double, string> Show)
    {
        public double Orders => Fitted.OrdersOutside(Value);
    }
}
