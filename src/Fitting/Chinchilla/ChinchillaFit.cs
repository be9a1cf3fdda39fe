using System;
using System.Collections.Generic;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Fitting;

/// <summary>Approach 3: L(N, D) = E + A/N^alpha + B/D^beta fitted to runs (Hoffmann et al. 2022, section 3.3), with the
/// evidence that it is the optimum.</summary>
/// <remarks>
/// Starts come from variable projection, descents are Newton's method on the exact Hessian, and a second start far away
/// must agree (<see cref="Certificate"/>). The valley is flat along A and alpha, and B and beta: assess a fit by its
/// objective, by a = beta/(alpha + beta), and by losses at points, not by A and B.
/// </remarks>
public sealed partial class ChinchillaFit
{
    private readonly SurfaceData _data;
    private readonly Misfit _misfit;
    private readonly FreeParameters _free;
    private readonly double[] _theta;
    private readonly double[] _parameters;
    private readonly double[] _tokens;
    private readonly double[] _losses;
    private readonly FittedRange _fittedRange;
    private readonly Lazy<Matrix<double>> _thetaCovariance;
    private readonly Lazy<SurfacePair> _pair;
    private readonly Lazy<IReadOnlyList<FitWarning>> _warnings;

    private ChinchillaFit(SurfaceData data, Misfit misfit, FreeParameters free, StartSearch search, ChinchillaFitOptions options,
        double[][] runs)
    {
        (_data, _misfit, _free, _theta, Options) = (data, misfit, free, search.Theta, options);
        (_parameters, _tokens, _losses) = (runs[0], runs[1], runs[2]);
        _fittedRange = FitChecks.FittedRange(_parameters, _tokens);
        Law = ToLaw(_theta);
        Objective = search.Best.Objective;
        Certificate = Certify(search);
        _pair = new(() => new SurfacePair(Rows(), options with { Weights = null }, this));
        _warnings = new(() => new SweepFit(_pair.Value, new SweepFitOptions { Surface = options with { Weights = null } }).Warnings);
        _thetaCovariance = new(() => FitCovariance.OfTheta(_data, _misfit, _free, _theta));
        double[,] covariance = Covariance();
        Law = ToLaw(_theta, new ChinchillaUncertainty
        {
            Covariance = covariance.Cast<double>().ToArray(),
            StandardErrors = Enumerable.Range(0, 5).Select(i => Math.Sqrt(Math.Max(0, covariance[i, i]))).ToArray(),
        });
    }

    /// <summary>The law, usable everywhere a published one is.</summary>
    public ChinchillaLaw Law { get; }

    /// <summary>The sum that was minimised, at the optimum.</summary>
    public double Objective { get; }

    /// <summary>The largest size of a derivative of the objective by ln A, ln B, ln E, alpha or beta.</summary>
    public double GradientNorm => Certificate.GradientNorm;

    /// <summary>The evidence that this is the optimum.</summary>
    public FitCertificate Certificate { get; }

    /// <summary>Runs fitted.</summary>
    public int Runs => _data.Count;

    /// <summary>The optimum as the coupled surface with k = 1 counts it.</summary>
    internal double[] CoupledTheta => [_theta[0], _theta[1], Law.Irreducible, _theta[3], _theta[4], 0];

    /// <summary>The options of the fit.</summary>
    public ChinchillaFitOptions Options { get; }

    /// <summary>Fits the law to runs.</summary>
    /// <param name="parameters">Parameters, one a run.</param>
    /// <param name="tokens">Training tokens, one a run.</param>
    /// <param name="losses">Final losses, nats per token, one a run.</param>
    /// <param name="options">What to minimise and from where; null for Huber's loss of ln L from variable
    /// projection.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="FitRefusedException">The data cannot support the law; the message gives the reason.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static ChinchillaFit Fit(
        ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, ReadOnlySpan<double> losses, ChinchillaFitOptions? options = null) =>
        Fit(parameters, tokens, losses, options ?? new ChinchillaFitOptions(), InstructionPaths.Best);

    internal static ChinchillaFit Fit(
        ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, ReadOnlySpan<double> losses, ChinchillaFitOptions options,
        InstructionPath path)
    {
        options.Check();
        var free = FreeParameters.Of(options.FixedIrreducible is not null, options.SharedExponent);
        var data = FitChecks.Surface(parameters, tokens, losses, options, free.Count);
        var misfit = Misfit.Of(options);

        // ln 0 would do; what counts is that e to it vanishes.
        double logIrreducible = options.FixedIrreducible is { } fixedE ? Math.Log(Math.Max(fixedE, 1e-300)) : 0;
        if (options.FixedIrreducible is { } floor) RequireBelow(floor, losses);
        var search = new StartSearch(data, misfit, free, logIrreducible, path);
        search.FromProjection();
        search.UntilAgreed(60);
        if (options.Starts == FitStarts.HoffmannGrid) search.FromHoffmannGrid();
        RequireInterior(search, free, data);
        return new ChinchillaFit(data, misfit, free, search, options, [parameters.ToArray(), tokens.ToArray(), losses.ToArray()]);
    }

    private static void RequireBelow(double floor, ReadOnlySpan<double> losses)
    {
        double least = double.PositiveInfinity;
        foreach (double loss in losses) least = Math.Min(least, loss);
        if (floor < least) return;
        throw FitChecks.Refuse(FitRefusal.BadInput,
            $"FixedIrreducible is {FitChecks.Text(floor)} nats per token, but a run reached {FitChecks.Text(least)}.");
    }

    private static void RequireInterior(StartSearch search, FreeParameters free, SurfaceData data)
    {
        var theta = search.Theta;
        string? vanished = null;
        double typical = Math.Exp(data.LogLosses.Take(data.Count).Average());

        // The maximum of each term over the runs, compared with a typical loss.
        double first = Enumerable.Range(0, data.Count).Max(i => theta[0] - (theta[3] * data.LogParameters[i]));
        double second = Enumerable.Range(0, data.Count).Max(i => theta[1] - (theta[4] * data.LogTokens[i]));
        if (Math.Exp(first) < 1e-6 * typical) vanished = "the term of model size vanishes: the losses do not depend on parameters";
        else if (Math.Exp(second) < 1e-6 * typical) vanished = "the term of data vanishes: the losses do not depend on tokens";
        else if (theta[3] <= 1e-3) vanished = $"alpha goes to {FitChecks.Text(theta[3])}: loss does not fall with parameters as a power";
        else if (theta[4] <= 1e-3) vanished = $"beta goes to {FitChecks.Text(theta[4])}: loss does not fall with tokens as a power";
        else if (free.IsIrreducibleFree && Math.Exp(theta[2]) < 1e-4 * typical)
            vanished = "E goes to zero: the runs show no floor; hold it with FixedIrreducible";
        else if (theta[3] > 5 || theta[4] > 5)
            vanished = $"an exponent leaves its range (alpha {FitChecks.Text(theta[3])}, beta {FitChecks.Text(theta[4])})";
        if (vanished is not null)
            throw FitChecks.Refuse(FitRefusal.OptimumOnBoundary, "The best fit lies on the boundary: " + vanished + ".");
        if (!search.Best.Converged && Math.Min(theta[3], theta[4]) < 0.1)
        {
            throw FitChecks.Refuse(
                FitRefusal.OptimumOnBoundary,
                $"The best fit runs along a valley (alpha {FitChecks.Text(theta[3])}, beta {FitChecks.Text(theta[4])}, E "
                    + $"{FitChecks.Text(Math.Exp(theta[2]))}): the runs cannot distinguish a slow power from a floor; hold it with "
                        + "FixedIrreducible.");
        }

        if (!search.Best.Converged)
        {
            throw FitChecks.Refuse(
                FitRefusal.NotConverged,
                "No start reached an optimum: the objective is "
                    + $"{FitChecks.Text(search.Best.Objective)} with a gradient of {FitChecks.Text(search.Best.LargestGradient)}.");
        }
    }

    private FitCertificate Certify(StartSearch search)
    {
        Span<double> results = stackalloc double[SurfaceKernel.Results], gradient = stackalloc double[5], hessian = stackalloc double[25];
        SurfaceKernel.Evaluate(_data, _misfit, _theta, results, InstructionPaths.Best);
        _free.Reduce(results, gradient, hessian);

        // By the chain rule from the centre of the data to N = D = 1: d/d alpha there is d/d alpha here minus the
        // centre times d/da.
        double[] plain =
        [
            results[1],
            results[2],
            _free.IsIrreducibleFree ? results[3] : 0,
            results[4] - (_data.CentreOfLogParameters * results[1]),
            results[5] - (_data.CentreOfLogTokens * results[2]),
        ];
        if (_free.ExponentsAreShared) plain = [plain[0], plain[1], plain[2], plain[3] + plain[4]];
        double norm = plain.Max(Math.Abs);
        double away = 1 + Math.Max(Math.Abs(_data.CentreOfLogParameters), Math.Abs(_data.CentreOfLogTokens));
        double tolerance = away * FitCertificate.Allowed(SurfaceNewton.Tolerance(_data, _misfit));
        int size = _free.Count;
        var matrix = Matrix<double>.Build.Dense(size, size);
        for (int i = 0; i < size * size; i++) matrix[i / size, i % size] = hessian[i];
        var values = matrix.Evd(Symmetricity.Symmetric).EigenValues.Select(v => v.Real).ToArray();
        double condition = values.Min() > 0 ? values.Max() / values.Min() : double.PositiveInfinity;
        return new FitCertificate(
            norm,
            tolerance,
            condition,
            search.SecondObjective,
            search.SecondAgrees,
            search.Starts,
            search.StartsAtOptimum,
            search.Evaluations,
            search.Best.Converged && norm <= tolerance && condition < 1e12 && search.SecondAgrees);
    }

    private ChinchillaLaw ToLaw(ReadOnlySpan<double> theta, ChinchillaUncertainty? uncertainty = null) => new(Options.LawId)
    {
        Uncertainty = uncertainty,
        Title = $"fitted to {Runs} runs",
        Irreducible = Options.FixedIrreducible ?? ScalarMath.Exp(theta[2]),
        Parameters = new(ScalarMath.Exp(theta[0] + (theta[3] * _data.CentreOfLogParameters)), theta[3]),
        Tokens = new(ScalarMath.Exp(theta[1] + (theta[4] * _data.CentreOfLogTokens)), theta[4]),
        FittedRange = _fittedRange,
        Convention = Options.Convention,
        Source = Options.Source ?? new("the user's own runs", 0, $"{Runs} runs", null, ""),
    };
}
