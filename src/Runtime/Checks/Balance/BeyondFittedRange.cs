using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers.Checks;

/// <summary>SCALE003: the law is applied far outside the runs it was fitted on.</summary>
internal sealed class BeyondFittedRange : RunCheck
{
    public override Rule Rule => RuleTable.BeyondFittedRange;

    public override IEnumerable<Finding> Check(ConfigRun run)
    {
        if (BalanceAssessment.Of(run) is not { } balance || run.Options.MaxExtrapolation is not { } most) yield break;
        var law = run.Estimate.Law;
        if (Hybrid(run, law) is { } hybrid) yield return hybrid;
        var farthest = Axes(balance, law.FittedRange).OrderByDescending(axis => Math.Abs(axis.Orders)).FirstOrDefault();
        if (farthest is null || Math.Abs(farthest.Orders) <= most) yield break;
        bool isAbove = farthest.Orders > 0;
        double edge = isAbove ? farthest.Fitted.High : farthest.Fitted.Low;
        yield return new Finding(
            Rule,
            run.Name,
            0,
            ("value", farthest.Show(farthest.Value) + " " + farthest.Unit),
            ("distance", isAbove
                ? Quantity.Ratio(farthest.Value / edge) + " times the most"
                : "1/" + Quantity.Ratio(edge / farthest.Value) + " of the least"),
            ("law", law.ToString()!),
            ("range", (farthest.Fitted.Low > 0 ? farthest.Show(farthest.Fitted.Low) + " to " : "up to ")
                + farthest.Show(farthest.Fitted.High)),
            ("orders", Quantity.Ratio(Math.Round(Math.Abs(farthest.Orders), 1))))
        {
            At = Finding.Values(run.Tokens!.DecidedBy),
            Data = new FindingData()
                .With(FindingKeys.OrdersOutsideFit, Math.Abs(farthest.Orders))
                .With(FindingKeys.Value, farthest.Value)
                .With(FindingKeys.FittedLow, farthest.Fitted.Low)
                .With(FindingKeys.FittedHigh, farthest.Fitted.High)
                .With(FindingKeys.Axis, farthest.Unit)
                .With(FindingKeys.Law, law.Id),
        };
    }

    // Published laws are fitted on transformers whose layers all have attention.
    private static Finding? Hybrid(ConfigRun run, ScalingLaw law)
    {
        if (run.Shape?.Shape is not { IsHybrid: true } shape) return null;
        int without = shape.Blocks!
            .Where(block => block.SharedUses is null && block.Recurrent is not null && block.Attention is null)
            .Sum(block => block.Count);
        return new Finding(
            RuleTable.BeyondFittedRange,
            run.Name,
            1,
            ("layers", without > 0
                ? without.ToString(CultureInfo.InvariantCulture) + " of " + shape.Layers.ToString(CultureInfo.InvariantCulture)
                    + " layers mix tokens by a recurrence without attention"
                : "its layers mix tokens by a recurrence beside attention"),
            ("law", law.ToString()!))
        {
            At = Finding.Values(run.Tokens!.DecidedBy),
            Data = new FindingData().With(FindingKeys.Law, law.Id),
        };
    }

    private static IEnumerable<Axis> Axes(Balance balance, FittedRange range)
    {
        // Compute first: of equal distances it is the one to name.
        if (range.TrainingFlops is { } flops) yield return new(balance.TrainingFlops, flops, "FLOPs", Quantity.Scientific);
        if (range.Parameters is { } parameters) yield return new(balance.Parameters, parameters, "parameters", Quantity.Format);
        if (range.Tokens is { } tokens) yield return new(balance.Tokens, tokens, "tokens", Quantity.Format);
        if (range.TokensPerParameter is { } ratio)
            yield return new(balance.TokensPerParameter, ratio, "tokens per parameter", Quantity.Ratio);
    }

    private sealed record Axis(double Value, Interval Fitted, string Unit, Func<double, string> Show)
    {
        public double Orders => Fitted.OrdersOutside(Value);
    }
}
