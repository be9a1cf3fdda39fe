using System;
using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers;

/// <summary>One line of a what-if table.</summary>
/// <param name="Change">What was changed: "as planned", "half the parameters".</param>
/// <param name="Estimate">The changed run under its law: loss, hours, cost.</param>
/// <param name="OrdersOutsideFit">How far it lies outside the law's fitted range, in orders of magnitude; 0 inside, null where parameters or tokens are unknown.</param>
/// <param name="Band">The interval of the optimum at its compute; null where the law has none.</param>
public sealed record WhatIfRow(string Change, Estimate Estimate, double? OrdersOutsideFit, AllocationBand? Band)
{
    internal static WhatIfRow Of(string change, TrainingRun run, ScalingLaw law)
    {
        var estimate = run.Estimate(law);
        double? outside = run.ComputeParameters is { } parameters && run.TrainingTokens is { } tokens && parameters > 0 && tokens > 0
            ? law.FittedRange.OrdersOutside(parameters, tokens)
            : null;
        var band = estimate.Balance is { } balance ? (law as IUncertainAllocation)?.OptimumBand(balance.TrainingFlops) : null;
        return new(change, estimate, outside, band);
    }
}

/// <summary>A run beside its neighbours, and the same run under every law.</summary>
public static class WhatIf
{
    /// <summary>The run, and the same with parameters or tokens halved or doubled.</summary>
    /// <param name="run">The run.</param>
    /// <param name="law">The law; besiroglu-2024 where null.</param>
    /// <returns>Five lines; fewer where parameters or tokens are unknown or a doubled count leaves 64 bits.</returns>
    /// <exception cref="ArgumentNullException">No run.</exception>
    public static IReadOnlyList<WhatIfRow> Neighbours(TrainingRun run, ScalingLaw? law = null)
    {
        if (run is null) throw new ArgumentNullException(nameof(run));
        law ??= LawCatalog.Default;
        var changes = new List<(string Change, TrainingRun Run)> { ("as planned", run) };
        if (run.ComputeParameters is { } parameters)
        {
            if (parameters >= 2) changes.Add(("half the parameters", Halve(run)));
            if (new[] { parameters, run.Parameters ?? 0, run.NonEmbeddingParameters ?? 0 }.Max() <= long.MaxValue / 2) changes.Add(("twice the parameters", Double(run)));
        }

        if (run.TrainingTokens is { } tokens)
        {
            if (tokens >= 2) changes.Add(("half the tokens", run with { TrainingTokens = tokens / 2 }));
            if (tokens <= long.MaxValue / 2) changes.Add(("twice the tokens", run with { TrainingTokens = tokens * 2 }));
        }

        return changes.Select(change => WhatIfRow.Of(change.Change, change.Run, law)).ToArray();
    }

    /// <summary>The same run under every law that can judge it.</summary>
    /// <param name="run">The run.</param>
    /// <returns>One line a law of the catalogue, in its order.</returns>
    /// <exception cref="ArgumentNullException">No run.</exception>
    public static IReadOnlyList<WhatIfRow> Compare(TrainingRun run)
    {
        if (run is null) throw new ArgumentNullException(nameof(run));
        return LawCatalog.All.Where(law => law is IAllocationLaw).Select(law => WhatIfRow.Of(law.Id, run, law)).ToArray();
    }

    private static TrainingRun Halve(TrainingRun run) => Resize(run, count => count / 2);

    private static TrainingRun Double(TrainingRun run) => Resize(run, count => count * 2);

    // Active and total parameters change together; what hangs on the old shape is forgotten.
    private static TrainingRun Resize(TrainingRun run, Func<long, long> size) => run with
    {
        Parameters = Sized(run.Parameters, size),
        ActiveParameters = Sized(run.ActiveParameters, size),
        NonEmbeddingParameters = Sized(run.NonEmbeddingParameters, size),
        AttentionWidth = null,
    };

    private static long? Sized(long? count, Func<long, long> size) => count is { } value ? size(value) : null;
}
