using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Fitting;

/// <summary>Both forms fitted to the same runs, for the law and for inference.</summary>
internal sealed class SurfacePair
{
    private const double OneSize = 0.01;

    // Huber's corner of published fits, and the scatter of runs above which it makes an inefficient fit.
    private const double Published = 1e-3;
    private const double Scattered = 0.006;
    private readonly Lazy<PredictionProfile?> _additiveProfile;
    private readonly Lazy<PredictionProfile?> _coupledProfile;

    public SurfacePair(IReadOnlyList<SweepRun> runs, ChinchillaFitOptions options, ChinchillaFit? additive = null,
        HuberCorner corner = HuberCorner.Given)
    {
        Runs = runs;
        double[] n = runs.Select(run => run.Parameters).ToArray(), d = runs.Select(run => run.Tokens).ToArray();
        double[] losses = runs.Select(run => run.Loss).ToArray(), weights = runs.Select(run => run.Weight).ToArray();
        if (weights.Any(weight => weight != 1)) options = options with { Weights = weights };
        Fit(options);
        if (Additive is null && Coupled is null) throw AdditiveRefusal!;
        if (MovedCorner() is { } delta)
        {
            Fit(options with { HuberDelta = delta });
            if (Additive is null && Coupled is null) Fit(options);
        }

        Groups = Numbered(runs);
        HasGroups = Groups.Max() + 1 < runs.Count;
        IntervalGroups = HasGroups ? Groups : BySize(n);
        _additiveProfile = new(() => RobustAdditive is null ? null : new(RobustAdditive, IntervalGroups, HasGroups));
        _coupledProfile = new(() => RobustCoupled is null ? null : new(RobustCoupled, IntervalGroups, HasGroups));

        void Fit(ChinchillaFitOptions chosen)
        {
            (Additive, AdditiveRefusal) = additive is null ? Try(() => ChinchillaFit.Fit(n, d, losses, chosen)) : (additive, null);
            (Coupled, CoupledRefusal) = chosen.FixedIrreducible is null && !chosen.SharedExponent
                ? Try(() => CoupledFit.Fit(n, d, losses, chosen))
                : (null, FitChecks.Refuse(FitRefusal.BadInput, "The coupled form has no fixed E and no shared exponent."));
            if (Additive is null && Coupled is null) return;
            RobustCoupled = Coupled is null ? null
                : RobustFit.Of(Coupled.Data, CoupledBox.Of(Coupled.Data, isCoupled: true), Coupled.Theta);
            RobustAdditive = AdditiveForInference(n, d, losses, chosen);
        }

        double? MovedCorner()
        {
            if (corner == HuberCorner.Given || options.Objective != FitObjective.HuberLogLoss) return null;
            if ((RobustCoupled ?? RobustAdditive) is not { } fit) return null;
            bool isDue = corner == HuberCorner.ByScatter || (options.HuberDelta == Published && fit.Deviation > Scattered);
            return isDue ? fit.Misfit.Delta : null;
        }
    }

    public IReadOnlyList<SweepRun> Runs { get; }

    public ChinchillaFit? Additive { get; private set; }

    public FitRefusedException? AdditiveRefusal { get; private set; }

    public CoupledFit? Coupled { get; private set; }

    public FitRefusedException? CoupledRefusal { get; private set; }

    public RobustFit? RobustAdditive { get; private set; }

    public RobustFit? RobustCoupled { get; private set; }

    /// <summary>The group of each run as declared; each alone where none is.</summary>
    public int[] Groups { get; }

    /// <summary>Whether runs share a declared group.</summary>
    public bool HasGroups { get; }

    /// <summary>Groups whose shared deviations widen an interval: the declared ones, else runs of one model
    /// size.</summary>
    public int[] IntervalGroups { get; }

    public PredictionProfile? ProfileOf(SurfaceForm form) => form == SurfaceForm.Additive ? _additiveProfile.Value : _coupledProfile.Value;

    public RobustFit? RobustOf(SurfaceForm form) => form == SurfaceForm.Additive ? RobustAdditive : RobustCoupled;

    public ILossFrontier? LawOf(SurfaceForm form) => form == SurfaceForm.Additive ? Additive?.Law : Coupled?.Law;

    private static (T? Fit, FitRefusedException? Refusal) Try<T>(Func<T> fit)
        where T : class
    {
        try
        {
            return (fit(), null);
        }
        catch (FitRefusedException refusal)
        {
            return (null, refusal);
        }
    }

    private static int[] Numbered(IReadOnlyList<SweepRun> runs)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        int next = 0;
        int[] groups = new int[runs.Count];
        for (int i = 0; i < groups.Length; i++)
        {
            if (runs[i].Group is not { } name) groups[i] = next++;
            else if (numbers.TryGetValue(name, out int known)) groups[i] = known;
            else groups[i] = numbers[name] = next++;
        }

        return groups;
    }

    private static int[] BySize(double[] parameters)
    {
        int[] order = Enumerable.Range(0, parameters.Length).OrderBy(i => parameters[i]).ToArray(), groups = new int[parameters.Length];
        for (int i = 1, group = 0; i < order.Length; i++)
        {
            if (Math.Log(parameters[order[i]] / parameters[order[i - 1]]) > OneSize) group++;
            groups[order[i]] = group;
        }

        return groups;
    }

    // Where the additive law is refused, E at 0 for instance, its bounded optimum still serves for test and envelope.
    private RobustFit? AdditiveForInference(double[] n, double[] d, double[] losses, ChinchillaFitOptions options)
    {
        var data = Coupled?.Data ?? SurfaceData.Of(n, d, losses, options.Weights is { } weights ? weights.Span : default);
        var box = CoupledBox.Of(data, isCoupled: false);
        if (Additive is not null) return RobustFit.Of(data, box, Additive.CoupledTheta);
        var search = new CoupledSearch(data, Misfit.Of(options), box, InstructionPaths.Best);
        search.FromProjection();
        return RobustFit.Of(data, box, search.Theta);
    }
}
