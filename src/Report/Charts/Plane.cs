using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Reports.Charts;

/// <summary>The part of the plane of parameters and tokens that a chart shows.</summary>
internal readonly record struct Plane(Interval Parameters, Interval Tokens)
{
    /// <summary>From the compute of the lower left corner to that of the upper right one, FLOPs.</summary>
    public Interval TrainingFlops => new(
        new Allocation(Parameters.Low, Tokens.Low).TrainingFlops, new Allocation(Parameters.High, Tokens.High).TrainingFlops);

    /// <summary>Whether a run is inside.</summary>
    public bool Contains(Allocation run) => Parameters.Contains(run.Parameters) && Tokens.Contains(run.Tokens);

    /// <summary>A curve, cut at the border; null where less than two of its points are inside.</summary>
    public Series? Cut(string name, IEnumerable<Allocation> curve)
    {
        var inside = curve.Where(Contains).ToArray();
        return inside.Length < 2 ? null
            : new Series(name, SeriesKind.Line, inside.Select(run => run.Parameters).ToArray(), inside.Select(run => run.Tokens).ToArray());
    }

    /// <summary>A region, its border pressed onto the border of the plane where it leaves it.</summary>
    public Series Press(string name, IEnumerable<Allocation> border)
    {
        var (parameters, tokens) = (Parameters, Tokens);
        var points = border.ToArray();
        return new Series(name, SeriesKind.Area,
            points.Select(run => Math.Clamp(run.Parameters, parameters.Low, parameters.High)).ToArray(),
            points.Select(run => Math.Clamp(run.Tokens, tokens.Low, tokens.High)).ToArray());
    }
}
