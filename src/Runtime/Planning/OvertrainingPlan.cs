using System;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Planning;

/// <summary>
/// Train longer, serve cheaper: a smaller model of the same loss, and the number of served tokens after which it pays
/// back.
/// </summary>
public sealed class OvertrainingPlan : PlannedRun
{
    private OvertrainingPlan(ScalingLaw law, Allocation allocation, double loss, Allocation optimum)
        : base(law, allocation, loss) => Optimum = optimum;

    /// <summary>The compute-optimal run of the same loss.</summary>
    public Allocation Optimum { get; }

    /// <summary>Training compute beyond the optimum's, FLOPs.</summary>
    public double ExtraTrainingFlops => TrainingFlops - Optimum.TrainingFlops;

    /// <summary>FLOPs saved on each served token, 2 (N* - N).</summary>
    public double SavingPerToken => 2 * (Optimum.Parameters - Parameters);

    /// <summary>Tokens served after which training + inference of both runs are equal.</summary>
    public double PaybackTokens => Math.Max(0, ExtraTrainingFlops) / SavingPerToken;

    /// <summary>The run, and when it pays back.</summary>
    public override string ToString() => base.ToString() + "; pays back after " + Quantity.Format(PaybackTokens) + " served tokens";

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
            throw new ArgumentOutOfRangeException(
                nameof(tokenFactor), tokenFactor, "tokenFactor is tokens over the optimum's, a finite number above 1.");
        }

        law ??= LawCatalog.Default;
        var frontier = LawAbility.Of<ILossFrontier>(law, "loss frontier");
        var optimum = frontier.Allocate(trainingFlops);
        double loss = frontier.Loss(optimum.Parameters, optimum.Tokens);
        double tokens = optimum.Tokens * tokenFactor;
        return new(law, new(Isoloss.ParametersFor(frontier, loss, tokens), tokens), loss, optimum);
    }
}
