using System;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Planning;

/// <summary>Train longer, serve cheaper: a smaller model of the same loss, and when it pays back.</summary>
/// <param name="Plan">The smaller model, trained longer.</param>
/// <param name="Optimum">The compute-optimal run of the same loss.</param>
public sealed record OvertrainingPlan(PlannedRun Plan, Allocation Optimum)
{
    /// <summary>Training compute beyond the optimum's, FLOPs.</summary>
    public double ExtraTrainingFlops => Plan.Run.TrainingFlops - Optimum.TrainingFlops;

    /// <summary>FLOPs saved on each served token, 2 (N* - N).</summary>
    public double SavingPerToken => 2 * (Optimum.Parameters - Plan.Run.Parameters);

    /// <summary>Tokens served after which training + inference of both runs are equal.</summary>
    public double PaybackTokens => Math.Max(0, ExtraTrainingFlops) / SavingPerToken;

    /// <summary>The run of equal loss that trains so many times more tokens than the optimum.</summary>
    /// <param name="trainingFlops">Compute of the optimum whose loss is kept, FLOPs, 6ND.</param>
    /// <param name="tokenFactor">Tokens over the optimum's, above 1.</param>
    /// <param name="law">The law; besiroglu-2024 where null.</param>
    /// <returns>The smaller model and its payback.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    /// <exception cref="ArgumentException">The law has no loss frontier.</exception>
    public static OvertrainingPlan ForFactor(double trainingFlops, double tokenFactor, ScalingLaw? law = null)
    {
        if (!(tokenFactor > 1) || double.IsInfinity(tokenFactor))
        {
            throw new ArgumentOutOfRangeException(nameof(tokenFactor), tokenFactor, "tokenFactor is tokens over the optimum's, a finite number above 1.");
        }

        law ??= LawCatalog.Default;
        var frontier = LawAbility.Of<ILossFrontier>(law, "loss frontier");
        var optimum = frontier.Allocate(trainingFlops);
        double loss = frontier.Loss(optimum.Parameters, optimum.Tokens);
        double tokens = optimum.Tokens * tokenFactor;
        return new(PlannedRun.Of(law, new(Isoloss.ParametersFor(frontier, loss, tokens), tokens), loss), optimum);
    }
}
