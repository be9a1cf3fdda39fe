using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Fitting;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Tool.Fits;

/// <summary>A coefficient with its interval, 95 %.</summary>
internal sealed record FittedValue(string Name, double Value, Interval? Interval);

/// <summary>A loss that the fit predicts.</summary>
internal sealed record FittedPrediction(double Parameters, double Tokens, double Loss, Interval Interval, string Band);

/// <summary>What a fit found, whichever approach it is of.</summary>
internal sealed record Fitted(ScalingLaw Law, string What, IReadOnlyList<FittedValue> Values)
{
    /// <summary>Whether the optimum is certified; null where the approach has no certificate.</summary>
    public FitCertificate? Certificate { get; init; }

    /// <summary>Findings about the data and the fit.</summary>
    public IReadOnlyList<FitWarning> Warnings { get; init; } = [];

    /// <summary>Predictions that were asked for.</summary>
    public IReadOnlyList<FittedPrediction> Predictions { get; init; } = [];

    /// <summary>The optimum at the compute of the prediction, else of the largest run; null where the law has
    /// none.</summary>
    public FittedOptimum? Optimum { get; init; }

    /// <summary>Whether a bootstrap gave the intervals; null where the approach has no bootstrap.</summary>
    public bool? HasBootstrap { get; init; }

    /// <summary>How well smaller runs predicted the largest.</summary>
    public IReadOnlyList<SweepBackTest> BackTests { get; init; } = [];

    /// <summary>Approach 3: a loss surface.</summary>
    public static Fitted Surface(
        IReadOnlyList<SweepRun> runs, SurfaceForm? form, int resamples, IReadOnlyList<(double Parameters, double Tokens)> predictions,
        LawOutput? output, IProgress<int>? progress)
    {
        var surface = new ChinchillaFitOptions();
        if (output is not null) surface = surface with { LawId = output.Id, Source = output.Source };
        var fit = SweepFit.Fit(runs, new SweepFitOptions { Surface = surface });
        var chosen = form ?? fit.Form;
        if (chosen == SurfaceForm.Additive && fit.Additive is null) throw fit.AdditiveRefusal!;
        if (chosen == SurfaceForm.Coupled && fit.Coupled is null) throw fit.CoupledRefusal!;
        bool isAdditive = chosen == SurfaceForm.Additive;
        ScalingLaw law = isAdditive ? fit.Additive!.Law : fit.Coupled!.Law;
        var warnings = fit.Warnings.ToList();
        IReadOnlyList<FittedValue> values = law.Coefficients
            .Select(coefficient => new FittedValue(coefficient.Symbol, coefficient.Value, coefficient.Confidence)).ToArray();
        if (resamples > 0)
        {
            var options = new BootstrapOptions { Resamples = resamples, Progress = progress };
            values = isAdditive ? Coefficients(fit.Additive!, options, warnings) : Coefficients(fit.Coupled!, options, warnings);
        }

        return new Fitted(law, (isAdditive ? "additive surface" : "coupled surface") + (form is null ? ": " + fit.Reason : ""), values)
        {
            Certificate = isAdditive ? fit.Additive!.Certificate : fit.Coupled!.Certificate,
            Warnings = warnings.DistinctBy(warning => (warning.Id, warning.Message)).ToArray(),
            Predictions = predictions.Select(at => Predicted(fit, form, at.Parameters, at.Tokens)).ToArray(),
            BackTests = fit.BackTests.Select(test => test.By(chosen)).ToArray(),
            Optimum = FittedOptimum.Of(law, predictions.Count > 0 ? 6 * predictions[0].Parameters * predictions[0].Tokens
                : runs.Max(run => run.TrainingFlops)),
            HasBootstrap = resamples > 0,
        };
    }

    /// <summary>Approach 2: minima of isoFLOP profiles.</summary>
    public static Fitted Profiles(IReadOnlyList<SweepRun> runs, LawOutput? output)
    {
        var options = new IsoFlopFitOptions();
        if (output is not null) options = options with { LawId = output.Id, Source = output.Source };
        var fit = IsoFlopFit.Fit(Column(runs, run => run.TrainingFlops), Column(runs, run => run.Parameters),
            Column(runs, run => run.Tokens), Column(runs, run => run.Loss), options);
        return Allocation(fit.Law, $"isoFLOP profiles of {fit.Optima.Count} budgets", fit.Parameters, fit.Tokens, fit.Warnings);
    }

    /// <summary>Approach 1: the envelope of training curves, one a group.</summary>
    public static Fitted Envelope(IReadOnlyList<SweepRun> runs, LawOutput? output)
    {
        if (runs.Any(run => run.Group is null))
            throw new CommandException("--approach: 1 needs training curves: a column run (or --by) that names the run of each row.");
        var curves = runs.GroupBy(run => run.Group, StringComparer.Ordinal).Select(group => group.OrderBy(run => run.Tokens).ToArray())
            .Select(rows => new TrainingCurve(rows[0].Parameters, Column(rows, row => row.Tokens),
                Column(rows, row => row.Loss))).ToArray();
        var fit = output is null ? EnvelopeFit.Fit(curves) : EnvelopeFit.Fit(curves, lawId: output.Id, source: output.Source);
        return Allocation(fit.Law, $"envelope of {curves.Length} training curves", fit.Parameters, fit.Tokens, fit.Warnings);
    }

    private static Fitted Allocation(
        ScalingLaw law, string what, PowerRegression parameters, PowerRegression tokens, IReadOnlyList<FitWarning> warnings) =>
        new(law, what, [
            new("a (N as C^a)", parameters.Exponent, null), new("b (D as C^b)", tokens.Exponent, null),
            new("N at C = 1", parameters.Coefficient, null), new("D at C = 1", tokens.Coefficient, null),
        ])
        { Warnings = warnings };

    // Without a chosen form the interval covers what the runs leave open of it.
    private static FittedPrediction Predicted(SweepFit fit, SurfaceForm? form, double parameters, double tokens)
    {
        var prediction = (form is { } chosen ? fit.PredictBy(chosen, parameters, tokens) : fit.Predict(parameters, tokens))
            ?? throw new CommandException($"--predict: the {form} form predicts nothing for these runs.");
        return new(parameters, tokens, prediction.Loss, prediction.Interval,
            prediction.BandName
                + (prediction.OrdersBeyond > 0 ? ", " + Quantity.Ratio(prediction.OrdersBeyond) + " orders beyond the runs" : ""));
    }

    private static FittedValue[] Coefficients(ChinchillaFit fit, BootstrapOptions options, List<FitWarning> warnings)
    {
        var (law, bootstrap) = (fit.Law, fit.Bootstrap(options));
        warnings.AddRange(bootstrap.Warnings);
        return
        [
            new("E", law.Irreducible, bootstrap.Interval(known => known.Irreducible)),
            new("A", law.Parameters.Coefficient, bootstrap.Interval(known => known.Parameters.Coefficient)),
            new("B", law.Tokens.Coefficient, bootstrap.Interval(known => known.Tokens.Coefficient)),
            new("alpha", law.Parameters.Exponent, bootstrap.Interval(known => known.Parameters.Exponent)),
            new("beta", law.Tokens.Exponent, bootstrap.Interval(known => known.Tokens.Exponent)),
        ];
    }

    // A law of a resample has the same coefficients in the same order.
    private static FittedValue[] Coefficients(CoupledFit fit, BootstrapOptions options, List<FitWarning> warnings)
    {
        var bootstrap = fit.Bootstrap(options);
        warnings.AddRange(bootstrap.Warnings);
        return fit.Law.Coefficients.Select((coefficient, i) => new FittedValue(
            coefficient.Symbol, coefficient.Value, bootstrap.Interval(law => law.Coefficients[i].Value))).ToArray();
    }

    private static double[] Column(IEnumerable<SweepRun> runs, Func<SweepRun, double> value) => runs.Select(value).ToArray();
}
