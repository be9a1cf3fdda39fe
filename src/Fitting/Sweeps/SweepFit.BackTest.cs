using System;

namespace ScalingAnalyzers.Fitting;

public sealed partial class SweepFit
{
    /// <summary>Fits both forms without the largest runs and compares their predictions with what those runs
    /// reached.</summary>
    /// <param name="share">The share of runs to hold out.</param>
    /// <param name="order">By what a run is large.</param>
    /// <returns>A row for each held-out run, with intervals and a verdict.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 0.9, or no run is held
    /// out.</exception>
    /// <exception cref="FitRefusedException">The runs left over support neither form.</exception>
    public SweepBackTest LeaveLargestOut(double share = 0.25, BackTestOrder order = BackTestOrder.Compute) =>
        SweepBackTest.Of(_pair.Runs, Options, order, share, Form);
}
