using System;
using System.Collections.Generic;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;

namespace ScalingAnalyzers.Fitting;

/// <summary>A training run of a hyper-parameter search.</summary>
public sealed class SearchedRun
{
    /// <summary>Makes a run.</summary>
    /// <param name="parameters">Parameters.</param>
    /// <param name="tokens">Training tokens.</param>
    /// <param name="learningRate">Peak learning rate.</param>
    /// <param name="batchTokens">Batch, tokens.</param>
    /// <param name="loss">Final loss, nats per token.</param>
    public SearchedRun(double parameters, double tokens, double learningRate, double batchTokens, double loss)
    {
        Parameters = parameters;
        Tokens = tokens;
        LearningRate = learningRate;
        BatchTokens = batchTokens;
        Loss = loss;
    }

    /// <summary>Parameters.</summary>
    public double Parameters { get; }

    /// <summary>Training tokens.</summary>
    public double Tokens { get; }

    /// <summary>Peak learning rate.</summary>
    public double LearningRate { get; }

    /// <summary>Batch, tokens.</summary>
    public double BatchTokens { get; }

    /// <summary>Final loss, nats per token.</summary>
    public double Loss { get; }
}

/// <summary>y = Coefficient * N^ParametersExponent * D^TokensExponent by least squares on the logarithms.</summary>
public sealed class ProductRegression
{
    internal ProductRegression(
        double coefficient,
        FittedCoefficient parametersExponent,
        FittedCoefficient tokensExponent,
        double residualDeviation)
    {
        Coefficient = coefficient;
        ParametersExponent = parametersExponent;
        TokensExponent = tokensExponent;
        ResidualDeviation = residualDeviation;
    }

    /// <summary>y at N = D = 1.</summary>
    public double Coefficient { get; }

    /// <summary>The power of N; zero where N is not part of the form.</summary>
    public FittedCoefficient ParametersExponent { get; }

    /// <summary>The power of D.</summary>
    public FittedCoefficient TokensExponent { get; }

    /// <summary>The standard deviation of ln y about the fit.</summary>
    public double ResidualDeviation { get; }
}

/// <summary>Step Law (Li et al. 2025): the best learning rate as N^a D^b and the best batch as D^c, from a search at
/// several N and D.</summary>
/// <remarks>
/// The best run of each (N, D) is taken as its optimum. The search must be a grid fine enough for that: losses near the
/// optimum are flat, and the published law, fitted to bootstrapped optima, has other constants than a regression on the
/// bare minima.
/// </remarks>
public sealed class StepLawFit
{
    internal StepLawFit(ProductRegression learningRate, ProductRegression batch, IReadOnlyList<SearchedRun> best)
    {
        LearningRate = learningRate;
        Batch = batch;
        Best = best;
    }

    /// <summary>Of the peak learning rate.</summary>
    public ProductRegression LearningRate { get; }

    /// <summary>The power law of the batch in tokens, without N.</summary>
    public ProductRegression Batch { get; }

    /// <summary>The best run of each (N, D).</summary>
    public IReadOnlyList<SearchedRun> Best { get; }

    /// <summary>Fits both regressions.</summary>
    /// <param name="runs">All runs of the search.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="ArgumentNullException">The runs are null, or one is.</exception>
    /// <exception cref="FitRefusedException">Too few settings of (N, D), or no spread in one of them.</exception>
    public static StepLawFit Fit(IReadOnlyList<SearchedRun> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        foreach (var run in runs)
        {
            ArgumentNullException.ThrowIfNull(run);
            FitChecks.RequireValues([run.Parameters, run.Tokens, run.LearningRate, run.BatchTokens, run.Loss], 5, nameof(runs),
                "its own unit");
        }

        var best = runs.GroupBy(r => (r.Parameters, r.Tokens)).Select(g => g.MinBy(r => r.Loss)!).ToArray();
        if (best.Length < 4)
            throw FitChecks.Refuse(FitRefusal.TooFewRuns, $"There are {best.Length} settings of (N, D); the regressions need four.");
        if (best.Select(r => r.Parameters).Distinct().Count() < 2)
            throw FitChecks.Refuse(FitRefusal.NoSpreadInParameters, "All runs have one model size.");
        if (best.Select(r => r.Tokens).Distinct().Count() < 2)
            throw FitChecks.Refuse(FitRefusal.NoSpreadInTokens, "All runs have one token count.");
        return new(Regress(best, r => r.LearningRate, withParameters: true),
            Regress(best, r => r.BatchTokens, withParameters: false), best);
    }

    private static ProductRegression Regress(SearchedRun[] runs, Func<SearchedRun, double> value, bool withParameters)
    {
        int size = withParameters ? 3 : 2;
        double centreN = runs.Average(r => Math.Log(r.Parameters)), centreD = runs.Average(r => Math.Log(r.Tokens));
        var design = Matrix<double>.Build.Dense(runs.Length, size, (i, j) => j switch
        {
            0 => 1,
            1 => Math.Log(runs[i].Tokens) - centreD,
            _ => Math.Log(runs[i].Parameters) - centreN,
        });
        var logs = Vector<double>.Build.Dense(runs.Length, i => Math.Log(value(runs[i])));
        var normal = design.TransposeThisAndMultiply(design);
        if (normal.ConditionNumber() > 1e12) throw FitChecks.Refuse(FitRefusal.OneRatioOnly, "N and D move together; vary them apart.");
        var solution = design.QR().Solve(logs);
        double variance = (logs - (design * solution)).DotProduct(logs - (design * solution)) / Math.Max(1, runs.Length - size);
        var covariance = variance * normal.Inverse();
        double byN = withParameters ? solution[2] : 0;
        return new(
            Math.Exp(solution[0] - (solution[1] * centreD) - (byN * centreN)),
            new(byN, withParameters ? Math.Sqrt(covariance[2, 2]) : 0),
            new(solution[1], Math.Sqrt(covariance[1, 1])),
            Math.Sqrt(variance));
    }
}
