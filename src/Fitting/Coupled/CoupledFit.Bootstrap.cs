using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Fitting;

public sealed partial class CoupledFit
{
    /// <summary>Refits the law to runs drawn with replacement (Efron 1979), from the optimum of all runs.</summary>
    /// <remarks>k and E are known only together, so their own intervals are wide; those of losses near the runs are
    /// not.</remarks>
    /// <param name="options">How many, from which seed; null for 1000 from seed 42.</param>
    /// <returns>The laws of all resamples.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of resamples is not positive.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public CoupledBootstrap Bootstrap(BootstrapOptions? options = null)
    {
        options ??= new BootstrapOptions();
        int count = options.Resamples;
        if (count <= 0) throw new ArgumentOutOfRangeException(nameof(options), count, "Resamples must be positive.");
        double[][] thetas = new double[count][];
        int failed = 0, done = 0, report = Math.Max(1, count / 100);
        var parallel = new ParallelOptions
        {
            CancellationToken = options.Cancellation,
            MaxDegreeOfParallelism = options.Parallel ? -1 : 1,
        };
        Parallel.For(0, count, parallel, () => (Data: Data.Like(), Times: new int[Runs]), (resample, _, room) =>
        {
            Array.Clear(room.Times);
            var draws = new RandomDraws(options.Seed, resample);
            for (int i = 0; i < Runs; i++) room.Times[draws.Below(Runs)]++;
            room.Data.Resample(Data, room.Times);
            if (!Refit(room.Data, out thetas[resample])) Interlocked.Increment(ref failed);
            int sofar = Interlocked.Increment(ref done);
            if (sofar % report == 0) options.Progress?.Report(sofar);
            return room;
        }, _ => { });
        return new CoupledBootstrap(thetas.Select(theta => ToLaw(theta)).ToArray(), failed);
    }

    // A descent that is lost in the narrow valley finds it again under a gentler misfit.
    private bool Refit(SurfaceData data, out double[] theta)
    {
        theta = [.. Theta];
        if (CoupledNewton.Minimise(data, Misfit, _box, theta, InstructionPaths.Best).Converged) return true;
        if (double.IsFinite(Misfit.Delta))
            CoupledNewton.Minimise(data, Misfit with { Delta = 10 * Misfit.Delta }, _box, theta, InstructionPaths.Best);
        return CoupledNewton.Minimise(data, Misfit, _box, theta, InstructionPaths.Best).Converged;
    }
}
