using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Fitting;

namespace ScalingAnalyzers.Benchmarks;

/// <summary>
/// Measures what an interval is worth: sweeps are drawn from a known law, SweepFit chooses the form and predicts, and
/// the law is in the interval or not. Prints the table of docs/fitting.md, a row for each cell.
/// </summary>
internal static class Coverage
{
    private static readonly string[] Places = ["within", "10x", "100x"];

    public static void Run(string[] arguments)
    {
        int replicates = Value(arguments, "--replicates", 2000), resampled = Value(arguments, "--resampled", 0);
        string only = Text(arguments, "--only");
        Console.WriteLine("| truth | noise | runs | where | replicates | covers | median width | oracle's | ratio | score | oracle's "
            + "| form right | undecided | a run is covered |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var truth in Enum.GetValues<SweepTruth>())
        {
            foreach (var noise in Enum.GetValues<SweepNoise>())
            {
                foreach (int runs in new[] { 20, 60, 240 })
                {
                    string name = string.Create(CultureInfo.InvariantCulture, $"{truth}-{noise}-{runs}");
                    if (name.Contains(only, StringComparison.OrdinalIgnoreCase))
                        Cell(new SimulatedSweep(truth, noise, runs), replicates, resampled);
                }
            }
        }
    }

    private static void Cell(SimulatedSweep sweep, int replicates, int resampled)
    {
        long start = Stopwatch.GetTimestamp();
        var tallies = Places.Select(_ => new Dictionary<string, Tally>(StringComparer.Ordinal)).ToArray();
        int right = 0, undecided = 0, refused = 0;
        for (int replicate = 0; replicate < replicates; replicate++)
        {
            var options = new SweepFitOptions { Parallel = false, TestDraws = 39, Seed = (ulong)replicate };
            SweepFit fit;
            try
            {
                fit = SweepFit.Fit(sweep.Draw(replicate), options);
            }
            catch (FitRefusedException)
            {
                refused++;
                continue;
            }

            if (fit.Form == sweep.Form) right++;
            if (fit.IsUndecided) undecided++;
            for (int place = 0; place < Places.Length; place++)
            {
                var (parameters, tokens) = sweep.Places[place];
                Count("choice", fit.Predict(parameters, tokens, band: PredictionBand.Coefficients));
                var future = fit.Predict(parameters, tokens, band: PredictionBand.SingleRun);
                Count("single run", future, sweep.Future(replicate, parameters, tokens));
                if (sweep.Form is not { } form) continue;
                foreach (var method in Enum.GetValues<IntervalMethod>())
                {
                    if (method > IntervalMethod.Delta && replicate >= resampled) continue;
                    Count(method.ToString(), fit.PredictBy(form, parameters, tokens, band: PredictionBand.Coefficients, method: method));
                }

                void Count(string name, SweepPrediction? prediction, double? loss = null)
                {
                    if (prediction is null) return;
                    if (!tallies[place].TryGetValue(name, out var tally)) tallies[place][name] = tally = new Tally();
                    tally.Add(prediction.Interval.Low, prediction.Interval.High, loss ?? sweep.Loss(parameters, tokens));
                }
            }
        }

        Print(sweep, tallies, replicates - refused, right, undecided);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{sweep}: {refused} refused, {Stopwatch.GetElapsedTime(start).TotalMilliseconds / replicates:F1} ms a replicate"));
    }

    private static void Print(SimulatedSweep sweep, Dictionary<string, Tally>[] tallies, int fitted, int right, int undecided)
    {
        for (int place = 0; place < Places.Length; place++)
        {
            var chosen = tallies[place]["choice"];
            tallies[place].TryGetValue(nameof(IntervalMethod.Profile), out var oracle);
            string known = oracle is null
                ? "| | | " + F(chosen.Score) + " | | "
                : $"| {F(oracle.MedianWidth)} | {chosen.MedianWidth / oracle.MedianWidth:F2} | {F(chosen.Score)} | {F(oracle.Score)} ";
            string single = string.Create(CultureInfo.InvariantCulture, $"{tallies[place]["single run"].Share:F1} %");
            string shares = sweep.Form is null ? "| |" : string.Create(CultureInfo.InvariantCulture, $"| {100.0 * right / fitted:F0} % |");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {sweep.Truth} | {sweep.Noise} | {sweep.Runs} | {Places[place]} | {fitted} | {chosen.Share:F1} % | "
                    + $"{F(chosen.MedianWidth)} {known}{shares} {100.0 * undecided / fitted:F0} % | {single} |"));
            foreach (var (name, tally) in tallies[place].Where(pair => pair.Key != "choice"))
            {
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{sweep} {Places[place]} {name}: {tally.Share:F1} % of {tally.Count}, width {F(tally.MedianWidth)}, score "
                        + $"{F(tally.Score)}"));
            }
        }
    }

    private static string F(double share) => (100 * share).ToString("F2", CultureInfo.InvariantCulture) + " %";

    private static int Value(string[] arguments, string name, int otherwise) =>
        Text(arguments, name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private static string Text(string[] arguments, string name)
    {
        int at = Array.IndexOf(arguments, name);
        return at >= 0 && at + 1 < arguments.Length ? arguments[at + 1] : "";
    }

    /// <summary>Intervals of one kind, in shares of the true loss.</summary>
    private sealed class Tally
    {
        private readonly List<double> _widths = [];
        private int _covered;
        private double _score;

        public int Count => _widths.Count;

        public double Share => 100.0 * _covered / Count;

        public double MedianWidth => _widths.Order().ElementAt(Count / 2);

        /// <summary>The mean interval score (Gneiting and Raftery 2007): the width and, of what misses, forty
        /// times.</summary>
        public double Score => _score / Count;

        public void Add(double low, double high, double truth)
        {
            if (low <= truth && truth <= high) _covered++;
            _widths.Add((high - low) / truth);
            _score += (high - low + (40 * (Math.Max(0, low - truth) + Math.Max(0, truth - high)))) / truth;
        }
    }
}
