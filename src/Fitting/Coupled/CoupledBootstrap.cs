using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MathNet.Numerics.Statistics;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Fitting;

/// <summary>The coupled laws of a bootstrap: what any quantity could have been, had other runs been drawn.</summary>
public sealed class CoupledBootstrap
{
    internal CoupledBootstrap(IReadOnlyList<CoupledLaw> laws, int notConverged)
    {
        Laws = laws;
        NotConverged = notConverged;
    }

    /// <summary>One law a resample.</summary>
    public IReadOnlyList<CoupledLaw> Laws { get; }

    /// <summary>Resamples whose gradient did not quite vanish; they are kept.</summary>
    public int NotConverged { get; }

    /// <summary>Whether more than 5 % of the resamples did not converge: then their spread is no uncertainty.</summary>
    public IReadOnlyList<FitWarning> Warnings => NotConverged <= 0.05 * Laws.Count ? [] :
    [
        new(FitWarningKind.BootstrapUnconverged, string.Create(CultureInfo.InvariantCulture,
            $"{NotConverged} of {Laws.Count} resamples did not converge; their spread is no measure of uncertainty.")),
    ];

    /// <summary>The percentile interval of any quantity of the law: a coefficient, an optimum, a loss.</summary>
    /// <param name="quantity">The quantity, computed from each law.</param>
    /// <param name="level">0.95 leaves 2.5 % on each side.</param>
    /// <returns>The interval (percentiles interpolated linearly between order statistics).</returns>
    /// <exception cref="ArgumentNullException">No quantity.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public Interval Interval(Func<CoupledLaw, double> quantity, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        Levels.Require(level);
        double[] values = Laws.Select(quantity).ToArray();
        return new Interval(Quantile(values, (1 - level) / 2), Quantile(values, (1 + level) / 2));
    }

    private static double Quantile(double[] values, double share) => values.QuantileCustom(share, QuantileDefinition.R7);
}
