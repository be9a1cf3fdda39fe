using System;
using System.Collections.Generic;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>Gadre et al. 2024: loss under over-training, L = E + (a M^eta + b M^-eta) C^-eta with M = D/N and C = 6ND
/// (eq. 4), and error from loss (eq. 5).</summary>
/// <remarks>
/// The same surface as E + A/N^(2 eta) + B/D^(2 eta) with A = a 6^-eta and B = b 6^-eta. Loss on C4-eval. Equal
/// exponents give one optimal ratio at every compute (3.4 to 7.4 tokens per parameter), though no fitted run lies below
/// 20: this law gives the cost of over-training and no allocation.
/// </remarks>
public sealed class GadreLaw : LossLaw
{
    private readonly double _coefficient;
    private readonly double _dataCoefficient;
    private readonly double _exponent;

    internal GadreLaw(string variant, string data, double alpha, double beta, double exponent, double irreducible, DownstreamError few,
        DownstreamError many)
        : base("gadre-2024-" + variant)
    {
        ConstantName = "Gadre2024" + data;
        Title = "Gadre, over-training on " + data;
        (_coefficient, _dataCoefficient, _exponent, Irreducible) = (alpha, beta, exponent, irreducible);
        (Error17, Error46) = (few, many);
        FittedRange = new() { Parameters = new(1.1e7, 6.9e9), TokensPerParameter = new(5, 640) };
        Source = new("Gadre et al.", 2024, "Language models scale reliably with over-training and on downstream tasks", "2403.08540",
            "eq. 4 and 5; the authors' code");
        Caution = "Prices over-training; not for allocation, which its equal exponents cannot see.";
    }

    /// <summary>E, nats per token.</summary>
    public double Irreducible { get; }

    /// <summary>eta: half the exponent of N and of D.</summary>
    public double Eta => _exponent / 2;

    /// <summary>a of eq. 4.</summary>
    public double A => _coefficient * ScalarMath.Pow(6, Eta);

    /// <summary>b of eq. 4; the authors' code multiplies its beta by 6^-eta, so b is that beta.</summary>
    public double B => _dataCoefficient;

    /// <summary>Average top-1 error on the paper's 17 tasks by loss.</summary>
    public DownstreamError Error17 { get; }

    /// <summary>Average top-1 error on the paper's 46 tasks by loss.</summary>
    public DownstreamError Error46 { get; }

    /// <inheritdoc/>
    public override string Formula => "L = E + (a M^eta + b M^-eta) C^-eta, M = D/N, C = 6ND;  error = eps - k exp(-gamma L)";

    /// <inheritdoc/>
    public override IReadOnlyList<LawCoefficient> Coefficients => new LawCoefficient[]
    {
        new("E", Irreducible, "nats per token"), new("a", A), new("b", B), new("eta", Eta),
        new("eps (17 tasks)", Error17.Ceiling), new("k (17 tasks)", Error17.Scale), new("gamma (17 tasks)", Error17.Rate),
        new("eps (46 tasks)", Error46.Ceiling), new("k (46 tasks)", Error46.Scale), new("gamma (46 tasks)", Error46.Rate),
    };

    private protected override double Surface(double parameters, double tokens) => Irreducible
        + (_coefficient * ScalarMath.Pow(parameters, -_exponent))
        + (_dataCoefficient * ScalarMath.Pow(6, -Eta) * ScalarMath.Pow(tokens, -_exponent));
}

/// <summary>Downstream error from loss, error = Ceiling - Scale * exp(-Rate * loss) (Gadre et al. 2024, eq.
/// 5).</summary>
public readonly record struct DownstreamError
{
    /// <summary>Makes a law of error from its coefficients.</summary>
    /// <param name="ceiling">eps, the error of a useless model.</param>
    /// <param name="scale">k.</param>
    /// <param name="rate">gamma, per nat.</param>
    public DownstreamError(double ceiling, double scale, double rate)
    {
        Ceiling = ceiling;
        Scale = scale;
        Rate = rate;
    }

    /// <summary>eps, the error of a useless model.</summary>
    public double Ceiling { get; }

    /// <summary>k.</summary>
    public double Scale { get; }

    /// <summary>gamma, per nat.</summary>
    public double Rate { get; }

    /// <summary>The average top-1 error, a share from 0 to 1.</summary>
    /// <param name="loss">C4-eval loss, nats per token.</param>
    /// <returns>The error.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive finite number.</exception>
    public double At(double loss)
    {
        Positive.Require(loss, nameof(loss), "nats per token");
        return Ceiling - (Scale * ScalarMath.Exp(-Rate * loss));
    }
}
