using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Fitting;

/// <summary>Descends to the optimum of the coupled surface from starts along the profile of k.</summary>
/// <remarks>A ladder begins at a start of variable projection for k = 1, where the fit is that of the additive form,
/// and lowers k a step at a time with all else refitted under a gentler misfit; from some rungs descents free
/// k.</remarks>
internal sealed class CoupledSearch
{
    private const double Same = 1e-9;

    // A rung is a place to start from: the last hundredths of its misfit are worth no step, nor the last thousandth
    // of a gentler misfit's.
    private const double Rough = 3e-2;
    private const double OnTheWay = 1e-3;
    private static readonly double[] Rungs = [1, 0.6, 0.35, 0.2, 0.11];
    private static readonly int[] FreedFirst = [0, 2, 4];
    private static readonly int[] FreedSecond = [2];
    private readonly SurfaceData _data;
    private readonly Misfit _misfit;
    private readonly CoupledBox _box;
    private readonly InstructionPath _path;
    private readonly double _rounding;
    private readonly List<End> _ends = [];
    private int _best;

    public CoupledSearch(SurfaceData data, Misfit misfit, CoupledBox box, InstructionPath path)
    {
        (_data, _misfit, _box, _path) = (data, misfit, box, path);
        _rounding = 1e-12 * SurfaceNewton.Tolerance(data, misfit with { Delta = 1 });
    }

    public double[] Theta => _ends[_best].Theta;

    public Descent Best => _ends[_best].Descent;

    public double SecondObjective => _ends.Where((_, i) => i != _best).Min(end => end.Descent.Objective);

    public int Starts => _ends.Count;

    public int StartsAtOptimum => _ends.Count(end => Agrees(end.Descent.Objective));

    public long Evaluations { get; private set; }

    public bool SecondAgrees => Agrees(SecondObjective);

    /// <summary>From the best and the second start of variable projection, through gentler misfits.</summary>
    public void FromProjection()
    {
        double[] first = new double[5], second = new double[5];
        VariableProjection.FindStarts(_data, FreeParameters.Of(false, false), 0, first, second, _path);
        double[] gentler = double.IsFinite(_misfit.Delta) ? [100 * _misfit.Delta, 10 * _misfit.Delta] : [];
        double foot = Climb([first[0], first[1], Math.Exp(first[2]), first[3], first[4], 0], gentler, FreedFirst, double.NaN);
        Climb([second[0], second[1], Math.Exp(second[2]), second[3], second[4], 0], gentler, FreedSecond, foot);
    }

    /// <summary>Besides, starts scattered about the best end, until two agree or the tries are used up.</summary>
    public void UntilAgreed(int tries)
    {
        var draws = new RandomDraws(42, 0);
        for (int i = 0; i < tries && !(SecondAgrees && Best.Converged); i++)
        {
            double[] theta = [.. Theta];
            double width = 0.02 * Math.Pow(2, i % 5);
            for (int j = 0; j < theta.Length; j++)
            {
                if (!_box.IsHeld(j)) theta[j] += width * ((draws.Below(2001) / 1000.0) - 1);
            }

            Free(theta, [10 * _misfit.Delta, 3 * _misfit.Delta]);
            Free(theta, []);
        }
    }

    /// <summary>One more end, from a start with all parameters given.</summary>
    public void From(ReadOnlySpan<double> start) => Free([.. start], []);

    // Returns the objective at the foot of the ladder, k = 1. From the foot of another ladder the rungs would be the
    // same again: then only the foot's end is kept.
    private double Climb(double[] theta, double[] gentler, int[] freed, double other)
    {
        if (_box.IsHeld(5))
        {
            Free([.. theta], gentler);
            Free(theta, []);
            return double.NaN;
        }

        var held = _box.Holding(5);
        double[] last = gentler[^Math.Min(1, gentler.Length)..];
        double foot = double.NaN;
        for (int i = 0; i <= freed[^1]; i++)
        {
            theta[5] = Math.Log(Rungs[i]);
            double objective = double.NaN;
            foreach (double delta in i == 0 ? gentler : last)
                objective = Descend(held, _misfit with { Delta = delta }, theta, Rough).Objective;
            if (gentler.Length == 0) objective = Descend(held, _misfit, theta, Rough).Objective;
            if (i == 0) foot = objective;
            bool isRepeated = i == 0 && Math.Abs(objective - other) <= Rough * other;
            if (isRepeated || Array.IndexOf(freed, i) >= 0) Free([.. theta], last);
            if (isRepeated) break;
        }

        return foot;
    }

    private void Free(double[] theta, double[] gentler)
    {
        foreach (double delta in gentler) Descend(_box, _misfit with { Delta = delta }, theta, OnTheWay);
        Keep(new(Descend(_box, _misfit, theta), theta));
    }

    // On the way a descent may end where a step gains only this share of what the misfit is.
    private Descent Descend(CoupledBox box, Misfit misfit, double[] theta, double share = 0)
    {
        var descent = CoupledNewton.Minimise(_data, misfit, box, theta, _path, share);
        Evaluations += descent.Evaluations;
        return descent;
    }

    // Of ends that agree the earliest is used; a converged end has precedence.
    private void Keep(End end)
    {
        _ends.Add(end);
        if (_ends.Count == 1) return;
        double lead = Best.Objective - end.Descent.Objective;
        bool alike = Math.Abs(lead) <= Tolerance(Best.Objective);
        if (alike ? end.Descent.Converged && !Best.Converged : lead > 0) _best = _ends.Count - 1;
    }

    private double Tolerance(double objective) => (Same * Math.Abs(objective)) + _rounding;

    private bool Agrees(double objective) => Math.Abs(objective - Best.Objective) <= Tolerance(Best.Objective);

    private readonly record struct End(Descent Descent, double[] Theta);
}
