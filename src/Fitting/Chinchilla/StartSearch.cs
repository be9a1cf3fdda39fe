using System;
using System.Threading;
using System.Threading.Tasks;

namespace ScalingAnalyzers;

/// <summary>Descends from several starts and keeps the best.</summary>
internal sealed class StartSearch
{
    // Two descents that end this close, relatively, ended in one place.
    private const double Same = 1e-9;
    private readonly SurfaceData _data;
    private readonly Misfit _misfit;
    private readonly FreeParameters _free;
    private readonly double _logIrreducible;
    private readonly InstructionPath _path;

    public StartSearch(SurfaceData data, Misfit misfit, FreeParameters free, double logIrreducible, InstructionPath path)
    {
        _data = data;
        _misfit = misfit;
        _free = free;
        _logIrreducible = logIrreducible;
        _path = path;
    }

    /// <summary>The best point, at the centre of the data.</summary>
    public double[] Theta { get; private set; } = new double[5];

    public Descent Best { get; private set; }

    public double SecondObjective { get; private set; }

    public int Starts { get; private set; } = 2;

    public int StartsAtOptimum { get; private set; }

    public long Evaluations { get; private set; }

    public bool SecondAgrees => Agrees(SecondObjective);

    public void FromProjection()
    {
        double[] first = new double[5], second = new double[5];
        VariableProjection.FindStarts(_data, _free, _logIrreducible, first, second, _path);
        var a = SurfaceNewton.Minimise(_data, _misfit, _free, first, _path);
        var b = SurfaceNewton.Minimise(_data, _misfit, _free, second, _path);
        bool secondIsBetter = b.Objective < a.Objective * (1 - Same) || (!a.Converged && b.Converged && b.Objective <= a.Objective);
        (Best, Theta, SecondObjective) = secondIsBetter ? (b, second, a.Objective) : (a, first, b.Objective);
        StartsAtOptimum = SecondAgrees ? 2 : 1;
        Evaluations = a.Evaluations + b.Evaluations;
    }

    /// <summary>The 5 x 5 x 5 x 6 x 6 starts of Hoffmann et al. 2022, section D.3, as their replication has them.</summary>
    public void FromHoffmannGrid()
    {
        const int Count = 4500;
        double[] objectives = new double[Count];
        double[][] ends = new double[Count][];
        var descents = new Descent[Count];
        long evaluations = 0;
        Parallel.For(0, Count, i =>
        {
            double alpha = 0.5 * (i / 900), beta = 0.5 * (i / 180 % 5), e = -1 + (0.5 * (i / 36 % 5)), a = 5 * (i / 6 % 6), b = 5 * (i % 6);
            double[] theta =
            [
                a - (alpha * _data.CentreOfLogParameters),
                b - (beta * _data.CentreOfLogTokens),
                _free.IsIrreducibleFree ? e : _logIrreducible,
                alpha,
                beta,
            ];
            descents[i] = SurfaceNewton.Minimise(_data, _misfit, _free, theta, _path);
            ends[i] = theta;
            objectives[i] = descents[i].Objective;
            Interlocked.Add(ref evaluations, descents[i].Evaluations);
        });

        Starts += Count;
        Evaluations += evaluations;
        for (int i = 0; i < Count; i++)
        {
            // A tie is decided by the gradient, so that the answer does not depend on the number of starts.
            if (!(objectives[i] < Best.Objective * (1 - Same))) continue;
            SecondObjective = Best.Objective;
            (Best, Theta) = (descents[i], ends[i]);
        }

        int agreeing = 0;
        foreach (double objective in objectives)
        {
            if (Agrees(objective)) agreeing++;
        }

        StartsAtOptimum = agreeing + 1 + (SecondAgrees ? 1 : 0);
        if (!SecondAgrees && agreeing > 1) SecondObjective = Best.Objective;
    }

    private bool Agrees(double objective) => Math.Abs(objective - Best.Objective) <= Same * Math.Abs(Best.Objective) + 1e-300;
}
