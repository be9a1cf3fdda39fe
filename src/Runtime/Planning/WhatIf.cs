using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Planning;

/// <summary>One line of a what-if table.</summary>
public sealed class WhatIfRow
{
    internal WhatIfRow(string change, Estimate estimate, double? ordersOutsideFit, AllocationBand? band)
    {
        Change = change;
        Estimate = estimate;
        OrdersOutsideFit = ordersOutsideFit;
        Band = band;
    }

    /// <summary>What was changed: "as planned", "half the parameters".</summary>
    public string Change { get; }

    /// <summary>The changed run under its law: loss, hours, cost.</summary>
    public Estimate Estimate { get; }

    /// <summary>
    /// How far it is outside the law's fitted range, in orders of magnitude; 0 inside, null where parameters or tokens
    /// are unknown.
    /// </summary>
    public double? OrdersOutsideFit { get; }

    /// <summary>The interval of the optimum at its compute; null where the law has none.</summary>
    public AllocationBand? Band { get; }

    internal static WhatIfRow Of(string change, TrainingRun run, ScalingLaw law)
    {
        // By the law of the estimate: with unique tokens known it counts repeats.
        var estimate = run.Estimate(law);
        double? outside = estimate.Counted.ComputeParameters is { } parameters && estimate.Counted.TrainingTokens is { } tokens
            ? estimate.Law.FittedRange.OrdersOutside(parameters, estimate.Balance?.Tokens ?? tokens)
            : null;
        var band = estimate.Balance is { } balance ? (estimate.Law as IUncertainAllocation)?.OptimumBand(balance.TrainingFlops) : null;
        return new(change, estimate, outside, band);
    }
}

/// <summary>A run beside its neighbours, and the same run under every law.</summary>
public static class WhatIf
{
    /// <summary>The run, and the same with parameters or tokens halved or doubled.</summary>
    /// <remarks>
    /// A model of another size keeps its aspect ratio, so its attention width grows with its parameters to the power
    /// 2/3 (N as L d^2, L as d); its cache is unknown.
    /// </remarks>
    /// <param name="run">The run.</param>
    /// <param name="law">The law; besiroglu-2024 where null.</param>
    /// <returns>Five lines; fewer where parameters or tokens are unknown or a doubled count leaves 64 bits.</returns>
    /// <exception cref="ArgumentNullException">No run.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The run or its shape is impossible.</exception>
    public static IReadOnlyList<WhatIfRow> Neighbours(TrainingRun run, ScalingLaw? law = null)
    {
        if (run is null) throw new ArgumentNullException(nameof(run));
        law ??= LawCatalog.Default;
        run = run.Counted();

        // A model of another size has no shape and so no windows: then attention is left out of all lines.
        if (run.UtilizationBasis == UtilizationBasis.Unspecified && UtilizationFlops.HasWindow(run))
            run = run with { UtilizationBasis = UtilizationBasis.SixN };
        var changes = new List<(string Change, TrainingRun Run)> { ("as planned", run) };
        if (run.ComputeParameters is { } parameters)
        {
            if (parameters >= 2) changes.Add(("half the parameters", Halve(run)));
            if (new[] { parameters, run.Parameters ?? 0, run.NonEmbeddingParameters ?? 0 }.Max() <= long.MaxValue / 2)
                changes.Add(("twice the parameters", Double(run)));
        }

        if (run.TrainingTokens is { } tokens)
        {
            if (tokens >= 2) changes.Add(("half the tokens", run with { TrainingTokens = tokens / 2 }));
            if (tokens <= long.MaxValue / 2) changes.Add(("twice the tokens", run with { TrainingTokens = tokens * 2 }));
        }

        return changes.Select(change => WhatIfRow.Of(change.Change, change.Run, law)).ToArray();
    }

    /// <summary>The same run under every law that can assess it; a law with a loss surface of its own counts
    /// repeats.</summary>
    /// <param name="run">The run.</param>
    /// <returns>One line a law of the catalogue, in its order.</returns>
    /// <exception cref="ArgumentNullException">No run.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The run or its shape is impossible.</exception>
    public static IReadOnlyList<WhatIfRow> Compare(TrainingRun run)
    {
        if (run is null) throw new ArgumentNullException(nameof(run));
        return LawCatalog.All.Where(law => law is IAllocationLaw)
            .Select(law => WhatIfRow.Of(law.Id, run, law))
            .ToArray();
    }

    private static TrainingRun Halve(TrainingRun run) => Resize(run, 0.5, count => count / 2);

    private static TrainingRun Double(TrainingRun run) => Resize(run, 2, count => count * 2);

    // Active and total parameters change together; the old shape is another model's.
    private static TrainingRun Resize(TrainingRun run, double factor, Func<long, long> size) => run with
    {
        Shape = null,
        Parameters = Sized(run.Parameters, size),
        ActiveParameters = Sized(run.ActiveParameters, size),
        NonEmbeddingParameters = Sized(run.NonEmbeddingParameters, size),
        AttentionWidth = Sized(run.AttentionWidth, width => Math.Max(1, (long)Math.Round(width * ScalarMath.Pow(factor, 2.0 / 3)))),
    };

    private static long? Sized(long? count, Func<long, long> size) => count is { } value ? size(value) : null;
}
