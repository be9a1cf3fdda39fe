using System.Collections.Generic;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>An allocation law without a loss surface: N = Scale * C^Exponent, D = C / (6N).</summary>
public sealed class PowerAllocationLaw : ScalingLaw, IUncertainAllocation
{
    /// <summary>Starts a law of this form.</summary>
    /// <param name="id">Kebab-case author-year[-variant].</param>
    public PowerAllocationLaw(string id)
        : base(id)
    {
    }

    /// <summary>Optimal parameters at a training compute of one FLOP.</summary>
    public double Scale { get; init; }

    /// <summary>a: the optimal model grows as compute to this power.</summary>
    public double Exponent { get; init; }

    /// <summary>The published interval of the exponent; null where there is none.</summary>
    public Interval? ExponentConfidence { get; init; }

    /// <summary>The level of ExponentConfidence, 0.95 for 95 %.</summary>
    public double ConfidenceLevel { get; init; } = 0.95;

    /// <inheritdoc/>
    public override string Formula => "N = k C^a, D = C/(6N)";

    /// <inheritdoc/>
    public override IReadOnlyList<LawCoefficient> Coefficients => new LawCoefficient[]
    {
        new("k", Scale, "parameters at C = 1 FLOP"),
        new("a", Exponent) { Confidence = ExponentConfidence, ConfidenceLevel = ExponentConfidence is null ? 0 : ConfidenceLevel },
    };

    /// <inheritdoc/>
    public Allocation Allocate(double trainingFlops)
    {
        Positive.Require(trainingFlops, nameof(trainingFlops), "FLOPs");
        double parameters = Scale * ScalarMath.Pow(trainingFlops, Exponent);
        return new Allocation(parameters, trainingFlops / 6 / parameters);
    }

    /// <inheritdoc/>
    public double TokensFor(double parameters)
    {
        Positive.Require(parameters, nameof(parameters), "parameters");
        return ScalarMath.Pow(parameters / Scale, 1 / Exponent) / 6 / parameters;
    }

    /// <inheritdoc/>
    public double ParametersFor(double tokens)
    {
        // N = k (6ND)^a, solved for N.
        Positive.Require(tokens, nameof(tokens), "tokens");
        return ScalarMath.Pow(Scale * ScalarMath.Pow(6 * tokens, Exponent), 1 / (1 - Exponent));
    }

    /// <inheritdoc/>
    /// <remarks>The line turns about the geometric centre of the fitted compute, from one end of the exponent's
    /// interval to the other.</remarks>
    public AllocationBand? OptimumBand(double trainingFlops)
    {
        var optimum = Allocate(trainingFlops);
        if (ExponentConfidence is not { } exponents || FittedRange.TrainingFlops is not { } fitted) return null;
        double distance = trainingFlops / fitted.Center;
        return AllocationBand.Around(
            optimum,
            ScalarMath.Pow(distance, exponents.Low - Exponent),
            ScalarMath.Pow(distance, exponents.High - Exponent),
            ConfidenceLevel,
            "the published interval of the exponent alone, about the centre of the fitted compute: a lower bound");
    }
}
