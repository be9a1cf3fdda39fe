using System;
using System.Collections.Generic;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>Abnar et al. 2025: loss by total parameters, tokens and sparsity S, L = a/N^alpha + b/D^beta +
/// c/(1-S)^lambda + d/((1-S)^delta N^gamma) + e.</summary>
/// <remarks>Coefficients read in two secondary sources. R2 99 % on the fit, 68 % on the held-out sparsity
/// 0.98.</remarks>
public sealed class AbnarLaw : ScalingLaw
{
    private AbnarLaw()
        : base("abnar-2025")
    {
        Title = "Abnar, sparsity";
        Source = new("Abnar et al.", 2025, "Parameters vs FLOPs: Scaling Laws for Optimal Sparsity for Mixture-of-Experts Language Models",
            "2501.12370", "the law with sparsity; coefficients read in secondary sources");
        Caution = "N counts all parameters; weak on very sparse models (R2 68 % at sparsity 0.98).";
    }

    /// <summary>The law with the published coefficients.</summary>
    public static AbnarLaw Published { get; } = new();

    /// <inheritdoc/>
    public override string Formula => "L = a/N^alpha + b/D^beta + c/(1-S)^lambda + d/((1-S)^delta N^gamma) + e";

    /// <inheritdoc/>
    public override IReadOnlyList<LawCoefficient> Coefficients { get; } = new LawCoefficient[]
    {
        new("a", 16612.50), new("alpha", 0.5962), new("b", 5455.67), new("beta", 0.3954), new("c", 0.4598), new("lambda", -0.1666),
        new("d", 17.26), new("delta", 0.1603), new("gamma", 0.1595), new("e", 0.94, "nats per token"),
    };

    /// <summary>The loss of a mixture.</summary>
    /// <param name="parameters">All parameters.</param>
    /// <param name="tokens">Training tokens.</param>
    /// <param name="sparsity">Inactive share of the experts, from 0 (dense) to below 1.</param>
    /// <returns>Nats per token.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers, or a sparsity outside [0,
    /// 1).</exception>
    public double Loss(double parameters, double tokens, double sparsity)
    {
        Positive.Require(parameters, nameof(parameters), "parameters");
        Positive.Require(tokens, nameof(tokens), "tokens");
        if (!(sparsity is >= 0 and < 1))
            throw new ArgumentOutOfRangeException(
                nameof(sparsity), sparsity, "sparsity is the inactive share of the experts, from 0 to below 1.");
        double active = 1 - sparsity;
        return (16612.50 * ScalarMath.Pow(parameters, -0.5962))
            + (5455.67 * ScalarMath.Pow(tokens, -0.3954))
            + (0.4598 * ScalarMath.Pow(active, 0.1666))
            + (17.26 * ScalarMath.Pow(active, -0.1603) * ScalarMath.Pow(parameters, -0.1595))
            + 0.94;
    }
}
