using System;
using System.Collections.Generic;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>Muennighoff et al. 2023: the loss of training on repeated data, L(N, D, U) = E + A/N'^alpha +
/// B/D'^beta.</summary>
/// <remarks>
/// D' = U_D + U_D R_D* (1 - exp(-R_D/R_D*)) with U_D = min(U, D) unique tokens and R_D = D/U_D - 1 repetitions; N'
/// likewise from U_N = min(N, N_opt(U_D)), R_N = N/U_N - 1 and R_N*. Loss(N, D) without unique tokens is the plain
/// surface: all tokens are new. The law is monotone: it does not model the rise of the loss from too many epochs or too
/// large a model.
/// </remarks>
public sealed partial class MuennighoffLaw : ScalingLaw, ILossFrontier
{
    /// <summary>Passes over the same data beyond which a further one adds almost nothing (Muennighoff et al.
    /// 2023).</summary>
    public const double EpochsWorthAlmostNothing = 40;

    /// <summary>Starts a law of this form.</summary>
    /// <param name="id">Kebab-case author-year[-variant].</param>
    /// <param name="surface">The law of new data.</param>
    /// <exception cref="ArgumentNullException">The surface is null.</exception>
    public MuennighoffLaw(string id, ChinchillaLaw surface)
        : base(id)
    {
        Surface = surface ?? throw new ArgumentNullException(nameof(surface));
    }

    /// <summary>The published fit on C4: about 400 runs, up to 1500 epochs.</summary>
    public static MuennighoffLaw C4 { get; } = new("muennighoff-2023", new("muennighoff-2023-new-data")
    {
        // The authors' code gives the logarithms: E = e^0.6254804, A = e^6.255414, B = e^7.3049974.
        Irreducible = ScalarMath.Exp(0.6254804),
        Parameters = new(coefficient: ScalarMath.Exp(6.255414), exponent: 0.3526596),
        Tokens = new(coefficient: ScalarMath.Exp(7.3049974), exponent: 0.3526596),
    })
    {
        Title = "Muennighoff, data-constrained",
        RepetitionScale = 15.387756,
        ExcessParametersScale = 5.309743,
        FittedRange = new() { Parameters = new(1e7, 9e9), Tokens = new(0, 9e11), TrainingFlops = new(0, 1e22) },
        Source = new("Muennighoff et al.", 2023, "Scaling Data-Constrained Language Models", "2305.16264",
            "the data-constrained law; constants of the authors' code"),
        Caution = "Monotone: it does not model loss that rises from too many epochs. Losses are C4's.",
    };

    /// <summary>E, A, B, alpha, beta: the law where every token is new.</summary>
    public ChinchillaLaw Surface { get; }

    /// <summary>R_D*: after this many repetitions a repeated token is worth 1/e of a new one.</summary>
    public double RepetitionScale { get; init; }

    /// <summary>R_N*: the same for parameters beyond what the unique tokens can use.</summary>
    public double ExcessParametersScale { get; init; }

    /// <inheritdoc/>
    public override string Formula =>
        "L(N, D, U) = E + A/N'^alpha + B/D'^beta, D' = U (1 + R_D* (1 - exp(-(D/U - 1)/R_D*))), N' likewise about N_opt(U)";

    /// <inheritdoc/>
    public override IReadOnlyList<LawCoefficient> Coefficients =>
        new List<LawCoefficient>(Surface.Coefficients) { new("R_D*", RepetitionScale, "repetitions"), new("R_N*", ExcessParametersScale) };

    /// <summary>The loss when every token is new: the plain surface.</summary>
    /// <inheritdoc/>
    public double Loss(double parameters, double tokens) => Surface.Loss(parameters, tokens);

    /// <summary>The loss of training on tokens of which only some are unique.</summary>
    /// <param name="parameters">Parameters.</param>
    /// <param name="tokens">Training tokens, repetitions included.</param>
    /// <param name="uniqueTokens">Available unique tokens; more than tokens count as tokens.</param>
    /// <returns>Nats per token.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public double Loss(double parameters, double tokens, double uniqueTokens) =>
        Surface.Loss(EffectiveParameters(parameters, tokens, uniqueTokens), EffectiveTokens(tokens, uniqueTokens));

    /// <summary>
    /// This law for a data set of so many unique tokens, as a frontier that can be used like any law of (N, D).
    /// </summary>
    /// <param name="uniqueTokens">Available unique tokens.</param>
    /// <returns>The law.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive finite number.</exception>
    public UniqueTokensLaw WithUniqueTokens(double uniqueTokens) => new(this, uniqueTokens);

    /// <summary>D': the new tokens that would be worth as much as these.</summary>
    /// <param name="tokens">Training tokens, repetitions included.</param>
    /// <param name="uniqueTokens">Available unique tokens.</param>
    /// <returns>Tokens; at most (1 + R_D*) times the unique ones.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public double EffectiveTokens(double tokens, double uniqueTokens)
    {
        Positive.Require(tokens, nameof(tokens), "tokens");
        Positive.Require(uniqueTokens, nameof(uniqueTokens), "tokens");
        return Saturate(tokens, Math.Min(uniqueTokens, tokens), RepetitionScale);
    }

    /// <summary>N': the parameters that the unique tokens can use.</summary>
    /// <param name="parameters">Parameters.</param>
    /// <param name="tokens">Training tokens, repetitions included.</param>
    /// <param name="uniqueTokens">Available unique tokens.</param>
    /// <returns>Parameters; at most (1 + R_N*) times the optimum for the unique tokens.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public double EffectiveParameters(double parameters, double tokens, double uniqueTokens)
    {
        Positive.Require(parameters, nameof(parameters), "parameters");
        Positive.Require(tokens, nameof(tokens), "tokens");
        Positive.Require(uniqueTokens, nameof(uniqueTokens), "tokens");
        double usable = Surface.ParametersFor(Math.Min(uniqueTokens, tokens));
        return Saturate(parameters, Math.Min(parameters, usable), ExcessParametersScale);
    }

    /// <summary>What the average token is worth, as a share of a new one: D'/D. 0.93 at 4 epochs, 0.66 at 16, 0.38 at
    /// 40.</summary>
    /// <param name="epochs">Passes over the unique tokens, from 1.</param>
    /// <returns>A share in (0, 1].</returns>
    /// <exception cref="ArgumentOutOfRangeException">Below 1 or not finite.</exception>
    public double ValueOfTokens(double epochs)
    {
        RequireEpochs(epochs);
        return Saturate(epochs, 1, RepetitionScale) / epochs;
    }

    /// <summary>What one more token is worth after this many epochs, as a share of a new one: exp(-(epochs -
    /// 1)/R_D*).</summary>
    /// <param name="epochs">Passes over the unique tokens, from 1.</param>
    /// <returns>A share in (0, 1].</returns>
    /// <exception cref="ArgumentOutOfRangeException">Below 1 or not finite.</exception>
    public double ValueOfNextToken(double epochs)
    {
        RequireEpochs(epochs);
        return ScalarMath.Exp(-(epochs - 1) / RepetitionScale);
    }

    /// <inheritdoc/>
    public Allocation Allocate(double trainingFlops) => Surface.Allocate(trainingFlops);

    /// <inheritdoc/>
    public double TokensFor(double parameters) => Surface.TokensFor(parameters);

    /// <inheritdoc/>
    public double ParametersFor(double tokens) => Surface.ParametersFor(tokens);

    /// <inheritdoc/>
    public double OptimalLoss(double trainingFlops) => Surface.OptimalLoss(trainingFlops);

    /// <inheritdoc/>
    public double TrainingFlopsFor(double loss) => Surface.TrainingFlopsFor(loss);

#if NET8_0_OR_GREATER
    /// <inheritdoc/>
    public void Loss(ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, Span<double> destination) =>
        Surface.Loss(parameters, tokens, destination);

    /// <inheritdoc/>
    public void LossGrid(ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, Span<double> destination) =>
        Surface.LossGrid(parameters, tokens, destination);
#endif

    // base * (1 + scale * (1 - exp(-(total/base - 1)/scale))).
    private static double Saturate(double total, double start, double scale)
    {
        if (scale > 0) return start + (start * scale * (1 - ScalarMath.Exp(-((total / start) - 1) / scale)));
        throw new InvalidOperationException(nameof(RepetitionScale) + " and " + nameof(ExcessParametersScale)
            + " must be positive; one of this law's is " + scale.ToString(System.Globalization.CultureInfo.InvariantCulture) + ".");
    }

    private static void RequireEpochs(double epochs)
    {
        if (epochs >= 1 && !double.IsInfinity(epochs)) return;
        throw new ArgumentOutOfRangeException(
            nameof(epochs), epochs, "epochs are passes over the unique tokens, a finite number from 1 upwards.");
    }
}
