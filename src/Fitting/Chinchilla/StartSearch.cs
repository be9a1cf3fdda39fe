using System;
using System.Linq;
using System.Threading.Tasks;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Fitting;

/// <summary>Descends from several starts and returns the best end.</summary>
internal sealed class StartSearch
{
    // Two descents that end this close, relatively, ended in one place.
    private const double Same = 1e-9;

    // Squares up to a factor of e between law and run: of all residuals but those of the wildest starts.
    private static readonly double[] Squares = [1];
    private readonly SurfaceData _data;
    private readonly Misfit _misfit;
    private readonly FreeParameters _free;
    private readonly double _logIrreducible;
    private readonly InstructionPath _path;
    private readonly double _rounding;
    private End[] _ends = [];

    public StartSearch(SurfaceData data, Misfit misfit, FreeParameters free, double logIrreducible, InstructionPath path)
    {
        _data = data;
        _misfit = misfit;
        _free = free;
        _logIrreducible = logIrreducible;
        _path = path;

        // Residuals of rounding alone: a fit without noise ends here, anywhere.
        _rounding = 1e-12 * SurfaceNewton.Tolerance(data, misfit with { Delta = 1 });
    }

    /// <summary>The best point, at the centre of the data.</summary>
    public double[] Theta { get; private set; } = new double[5];

    public Descent Best { get; private set; }

    /// <summary>The lowest objective of any other start.</summary>
    public double SecondObjective { get; private set; }

    public int Starts => _ends.Length;

    public int StartsAtOptimum => _ends.Count(end => Agrees(end.Descent.Objective));

    public long Evaluations => _ends.Sum(end => (long)end.Descent.Evaluations);

    public bool SecondAgrees => Agrees(SecondObjective);

    /// <summary>
    /// Starts at the best node, at a far one, and (for Huber's loss) at the optimum of a smoother misfit, which ignores
    /// small dents.
    /// </summary>
    public void FromProjection()
    {
        double[] first = new double[5], second = new double[5];
        VariableProjection.FindStarts(_data, _free, _logIrreducible, first, second, _path);
        if (!double.IsFinite(_misfit.Delta))
        {
            Keep([Descend([], first), Descend([], second)]);
            return;
        }

        Keep([Descend([], first), Descend([], second), Descend([100 * _misfit.Delta, 10 * _misfit.Delta], first)]);
    }

    /// <summary>Besides, starts scattered about the best end and through gentler misfits, until a second agrees or the
    /// tries are used up.</summary>
    public void UntilAgreed(int tries)
    {
        var draws = new RandomDraws(42, 0);
        for (int i = 0; i < tries && !(SecondAgrees && Best.Converged); i++)
        {
            double width = 0.02 * Math.Pow(2, i % 5);
            double[] start = [.. Theta];
            for (int j = 0; j < start.Length; j++)
            {
                if (_free.SlotOf(j) >= 0) start[j] += width * ((2 * draws.Uniform()) - 1);
            }

            Keep([Descend(i % 2 == 0 && double.IsFinite(_misfit.Delta) ? [10 * _misfit.Delta, 3 * _misfit.Delta] : [], start)]);
        }
    }

    /// <summary>Besides, the 5 x 5 x 5 x 6 x 6 starts of Hoffmann et al. 2022, section D.3, as their replication has
    /// them.</summary>
    /// <remarks>
    /// Far from the data Huber's loss is straight and has no curvature to go by: each start descends squares first. So
    /// 19 in 20 reach the optimum of the 240 points instead of one in three, in two thirds of the evaluations.
    /// </remarks>
    public void FromHoffmannGrid()
    {
        var ends = new End[4500];
        Parallel.For(0, ends.Length, i =>
        {
            double alpha = 0.5 * (i / 900), beta = 0.5 * (i / 180 % 5), e = -1 + (0.5 * (i / 36 % 5)), a = 5 * (i / 6 % 6), b = 5 * (i % 6);
            ends[i] = Descend(Squares,
            [
                a - (alpha * _data.CentreOfLogParameters),
                b - (beta * _data.CentreOfLogTokens),
                _free.IsIrreducibleFree ? e : _logIrreducible,
                alpha,
                beta,
            ]);
        });
        Keep(ends);
    }

    // Down the misfit from where gentler ones ended, if any.
    private End Descend(double[] gentlerDeltas, double[] start)
    {
        double[] theta = [.. start];
        int evaluations = 0;
        foreach (double delta in gentlerDeltas)
        {
            if (delta > _misfit.Delta)
                evaluations += SurfaceNewton.Minimise(_data, _misfit with { Delta = delta }, _free, theta, _path).Evaluations;
        }

        var descent = SurfaceNewton.Minimise(_data, _misfit, _free, theta, _path);
        return new(descent with { Evaluations = descent.Evaluations + evaluations }, theta);
    }

    // Of ends that agree the earliest is used, so that more starts do not change the last digits of the result; a
    // converged end has precedence.
    private void Keep(End[] more)
    {
        _ends = [.. _ends, .. more];
        int best = 0;
        for (int i = 1; i < _ends.Length; i++)
        {
            double lead = _ends[best].Descent.Objective - _ends[i].Descent.Objective;
            bool alike = Math.Abs(lead) <= Tolerance(_ends[best].Descent.Objective);
            if (alike ? _ends[i].Descent.Converged && !_ends[best].Descent.Converged : lead > 0) best = i;
        }

        (Best, Theta) = (_ends[best].Descent, _ends[best].Theta);
        SecondObjective = _ends.Where((_, i) => i != best).Min(end => end.Descent.Objective);
    }

    private double Tolerance(double objective) => (Same * Math.Abs(objective)) + _rounding;

    private bool Agrees(double objective) => Math.Abs(objective - Best.Objective) <= Tolerance(Best.Objective);

    private readonly record struct End(Descent Descent, double[] Theta);
}
