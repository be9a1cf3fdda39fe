using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Planning;

/// <summary>Two runs under one law: which has the lower loss, and whether the law can tell; hours are counted
/// alike.</summary>
public sealed class Comparison
{
    private const string CannotTell = "the law cannot tell them apart";

    private readonly ScalingLaw _law;

    private Comparison(Estimate first, Estimate second, ScalingLaw law)
    {
        First = first;
        Second = second;
        _law = law;
        if (first.PredictedLoss is not { } one || second.PredictedLoss is not { } other) return;
        LossDifference = one - other;
        DifferenceBand = (law as IUncertainLoss)?.DifferenceBand(Counted(first), Counted(second));
    }

    /// <summary>The first run's estimate.</summary>
    public Estimate First { get; }

    /// <summary>The second run's estimate.</summary>
    public Estimate Second { get; }

    /// <summary>The first run's loss minus the second's, nats per token; null where one is not predicted.</summary>
    public double? LossDifference { get; }

    /// <summary>Its 95 % coefficient band, by the same draws for both runs, so that errors they share cancel; null
    /// where the law has none.</summary>
    public Interval? DifferenceBand { get; }

    /// <summary>Whether the band of the difference contains zero: the law cannot tell which run has the lower loss;
    /// null where there is no band.</summary>
    public bool? CannotBeToldApart => DifferenceBand?.Contains(0);

    /// <summary>The difference by every law of the catalogue that predicts both losses, nats per token.</summary>
    public IReadOnlyList<LawLoss> DifferencesByLaw => LawCatalog.All
        .Select(law => (Law: law, First: First.Counted.Estimate(law).PredictedLoss, Second: Second.Counted.Estimate(law).PredictedLoss))
        .Where(row => row.First is not null && row.Second is not null)
        .Select(row => new LawLoss(row.Law, row.First!.Value - row.Second!.Value))
        .ToArray();

    /// <summary>Compares two runs.</summary>
    /// <param name="first">The first run.</param>
    /// <param name="second">The second run.</param>
    /// <param name="law">The law; besiroglu-2024 where null.</param>
    /// <returns>The comparison; its hours are those of <see cref="CountedAlike"/>.</returns>
    /// <exception cref="ArgumentNullException">A run is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A run or its shape is impossible.</exception>
    public static Comparison Of(TrainingRun first, TrainingRun second, ScalingLaw? law = null)
    {
        if (first is null) throw new ArgumentNullException(nameof(first));
        if (second is null) throw new ArgumentNullException(nameof(second));
        law ??= LawCatalog.Default;
        var estimates = CountedAlike([first, second], law);
        return new(estimates[0], estimates[1], law);
    }

    /// <summary>Estimates of runs that are shown in one place, their hours counted alike.</summary>
    /// <remarks>
    /// A declared basis of the utilization stays: it says how the utilization was measured. Runs that declare none are
    /// counted by the one basis that the others declare, else with attention, in both cases only where all of them know
    /// their attention; else by 6N. A run without hours has nothing to count and decides nothing.
    /// </remarks>
    /// <param name="runs">The runs.</param>
    /// <param name="law">The law; besiroglu-2024 where null.</param>
    /// <returns>One estimate a run, in their order; <see cref="Estimate.UtilizationBasis"/> says what each
    /// counts.</returns>
    /// <exception cref="ArgumentNullException">No runs, or one is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A run or its shape is impossible.</exception>
    public static IReadOnlyList<Estimate> CountedAlike(IEnumerable<TrainingRun> runs, ScalingLaw? law = null)
    {
        if (runs is null) throw new ArgumentNullException(nameof(runs));
        law ??= LawCatalog.Default;
        var all = runs.Select(run => run ?? throw new ArgumentNullException(nameof(runs))).ToArray();
        return Alike(all.Select(run => (run, run.Estimate(law))), (run, _) => run.Estimate(law));
    }

    /// <summary>The same of runs with what their configs leave open: that stays open.</summary>
    /// <inheritdoc cref="CountedAlike" path="/remarks"/>
    /// <param name="runs">The runs.</param>
    /// <param name="law">The law of all of them; each run's own where null.</param>
    /// <returns>One estimate a run, in their order.</returns>
    /// <exception cref="ArgumentNullException">No runs, or one is null.</exception>
    public static IReadOnlyList<Estimate> ConfigsCountedAlike(IEnumerable<ConfigRun> runs, ScalingLaw? law = null)
    {
        if (runs is null) throw new ArgumentNullException(nameof(runs));
        var all = runs.Select(run => run ?? throw new ArgumentNullException(nameof(runs))).ToArray();
        return Alike(all.Select(run => (run.Declared, run.Declared.Estimate(law ?? run.Law, run.Limits))),
            (run, i) => run.Estimate(law ?? all[i].Law, all[i].Limits));
    }

    private static Estimate[] Alike(
        IEnumerable<(TrainingRun Run, Estimate Alone)> runs, Func<TrainingRun, int, Estimate> estimate)
    {
        var all = runs.ToArray();
        var timed = all.Select(run => run.Alone).Where(estimate => estimate.AcceleratorHours is not null);
        var common = UtilizationFlops.CommonBasis(timed.Select(estimate => estimate.Counted));
        return all.Select((run, i) => common is { } basis && run.Run.UtilizationBasis == UtilizationBasis.Unspecified
            && run.Alone.AcceleratorHours is not null && run.Alone.UtilizationBasis != basis
                ? estimate(run.Run with { UtilizationBasis = basis }, i)
                : run.Alone).ToArray();
    }

    /// <summary>Each of several runs with the first, what their configs leave open left open; hours of all are counted
    /// alike.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="law">The law of all of them; besiroglu-2024 where null.</param>
    /// <returns>One comparison for each run after the first: that run minus the first.</returns>
    /// <exception cref="ArgumentNullException">No runs, or one is null.</exception>
    public static IReadOnlyList<Comparison> WithFirst(IEnumerable<ConfigRun> runs, ScalingLaw? law = null)
    {
        law ??= LawCatalog.Default;
        var estimates = ConfigsCountedAlike(runs, law);
        return estimates.Skip(1).Select(other => new Comparison(other, estimates[0], law)).ToArray();
    }

    /// <summary>7B on 2T minus 70B on 200B: +0.013 [-0.005, +0.036] nats per token by besiroglu-2024: the law cannot
    /// tell them apart.</summary>
    public override string ToString()
    {
        string runs = Name(First) + " minus " + Name(Second) + ": ";
        string loss = LossDifference is not { } difference ? "no losses to compare by " + _law.Id
            : Signed(difference) + (DifferenceBand is { } band ? " [" + Signed(band.Low) + ", " + Signed(band.High) + "]" : "")
                + " nats per token by " + _law.Id + (CannotBeToldApart == true ? ": " + CannotTell : "");
        return runs + loss + Hours();
    }

    private static Allocation Counted(Estimate estimate)
    {
        var run = new Allocation(estimate.Balance!.Parameters, estimate.Balance.Tokens);
        return estimate.Law is RepeatedDataLaw repeated ? repeated.Counted(run.Parameters, run.Tokens) : run;
    }

    private static string Name(Estimate estimate) =>
        Shown(estimate.Counted.ComputeParameters) + " on " + Shown(estimate.Counted.TrainingTokens);

    private static string Shown(long? count) => count is { } known ? Quantity.Format(known) : "?";

    private static string Signed(double nats) => nats.ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture);

    private string Hours()
    {
        if (First.AcceleratorHours is not { } one || Second.AcceleratorHours is not { } other) return "";
        string text = "; " + Quantity.Format(one) + " and " + Quantity.Format(other) + " accelerator-hours, ";
        string first = Basis(First), second = Basis(Second);
        return text + (first == second ? "both " + first : first + " and " + second);
    }

    private static string Basis(Estimate estimate) => estimate.UtilizationBasis switch
    {
        UtilizationBasis.Attention12 => "with attention",
        UtilizationBasis.AttentionCausal => "with half of the attention",
        UtilizationBasis.Unspecified => "by measured throughput",
        _ => "without attention",
    };
}
