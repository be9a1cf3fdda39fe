namespace ScalingAnalyzers.Fitting;

/// <summary>What to be wary of in a fit that was nevertheless made.</summary>
public enum FitWarningKind
{
    /// <summary>Parabolas through a lopsided valley: alpha and beta differ, so approach 2 is biased.</summary>
    ParabolaBias,

    /// <summary>Budgets whose lowest loss lies outside the sizes tried were left out.</summary>
    MinimumOutsideRange,

    /// <summary>Budgets with too few runs or no upward curvature were left out.</summary>
    BudgetLeftOut,

    /// <summary>The exponents of N and D do not add up to 1, as 6ND = C requires.</summary>
    ExponentsDoNotAddUp,

    /// <summary>The losses of a budget scatter about as much as its valley is deep: its optimum is known to a factor of
    /// 2 at best.</summary>
    ShallowValley,

    /// <summary>The fitted values run to the edge of what was tried.</summary>
    EdgeOfRange,

    /// <summary>k = 1 is rejected and the back-test does not contradict: the additive form is not that of the
    /// runs.</summary>
    FormRejected,

    /// <summary>The runs do not settle the form: test and back-test disagree, or the forms part unrejected.</summary>
    FormUndecided,

    /// <summary>Residuals of runs that are neighbours in N, D or compute resemble each other.</summary>
    ResidualStructure,

    /// <summary>Losses along one training run count as if each were a run of its own.</summary>
    CheckpointsAsRuns,

    /// <summary>The runs have few ratios of tokens to parameters.</summary>
    FewRatios,

    /// <summary>The runs do not determine E.</summary>
    LevelNotIdentified,

    /// <summary>Losses before and after annealing are fitted together.</summary>
    AnnealingMixed,

    /// <summary>A prediction is asked beyond the runs.</summary>
    BeyondRuns,

    /// <summary>More than 5 % of the resamples of a bootstrap did not converge.</summary>
    BootstrapUnconverged,

    /// <summary>A few runs decide the fit.</summary>
    HeavyWeight,

    /// <summary>The optimum lies on a bound: E = 0, or k at an end.</summary>
    BoundTouched,

    /// <summary>The fit has no certificate.</summary>
    NotCertified,

    /// <summary>The form misses the sweep's own largest runs by more than its intervals allow.</summary>
    BackTestFailed,

    /// <summary>The runs scatter about the law by more than runs of one recipe do.</summary>
    LargeScatter,

    /// <summary>Single runs lie far outside the scatter of the others.</summary>
    OutlyingRuns,
}

/// <summary>A caution about a fit.</summary>
public sealed class FitWarning
{
    internal FitWarning(FitWarningKind kind, string message)
    {
        Kind = kind;
        Finding = Finding.Create(FitRules.Get(kind), "the fit", message);
    }

    /// <summary>The id, FIT001 and so on, after which its page in docs/fits is named.</summary>
    public string Id => Finding.Rule.Id;

    /// <summary>Of what kind.</summary>
    public FitWarningKind Kind { get; }

    /// <summary>What was found, in numbers, and what it means.</summary>
    public string Message => Finding.Message;

    /// <summary>The same as a finding, to be shown beside the findings of runs.</summary>
    public Finding Finding { get; }

    /// <summary>The id and the message.</summary>
    /// <returns>"FIT007: k = 1 is rejected ...".</returns>
    public override string ToString() => Finding.ToString();
}
