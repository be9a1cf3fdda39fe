using System;
using System.Linq;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Fitting;

public sealed partial class SweepFit
{
    // A quarter of an order of magnitude beyond the runs the whole of it counts; within them the runs' scatter has it.
    private const double WholeBeyond = 0.25;
    private const double MostWidening = 3;

    // Nominally a miss has a root mean square of half a half width.
    private const double Nominal = 0.5;

    /// <summary>By how much the intervals of a form fall short of its misses in the back-tests, at least 1: where the
    /// form is true its own intervals contain the runs that were held out.</summary>
    internal double Shortfall(SurfaceForm form)
    {
        if (BackTests.Count == 0) return 1;
        double squares = BackTests.Average(test => Math.Pow(test.HalfWidths(form) / Nominal, 2));
        return double.IsFinite(squares) ? Math.Clamp(Math.Sqrt(squares), 1, MostWidening) : 1;
    }

    private double Widening(SurfaceForm form, double beyond) => 1 + ((Shortfall(form) - 1) * Math.Clamp(beyond / WholeBeyond, 0, 1));

    private static Interval Wider(Interval interval, double centre, double times) =>
        new(centre * Math.Pow(interval.Low / centre, times), centre * Math.Pow(interval.High / centre, times));
}
