using System;

namespace ScalingAnalyzers.Fitting;

/// <summary>The optimum of one budget, at the bottom of its parabolas.</summary>
public sealed class IsoFlopOptimum
{
    internal IsoFlopOptimum(
        double trainingFlops,
        double parameters,
        double tokens,
        double loss,
        int runs,
        double logParametersError,
        double curvature)
    {
        Curvature = curvature;
        TrainingFlops = trainingFlops;
        Parameters = parameters;
        Tokens = tokens;
        Loss = loss;
        Runs = runs;
        LogParametersError = logParametersError;
    }

    /// <summary>The budget, FLOPs.</summary>
    public double TrainingFlops { get; }

    /// <summary>The bottom of the parabola of L in log N.</summary>
    public double Parameters { get; }

    /// <summary>The bottom of the parabola of L in log D.</summary>
    public double Tokens { get; }

    /// <summary>The loss at the bottom, nats per token.</summary>
    public double Loss { get; }

    /// <summary>Runs in the budget.</summary>
    public int Runs { get; }

    /// <summary>The standard error of ln Parameters, by how the losses scatter about their parabola; infinite with
    /// three runs.</summary>
    public double LogParametersError { get; }

    /// <summary>The coefficient of (log10 N)^2 of the parabola, nats per token.</summary>
    public double Curvature { get; }

    /// <summary>The parabola: Loss + Curvature * log10(parameters / Parameters)^2.</summary>
    /// <param name="parameters">Parameters.</param>
    /// <returns>Nats per token.</returns>
    public double LossAt(double parameters) => Loss + (Curvature * Math.Pow(Math.Log10(parameters / Parameters), 2));
}
