using System;
using ScalingAnalyzers.Planning;

namespace PlanningABudget;

/// <summary>The steps from the requirements to a run, each with a planner of the library.</summary>
internal static class Choices
{
    /// <summary>The best model to train for the money, without any serving.</summary>
    public static ComputeOptimalPlan ToTrain { get; } = ComputeOptimalPlan.ForCompute(Wishes.Flops);

    /// <summary>The best model to train for the money and then serve for a year.</summary>
    public static InferencePlan ToServe { get; } = Serving();

    /// <summary>The passes over the unique tokens that the plan needs.</summary>
    public static double Epochs => Math.Max(1, ToServe.Tokens / Wishes.UniqueTokens);

    /// <summary>Batch and learning rate of every law.</summary>
    public static HyperparameterPlan Hyperparameters { get; } =
        HyperparameterPlan.For(ToServe.Parameters, ToServe.Tokens);

    // The money is fixed, not the loss: bisects for the loss whose plan costs exactly the money in training.
    private static InferencePlan Serving()
    {
        double low = ToTrain.Loss!.Value;
        double high = low * 1.2;
        for (int i = 0; i < 100; i++)
        {
            double middle = (low + high) / 2;
            if (InferencePlan.ForLoss(middle, Wishes.ServedTokens).TrainingFlops > Wishes.Flops) low = middle;
            else high = middle;
        }

        return InferencePlan.ForLoss(high, Wishes.ServedTokens);
    }
}
