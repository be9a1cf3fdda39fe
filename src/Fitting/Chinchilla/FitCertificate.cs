namespace ScalingAnalyzers.Fitting;

/// <summary>The evidence that a fit is the optimum, and how well the data pin it down.</summary>
public sealed class FitCertificate
{
    internal FitCertificate(
        double gradientNorm,
        double gradientTolerance,
        double condition,
        double secondStartObjective,
        bool secondStartAgrees,
        int starts,
        int startsAtOptimum,
        long evaluations,
        bool isCertified)
    {
        GradientNorm = gradientNorm;
        GradientTolerance = gradientTolerance;
        Condition = condition;
        SecondStartObjective = secondStartObjective;
        SecondStartAgrees = secondStartAgrees;
        Starts = starts;
        StartsAtOptimum = startsAtOptimum;
        Evaluations = evaluations;
        IsCertified = isCertified;
    }

    /// <summary>The largest size of a derivative of the objective by ln A, ln B, ln E, alpha or beta.</summary>
    public double GradientNorm { get; }

    /// <summary>What rounding may leave of a gradient here: a certified optimum is at or below it.</summary>
    public double GradientTolerance { get; }

    /// <summary>The condition number of the Hessian at the centre of the data; beyond 1e12 digits are lost.</summary>
    public double Condition { get; }

    /// <summary>The lowest objective reached from any other start.</summary>
    public double SecondStartObjective { get; }

    /// <summary>Whether another start reached the same objective, to 1e-9 of it.</summary>
    public bool SecondStartAgrees { get; }

    /// <summary>Starts tried.</summary>
    public int Starts { get; }

    /// <summary>Starts that reached the objective to 1e-9 of it.</summary>
    public int StartsAtOptimum { get; }

    /// <summary>Evaluations of value, gradient and Hessian over all starts.</summary>
    public long Evaluations { get; }

    /// <summary>The gradient is within its tolerance, the Hessian is positive definite, no start found better, and a
    /// second one agrees.</summary>
    public bool IsCertified { get; }

    /// <summary>The gradient that a certificate allows, from what rounding leaves of it in one evaluation.</summary>
    internal static double Allowed(double rounding) => 100 * rounding;
}
