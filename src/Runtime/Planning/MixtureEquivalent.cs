using System;
using System.Collections.Generic;
using System.Numerics;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Planning;

/// <summary>A mixture of experts beside the dense model of the same loss, by ludziejewski-2025, and how far that law
/// had to reach.</summary>
public sealed class MixtureEquivalent
{
    private MixtureEquivalent(double active, double total, double tokens, double rate, double dense)
    {
        ActiveParameters = active;
        TotalParameters = total;
        ExpansionRate = rate;
        DenseParameters = dense;
        var law = LudziejewskiLaw.Published;
        double flops = 6 * active * tokens;
        var far = new List<string>();
        double orders = 0;
        Note(law.FittedRange.Parameters, total, Quantity.Format(total) + " parameters in all", r => Quantity.Format(r.High));
        Note(law.FittedRange.TrainingFlops, flops, Quantity.Scientific(flops) + " FLOPs",
            r => Quantity.Scientific(r.Low) + " to " + Quantity.Scientific(r.High));
        Note(LudziejewskiLaw.ExpertRange, rate, Quantity.Ratio(rate) + " experts for each active one", r => Quantity.Ratio(r.High));
        OrdersOutsideFit = orders;
        Distance = string.Join(" and ", far);

        void Note(Interval? fitted, double value, string what, Func<Interval, string> most)
        {
            if (fitted is not { } range || range.OrdersOutside(value) is var outside && outside == 0) return;
            far.Add(what + " (fitted: " + most(range) + ")");
            orders = Math.Max(orders, Math.Abs(outside));
        }
    }

    /// <summary>Active parameters without embeddings.</summary>
    public double ActiveParameters { get; }

    /// <summary>All parameters without embeddings.</summary>
    public double TotalParameters { get; }

    /// <summary>Expert parameters for each active one.</summary>
    public double ExpansionRate { get; }

    /// <summary>Parameters without embeddings of the dense model of the same loss on the same tokens.</summary>
    public double DenseParameters { get; }

    /// <summary>How far the run is outside the law's fitted range, in orders of magnitude; 0 inside.</summary>
    public double OrdersOutsideFit { get; }

    /// <summary>What of the run is outside the fitted range; empty inside.</summary>
    public string Distance { get; }

    /// <summary>Equals a dense model of 85.6B by ludziejewski-2025, extrapolated over 2.5 orders of
    /// magnitude.</summary>
    public override string ToString() => "equals a dense model of " + Quantity.Format(DenseParameters)
        + " without embeddings by ludziejewski-2025"
        + (OrdersOutsideFit > 0 ? ", extrapolated over " + Quantity.Ratio(OrdersOutsideFit) + " orders of magnitude" : "");

    /// <summary>The equivalent of a mixture whose experts and tokens are known; null where they are not, or where the
    /// law gives less than the active parameters or more than all.</summary>
    internal static MixtureEquivalent? Of(TrainingRun run)
    {
        if (run.ActiveParameters is not { } active || run.Parameters is not { } total || run.TrainingTokens is not { } tokens
            || run.Shape is not { } shape || RateOf(shape) is not { } rate) return null;
        double embeddings = total - (run.NonEmbeddingParameters ?? shape.NonEmbeddingParameters);
        double used = active - embeddings, all = total - embeddings;
        if (!(used > 0) || !(all > used)) return null;
        double seen = (double)(new BigInteger(tokens) + (run.PriorTokens ?? 0));
        double dense = LudziejewskiLaw.Published.DenseEquivalent(used, seen, rate);
        return dense >= used && dense <= all ? new MixtureEquivalent(used, all, seen, rate, dense) : null;
    }

    private static double? RateOf(TransformerShape shape)
    {
        var experts = shape.Experts;
        foreach (var block in shape.Blocks ?? Array.Empty<BlockShape>()) experts = block.Experts ?? experts;
        if (experts is null || experts.Size <= 0) return null;
        double shared = (double)experts.SharedSize / experts.Size;
        return (experts.Count + shared) / (experts.PerToken + shared);
    }
}
