using System;
using ScalingAnalyzers.Numerics;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers.Laws;

public sealed partial class RepeatedDataLaw
{
    // No run that can be thought of has more compute.
    private const double MostFlops = 1e45;
    private const double GridStep = 0.1;

    // b of N_opt(D) as D to this power.
    private double SizeExponent => _form.Tokens.Exponent / _form.Parameters.Exponent;

    /// <summary>The best model and token count at a training compute with these unique tokens.</summary>
    /// <remarks>
    /// While the plain optimum needs no repeats, it is the result: rho and D'/D are at most 1, so that no run with
    /// repeats has a lower loss. Beyond, more than one local optimum is possible. Among models up to N_opt(D) there is
    /// at most one: rho N is S(N; N_opt(U)) there, and the slope of the loss in ln D has the sign of f(N) - g(D), where
    /// f falls strictly in N and g in D (as <see cref="MuennighoffLaw.Allocate(double, double)"/> has it). For larger
    /// models rho tends to N_opt(U) / N_opt(D) instead of falling with N, and from some compute on a second optimum of
    /// a few epochs and a very large model appears there; its loss is the lower one from about 35 epochs of the first
    /// on. That side is searched in steps of 10 %, and of all local optima the one with the lowest loss is taken. So
    /// the optimum jumps once as compute grows, and its loss is continuous.
    /// </remarks>
    /// <inheritdoc/>
    public Allocation Allocate(double trainingFlops)
    {
        var unlimited = _law.Allocate(trainingFlops);
        if (unlimited.Tokens <= UniqueTokens) return unlimited;
        double budget = trainingFlops / 6;

        // Where N = N_opt(D) the plain optimum lies.
        double best = BestOf(tokens => Slope(budget / tokens, tokens), unlimited.Tokens, tokens => Loss(budget / tokens, tokens));
        return new(budget / best, best);
    }

    /// <summary>The tokens, repetitions included, for which a model of this size is the best with these unique
    /// tokens.</summary>
    /// <remarks>Where two token counts are a local optimum of their compute, the one whose loss is nearer to the lowest
    /// of its compute; for sizes between which the optimum jumps neither is the lowest.</remarks>
    /// <inheritdoc/>
    public double TokensFor(double parameters)
    {
        double unlimited = _law.TokensFor(parameters);
        return unlimited <= UniqueTokens ? unlimited : BestOf(
            tokens => Slope(parameters, tokens),
            unlimited,
            tokens => Loss(parameters, tokens) - OptimalLoss(6 * parameters * tokens));
    }

    /// <summary>The size that is the best for so many tokens, repetitions included, with these unique tokens.</summary>
    /// <remarks>The smaller one where two are a local optimum of their compute: at most N_opt(D).</remarks>
    /// <inheritdoc/>
    public double ParametersFor(double tokens)
    {
        if (tokens <= UniqueTokens) return _law.ParametersFor(tokens);
        double largest = _form.ParametersFor(tokens);
        return Slope(largest, tokens) < 0
            ? RisingRoot.Between(parameters => -Slope(parameters, tokens), _form.ParametersFor(UniqueTokens), largest)
            : RisingRoot.Above(parameters => -Slope(parameters, tokens), largest);
    }

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

        // Tokens decide, not losses, which are alike to the last place on either side.
        if (double.IsPositiveInfinity(unlimited) || _law.Allocate(unlimited).Tokens <= UniqueTokens) return unlimited;
        double low = unlimited, high = unlimited;
        while (OptimalLoss(high) > loss)
        {
            (low, high) = (high, high * 8);
            if (high > MostFlops) return double.PositiveInfinity;
        }

        return RisingRoot.Between(flops => loss - OptimalLoss(flops), low, high);
    }

    /// <summary>The size that reaches a loss with so many tokens; infinity where none does.</summary>
    internal double ParametersReaching(double loss, double tokens)
    {
        if (ChinchillaForm.Of(_law, loss) is not { } form) return double.PositiveInfinity;
        double needed = form.Inverse(form.Law.Parameters, form.Law.Tokens.At(EffectiveTokens(tokens)));
        if (tokens <= UniqueTokens || double.IsPositiveInfinity(needed)) return needed;

        // rho N rises in N.
        double start = Math.Min(needed, _form.ParametersFor(UniqueTokens));
        return needed > 1e40
            ? double.PositiveInfinity
            : RisingRoot.Above(parameters => EffectiveParameters(parameters, tokens) - needed, start / 2);
    }

    /// <summary>The fewest tokens that bring a model of this size to a loss; infinity where none do.</summary>
    internal double TokensReaching(double loss, double parameters)
    {
        if (ChinchillaForm.Of(_law, loss) is not { } form) return double.PositiveInfinity;
        double unlimited = form.Inverse(form.Law.Tokens, form.Law.Parameters.At(parameters));
        if (unlimited <= UniqueTokens || double.IsPositiveInfinity(unlimited)) return unlimited;

        // The loss of a model far above N_opt(D) can rise again with more repeats: the first crossing counts.
        double last = UniqueTokens;
        for (double tokens = last * (1 + GridStep); tokens < UniqueTokens * 1e4; last = tokens, tokens *= 1 + GridStep)
        {
            if (Loss(parameters, tokens) <= loss) return RisingRoot.Between(t => loss - Loss(parameters, t), last, tokens);
        }

        return double.PositiveInfinity;
    }

    // The local optimum of the least cost along rising tokens from U: at U itself, where the slope turns from falling
    // to rising on the way to the tokens at which N is N_opt(D), and once beyond.
    private double BestOf(Func<double, double> slope, double turn, Func<double, double> cost)
    {
        // At the turn itself rounding may put the model above N_opt(D), where the slope is another one.
        for (double step = 1e-9; _isUpToOptimum && step < 1e-2; step *= 1000)
        {
            if (slope(turn * (1 + step)) < 0) return RisingRoot.Above(slope, turn * (1 + step));
        }

        double best = double.NaN, least = double.PositiveInfinity;
        int steps = (int)Math.Ceiling(ScalarMath.Log(turn / UniqueTokens) / GridStep) + 1;
        double factor = ScalarMath.Pow(turn / UniqueTokens, 1.0 / steps);
        double low = UniqueTokens, before = slope(low);
        if (before >= 0) Try(low);
        for (int i = 1; i <= steps; i++)
        {
            double high = i == steps ? turn : low * factor, after = slope(high);
            if (before < 0 && after >= 0) Try(RisingRoot.Between(slope, low, high));
            (low, before) = (high, after);
        }

        if (before < 0) Try(RisingRoot.Above(slope, turn));
        return best;

        void Try(double tokens)
        {
            double here = cost(tokens);
            if (!(here < least) && !double.IsNaN(best)) return;
            (best, least) = (tokens, here);
        }
    }

    // ln of the model's share over the data's in dL/d(ln D) at fixed compute, for D from U on: its sign is the
    // derivative's. In logarithms, where e^-r does not underflow.
    private double Slope(double parameters, double tokens)
    {
        double usable = _form.ParametersFor(UniqueTokens), largest = _form.ParametersFor(tokens);
        double used = LogElasticity(parameters, usable);
        double falls = parameters <= largest ? used : ScalarMath.Log(
            ((1 + SizeExponent) * (1 - ScalarMath.Exp(LogElasticity(parameters, largest)))) + ScalarMath.Exp(used));
        var (a, b) = (_form.Parameters, _form.Tokens);
        double model = ScalarMath.Log(a.Exponent * a.Coefficient) + falls
            - (a.Exponent * ScalarMath.Log(EffectiveParameters(parameters, tokens)));
        double data = ScalarMath.Log(b.Exponent * b.Coefficient * tokens) - (((tokens / UniqueTokens) - 1) / _repeats.RepetitionScale)
            - ((1 + b.Exponent) * ScalarMath.Log(EffectiveTokens(tokens)));
        return model - data;
    }

    // ln (d ln S / d ln x).
    private double LogElasticity(double total, double start) => total <= start ? 0
        : ScalarMath.Log(total / Saturated(total, start)) - (((total / start) - 1) / _repeats.ExcessParametersScale);
}
