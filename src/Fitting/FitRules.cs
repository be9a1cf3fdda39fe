using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Checks;

namespace ScalingAnalyzers.Fitting;

/// <summary>The rules of fits, one for each kind of warning; each has a page in docs/fits.</summary>
public static class FitRules
{
    private static readonly IReadOnlyDictionary<FitWarningKind, Rule> ByKind = new[]
    {
        Warns("FIT001", FitWarningKind.ParabolaBias, "Parabolas are biased"),
        Warns("FIT002", FitWarningKind.MinimumOutsideRange, "A budget's optimum is outside the sizes tried"),
        Warns("FIT003", FitWarningKind.BudgetLeftOut, "A budget was left out"),
        Warns("FIT004", FitWarningKind.ExponentsDoNotAddUp, "The exponents do not add up to 1"),
        Warns("FIT005", FitWarningKind.ShallowValley, "A valley is lost in its noise"),
        Warns("FIT006", FitWarningKind.EdgeOfRange, "The fit runs to the edge of what was tried"),
        Warns("FIT007", FitWarningKind.FormRejected, "The additive form is rejected"),
        Warns("FIT008", FitWarningKind.FormUndecided, "Test and back-test disagree on the form"),
        Warns("FIT009", FitWarningKind.ResidualStructure, "Residuals have structure"),
        Warns("FIT010", FitWarningKind.CheckpointsAsRuns, "Checkpoints count as runs"),
        Warns("FIT011", FitWarningKind.FewRatios, "The runs have few ratios of tokens to parameters"),
        Warns("FIT012", FitWarningKind.LevelNotIdentified, "E is not determined"),
        Warns("FIT013", FitWarningKind.AnnealingMixed, "Losses before and after annealing are mixed"),
        Warns("FIT014", FitWarningKind.BeyondRuns, "A prediction is beyond the runs"),
        Warns("FIT015", FitWarningKind.BootstrapUnconverged, "A bootstrap did not converge"),
        Warns("FIT016", FitWarningKind.HeavyWeight, "A few runs decide the fit"),
        Warns("FIT017", FitWarningKind.BoundTouched, "The optimum lies on a bound"),
        Warns("FIT018", FitWarningKind.NotCertified, "The fit has no certificate"),
        Warns("FIT019", FitWarningKind.BackTestFailed, "The back-test fails"),
        Warns("FIT020", FitWarningKind.LargeScatter, "The runs scatter widely"),
        Warns("FIT021", FitWarningKind.OutlyingRuns, "Single runs lie far from the fit"),
    }.ToDictionary(row => row.Kind, row => row.Rule);

    /// <summary>All of them, in the order of their ids.</summary>
    public static IReadOnlyList<Rule> All { get; } = ByKind.Values.OrderBy(rule => rule.Id, System.StringComparer.Ordinal).ToArray();

    /// <summary>The rule of a kind of warning.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="KeyNotFoundException">No such kind.</exception>
    public static Rule Get(FitWarningKind kind) => ByKind[kind];

    private static (FitWarningKind Kind, Rule Rule) Warns(string id, FitWarningKind kind, string title) =>
        (kind, Rule.Create(id, kind.ToString(), "Fitting", FindingSeverity.Warning, title));
}
