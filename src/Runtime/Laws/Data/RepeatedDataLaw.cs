using System;
using System.Collections.Generic;
using ScalingAnalyzers.Numerics;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers.Laws;

/// <summary>
/// A law for so many unique tokens: its own loss while nothing repeats, to the last bit, and beyond that the loss with
/// what repeats cost. Our composition of the law with the constants of Muennighoff et al. 2023.
/// </summary>
/// <remarks>
/// For D over U: L(rho N, D') with D' = S(D; U, R_D*), rho = S(N; N_opt(U), R_N*) / S(N; N_opt(D), R_N*), S(x; b, R) = b
/// (1 + R (1 - exp(-(x/b - 1)/R))) for x over b, else x. N_opt is this law's own. Continuous at D = U, where D' = D and
/// rho = 1. docs/laws.md has the proof that a compute has one optimum.
/// </remarks>
public sealed class RepeatedDataLaw : LossLaw, ILossFrontier, IUncertainAllocation
{
    // No run that can be thought of has more compute.
    private const double MostFlops = 1e45;

    private readonly ILossFrontier _law;
    private readonly ChinchillaLaw _form;
    private readonly MuennighoffLaw _repeats;

    private RepeatedDataLaw(ScalingLaw law, ChinchillaLaw form, double uniqueTokens)
        : base(law.Id)
    {
        _law = (ILossFrontier)law;
        _form = form;
        _repeats = MuennighoffLaw.C4;
        UniqueTokens = uniqueTokens;
        Title = law.Title + ", " + Quantity.Format(uniqueTokens) + " unique tokens";
        Source = law.Source;
        FittedRange = law.FittedRange;
        Convention = law.Convention;
        Caution = law.Caution;
        Law = law;
    }

    /// <summary>The law of new data.</summary>
    public ScalingLaw Law { get; }

    /// <summary>Available unique tokens.</summary>
    public double UniqueTokens { get; }

    /// <inheritdoc/>
    public override string Formula => Law.Formula + "; beyond U unique tokens L(rho N, D') with muennighoff-2023's constants (our composition)";

    /// <inheritdoc/>
    public override IReadOnlyList<LawCoefficient> Coefficients => new List<LawCoefficient>(Law.Coefficients)
    {
        new("R_D*", _repeats.RepetitionScale, "repetitions"),
        new("R_N*", _repeats.ExcessParametersScale),
    };

    private double RepetitionScale => _repeats.RepetitionScale;

    private double ExcessScale => _repeats.ExcessParametersScale;

    // b of N_opt(D) as D to this power.
    private double SizeExponent => _form.Tokens.Exponent / _form.Parameters.Exponent;

    /// <summary>
    /// A law with so many unique tokens; Muennighoff's own law as published, and a law without a loss surface of two
    /// terms as it is.
    /// </summary>
    /// <param name="law">The law of new data.</param>
    /// <param name="uniqueTokens">Available unique tokens.</param>
    /// <returns>The law.</returns>
    /// <exception cref="ArgumentNullException">No law.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive finite number.</exception>
    public static ScalingLaw Of(ScalingLaw law, double uniqueTokens)
    {
        if (law is null) throw new ArgumentNullException(nameof(law));
        Positive.Require(uniqueTokens, nameof(uniqueTokens), "tokens");
        if (law is MuennighoffLaw published) return published.WithUniqueTokens(uniqueTokens);
        return law is ILossFrontier && ChinchillaForm.Of(law, 1)?.Law is { HasOptimum: true } form
            ? new RepeatedDataLaw(law, form, uniqueTokens)
            : law;
    }

    /// <inheritdoc/>
    public Allocation Allocate(double trainingFlops)
    {
        var unlimited = _law.Allocate(trainingFlops);
        if (unlimited.Tokens <= UniqueTokens) return unlimited;
        double budget = trainingFlops / 6;

        // A model for which every repeat costs more than it gives.
        if (Slope(budget / UniqueTokens, UniqueTokens) >= 0) return new(budget / UniqueTokens, UniqueTokens);
        double tokens = RisingRoot.Above(t => Slope(budget / t, t), UniqueTokens);
        return new(budget / tokens, tokens);
    }

    /// <inheritdoc/>
    public double TokensFor(double parameters)
    {
        double unlimited = _law.TokensFor(parameters);
        return unlimited <= UniqueTokens ? unlimited : RisingRoot.Above(tokens => Slope(parameters, tokens), UniqueTokens);
    }

    /// <inheritdoc/>
    public double ParametersFor(double tokens) => tokens <= UniqueTokens
        ? _law.ParametersFor(tokens)
        : RisingRoot.Above(parameters => -Slope(parameters, tokens), _form.ParametersFor(UniqueTokens));

    /// <inheritdoc/>
    public double OptimalLoss(double trainingFlops)
    {
        var optimum = Allocate(trainingFlops);
        return Loss(optimum.Parameters, optimum.Tokens);
    }

    /// <summary>The least training compute that reaches a loss with these unique tokens, FLOPs; infinity where no
    /// compute does.</summary>
    /// <inheritdoc/>
    public double TrainingFlopsFor(double loss)
    {
        double unlimited = _law.TrainingFlopsFor(loss);
        if (double.IsPositiveInfinity(unlimited) || _law.Allocate(unlimited).Tokens <= UniqueTokens) return unlimited;
        double high = unlimited;
        while (OptimalLoss(high) > loss)
        {
            high *= 8;
            if (high > MostFlops) return double.PositiveInfinity;
        }

        return RisingRoot.Between(flops => loss - OptimalLoss(flops), unlimited, high);
    }

    /// <summary>The interval of the optimum while nothing repeats; null beyond.</summary>
    /// <inheritdoc/>
    public AllocationBand? OptimumBand(double trainingFlops) =>
        (_law as IUncertainAllocation)?.OptimumBand(trainingFlops) is { } band && band.Tokens.High <= UniqueTokens ? band : null;

    /// <summary>N': the parameters that a model counts for on so many tokens.</summary>
    internal double EffectiveParameters(double parameters, double tokens) => tokens <= UniqueTokens ? parameters
        : parameters * Saturated(parameters, _form.ParametersFor(UniqueTokens)) / Saturated(parameters, _form.ParametersFor(tokens));

    private protected override double Surface(double parameters, double tokens) => tokens <= UniqueTokens
        ? _law.Loss(parameters, tokens)
        : _law.Loss(EffectiveParameters(parameters, tokens), _repeats.EffectiveTokens(tokens, UniqueTokens));

    // ln of the model's share over the data's in dL/d(ln D) at fixed compute, for D from U on: its sign is that of the
    // derivative.
    private double Slope(double parameters, double tokens)
    {
        double usable = _form.ParametersFor(UniqueTokens), best = _form.ParametersFor(tokens);
        double falls = parameters > best
            ? ((1 + SizeExponent) * (1 - Elasticity(parameters, best))) + Elasticity(parameters, usable)
            : Elasticity(parameters, usable);
        var (a, b) = (_form.Parameters, _form.Tokens);
        double model = ScalarMath.Log(a.Exponent * a.Coefficient * falls)
            - (a.Exponent * ScalarMath.Log(EffectiveParameters(parameters, tokens)));
        double effective = _repeats.EffectiveTokens(tokens, UniqueTokens);
        double data = ScalarMath.Log(b.Exponent * b.Coefficient * tokens) - (((tokens / UniqueTokens) - 1) / RepetitionScale)
            - ((1 + b.Exponent) * ScalarMath.Log(effective));
        return model - data;
    }

    private double Saturated(double total, double start) => total <= start ? total
        : start + (start * ExcessScale * (1 - ScalarMath.Exp(-((total / start) - 1) / ExcessScale)));

    // d ln S / d ln N.
    private double Elasticity(double total, double start) => total <= start ? 1
        : Math.Max(total * ScalarMath.Exp(-((total / start) - 1) / ExcessScale) / Saturated(total, start), 1e-300);
}
