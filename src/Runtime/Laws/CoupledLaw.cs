using System.Collections.Generic;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>The coupled loss surface, L(N, D) = E + (A/N^alpha + B/D^beta)^k (Videau et al. 2026, arXiv:2608.07222), with
/// any coefficients; k = 1 is Chinchilla's form.</summary>
/// <remarks>
/// The outer power bends the loss and leaves the frontier where Hoffmann's eq. 4 has it, for this law's own A, B, alpha
/// and beta. Where data are plentiful the loss falls as N^(-k alpha), where the model is large as D^(-k beta): these
/// limiting slopes compare with Chinchilla's alpha and beta, the exponents themselves do not. E is a level parameter:
/// runs determine it weakly together with k, and it is no estimate of an irreducible loss.
/// </remarks>
public sealed partial class CoupledLaw : ScalingLaw, ILossFrontier
{
    // Made once; in a race two equal copies are made.
    private ChinchillaLaw? _inner;

    /// <summary>Starts a law of this form.</summary>
    /// <param name="id">Kebab-case author-year[-variant].</param>
    public CoupledLaw(string id)
        : base(id)
    {
    }

    /// <summary>E, the level parameter, nats per token.</summary>
    public double Level { get; init; }

    /// <summary>A and alpha, inside the outer power.</summary>
    public PowerTerm Parameters { get; init; }

    /// <summary>B and beta, inside the outer power.</summary>
    public PowerTerm Tokens { get; init; }

    /// <summary>k, the outer power; 1 is Chinchilla's form.</summary>
    public double Coupling { get; init; } = 1;

    /// <summary>k alpha: the slope of ln (L - E) in ln N where data are plentiful.</summary>
    public double LimitingParametersSlope => Coupling * Parameters.Exponent;

    /// <summary>k beta: the slope of ln (L - E) in ln D where the model is large.</summary>
    public double LimitingTokensSlope => Coupling * Tokens.Exponent;

    /// <summary>a = beta/(alpha + beta): the optimal model grows as compute to this power.</summary>
    public double ParametersExponent => Inner.ParametersExponent;

    /// <inheritdoc/>
    public override string Formula => "L(N, D) = E + (A/N^alpha + B/D^beta)^k";

    /// <inheritdoc/>
    public override IReadOnlyList<LawCoefficient> Coefficients => new LawCoefficient[]
    {
        new("E", Level, "nats per token"),
        new("A", Parameters.Coefficient),
        new("B", Tokens.Coefficient),
        new("alpha", Parameters.Exponent),
        new("beta", Tokens.Exponent),
        new("k", Coupling),
        new("k alpha", LimitingParametersSlope),
        new("k beta", LimitingTokensSlope),
    };

    /// <summary>What the outer power is taken of.</summary>
    internal ChinchillaLaw Inner => _inner ??= new(Id) { Parameters = Parameters, Tokens = Tokens };

    /// <inheritdoc/>
    /// <exception cref="System.ArgumentOutOfRangeException">Parameters or tokens are not positive finite
    /// numbers.</exception>
    public double Loss(double parameters, double tokens) => Outer(Inner.Loss(parameters, tokens));

    /// <inheritdoc/>
    /// <exception cref="System.InvalidOperationException">A, alpha, B or beta is not positive: such a law has no
    /// optimum.</exception>
    public Allocation Allocate(double trainingFlops) => Inner.Allocate(trainingFlops);

    /// <inheritdoc/>
    /// <inheritdoc cref="Allocate" path="/exception"/>
    public double TokensFor(double parameters) => Inner.TokensFor(parameters);

    /// <inheritdoc/>
    /// <inheritdoc cref="Allocate" path="/exception"/>
    public double ParametersFor(double tokens) => Inner.ParametersFor(tokens);

    /// <inheritdoc/>
    /// <inheritdoc cref="Allocate" path="/exception"/>
    public double OptimalLoss(double trainingFlops) => Outer(Inner.OptimalLoss(trainingFlops));

    /// <inheritdoc/>
    /// <inheritdoc cref="Allocate" path="/exception"/>
    public double TrainingFlopsFor(double loss)
    {
        Positive.Require(loss, nameof(loss), "nats per token");
        return loss <= Level ? double.PositiveInfinity : Inner.TrainingFlopsFor(InnerLoss(loss));
    }

    /// <summary>The sum of both terms at a loss; 0 where no run reaches it.</summary>
    internal double InnerLoss(double loss) => loss <= Level ? 0 : ScalarMath.Pow(loss - Level, 1 / Coupling);

    private double Outer(double sum) => Level + ScalarMath.Pow(sum, Coupling);
}
