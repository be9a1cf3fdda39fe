using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Fitting;

/// <summary>Approach 2: at each budget a parabola of loss in log N and in log D; through their bottoms, power laws in
/// compute (Hoffmann et al. 2022, section 3.2).</summary>
/// <remarks>
/// Where alpha and beta differ the valley is lopsided and the parabolas are biased (Open-Athena's study, 2026):
/// <see cref="Bias"/> measures it, <see cref="Warnings"/> reports it.
/// </remarks>
public sealed class IsoFlopFit
{
    private readonly Lazy<IsoFlopBias?> _bias;
    private readonly Lazy<IReadOnlyList<FitWarning>> _warnings;

    private IsoFlopFit(IReadOnlyList<IsoFlopOptimum> optima, List<FitWarning> warnings, Run[] runs, IsoFlopFitOptions options)
    {
        Optima = optima;
        double[] flops = optima.Select(o => o.TrainingFlops).ToArray();
        Parameters = PowerRegression.Fit(flops, optima.Select(o => o.Parameters).ToArray());
        Tokens = PowerRegression.Fit(flops, optima.Select(o => o.Tokens).ToArray());
        Law = new PowerAllocationLaw(options.LawId)
        {
            Title = $"isoFLOP parabolas of {optima.Count} budgets",
            Scale = Parameters.Coefficient,
            Exponent = Parameters.Exponent,
            FittedRange = new FittedRange { TrainingFlops = new(flops.Min(), flops.Max()) },
            Source = options.Source ?? new("the user's own runs", 0, $"{optima.Sum(o => o.Runs)} runs at {optima.Count} budgets", null, ""),
        };

        // The surface takes ten times as long as the parabolas, so it is fitted for those who read of it.
        _bias = new(() => MeasureBias(runs, options));
        _warnings = new(() => AllWarnings(warnings));
    }

    /// <summary>N = k C^a, D = C / (6N).</summary>
    public PowerAllocationLaw Law { get; }

    /// <summary>The optimal N as a power of compute.</summary>
    public PowerRegression Parameters { get; }

    /// <summary>The optimal D as a power of compute, from its own parabolas.</summary>
    public PowerRegression Tokens { get; }

    /// <summary>The optimum of each budget, smallest budget first.</summary>
    public IReadOnlyList<IsoFlopOptimum> Optima { get; }

    /// <summary>
    /// The error of approach 2 here, as far as a surface fitted to the same runs shows it; null where none can be
    /// fitted.
    /// </summary>
    /// <remarks>Measured when it, or <see cref="Warnings"/>, is first read.</remarks>
    public IsoFlopBias? Bias => _bias.Value;

    /// <summary>What to be wary of.</summary>
    public IReadOnlyList<FitWarning> Warnings => _warnings.Value;

    /// <summary>Fits approach 2.</summary>
    /// <param name="trainingFlops">The budget of each run, FLOPs.</param>
    /// <param name="parameters">Parameters, one a run.</param>
    /// <param name="tokens">Training tokens, one a run.</param>
    /// <param name="losses">Final losses, nats per token, one a run.</param>
    /// <param name="options">How to group and what to leave out; null for the defaults.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="FitRefusedException">Fewer than two budgets have a lowest loss inside the sizes tried; the
    /// message gives the budgets and reasons.</exception>
    public static IsoFlopFit Fit(
        ReadOnlySpan<double> trainingFlops,
        ReadOnlySpan<double> parameters,
        ReadOnlySpan<double> tokens,
        ReadOnlySpan<double> losses,
        IsoFlopFitOptions? options = null)
    {
        options ??= new IsoFlopFitOptions();
        int count = parameters.Length;
        FitChecks.RequireValues(parameters, count, nameof(parameters), "parameters");
        FitChecks.RequireValues(trainingFlops, count, nameof(trainingFlops), "FLOPs");
        FitChecks.RequireValues(tokens, count, nameof(tokens), "tokens");
        FitChecks.RequireValues(losses, count, nameof(losses), "nats per token");
        var runs = new Run[count];
        for (int i = 0; i < count; i++) runs[i] = new Run(trainingFlops[i], parameters[i], tokens[i], losses[i]);

        var warnings = new List<FitWarning>();
        var optima = Optimise(runs, options, warnings);
        if (optima.Count < 2) throw Refuse(runs, optima.Count, warnings);
        return new IsoFlopFit(optima, warnings, runs, options);
    }

    private IReadOnlyList<FitWarning> AllWarnings(List<FitWarning> warnings)
    {
        if (Bias is not null) AddBiasWarning(Bias, warnings);
        if (Math.Abs(Parameters.Exponent + Tokens.Exponent - 1) > 0.02)
        {
            warnings.Add(new(FitWarningKind.ExponentsDoNotAddUp,
                $"The exponents of N ({FitChecks.Text(Parameters.Exponent)}) and D ({FitChecks.Text(Tokens.Exponent)}) add up to "
                    + $"{FitChecks.Text(Parameters.Exponent + Tokens.Exponent)}: the budgets are not 6ND, or counted otherwise."));
        }

        return warnings;
    }

    private static FitRefusedException Refuse(Run[] runs, int usable, List<FitWarning> warnings)
    {
        string found = warnings.Count == 0 ? "" : " " + string.Join(" ", warnings.Select(w => w.Message));
        bool outside = warnings.Any(w => w.Kind == FitWarningKind.MinimumOutsideRange);
        var reason = outside
            ? FitRefusal.NoInteriorMinimum
            : runs.Select(r => r.Flops).Distinct().Count() < 2
            ? FitRefusal.OneBudgetOnly
            : FitRefusal.TooFewRuns;
        return FitChecks.Refuse(reason,
            $"{usable} budgets have a lowest loss inside the sizes tried; a power law of compute needs two.{found}");
    }

    private static List<IsoFlopOptimum> Optimise(Run[] runs, IsoFlopFitOptions options, List<FitWarning>? warnings)
    {
        var optima = new List<IsoFlopOptimum>();
        foreach (var budget in Budgets(runs, options.BudgetTolerance))
        {
            string name = $"{FitChecks.Text(budget[0].Flops)} FLOPs";
            double[] n = budget.Select(r => Math.Log10(r.Parameters)).ToArray(), d = budget.Select(r => Math.Log10(r.Tokens)).ToArray();
            double[] losses = budget.Select(r => r.Loss).ToArray();
            if (budget.Length < options.LeastRuns || n.Distinct().Count() < 3 || d.Distinct().Count() < 3)
            {
                warnings?.Add(new(FitWarningKind.BudgetLeftOut,
                    $"{name}: {budget.Length} runs; a parabola needs {options.LeastRuns} of at least three sizes."));
                continue;
            }

            Parabola inN = Parabola.Through(n, losses), inD = Parabola.Through(d, losses);
            if (!(inN.Curvature > 0) || !(inD.Curvature > 0))
            {
                warnings?.Add(new(FitWarningKind.BudgetLeftOut, $"{name}: the losses do not curve upwards."));
                continue;
            }

            if (inN.Vertex < n.Min() || inN.Vertex > n.Max())
            {
                warnings?.Add(new(FitWarningKind.MinimumOutsideRange,
                    $"{name}: the lowest loss would lie at {Quantity.Format(Math.Pow(10, inN.Vertex))} parameters, outside the "
                        + $"{Quantity.Format(budget.Min(r => r.Parameters))} to {Quantity.Format(budget.Max(r => r.Parameters))} tried."));
                if (!options.KeepOutsideMinima) continue;
            }

            double error = inN.VertexError * Math.Log(10);
            if (1.96 * error > Math.Log(2))
            {
                string known = double.IsInfinity(error)
                    ? "three runs always lie on a parabola, whatever their noise, so the error of its minimum is unknown. Run more sizes."
                    : "the losses scatter so much about their parabola that its bottom is known to a factor of "
                        + $"{FitChecks.Text(Math.Exp(1.96 * error))} either way. Try more sizes, or sizes further apart.";
                warnings?.Add(new(FitWarningKind.ShallowValley, name + ": " + known));
            }

            optima.Add(new(budget.Average(r => r.Flops), Math.Pow(10, inN.Vertex), Math.Pow(10, inD.Vertex), inN.Lowest, budget.Length,
                error, inN.Curvature));
        }

        return optima;
    }

    private static IEnumerable<Run[]> Budgets(Run[] runs, double tolerance)
    {
        var current = new List<Run>();
        foreach (var run in runs.OrderBy(r => r.Flops))
        {
            if (current.Count > 0 && run.Flops > current[0].Flops * (1 + tolerance))
            {
                yield return current.ToArray();
                current.Clear();
            }

            current.Add(run);
        }

        if (current.Count > 0) yield return current.ToArray();
    }

    // The same procedure on losses of a surface whose optimum is known: what it misses there it misses here, nearly.
    private static IsoFlopBias? MeasureBias(Run[] runs, IsoFlopFitOptions options)
    {
        double[] parameters = runs.Select(r => r.Parameters).ToArray(), tokens = runs.Select(r => r.Tokens).ToArray();
        ChinchillaLaw surface;
        try
        {
            surface = ChinchillaFit.Fit(parameters, tokens, runs.Select(r => r.Loss).ToArray()).Law;
        }
        catch (FitRefusedException)
        {
            return null;
        }

        double[] losses = new double[runs.Length];
        surface.Loss(parameters, tokens, losses);
        var simulated = runs.Select((r, i) => r with { Loss = losses[i] }).ToArray();
        var optima = Optimise(simulated, options with { KeepOutsideMinima = true }, null);
        if (optima.Count < 2) return null;
        var found = PowerRegression.Fit(optima.Select(o => o.TrainingFlops).ToArray(), optima.Select(o => o.Parameters).ToArray());
        double largest = optima[^1].TrainingFlops;
        return new IsoFlopBias(surface, found.Exponent - surface.ParametersExponent,
            found.At(largest) / surface.Allocate(largest).Parameters);
    }

    private static void AddBiasWarning(IsoFlopBias bias, List<FitWarning> warnings)
    {
        double alpha = bias.Surface.Parameters.Exponent, beta = bias.Surface.Tokens.Exponent;
        if (Math.Abs(Math.Log(alpha / beta)) < 0.05 && Math.Abs(bias.ParametersExponentBias) < 0.005) return;
        warnings.Add(new(FitWarningKind.ParabolaBias,
            $"alpha ({FitChecks.Text(alpha)}) and beta ({FitChecks.Text(beta)}) differ or the sizes tried are off the optimum, so "
                + "parabolas are biased: on a surface like this one they miss the exponent of N by "
                    + $"{FitChecks.Text(bias.ParametersExponentBias)} and N at the largest budget by a factor of "
                        + $"{FitChecks.Text(bias.ParametersAtLargestBudget)}. Prefer ChinchillaFit."));
    }

    private readonly record struct Run(double Flops, double Parameters, double Tokens, double Loss);
}
