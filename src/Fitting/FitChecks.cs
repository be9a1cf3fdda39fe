using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Fitting;

/// <summary>What a set of runs must offer before a law is fitted to it.</summary>
internal static class FitChecks
{
    // Values closer than this (in the natural logarithm) are one value.
    private const double SameSize = 0.01;

    public static void RequireValues(ReadOnlySpan<double> values, int count, string name, string unit)
    {
        if (values.Length != count)
        {
            throw Refuse(FitRefusal.BadInput, $"{name} has {values.Length} values for {count} runs; one a run is needed.");
        }

        for (int i = 0; i < values.Length; i++)
        {
            if (!(values[i] > 0) || double.IsInfinity(values[i]))
            {
                throw Refuse(FitRefusal.BadInput,
                    $"{name}[{i}] is in {unit} and must be a positive finite number; it is {Text(values[i])}.");
            }
        }
    }

    /// <summary>Rejects runs on which the terms of L(N, D) cannot be separated.</summary>
    public static void RequireSurface(ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, int unknowns)
    {
        double[] n = Logs(parameters), d = Logs(tokens), c = new double[n.Length], ratio = new double[n.Length];
        var runs = new HashSet<(double, double)>(n.Length);
        for (int i = 0; i < n.Length; i++)
        {
            c[i] = n[i] + d[i];
            ratio[i] = d[i] - n[i];
            runs.Add((Math.Round(n[i] / SameSize), Math.Round(d[i] / SameSize)));
        }

        if (runs.Count < unknowns + 2)
        {
            throw Refuse(FitRefusal.TooFewRuns,
                $"There are {runs.Count} distinct runs; a law with {unknowns} unknowns needs at least {unknowns + 2}, of three sizes "
                    + "and lengths.");
        }

        RequireSpread(n, FitRefusal.NoSpreadInParameters, "model sizes", "sizes that differ by a factor of 2 at least, three of them");
        RequireSpread(d, FitRefusal.NoSpreadInTokens, "token counts", "counts that differ by a factor of 2 at least, three of them");
        if (Spread(c) < 0.1)
        {
            throw Refuse(FitRefusal.OneBudgetOnly,
                "All runs have one training compute, "
                    + $"{Text(6 * Math.Exp(c.Average()))} FLOPs; two budgets at least show how the optimum moves.");
        }

        if (Spread(ratio) < 0.1)
        {
            throw Refuse(FitRefusal.OneRatioOnly,
                "All runs have one ratio, "
                    + $"{Text(Math.Exp(ratio.Average()))} tokens per parameter; vary it, or the two terms cannot be distinguished.");
        }
    }

    /// <summary>Checked runs, made ready for the kernels of a surface.</summary>
    public static SurfaceData Surface(ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, ReadOnlySpan<double> losses,
        ChinchillaFitOptions options, int unknowns)
    {
        int count = parameters.Length;
        RequireValues(parameters, count, nameof(parameters), "parameters");
        RequireValues(tokens, count, nameof(tokens), "tokens");
        RequireValues(losses, count, nameof(losses), "nats per token");
        var weights = options.Weights is { } given ? given.Span : default;
        if (options.Weights is not null) RequireValues(weights, count, nameof(options.Weights), "runs");
        RequireSurface(parameters, tokens, unknowns);
        return SurfaceData.Of(parameters, tokens, losses, weights);
    }

    /// <summary>The region of the runs.</summary>
    public static FittedRange FittedRange(ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens)
    {
        int count = parameters.Length;
        double[] flops = new double[count], ratio = new double[count];
        for (int i = 0; i < count; i++)
        {
            flops[i] = 6 * parameters[i] * tokens[i];
            ratio[i] = tokens[i] / parameters[i];
        }

        return new FittedRange
        {
            Parameters = Of(parameters),
            Tokens = Of(tokens),
            TrainingFlops = Of(flops),
            TokensPerParameter = Of(ratio),
        };

        static Interval Of(ReadOnlySpan<double> values)
        {
            var (least, most) = Extremes(values);
            return new(least, most);
        }
    }

    public static FitRefusedException Refuse(FitRefusal reason, string message) => new(reason, message);

    public static string Text(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    /// <summary>The natural logarithms.</summary>
    public static double[] Logs(ReadOnlySpan<double> values)
    {
        double[] logs = new double[values.Length];
        for (int i = 0; i < logs.Length; i++) logs[i] = Math.Log(values[i]);
        return logs;
    }

    private static (double Least, double Most) Extremes(ReadOnlySpan<double> values)
    {
        double least = double.PositiveInfinity, most = double.NegativeInfinity;
        foreach (double value in values)
        {
            least = Math.Min(least, value);
            most = Math.Max(most, value);
        }

        return (least, most);
    }

    private static double Spread(ReadOnlySpan<double> logs)
    {
        var (least, most) = Extremes(logs);
        return most - least;
    }

    private static void RequireSpread(double[] logs, FitRefusal reason, string what, string needed)
    {
        var sizes = new HashSet<double>(logs.Length);
        foreach (double log in logs) sizes.Add(Math.Round(log / SameSize));
        if (sizes.Count >= 3 && Spread(logs) >= Math.Log(2) * 0.999) return;
        throw Refuse(reason,
            $"There are {sizes.Count} distinct {what}, up to a factor of {Text(Math.Exp(Spread(logs)))} apart; the law needs {needed}.");
    }
}
