namespace ScalingAnalyzers.Fitting;

/// <summary>The evidence that a fit is the optimum, and how well the data pin it down.</summary>
/// <param name="GradientNorm">The largest size of a derivative of the objective by ln A, ln B, ln E, alpha or beta.</param>
/// <param name="GradientTolerance">What rounding leaves of a gradient here; a true optimum is near or below it.</param>
/// <param name="Condition">The condition number of the Hessian at the centre of the data; beyond 1e12 digits are lost.</param>
/// <param name="SecondStartObjective">The lowest objective reached from any other start.</param>
/// <param name="SecondStartAgrees">Whether another start reached the same objective, to 1e-9 of it.</param>
/// <param name="Starts">Starts tried.</param>
/// <param name="StartsAtOptimum">Starts that reached the objective to 1e-9 of it.</param>
/// <param name="Evaluations">Evaluations of value, gradient and Hessian over all starts.</param>
/// <param name="IsCertified">The gradient vanishes, the Hessian is positive definite, no start found better, and a second one agrees.</param>
public sealed record FitCertificate(
    double GradientNorm,
    double GradientTolerance,
    double Condition,
    double SecondStartObjective,
    bool SecondStartAgrees,
    int Starts,
    int StartsAtOptimum,
    long Evaluations,
    bool IsCertified);
