using System;
using System.Collections.Generic;
using ScalingAnalyzers.Numerics;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers.Laws;

/// <summary>
/// A law for so many unique tokens: its own loss, to the last bit, while nothing repeats, and beyond that its loss with
/// what repeats cost. Our composition of the law with the constants of Muennighoff et al. 2023.
/// </summary>
/// <remarks>
/// For D over U the loss is L(rho N, D') with D' = S(D; U, R_D*), rho = S(N; N_opt(U), R_N*) / S(N; N_opt(D), R_N*) and
/// S(x; b, R) = b (1 + R (1 - exp(-(x/b - 1)/R))) for x over b, else x. N_opt is this law's own. The loss is continuous
/// at D = U, where D' = D and rho = 1.
/// </remarks>
public sealed partial class RepeatedDataLaw : ScalingLaw, ILossFrontier, IUncertainAllocation, IUncertainLoss
{
    private readonly ILossFrontier _law;
    private readonly ChinchillaLaw _form;
    private readonly MuennighoffLaw _repeats;
    private readonly bool _isUpToOptimum;

    private RepeatedDataLaw(ScalingLaw law, ChinchillaLaw form, double uniqueTokens, bool isUpToOptimum)
        : base(law.Id)
    {
        _law = (ILossFrontier)law;
        _form = form;
        _repeats = MuennighoffLaw.C4;
        _isUpToOptimum = isUpToOptimum;
        Law = law;
        UniqueTokens = uniqueTokens;
        Title = law.Title + ", " + Quantity.Format(uniqueTokens) + " unique tokens";
        Source = law.Source;
        FittedRange = law.FittedRange;
        Convention = law.Convention;
        LossData = law.LossData;
        Caution = law.Caution;
    }

    /// <summary>The law of new data.</summary>
    public ScalingLaw Law { get; }

    /// <summary>Available unique tokens.</summary>
    public double UniqueTokens { get; }

    /// <inheritdoc/>
    public override string Formula =>
        Law.Formula + "; beyond U unique tokens L(rho N, D') with the constants of muennighoff-2023 (our composition)";

    /// <inheritdoc/>
    public override IReadOnlyList<LawCoefficient> Coefficients => new List<LawCoefficient>(Law.Coefficients)
    {
        new("R_D*", _repeats.RepetitionScale, "repetitions"),
        new("R_N*", _repeats.ExcessParametersScale),
    };

    /// <summary>
    /// A law with so many unique tokens: this composition; Muennighoff's own law as published; a law without a loss
    /// surface of two terms as it is: repeats have no place in it.
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
            ? new RepeatedDataLaw(law, form, uniqueTokens, isUpToOptimum: false)
            : law;
    }

    /// <summary>
    /// The same surface with the optimum among models up to N_opt(D): what an estimate advises. The other optimum, of a
    /// few epochs and a model tens of times too large for them, is far from every fitted run.
    /// </summary>
    internal static ScalingLaw ForEstimate(ScalingLaw law, double uniqueTokens) => Of(law, uniqueTokens) is RepeatedDataLaw repeated
        ? new RepeatedDataLaw(law, repeated._form, uniqueTokens, isUpToOptimum: true)
        : Of(law, uniqueTokens);

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">Parameters or tokens are not positive finite numbers.</exception>
    public double Loss(double parameters, double tokens)
    {
        Positive.Require(parameters, nameof(parameters), "parameters");
        Positive.Require(tokens, nameof(tokens), "tokens");
        return tokens <= UniqueTokens
            ? _law.Loss(parameters, tokens)
            : _law.Loss(EffectiveParameters(parameters, tokens), EffectiveTokens(tokens));
    }

    /// <summary>rho N: the parameters that a model counts for on so many tokens; all of them while nothing
    /// repeats.</summary>
    /// <param name="parameters">Parameters.</param>
    /// <param name="tokens">Training tokens, repetitions included.</param>
    /// <returns>Parameters, at most as many as the model has.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public double EffectiveParameters(double parameters, double tokens)
    {
        Positive.Require(parameters, nameof(parameters), "parameters");
        Positive.Require(tokens, nameof(tokens), "tokens");
        return tokens <= UniqueTokens
            ? parameters
            : parameters * Saturated(parameters, _form.ParametersFor(UniqueTokens)) / Saturated(parameters, _form.ParametersFor(tokens));
    }

    /// <summary>D': the new tokens that would be worth as much as these.</summary>
    /// <param name="tokens">Training tokens, repetitions included.</param>
    /// <returns>Tokens; at most (1 + R_D*) times the unique ones.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive finite number.</exception>
    public double EffectiveTokens(double tokens) => _repeats.EffectiveTokens(tokens, UniqueTokens);

    /// <summary>The interval of the optimum while all of it needs no repeats; null beyond.</summary>
    /// <inheritdoc/>
    public AllocationBand? OptimumBand(double trainingFlops) =>
        (_law as IUncertainAllocation)?.OptimumBand(trainingFlops) is { } band && band.Tokens.High <= UniqueTokens ? band : null;

    /// <summary>The law's own 95 % coefficient band at what the run counts for; the constants of repeats have none
    /// here.</summary>
    /// <inheritdoc/>
    public Interval? CoefficientBand(double parameters, double tokens)
    {
        var counted = Counted(parameters, tokens);
        return (_law as IUncertainLoss)?.CoefficientBand(counted.Parameters, counted.Tokens);
    }

    /// <inheritdoc/>
    public double? RunScatter(double parameters, double tokens)
    {
        var counted = Counted(parameters, tokens);
        return (_law as IUncertainLoss)?.RunScatter(counted.Parameters, counted.Tokens);
    }

    /// <inheritdoc/>
    public Interval? SingleRunBand(double parameters, double tokens)
    {
        var counted = Counted(parameters, tokens);
        return (_law as IUncertainLoss)?.SingleRunBand(counted.Parameters, counted.Tokens);
    }

    /// <inheritdoc/>
    public Interval? DifferenceBand(Allocation first, Allocation second) => (_law as IUncertainLoss)?.DifferenceBand(
        Counted(first.Parameters, first.Tokens), Counted(second.Parameters, second.Tokens));

    /// <summary>What a run counts for: rho N and D'.</summary>
    internal Allocation Counted(double parameters, double tokens) => new(EffectiveParameters(parameters, tokens), EffectiveTokens(tokens));

    private double Saturated(double total, double start)
    {
        double scale = _repeats.ExcessParametersScale;
        return total <= start ? total : start + (start * scale * (1 - ScalarMath.Exp(-((total / start) - 1) / scale)));
    }

#if NET8_0_OR_GREATER
    /// <inheritdoc/>
    /// <remarks>The law's own kernel on what each run counts for. Inputs that are not positive and finite give what the
    /// kernel gives for them.</remarks>
    public void Loss(ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, Span<double> destination)
    {
        LossArrays.RequireEqual(parameters.Length, tokens.Length);
        LossArrays.RequireRoom(destination.Length, parameters.Length);
        LossArrays.RequireApart(parameters, destination);
        LossArrays.RequireApart(tokens, destination);
        double[] effective = new double[parameters.Length], worth = new double[parameters.Length];
        for (int i = 0; i < effective.Length; i++) (effective[i], worth[i]) = CountedOrAsIs(parameters[i], tokens[i]);
        _law.Loss(effective, worth, destination);
    }

    /// <inheritdoc/>
    /// <inheritdoc cref="Loss(ReadOnlySpan{double}, ReadOnlySpan{double}, Span{double})" path="/remarks"/>
    public void LossGrid(ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, Span<double> destination)
    {
        LossArrays.RequireRoom(destination.Length, (long)parameters.Length * tokens.Length);
        double[] size = new double[tokens.Length];
        for (int row = 0; row < parameters.Length; row++)
        {
            Array.Fill(size, parameters[row]);
            Loss(size, tokens, destination.Slice(row * tokens.Length, tokens.Length));
        }
    }

    private (double Parameters, double Tokens) CountedOrAsIs(double parameters, double tokens)
    {
        bool isOrdinary = parameters > 0 && tokens > UniqueTokens && !double.IsInfinity(parameters) && !double.IsInfinity(tokens);
        return isOrdinary ? (EffectiveParameters(parameters, tokens), EffectiveTokens(tokens)) : (parameters, tokens);
    }
#endif
}
