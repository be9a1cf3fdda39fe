using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Planning;

/// <summary>
/// The number of experts for a compute and a memory (Ludziejewski et al. 2025): the best option and all others.
/// </summary>
public sealed class MixturePlan : PlannedRun
{
    private static readonly int[] FittedCounts = { 1, 2, 4, 8, 16, 32 };

    private MixturePlan(MixtureOption best, IReadOnlyList<MixtureOption> options)
        : base(best.Law, best.Allocation, best.Loss)
    {
        Best = best;
        Options = options;
        OrdersOutsideFit = best.OrdersOutsideFit;
    }

    /// <summary>The option of the least loss: this plan.</summary>
    public MixtureOption Best { get; }

    /// <summary>All options tried, by expansion rate.</summary>
    public IReadOnlyList<MixtureOption> Options { get; }

    /// <inheritdoc cref="MixtureOption.Layout"/>
    public MixtureLayout Layout => Best.Layout;

    /// <inheritdoc cref="MixtureOption.Experts"/>
    public int Experts => Best.Experts;

    /// <inheritdoc cref="MixtureOption.TotalParameters"/>
    public double TotalParameters => Best.TotalParameters;

    /// <inheritdoc cref="MixtureOption.IsMemoryBound"/>
    public bool IsMemoryBound => Best.IsMemoryBound;

    /// <summary>The run, and its experts.</summary>
    public override string ToString() => Best.ToString();

    /// <summary>The best expert count, size and tokens.</summary>
    /// <remarks>
    /// At each expert count the law is a Chinchilla surface of active parameters. Where its optimum exceeds the memory,
    /// the size is reduced to the memory and the rest of the compute goes into tokens (the surface has one optimum, so
    /// the best admissible size is the largest). All parameters are active * (1 + share * (experts - 1)): one expert is
    /// active, and it has this share of the active parameters.
    /// </remarks>
    /// <param name="trainingFlops">Training compute, FLOPs, 6 * active parameters * tokens.</param>
    /// <param name="memoryBytes">Memory for the parameters, bytes; infinity for no limit.</param>
    /// <param name="bytesPerParameter">2 for serving in 16 bits, 16 for training with Adam.</param>
    /// <param name="expertShare">Share of the active parameters in the expert: 2/3 where the feed-forward has 8 of 12
    /// width^2.</param>
    /// <param name="expertCounts">Counts to try; 1 to 32, the fitted ones, where null.</param>
    /// <returns>The best option and all others.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    /// <exception cref="ArgumentException">No counts to try.</exception>
    public static MixturePlan ForCompute(
        double trainingFlops,
        double memoryBytes = double.PositiveInfinity,
        double bytesPerParameter = 2,
        double expertShare = 2.0 / 3,
        IReadOnlyList<int>? expertCounts = null) => ForLayouts(
            trainingFlops, (expertCounts ?? FittedCounts).Select(count => new MixtureLayout(count)).ToArray(), memoryBytes,
            bytesPerParameter, expertShare);

    /// <summary>The best of some layouts, such as 8 of 128 experts and a shared one, its size and tokens.</summary>
    /// <remarks>
    /// The law has one active expert of the width of a dense feed-forward. A layout of finer experts counts by its
    /// expansion rate, all expert parameters over the active ones; what finer experts gain beyond that is not in the
    /// law, so that a loss is rather too high.
    /// </remarks>
    /// <param name="trainingFlops">Training compute, FLOPs, 6 * active parameters * tokens.</param>
    /// <param name="layouts">Layouts to try.</param>
    /// <param name="memoryBytes">Memory for the parameters, bytes; infinity for no limit.</param>
    /// <param name="bytesPerParameter">2 for serving in 16 bits, 16 for training with Adam.</param>
    /// <param name="expertShare">Share of the active parameters in the experts, shared ones included.</param>
    /// <returns>The best option and all others, in their order.</returns>
    /// <exception cref="ArgumentNullException">No layouts.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    /// <exception cref="ArgumentException">No layouts to try.</exception>
    public static MixturePlan ForLayouts(
        double trainingFlops,
        IReadOnlyList<MixtureLayout> layouts,
        double memoryBytes = double.PositiveInfinity,
        double bytesPerParameter = 2,
        double expertShare = 2.0 / 3)
    {
        if (layouts is null) throw new ArgumentNullException(nameof(layouts));
        Positive.Require(trainingFlops, nameof(trainingFlops), "FLOPs");
        if (!(memoryBytes > 0))
            throw new ArgumentOutOfRangeException(nameof(memoryBytes), memoryBytes, "memoryBytes is in bytes and must be positive.");
        Positive.Require(bytesPerParameter, nameof(bytesPerParameter), "bytes per parameter");
        Positive.RequireShare(expertShare, nameof(expertShare), "the active parameters");
        if (layouts.Count == 0) throw new ArgumentException("No expert counts to try.", nameof(layouts));
        var options = layouts.OrderBy(layout => layout.ExpansionRate)
            .Select(layout => Option(layout, trainingFlops, memoryBytes / bytesPerParameter, expertShare))
            .ToArray();
        return new(options.OrderBy(option => option.Loss).First(), Array.AsReadOnly(options));
    }

    private static MixtureOption Option(MixtureLayout layout, double flops, double mostParameters, double expertShare)
    {
        double rate = layout.ExpansionRate;
        var surface = LudziejewskiLaw.Published.ForExperts(rate);
        double perActive = 1 + (expertShare * (rate - 1));
        var run = surface.Allocate(flops);
        bool bound = run.Parameters * perActive > mostParameters;
        if (bound)
        {
            double parameters = mostParameters / perActive;
            run = new(parameters, flops / 6 / parameters);
        }

        // The fit's range of parameters counts all of them, its compute the active ones.
        double total = run.Parameters * perActive;
        double outside = Math.Max(
            Math.Max(Math.Abs(Outside(surface.FittedRange.Parameters, total)), Math.Abs(Outside(surface.FittedRange.TrainingFlops, flops))),
            Math.Abs(LudziejewskiLaw.ExpertRange.OrdersOutside(rate)));
        return new(run, surface.Loss(run.Parameters, run.Tokens), outside, layout, total, bound);
    }

    private static double Outside(Interval? range, double value) => range?.OrdersOutside(value) ?? 0;
}
