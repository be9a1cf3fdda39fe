using ScalingAnalyzers.Hardware;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws.Literature;

/// <summary>GPT-3's compute trend, L = 2.57 C^-0.048 with C in PF-days.</summary>
/// <remarks>Brown et al. 2020, arXiv:2005.14165, figure 3.1. It is Henighan's language row: 3.47e8^0.048 =
/// 2.57.</remarks>
public static class Brown2020
{
    /// <summary>The validation loss of the trend at a training compute.</summary>
    /// <param name="trainingFlops">Training compute, FLOPs.</param>
    /// <returns>Nats per token.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Not a positive finite number.</exception>
    public static double ComputeLoss(double trainingFlops)
    {
        Positive.Require(trainingFlops, nameof(trainingFlops), "FLOPs");
        return 2.57 * ScalarMath.Pow(trainingFlops / Compute.FlopsPerPetaflopDay, -0.048);
    }
}
