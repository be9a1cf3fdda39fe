using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>A power-law term, Coefficient / x^Exponent.</summary>
public readonly record struct PowerTerm
{
    /// <summary>Makes a term.</summary>
    /// <param name="coefficient">The factor, in nats per token at x = 1.</param>
    /// <param name="exponent">The positive exponent.</param>
    public PowerTerm(double coefficient, double exponent)
    {
        Coefficient = coefficient;
        Exponent = exponent;
    }

    /// <summary>The factor, in nats per token at x = 1.</summary>
    public double Coefficient { get; }

    /// <summary>The positive exponent.</summary>
    public double Exponent { get; }

    internal double At(double x) => Coefficient * ScalarMath.Pow(x, -Exponent);
}

/// <summary>Chinchilla's loss surface, L(N, D) = E + A / N^alpha + B / D^beta (Hoffmann et al. 2022, eq. 2), with any
/// coefficients.</summary>
/// <remarks>The frontier is Hoffmann et al. 2022, eq. 4: N = G (C/6)^a, D = (C/6)^b / G, a = beta/(alpha + beta), b =
/// alpha/(alpha + beta), G = (alpha A / (beta B))^(1/(alpha + beta)).</remarks>
public sealed partial class ChinchillaLaw : ScalingLaw, ILossFrontier
{
    /// <summary>Starts a law of this form.</summary>
    /// <param name="id">Kebab-case author-year[-variant].</param>
    public ChinchillaLaw(string id)
        : base(id)
    {
    }

    /// <summary>E, the lower limit of the loss for every model, nats per token.</summary>
    public double Irreducible { get; init; }

    /// <summary>A and alpha: what a finite model costs.</summary>
    public PowerTerm Parameters { get; init; }

    /// <summary>B and beta: what finite data costs.</summary>
    public PowerTerm Tokens { get; init; }

    /// <summary>a: the optimal model grows as compute to this power.</summary>
    public double ParametersExponent => Tokens.Exponent / (Parameters.Exponent + Tokens.Exponent);

    /// <summary>b: the optimal token count grows as compute to this power.</summary>
    public double TokensExponent => Parameters.Exponent / (Parameters.Exponent + Tokens.Exponent);

    /// <summary>G, the frontier's scale (Hoffmann et al. 2022, eq. 4).</summary>
    /// <exception cref="System.InvalidOperationException">A, alpha, B or beta is not positive: such a law has no
    /// optimum.</exception>
    public double FrontierScale
    {
        get
        {
            RequireTerm(Parameters, nameof(Parameters));
            RequireTerm(Tokens, nameof(Tokens));
            return ScalarMath.Pow(
                Parameters.Exponent * Parameters.Coefficient / (Tokens.Exponent * Tokens.Coefficient),
                1 / (Parameters.Exponent + Tokens.Exponent));
        }
    }

    /// <summary>Whether both terms are there, so that one size is the best for a compute.</summary>
    internal bool HasOptimum => IsWhole(Parameters) && IsWhole(Tokens);

    private double LossExponent => Parameters.Exponent * Tokens.Exponent / (Parameters.Exponent + Tokens.Exponent);

    /// <inheritdoc/>
    /// <exception cref="System.ArgumentOutOfRangeException">Parameters or tokens are not positive finite
    /// numbers.</exception>
    public double Loss(double parameters, double tokens)
    {
        Positive.Require(parameters, nameof(parameters), "parameters");
        Positive.Require(tokens, nameof(tokens), "tokens");
        return Irreducible + Parameters.At(parameters) + Tokens.At(tokens);
    }

    /// <inheritdoc/>
    /// <inheritdoc cref="FrontierScale" path="/exception"/>
    public Allocation Allocate(double trainingFlops)
    {
        Positive.Require(trainingFlops, nameof(trainingFlops), "FLOPs");
        double parameters = FrontierScale * ScalarMath.Pow(trainingFlops / 6, ParametersExponent);
        return new Allocation(parameters, trainingFlops / 6 / parameters);
    }

    /// <inheritdoc/>
    /// <inheritdoc cref="FrontierScale" path="/exception"/>
    public double TokensFor(double parameters)
    {
        Positive.Require(parameters, nameof(parameters), "parameters");
        return ScalarMath.Pow(parameters / FrontierScale, 1 / ParametersExponent) / parameters;
    }

    /// <inheritdoc/>
    /// <inheritdoc cref="FrontierScale" path="/exception"/>
    public double ParametersFor(double tokens)
    {
        Positive.Require(tokens, nameof(tokens), "tokens");
        return ScalarMath.Pow(tokens * FrontierScale, 1 / TokensExponent) / tokens;
    }

    /// <inheritdoc/>
    /// <inheritdoc cref="FrontierScale" path="/exception"/>
    public double OptimalLoss(double trainingFlops)
    {
        var optimum = Allocate(trainingFlops);
        return Loss(optimum.Parameters, optimum.Tokens);
    }

    /// <inheritdoc/>
    /// <inheritdoc cref="FrontierScale" path="/exception"/>
    public double TrainingFlopsFor(double loss)
    {
        Positive.Require(loss, nameof(loss), "nats per token");
        if (loss <= Irreducible) return double.PositiveInfinity;

        // On the frontier both terms fall as (C/6)^-gamma, gamma = alpha beta / (alpha + beta).
        double scale = Parameters.At(FrontierScale) + Tokens.At(1 / FrontierScale);
        return 6 * ScalarMath.Pow(scale / (loss - Irreducible), 1 / LossExponent);
    }

    private void RequireTerm(PowerTerm term, string name)
    {
        if (IsWhole(term)) return;
        throw new System.InvalidOperationException(string.Format(
            System.Globalization.CultureInfo.InvariantCulture,
            "{0} has no optimum: {1} has coefficient {2} and exponent {3}; both must be positive finite numbers.",
            Id,
            name,
            term.Coefficient,
            term.Exponent));
    }

    private static bool IsWhole(PowerTerm term) =>
        term.Coefficient > 0 && term.Exponent > 0 && !double.IsInfinity(term.Coefficient) && !double.IsInfinity(term.Exponent);
}
