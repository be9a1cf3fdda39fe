using System;

namespace ScalingAnalyzers.Fitting;

/// <summary>Why data cannot support a law.</summary>
public enum FitRefusal
{
    /// <summary>A value is not a positive finite number, or the arrays do not go together.</summary>
    BadInput,

    /// <summary>Fewer distinct runs than the law needs.</summary>
    TooFewRuns,

    /// <summary>All runs have one model size, or nearly so.</summary>
    NoSpreadInParameters,

    /// <summary>All runs have one token count, or nearly so.</summary>
    NoSpreadInTokens,

    /// <summary>All runs have one training compute, so the movement of the optimum is unknown.</summary>
    OneBudgetOnly,

    /// <summary>All runs have one ratio of tokens to parameters, so the two terms cannot be separated.</summary>
    OneRatioOnly,

    /// <summary>The best coefficients lie on the boundary: a term vanishes or an exponent has no finite
    /// optimum.</summary>
    OptimumOnBoundary,

    /// <summary>The losses within a budget have no minimum between the smallest and the largest model.</summary>
    NoInteriorMinimum,

    /// <summary>No start reached a point where the gradient vanishes.</summary>
    NotConverged,
}

/// <summary>The data cannot support the law; the message gives the reason and the remedy.</summary>
public sealed class FitRefusedException : Exception
{
    /// <summary>A refusal.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="message">What was found, in numbers, and what is needed.</param>
    public FitRefusedException(FitRefusal reason, string message)
        : base(message)
    {
        Reason = reason;
    }

    /// <summary>Why the fit was refused.</summary>
    public FitRefusal Reason { get; }
}
