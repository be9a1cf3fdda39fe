using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Fitting;

/// <summary>The coupled surface L(N, D) = E + (A/N^alpha + B/D^beta)^k fitted to runs with free k (Videau et al. 2026,
/// arXiv:2608.07222), with the evidence that it is the optimum.</summary>
/// <remarks>
/// k = 1 is Chinchilla's form, so the objective is never above the additive fit's. Runs determine losses between and
/// near them, the optimum's course, and the limiting slopes k alpha and k beta; they determine E and k only together
/// (<see cref="Profile"/>): E is a level parameter and not an irreducible loss. E lies at or above 0 and k between
/// <see cref="LeastCoupling"/> and <see cref="MostCoupling"/>; bounds that the optimum touches are in
/// <see cref="BoundsTouched"/>.
/// </remarks>
public sealed partial class CoupledFit
{
    /// <summary>The least k that is tried; below it the sum of the terms is all but the larger of them.</summary>
    public const double LeastCoupling = CoupledBox.LeastCoupling;

    /// <summary>The largest k that is tried.</summary>
    public const double MostCoupling = CoupledBox.MostCoupling;

    private readonly CoupledBox _box;
    private readonly ChinchillaFitOptions _options;

    private CoupledFit(SurfaceData data, Misfit misfit, CoupledBox box, CoupledSearch search, ChinchillaFitOptions options,
        FittedRange range)
    {
        (Data, Misfit, _box, _options) = (data, misfit, box, options);
        Theta = search.Theta;
        FittedRange = range;
        Law = ToLaw(Theta);
        Objective = search.Best.Objective;
        Certificate = Certify(search);
        BoundsTouched = Touched().ToArray();
    }

    /// <summary>The law, usable everywhere a published one is.</summary>
    public CoupledLaw Law { get; }

    /// <summary>The sum that was minimised, at the optimum.</summary>
    public double Objective { get; }

    /// <summary>The evidence that this is the optimum within the bounds.</summary>
    public FitCertificate Certificate { get; }

    /// <summary>The bounds that the optimum lies on, such as "E = 0"; empty where it lies inside.</summary>
    public IReadOnlyList<string> BoundsTouched { get; }

    /// <summary>Runs fitted.</summary>
    public int Runs => Data.Count;

    internal SurfaceData Data { get; }

    internal Misfit Misfit { get; }

    internal double[] Theta { get; }

    internal FittedRange FittedRange { get; }

    /// <summary>Fits the law to runs.</summary>
    /// <param name="parameters">Parameters, one a run.</param>
    /// <param name="tokens">Training tokens, one a run.</param>
    /// <param name="losses">Final losses, nats per token, one a run.</param>
    /// <param name="options">What to minimise, weights and names; null for Huber's loss of ln L.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="FitRefusedException">The data cannot support the law; the message gives the reason.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="ArgumentException">The options fix E or share the exponent, which only the additive form
    /// offers.</exception>
    public static CoupledFit Fit(
        ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, ReadOnlySpan<double> losses, ChinchillaFitOptions? options = null)
    {
        options ??= new ChinchillaFitOptions();
        options.Check();
        if (options.FixedIrreducible is not null || options.SharedExponent)
            throw new ArgumentException("The coupled form has no fixed E and no shared exponent; use ChinchillaFit.", nameof(options));
        var data = FitChecks.Surface(parameters, tokens, losses, options, CoupledKernel.Unknowns);
        var misfit = Misfit.Of(options);
        var box = CoupledBox.Of(data, isCoupled: true);
        var search = new CoupledSearch(data, misfit, box, InstructionPaths.Best);
        search.FromProjection();
        search.UntilAgreed(60);
        RequireInterior(search, data);
        return new CoupledFit(data, misfit, box, search, options, FitChecks.FittedRange(parameters, tokens));
    }

    /// <summary>The law with its limiting slopes, and what the fit touches.</summary>
    /// <returns>"coupled fit of 30 runs: E = 0.62, k = 0.19, ...".</returns>
    public override string ToString()
    {
        string touched = BoundsTouched.Count > 0 ? ", at the bound " + string.Join(" and ", BoundsTouched) : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"coupled fit of {Runs} runs: k = {Law.Coupling:G3}, level E = {Law.Level:G4}, limiting slopes k alpha = "
                + $"{Law.LimitingParametersSlope:G4} and k beta = {Law.LimitingTokensSlope:G4}, objective "
                + $"{Objective:G5}{touched}{(Certificate.IsCertified ? ", certified" : ", not certified")}");
    }

    internal CoupledLaw ToLaw(ReadOnlySpan<double> theta)
    {
        double k = theta[5] == 0 ? 1 : ScalarMath.Exp(theta[5]);
        return new(_options.LawId)
        {
            Title = string.Create(CultureInfo.InvariantCulture, $"coupled form fitted to {Runs} runs"),
            Level = theta[2],
            Parameters = new(ScalarMath.Exp((theta[0] + (theta[3] * Data.CentreOfLogParameters)) / k), theta[3] / k),
            Tokens = new(ScalarMath.Exp((theta[1] + (theta[4] * Data.CentreOfLogTokens)) / k), theta[4] / k),
            Coupling = k,
            FittedRange = FittedRange,
            Convention = _options.Convention,
            Source = _options.Source
                ?? new("the user's own runs", 0, string.Create(CultureInfo.InvariantCulture, $"{Runs} runs"), null, ""),
            Caution = "E is a level parameter, no irreducible loss; k and E are known only together.",
        };
    }

    private static void RequireInterior(CoupledSearch search, SurfaceData data)
    {
        var theta = search.Theta;
        double first = double.NegativeInfinity, second = double.NegativeInfinity, typical = 0;
        for (int i = 0; i < data.Count; i++)
        {
            first = Math.Max(first, theta[0] - (theta[3] * data.LogParameters[i]));
            second = Math.Max(second, theta[1] - (theta[4] * data.LogTokens[i]));
            typical += data.LogLosses[i] / data.Count;
        }

        string? vanished =
            first < typical + Math.Log(1e-6) ? "the term of model size vanishes: the losses do not depend on parameters"
            : second < typical + Math.Log(1e-6) ? "the term of data vanishes: the losses do not depend on tokens"
            : theta[3] <= 1e-3 ? "loss does not fall with parameters as a power"
            : theta[4] <= 1e-3 ? "loss does not fall with tokens as a power"
            : theta[3] >= 5 || theta[4] >= 5 ? "a slope grows without bound"
            : !IsFinite(0, data.CentreOfLogParameters) ? "the coefficient of model size is beyond all numbers, so k vanishes"
            : !IsFinite(1, data.CentreOfLogTokens) ? "the coefficient of data is beyond all numbers, so k vanishes"
            : null;
        if (vanished is not null)
            throw FitChecks.Refuse(FitRefusal.OptimumOnBoundary, "The best coupled fit lies on the boundary: " + vanished + ".");

        bool IsFinite(int term, double centre) => (theta[term] + (theta[3 + term] * centre)) / Math.Exp(theta[5]) < 700;
    }

    private IEnumerable<string> Touched()
    {
        if (Theta[2] <= 0) yield return "E = 0";
        if (Theta[5] <= _box.Low[5]) yield return string.Create(CultureInfo.InvariantCulture, $"k = {LeastCoupling}");
        if (Theta[5] >= _box.High[5]) yield return string.Create(CultureInfo.InvariantCulture, $"k = {MostCoupling}");
    }

    private FitCertificate Certify(CoupledSearch search)
    {
        Span<double> results = stackalloc double[CoupledKernel.Results];
        CoupledKernel.Evaluate(Data, Misfit, Theta, results, InstructionPaths.Best);
        var free = new List<int>();
        double norm = 0;
        for (int i = 0; i < CoupledKernel.Unknowns; i++)
        {
            if (_box.IsStopped(Theta, results[1 + i], i)) continue;
            free.Add(i);
            norm = Math.Max(norm, Math.Abs(results[1 + i]));
        }

        var matrix = Matrix<double>.Build.Dense(free.Count, free.Count);
        for (int i = 0; i < free.Count; i++)
        {
            for (int j = 0; j < free.Count; j++) matrix[i, j] = CoupledNewton.Hessian(results, free[i], free[j]);
        }

        double[] values = matrix.Evd(Symmetricity.Symmetric).EigenValues.Select(v => v.Real).ToArray();
        double condition = values.Min() > 0 ? values.Max() / values.Min() : double.PositiveInfinity;
        double tolerance = FitCertificate.Allowed(SurfaceNewton.Tolerance(Data, Misfit));
        return new FitCertificate(norm, tolerance, condition, search.SecondObjective, search.SecondAgrees, search.Starts,
            search.StartsAtOptimum, search.Evaluations, norm <= tolerance && condition < 1e12 && search.SecondAgrees);
    }
}
