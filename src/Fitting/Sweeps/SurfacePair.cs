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
    private readonly Lazy<PredictionProfile?> _additiveProfile;
    private readonly Lazy<PredictionProfile?> _coupledProfile;

    public SurfacePair(IReadOnlyList<SweepRun> runs, ChinchillaFitOptions options, ChinchillaFit? additive = null,
        bool cornerByScatter = false)
    {
        Runs = runs;
        double[] n = runs.Select(run => run.Parameters).ToArray(), d = runs.Select(run => run.Tokens).ToArray();
        double[] losses = runs.Select(run => run.Loss).ToArray(), weights = runs.Select(run => run.Weight).ToArray();
        if (weights.Any(weight => weight != 1)) options = options with { Weights = weights };
        if (cornerByScatter) options = options with { HuberDelta = CornerOf(n, d, losses, options) };
        (Additive, AdditiveRefusal) = additive is null ? Try(() => ChinchillaFit.Fit(n, d, losses, options)) : (additive, null);
        (Coupled, CoupledRefusal) = options.FixedIrreducible is null && !options.SharedExponent
            ? Try(() => CoupledFit.Fit(n, d, losses, options))
            : (null, FitChecks.Refuse(FitRefusal.BadInput, "The coupled form has no fixed E and no shared exponent."));
        if (Additive is null && Coupled is null) throw AdditiveRefusal!;
        Groups = Numbered(runs);
        HasGroups = Groups.Max() + 1 < runs.Count;
        IntervalGroups = HasGroups ? Groups : BySize(n);
        if (Coupled is not null) RobustCoupled = RobustFit.Of(Coupled.Data, CoupledBox.Of(Coupled.Data, isCoupled: true), Coupled.Theta);
        RobustAdditive = AdditiveForInference(n, d, losses, options);
        _additiveProfile = new(() => RobustAdditive is null ? null : new(RobustAdditive, IntervalGroups, HasGroups));
        _coupledProfile = new(() => RobustCoupled is null ? null : new(RobustCoupled, IntervalGroups, HasGroups));
    }

    public IReadOnlyList<SweepRun> Runs { get; }

    public ChinchillaFit? Additive { get; }

    public FitRefusedException? AdditiveRefusal { get; }

    public CoupledFit? Coupled { get; }

    public FitRefusedException? CoupledRefusal { get; }

    public RobustFit? RobustAdditive { get; }

    public RobustFit? RobustCoupled { get; }

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

    // The published corner where neither form can be fitted with it: then nor with another.
    private static double CornerOf(double[] n, double[] d, double[] losses, ChinchillaFitOptions options)
    {
        if (options.FixedIrreducible is null && !options.SharedExponent
            && Try(() => CoupledFit.Fit(n, d, losses, options)).Fit is { } coupled)
            return RobustFit.Of(coupled.Data, CoupledBox.Of(coupled.Data, isCoupled: true), coupled.Theta).Misfit.Delta;
        if (Try(() => ChinchillaFit.Fit(n, d, losses, options)).Fit is not { } additive) return options.HuberDelta;
        var data = SurfaceData.Of(n, d, losses, options.Weights is { } weights ? weights.Span : default);
        return RobustFit.Of(data, CoupledBox.Of(data, isCoupled: false), additive.CoupledTheta).Misfit.Delta;
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
