using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Fitting;

/// <summary>What to be wary of in the fit of a surface.</summary>
internal static class SurfaceWarnings
{
    private const int RunsOfACurve = 10;

    // Half a per cent of loss is about a fifth of compute.
    private const double Apart = 0.005;

    // Of k in published sweeps that reject k = 1 (Videau et al. 2026).
    private const double Usual = 0.3;

    // Final losses of runs of one recipe scatter by less.
    private const double MuchScatter = 0.015;
    private const double MuchShortfall = 1.5;
    private const string Hardly = "the coupled form hardly predicts held-out runs better, if at all";

    public static FitWarning[] Of(SweepFit fit, SurfacePair pair)
    {
        var (test, isUndecided) = (fit.Test, fit.IsUndecided);
        var found = new List<FitWarning?>
        {
            Form(pair, test, isUndecided, fit.BackTests.Count > 0),
            Structure(pair, test is { IsRejected: true } && !isUndecided ? pair.RobustCoupled : pair.RobustAdditive),
            OutlyingRuns.Of(pair.Runs, test is { IsRejected: true } && !isUndecided ? pair.RobustCoupled : pair.RobustAdditive),
            Checkpoints(pair),
            Ratios(pair.Runs),
            Level(pair),
            Annealing(pair.Runs),
            Weight(pair),
            Bound(pair.Coupled),
            Certificate(pair),
            BackTest(fit),
            Scatter(pair, fit.Form),
        };
        return found.OfType<FitWarning>().ToArray();
    }

    private static FitWarning? Form(SurfacePair pair, FormTest? test, bool isUndecided, bool hasBackTest)
    {
        if (test is null || pair.Coupled is not { } coupled) return null;
        if (!test.IsRejected) return Parted(pair, test);
        string fit = Text($"The coupled form has k = {coupled.Law.Coupling:G2} and leaves residuals of ")
            + Text($"{100 * pair.RobustCoupled!.Deviation:0.00} %")
            + Text($" where the additive one leaves {100 * pair.RobustAdditive!.Deviation:0.00} %");
        return isUndecided
            ? new(FitWarningKind.FormUndecided, Text($"{test}, but {(hasBackTest ? Hardly : "the runs allow no back-test")}. {fit}: ")
                + "look at both.")
            : new(FitWarningKind.FormRejected, Text($"{test}: E + A/N^alpha + B/D^beta is not the form of these runs. {fit}."));
    }

    // Not rejected is not equal: the forms may differ far beyond the runs.
    private static FitWarning? Parted(SurfacePair pair, FormTest test)
    {
        if (pair is not { Additive: { } additive, Coupled: { } coupled }) return null;
        var far = additive.Law.Allocate(10 * pair.Runs.Max(run => run.TrainingFlops));
        double plain = additive.Law.Loss(far.Parameters, far.Tokens), free = coupled.Law.Loss(far.Parameters, far.Tokens);
        if (Math.Abs((plain / free) - 1) >= Apart)
        {
            return new(FitWarningKind.FormUndecided,
                Text($"{test}, but the runs do not distinguish the forms: at ten times their compute the additive one predicts ")
                    + Text($"{plain:F3} and the coupled one (k = {coupled.Law.Coupling:G2}) {free:F3}. Look at both."));
        }

        return pair.RobustCoupled is { } fit && Explains(fit, Usual) ? new(FitWarningKind.FormUndecided,
            Text($"{test}, but nor is k = {Usual:G2}, as in published sweeps that reject k = 1: the runs do not distinguish the forms. ")
                + Text($"The best k is {coupled.Law.Coupling:G2}. Look at both.")) : null;
    }

    // Whether the best fit with this k is no worse than chance explains at 5 %.
    private static bool Explains(RobustFit fit, double coupling)
    {
        double[] theta = [.. fit.Theta];
        double from = theta[5], to = Math.Log(coupling);
        var held = fit.Box.Holding(5);
        int steps = Math.Max(1, (int)Math.Ceiling(Math.Abs(to - from) / 0.35));
        double objective = fit.Objective;
        for (int i = 1; i <= steps; i++)
        {
            theta[5] = from + ((to - from) * i / steps);
            objective = CoupledNewton.Minimise(fit.Data, fit.Misfit, held, theta, InstructionPaths.Best).Objective;
        }

        double quantile = StudentT.InvCDF(0, 1, fit.Freedom, 0.975);
        return 2 * (objective - fit.Objective) < quantile * quantile * fit.UnitRise;
    }

    // Neighbours along one axis whose residuals resemble each other (Durbin and Watson 1950, as a correlation).
    private static FitWarning? Structure(SurfacePair pair, RobustFit? fit)
    {
        if (fit is null || fit.Data.Count < 20) return null;
        var data = fit.Data;
        (string Axis, double Correlation) worst = ("", 0);
        foreach (var (axis, key) in new (string, Func<int, double>)[]
        {
            ("parameters", i => data.LogParameters[i]), ("tokens", i => data.LogTokens[i]),
            ("compute", i => data.LogParameters[i] + data.LogTokens[i]),
        })
        {
            double[] sorted = Enumerable.Range(0, data.Count).OrderBy(key).ThenBy(i => data.LogTokens[i])
                .Select(i => Math.Clamp(fit.Residuals[i], -3 * fit.Deviation, 3 * fit.Deviation)).ToArray();
            double squares = sorted.Sum(r => r * r), products = sorted.Zip(sorted.Skip(1), (x, y) => x * y).Sum();
            double correlation = squares > 0 ? products / squares : 0;
            if (correlation > worst.Correlation) worst = (axis, correlation);
        }

        // Fitting takes some correlation away, and noise alone stays within two or three standard errors of zero.
        return worst.Correlation * Math.Sqrt(data.Count) < 3.3 || fit.Deviation < 1e-6 ? null : new(FitWarningKind.ResidualStructure,
            Text($"Residuals of runs next to each other in {worst.Axis} correlate by {worst.Correlation:0.00}: the form misses ")
                + Text($"something there, ")
                + "or the runs are not independent.");
    }

    private static FitWarning? Checkpoints(SurfacePair pair)
    {
        if (pair.HasGroups) return null;
        var bySize = pair.IntervalGroups.Select((group, run) => (group, run)).GroupBy(x => x.group)
            .Select(group => group.Select(x => pair.Runs[x.run].Tokens).Distinct().Order().ToArray()).ToArray();
        int curves = bySize.Count(tokens => tokens.Length >= RunsOfACurve);
        return curves * 2 < bySize.Length ? null : new(FitWarningKind.CheckpointsAsRuns,
            Text($"{curves} of {bySize.Length} model sizes have {RunsOfACurve} or more losses: if those are checkpoints of one ")
                + Text($"training run, ")
                + "give them one Group, since they scatter together.");
    }

    private static FitWarning? Ratios(IReadOnlyList<SweepRun> runs)
    {
        double[] logs = runs.Select(run => Math.Log(run.Tokens / run.Parameters)).Order().ToArray();
        int distinct = 1 + logs.Zip(logs.Skip(1), (x, y) => y - x).Count(gap => gap > 0.05);
        double span = Math.Exp(logs[^1] - logs[0]);
        return distinct > 3 && span >= 4 ? null : new(FitWarningKind.FewRatios,
            Text($"The runs have {distinct} ratios of tokens to parameters, up to a factor of {span:G2} apart: ")
                + "different ratios distinguish the two terms. Four ratios over a factor of four are needed, ten times better.");
    }

    private static FitWarning? Level(SurfacePair pair)
    {
        if (pair.Additive is { } fit && fit.Options.FixedIrreducible is null)
        {
            double e = fit.Law.Irreducible, error = fit.Law.Uncertainty?.StandardErrors?[0] ?? 0;
            if (2 * error < 0.25 * e) return null;
            return new(FitWarningKind.LevelNotIdentified,
                Text($"E is {e:G3} nats per token with a standard error of {error:G2}: it is a level parameter of the fit and ")
                    + Text($"not a floor of the loss."));
        }

        return pair.Additive is null && pair.Coupled is { } coupled
            ? new(FitWarningKind.LevelNotIdentified,
                Text($"E is {coupled.Law.Level:G3} in the coupled form and at the bound in the additive one: it is a level ")
                    + Text($"parameter and not a floor."))
            : null;
    }

    private static FitWarning? Annealing(IReadOnlyList<SweepRun> runs)
    {
        int annealed = runs.Count(run => run.IsAnnealed == true), not = runs.Count(run => run.IsAnnealed == false);
        return annealed == 0 || not == 0 ? null : new(FitWarningKind.AnnealingMixed,
            Text($"{annealed} losses are after annealing and {not} before it; annealing lowers a loss by a per cent or more. Fit ")
                + Text($"one kind."));
    }

    private static FitWarning? Weight(SurfacePair pair)
    {
        double[] weights = pair.Runs.Select(run => run.Weight).OrderDescending().ToArray();
        int tenth = Math.Max(1, weights.Length / 10);
        double share = weights.Take(tenth).Sum() / weights.Sum();
        if (share > 0.5 && weights.Length >= 5)
        {
            return new(FitWarningKind.HeavyWeight,
                Text($"{tenth} of {weights.Length} runs have {100 * share:0} % of the weight and decide the fit."));
        }

        if (pair.RobustAdditive is not { } fit || fit.Data.Count < 3 * fit.Unknowns) return null;
        var (most, at) = Leverage(fit.Jacobian);
        if (most < 0.9) return null;
        var run = pair.Runs[at];
        return new(FitWarningKind.HeavyWeight,
            Text($"The run of {Quantity.Format(run.Parameters)} parameters on {Quantity.Format(run.Tokens)} tokens has a leverage ")
                + Text($"of {most:0.00} of 1: ")
                + "its loss alone decides a coefficient.");
    }

    private static (double Most, int At) Leverage(Matrix<double> jacobian)
    {
        var q = jacobian.QR().Q;
        (double Most, int At) found = (0, 0);
        for (int i = 0; i < jacobian.RowCount; i++)
        {
            double sum = 0;
            for (int j = 0; j < jacobian.ColumnCount; j++) sum += q[i, j] * q[i, j];
            if (sum > found.Most) found = (sum, i);
        }

        return found;
    }

    private static FitWarning? Bound(CoupledFit? fit) => fit is null || fit.BoundsTouched.Count == 0 ? null : new(
        FitWarningKind.BoundTouched,
        $"The coupled optimum lies at {string.Join(" and ", fit.BoundsTouched)}: the runs leave k and E open in that direction.");

    private static FitWarning? Certificate(SurfacePair pair)
    {
        var missing = new List<string>();
        if (pair.Additive is { Certificate.IsCertified: false }) missing.Add("additive");
        if (pair.Coupled is { Certificate.IsCertified: false }) missing.Add("coupled");
        return missing.Count == 0 ? null : new(FitWarningKind.NotCertified,
            $"The {string.Join(" and the ", missing)} fit has no certificate: no second start agreed, or the gradient did not vanish.");
    }

    private static FitWarning? BackTest(SweepFit fit)
    {
        double shortfall = fit.Shortfall(fit.Form);
        if (shortfall < MuchShortfall) return null;
        var worst = fit.BackTests.MaxBy(test => test.HalfWidths(fit.Form))!;
        return new(FitWarningKind.BackTestFailed,
            Text($"Fitted without the largest {worst.Rows.Count} runs by {worst.Order.ToString().ToLowerInvariant()}, the ")
                + Text($"{fit.Form.ToString().ToLowerInvariant()} form misses them by {100 * worst.MeanError(fit.Form):0.0} % and covers ")
                + Text($"{worst.Covered(fit.Form)}: it does not hold beyond the runs that it is fitted on. Intervals beyond the runs are ")
                + Text($"widened up to {shortfall:0.0} times."));
    }

    private static FitWarning? Scatter(SurfacePair pair, SurfaceForm form)
    {
        if (pair.RobustOf(form) is not { } fit) return null;
        var (share, alike) = Repeated(pair.Runs);
        if (fit.Deviation < MuchScatter && !(share > 0.5 && alike > MuchScatter / 2)) return null;
        return new(FitWarningKind.LargeScatter,
            Text($"The runs scatter by {100 * fit.Deviation:0.0} % about the law, where runs of one recipe scatter by 0.1 to 1 %: they ")
                + "differ in more than parameters and tokens. "
                + (share > 0.5
                    ? Text($"{100 * share:0} % share both with another run, and those scatter by {100 * alike:0.0} %: ")
                        + "keep the best of each."
                    : "Fit runs of one recipe, tuned and trained to the end of their schedule."));
    }

    // The share of runs that have the parameters and tokens of another, and how these scatter about their mean.
    private static (double Share, double Deviation) Repeated(IReadOnlyList<SweepRun> runs)
    {
        double squares = 0;
        int repeated = 0, freedom = 0;
        foreach (var cell in runs.GroupBy(run => (run.Parameters, run.Tokens)).Where(cell => cell.Count() > 1))
        {
            double mean = cell.Average(run => Math.Log(run.Loss));
            squares += cell.Sum(run => Math.Pow(Math.Log(run.Loss) - mean, 2));
            repeated += cell.Count();
            freedom += cell.Count() - 1;
        }

        return (repeated / (double)runs.Count, freedom > 0 ? Math.Sqrt(squares / freedom) : 0);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
