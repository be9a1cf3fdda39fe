using System;
using System.Threading;
using System.Threading.Tasks;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Fitting;

public sealed partial class ChinchillaFit
{
    /// <summary>Refits the law to 1000 samples of the runs, drawn with replacement from seed 42.</summary>
    /// <returns>The laws of all resamples.</returns>
    public ChinchillaBootstrap Bootstrap() => Bootstrap(new BootstrapOptions());

    /// <summary>
    /// Refits the law to runs drawn with replacement: the spread of the coefficients is their uncertainty (Efron 1979).
    /// </summary>
    /// <param name="options">How many, from which seed; null for 1000 from seed 42.</param>
    /// <returns>The laws of all resamples.</returns>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public ChinchillaBootstrap Bootstrap(BootstrapOptions? options)
    {
        options ??= new BootstrapOptions();
        int runs = Runs;
        ulong seed = options.Seed;
        return Resample(options.Resamples, options, (resample, times) =>
        {
            var draws = new RandomDraws(seed, resample);
            for (int i = 0; i < runs; i++) times[draws.Below(runs)]++;
        });
    }

    /// <summary>The same with given draws, so that another program's bootstrap can be repeated.</summary>
    /// <param name="draws">Indices of runs, one resample after another, each as long as there are runs.</param>
    /// <param name="options">Parallel, Progress and Cancellation are heeded.</param>
    /// <returns>The laws of all resamples.</returns>
    /// <exception cref="ArgumentException">The length is not a multiple of the number of runs, or an index is out of
    /// range.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public ChinchillaBootstrap Bootstrap(ReadOnlyMemory<int> draws, BootstrapOptions? options = null)
    {
        int runs = Runs;
        if (draws.Length % runs != 0)
            throw new ArgumentException($"There are {draws.Length} draws, no multiple of the {runs} runs.", nameof(draws));
        foreach (int index in draws.Span)
        {
            if ((uint)index >= (uint)runs) throw new ArgumentException($"A draw is {index}; runs are 0 to {runs - 1}.", nameof(draws));
        }

        return Resample(draws.Length / runs, options ?? new BootstrapOptions(), (resample, times) =>
        {
            foreach (int index in draws.Span.Slice(resample * runs, runs)) times[index]++;
        });
    }

    private ChinchillaBootstrap Resample(int count, BootstrapOptions options, Action<int, int[]> draw)
    {
        if (count <= 0) throw new ArgumentOutOfRangeException(nameof(options), count, "Resamples must be positive.");
        double[] thetas = new double[5 * count];
        bool[] converged = new bool[count];
        int done = 0, report = Math.Max(1, count / 100);
        var path = InstructionPaths.Best;
        var parallel = new ParallelOptions
        {
            CancellationToken = options.Cancellation,
            MaxDegreeOfParallelism = options.Parallel ? -1 : 1,
        };
        Parallel.For(0, count, parallel, () => (Data: _data.Like(), Times: new int[Runs]), (resample, _, room) =>
        {
            Array.Clear(room.Times);
            draw(resample, room.Times);
            room.Data.Resample(_data, room.Times);
            var theta = thetas.AsSpan(5 * resample, 5);
            _theta.CopyTo(theta);
            converged[resample] = SurfaceNewton.Minimise(room.Data, _misfit, _free, theta, path).Converged;
            int sofar = Interlocked.Increment(ref done);
            if (sofar % report == 0) options.Progress?.Report(sofar);
            return room;
        }, _ => { });

        var laws = new ChinchillaLaw[count];
        int failed = 0;
        for (int i = 0; i < count; i++)
        {
            laws[i] = ToLaw(thetas.AsSpan(5 * i, 5));
            if (!converged[i]) failed++;
        }

        return new ChinchillaBootstrap(laws, failed);
    }
}
