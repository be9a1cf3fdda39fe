using System;
using System.Collections.Generic;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>Ludziejewski et al. 2025: loss of a mixture of experts by active parameters, tokens and experts; the
/// default for mixtures.</summary>
/// <remarks>
/// Eq. 6: L = a x^delta N^(alpha + gamma ln x) + b x^omega D^(beta + zeta ln x) + c, x the expert count transformed as
/// in Clark et al. (1/x = 1/(E - 1 + 1/(1/E_start - 1/E_max)) + 1/E_max), natural logarithms. At a fixed expert count
/// it is a Chinchilla surface, so the optimum is closed form. Cost is 6 N_act D. E = 1 is a dense law with a separate
/// frontier (5.7 tokens per parameter at 1e20 FLOPs): do not mix it with Hoffmann's.
/// </remarks>
public sealed class LudziejewskiLaw : ScalingLaw
{
    internal LudziejewskiLaw()
        : base("ludziejewski-2025")
    {
        Title = "Ludziejewski, mixtures of experts";
        Convention = ParameterConvention.Active;
        FittedRange = new() { Parameters = new(0, 5e9), TrainingFlops = new(1e20, 1e22) };
        Source = new("Ludziejewski et al.", 2025, "Joint MoE Scaling Laws: Mixture of Experts Can Be Memory Efficient", "2502.05172",
            "eq. 6, tables 3 and 4");
        Caution = "N counts active non-embedding parameters; fitted for 1 to 32 experts. The range of parameters counts all of them.";
    }

    /// <summary>The law with the published coefficients.</summary>
    public static LudziejewskiLaw Published { get; } = new();

    /// <summary>The expert counts of the fit.</summary>
    public static Interval ExpertRange { get; } = new(1, 32);

    /// <inheritdoc/>
    public override string Formula =>
        "L = a x^delta N^(alpha + gamma ln x) + b x^omega D^(beta + zeta ln x) + c, 1/x = 1/(E - 1 + 1/(1/Estart - 1/Emax)) + 1/Emax";

    /// <inheritdoc/>
    public override IReadOnlyList<LawCoefficient> Coefficients { get; } = new LawCoefficient[]
    {
        new("a", 35.91), new("alpha", -0.1889), new("delta", -0.2285), new("gamma", 0.0098),
        new("b", 35.98), new("beta", -0.1775), new("omega", 0.5529), new("zeta", -0.0259),
        new("Estart", 2.0732), new("Emax", 290.4521), new("c", 1.3637, "nats per token"),
    };

    /// <summary>The loss of a mixture.</summary>
    /// <param name="activeParameters">Active non-embedding parameters.</param>
    /// <param name="tokens">Training tokens.</param>
    /// <param name="experts">Experts, from 1 (dense).</param>
    /// <returns>Nats per token.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers, or fewer than one expert.</exception>
    public double Loss(double activeParameters, double tokens, double experts) => ForExperts(experts).Loss(activeParameters, tokens);

    /// <summary>The dense model of the same loss on the same tokens, by this law's own dense case (one
    /// expert).</summary>
    /// <param name="activeParameters">Active non-embedding parameters.</param>
    /// <param name="tokens">Training tokens.</param>
    /// <param name="experts">Experts for each active one, from 1 (dense).</param>
    /// <returns>Non-embedding parameters; infinity where no dense model reaches the loss with these tokens.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers, or fewer than one expert.</exception>
    public double DenseEquivalent(double activeParameters, double tokens, double experts)
    {
        var dense = ForExperts(1);
        double rest = Loss(activeParameters, tokens, experts) - dense.Irreducible - dense.Tokens.At(tokens);
        return rest <= 0
            ? double.PositiveInfinity
            : ScalarMath.Pow(dense.Parameters.Coefficient / rest, 1 / dense.Parameters.Exponent);
    }

    /// <summary>The law at one expert count: a Chinchilla surface of active parameters and tokens, with its
    /// frontier.</summary>
    /// <param name="experts">Experts, from 1 (dense).</param>
    /// <returns>The surface m/N^mu + n/D^nu + c of table 4.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Below 1 or not finite.</exception>
    public ChinchillaLaw ForExperts(double experts)
    {
        double x = ExpertCount.Transform(experts, 2.0732, 290.4521);
        double log = ScalarMath.Log(x);
        return new ChinchillaLaw(Id)
        {
            Title = Title,
            Convention = Convention,
            FittedRange = FittedRange,
            Source = Source,
            Caution = Caution,
            Irreducible = 1.3637,
            Parameters = new(35.91 * ScalarMath.Pow(x, -0.2285), 0.1889 - (0.0098 * log)),
            Tokens = new(35.98 * ScalarMath.Pow(x, 0.5529), 0.1775 + (0.0259 * log)),
        };
    }
}

/// <summary>Clark's saturating transform of an expert count (Clark et al. 2022).</summary>
internal static class ExpertCount
{
    public static double Transform(double experts, double start, double most)
    {
        if (!(experts >= 1) || double.IsInfinity(experts))
        {
            throw new ArgumentOutOfRangeException(nameof(experts), experts, "experts is a count, a finite number from 1 (dense) upwards.");
        }

        double shifted = experts - 1 + (1 / ((1 / start) - (1 / most)));
        return 1 / ((1 / shifted) + (1 / most));
    }
}
