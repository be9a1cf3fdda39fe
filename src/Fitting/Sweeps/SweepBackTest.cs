using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Fitting;

/// <summary>A form's prediction for a run that it was not fitted on.</summary>
public sealed class BackTestPrediction
{
    private readonly Lazy<Interval> _interval;
    private readonly double _observed;

    internal BackTestPrediction(double loss, Func<Interval> interval, double halfWidth, double observed)
    {
        (Loss, _interval, _observed) = (loss, new(interval), observed);
        HalfWidths = Math.Abs(Math.Log(loss / observed)) / Math.Max(halfWidth, 1e-12);
        RelativeError = (loss / observed) - 1;
    }

    /// <summary>Nats per token.</summary>
    public double Loss { get; }

    /// <summary>The 95 % single-run band.</summary>
    public Interval Interval => _interval.Value;

    /// <summary>The prediction over the observation, minus 1.</summary>
    public double RelativeError { get; }

    /// <summary>The miss in ln L in half widths of the interval, by the delta method.</summary>
    internal double HalfWidths { get; }

    /// <summary>Whether the interval contains the observed loss.</summary>
    public bool IsCovered => Interval.Contains(_observed);
}

/// <summary>A run that was held out.</summary>
public sealed class BackTestRow
{
    internal BackTestRow(SweepRun run, BackTestPrediction? additive, BackTestPrediction? coupled)
    {
        (Run, Additive, Coupled) = (run, additive, coupled);
    }

    /// <summary>The run.</summary>
    public SweepRun Run { get; }

    /// <summary>By the additive form; null where it is refused.</summary>
    public BackTestPrediction? Additive { get; }

    /// <summary>By the coupled form; null where it is refused.</summary>
    public BackTestPrediction? Coupled { get; }

    /// <summary>By one of the forms.</summary>
    /// <param name="form">Which.</param>
    /// <returns>The prediction; null where the form is refused.</returns>
    public BackTestPrediction? Of(SurfaceForm form) => form == SurfaceForm.Additive ? Additive : Coupled;
}

/// <summary>Both forms fitted without the largest runs, and what they predict for them.</summary>
public sealed class SweepBackTest
{
    private SweepBackTest(BackTestOrder order, IReadOnlyList<BackTestRow> rows, int fitted, SurfaceForm form)
    {
        (Order, Rows, Fitted, Form) = (order, rows, fitted, form);
    }

    /// <summary>By what the held-out runs are the largest.</summary>
    public BackTestOrder Order { get; }

    /// <summary>The held-out runs, largest first.</summary>
    public IReadOnlyList<BackTestRow> Rows { get; }

    /// <summary>Runs that were fitted.</summary>
    public int Fitted { get; }

    /// <summary>The form that the summary is about.</summary>
    public SurfaceForm Form { get; }

    /// <summary>Whether both forms could be fitted.</summary>
    public bool HasBothForms => Rows.All(row => row.Additive is not null && row.Coupled is not null);

    /// <summary>One line: how far off, how many covered, and whether that is enough.</summary>
    public string Verdict
    {
        get
        {
            int covered = Rows.Count(row => row.Of(Form)!.IsCovered);
            double error = MeanError(Form), other = HasBothForms ? MeanError(Other) : double.NaN;

            // Of 20 or more runs at most one in ten may lie outside, of fewer runs two.
            bool isHonest = Rows.Count - covered <= Math.Max(Math.Min(2, Rows.Count / 3), Rows.Count / 10);
            string compared = double.IsNaN(other) ? "" : string.Create(CultureInfo.InvariantCulture,
                $" by the {Form.ToString().ToLowerInvariant()} form ({100 * other:0.00} % by the "
                    + $"{Other.ToString().ToLowerInvariant()} one)");
            return string.Create(CultureInfo.InvariantCulture,
                $"{(isHonest ? "passed" : "failed")}: {covered} of {Rows.Count} held-out runs are in their 95 % intervals, mean "
                    + $"error {100 * error:0.00} %{compared}");
        }
    }

    /// <summary>The same back-test with the summary about another form.</summary>
    /// <param name="form">The form.</param>
    /// <returns>The back-test; itself where that form is refused.</returns>
    public SweepBackTest By(SurfaceForm form) =>
        form == Form || Rows.Any(row => row.Of(form) is null) ? this : new(Order, Rows, Fitted, form);

    private SurfaceForm Other => Form == SurfaceForm.Additive ? SurfaceForm.Coupled : SurfaceForm.Additive;

    /// <summary>The mean size of the relative errors of one form; NaN where it is refused.</summary>
    /// <param name="form">Which.</param>
    /// <returns>A share of 1.</returns>
    public double MeanError(SurfaceForm form) => Rows.Average(row => Math.Abs(row.Of(form)?.RelativeError ?? double.NaN));

    /// <summary>The root mean square of the misses of one form in half widths of their intervals: about a half where
    /// the form is true.</summary>
    internal double HalfWidths(SurfaceForm form) => Math.Sqrt(Rows.Average(row => Math.Pow(row.Of(form)?.HalfWidths ?? double.NaN, 2)));

    /// <summary>How many held-out runs lie in the intervals of one form.</summary>
    /// <param name="form">Which.</param>
    /// <returns>A count.</returns>
    public int Covered(SurfaceForm form) => Rows.Count(row => row.Of(form)?.IsCovered == true);

    /// <summary>The table: a line a run with the prediction of both forms, and the verdict.</summary>
    /// <returns>Text for a console.</returns>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{"parameters",10}  {"tokens",7}  {"observed",8}");
        foreach (string form in new[] { "additive", "coupled" }) text.Append(CultureInfo.InvariantCulture, $"  {form,-33}");
        text.Append('\n');
        foreach (var row in Rows)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"{Quantity.Format(row.Run.Parameters),10}  {Quantity.Format(row.Run.Tokens),7}  {row.Run.Loss,8:F3}");
            text.Append("  ").Append(Cell(row.Additive)).Append("  ").Append(Cell(row.Coupled)).Append('\n');
        }

        return text.Append(Verdict).ToString();
    }

    /// <summary>The back-test, or null where the remaining runs support no form.</summary>
    internal static SweepBackTest? TryOf(IReadOnlyList<SweepRun> runs, SweepFitOptions options, BackTestOrder order, double share,
        SurfaceForm form = SurfaceForm.Coupled)
    {
        try
        {
            return Of(runs, options, order, share, form);
        }
        catch (FitRefusedException)
        {
            return null;
        }
    }

    internal static SweepBackTest Of(
        IReadOnlyList<SweepRun> runs, SweepFitOptions options, BackTestOrder order, double share, SurfaceForm form)
    {
        int count = (int)Math.Round(share * runs.Count);
        if (!(share > 0 && share <= 0.9) || count == 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(share), share, $"The share of {runs.Count} runs to hold out must lie in (0, 0.9] and hold out at least one.");
        }

        var sorted = runs.OrderByDescending(run => Key(run, order)).ToArray();
        var pair = new SurfacePair(sorted[count..], options.Surface, corner: options.Corner);
        var rows = sorted[..count].Select(run => new BackTestRow(
            run, Predicted(pair, SurfaceForm.Additive, run), Predicted(pair, SurfaceForm.Coupled, run))).ToArray();
        if (rows[0].Of(form) is null) form = form == SurfaceForm.Additive ? SurfaceForm.Coupled : SurfaceForm.Additive;
        return new SweepBackTest(order, rows, runs.Count - count, form);
    }

    private static double Key(SweepRun run, BackTestOrder order) => order switch
    {
        BackTestOrder.Parameters => run.Parameters,
        BackTestOrder.Ratio => run.Tokens / run.Parameters,
        _ => run.TrainingFlops,
    };

    private static BackTestPrediction? Predicted(SurfacePair pair, SurfaceForm form, SweepRun run)
    {
        if (pair.LawOf(form) is not { } law || pair.ProfileOf(form) is not { } profile) return null;
        double loss = law.Loss(run.Parameters, run.Tokens);
        var straight = profile.Delta(Math.Log(run.Parameters), Math.Log(run.Tokens), 0.95).Run;
        return new(loss, Interval, (straight.High - straight.Low) / 2, run.Loss);

        Interval Interval()
        {
            var logs = profile.Of(Math.Log(run.Parameters), Math.Log(run.Tokens), 0.95).Run;
            return new(Math.Min(loss, Math.Exp(logs.Low)), Math.Max(loss, Math.Exp(logs.High)));
        }
    }

    private static string Cell(BackTestPrediction? prediction) => prediction is null ? "refused".PadRight(33) : string.Create(
        CultureInfo.InvariantCulture,
        $"{prediction.Loss:F3} [{prediction.Interval.Low:F3}, {prediction.Interval.High:F3}] "
            + $"{100 * prediction.RelativeError,5:+0.0;-0.0} %{(prediction.IsCovered ? "    " : " out")}");
}
