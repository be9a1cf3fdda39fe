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
}

/// <summary>A caution about a fit.</summary>
public sealed class FitWarning
{
    internal FitWarning(FitWarningKind kind, string message)
    {
        Kind = kind;
        Message = message;
    }

    /// <summary>Of what kind.</summary>
    public FitWarningKind Kind { get; }

    /// <summary>What was found, in numbers, and what it means.</summary>
    public string Message { get; }
}
