using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ScalingAnalyzers.Fitting;

/// <summary>Runs whose loss lies far outside the scatter of the others: most often diverged, or mistyped.</summary>
/// <remarks>The scale is the median absolute residual of ln L times 1.4826, which half of the runs cannot
/// move.</remarks>
internal static class OutlyingRuns
{
    private const double NormalScale = 1.4826;
    private const double Far = 6;

    // Runs without noise scatter by rounding alone: half a per cent is no outlier.
    private const double Least = 0.005;
    private const int Listed = 5;

    public static FitWarning? Of(IReadOnlyList<SweepRun> runs, RobustFit? fit)
    {
        if (fit is null || runs.Count < 2 * fit.Unknowns) return null;
        double[] sizes = fit.Residuals.Select(Math.Abs).Order().ToArray();
        double scale = NormalScale * ((sizes[(sizes.Length - 1) / 2] + sizes[sizes.Length / 2]) / 2);
        int[] outside = Enumerable.Range(0, runs.Count)
            .Where(i => Math.Abs(fit.Residuals[i]) > Math.Max(Far * scale, Least))
            .OrderByDescending(i => Math.Abs(fit.Residuals[i]))
            .ToArray();
        if (outside.Length == 0) return null;
        string named = string.Join("; ", outside.Take(Listed).Select(i => Named(runs[i], i, fit.Residuals[i])))
            + (outside.Length > Listed ? Text($"; and {outside.Length - Listed} more") : "");
        return new(FitWarningKind.OutlyingRuns,
            Text($"{outside.Length} of {runs.Count} runs {(outside.Length == 1 ? "lies" : "lie")} more than six robust ")
                + Text($"standard deviations ({100 * scale:0.00} % each) from the fit: {named}. They widen every interval: ")
                + "check whether they diverged, and leave them out only for a reason.");
    }

    private static string Named(SweepRun run, int at, double residual) =>
        (run.Line is { } line ? Text($"line {line}") : Text($"run {at + 1}"))
            + (run.Group is { } group ? " '" + group + "'" : "")
            + Text($" ({Quantity.Format(run.Parameters)} on {Quantity.Format(run.Tokens)}, loss {run.Loss:0.###}, ")
            + Text($"{100 * (Math.Exp(residual) - 1):+0.#;-0.#} %)");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
