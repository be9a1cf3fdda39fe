namespace ScalingAnalyzers;

/// <summary>An allocation law without a loss surface: N = Scale * C^Exponent, D = C / (6N).</summary>
public sealed class PowerAllocationLaw : ScalingLaw, IAllocationLaw
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
}
