using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>Draws of the coefficients of a law, such as a bootstrap's: what the fit could have been, had other runs
/// been drawn.</summary>
/// <remarks>The bands are percentiles (interpolated linearly between order statistics), for they are skewed.</remarks>
public sealed class ChinchillaDraws
{
    private const double Tail = 0.025;

    private readonly Func<ChinchillaLaw[]> _make;
    private ChinchillaLaw[]? _laws;
    private Draw[]? _draws;

    /// <summary>Makes a set of draws.</summary>
    /// <param name="laws">One law a draw, at least 40: fewer have no 2.5 % tail.</param>
    /// <param name="residualDeviation">The standard deviation of ln L of single runs about the law.</param>
    /// <param name="basis">What was drawn, and by whom.</param>
    /// <exception cref="ArgumentNullException">No laws or no basis.</exception>
    /// <exception cref="ArgumentException">Fewer than 40 laws.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A deviation that is negative or not finite.</exception>
    public ChinchillaDraws(IReadOnlyList<ChinchillaLaw> laws, double residualDeviation, string basis)
    {
        if (laws is null) throw new ArgumentNullException(nameof(laws));
        if (laws.Count * Tail < 1)
        {
            throw new ArgumentException(
                "There are " + laws.Count.ToString(CultureInfo.InvariantCulture) + " draws; at least 40 have a 2.5 % tail.",
                nameof(laws));
        }

        Positive.RequireNotNegative(residualDeviation, nameof(residualDeviation), "of ln L");
        var copy = laws.ToArray();
        _make = () => copy;
        ResidualDeviation = residualDeviation;
        Basis = basis ?? throw new ArgumentNullException(nameof(basis));
    }

    internal ChinchillaDraws(Func<ChinchillaLaw[]> make, double residualDeviation, string basis)
    {
        _make = make;
        ResidualDeviation = residualDeviation;
        Basis = basis;
    }

    /// <summary>One law a draw.</summary>
    public IReadOnlyList<ChinchillaLaw> Laws => Made;

    /// <summary>The standard deviation of ln L of single runs about the law.</summary>
    public double ResidualDeviation { get; }

    /// <summary>What was drawn, and by whom.</summary>
    public string Basis { get; }

    private ChinchillaLaw[] Made => _laws ??= _make();

    /// <summary>The 95 % interval of a loss over the draws.</summary>
    /// <param name="parameters">Parameters.</param>
    /// <param name="tokens">Training tokens.</param>
    /// <returns>Nats per token.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Parameters or tokens are not positive finite numbers.</exception>
    public Interval LossBand(double parameters, double tokens) => Middle(Losses(parameters, tokens));

    /// <summary>The 95 % interval over the draws of one run's loss minus another's.</summary>
    /// <param name="first">Parameters and tokens of the first run.</param>
    /// <param name="second">Parameters and tokens of the second run.</param>
    /// <returns>Nats per token, of either sign.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Parameters or tokens are not positive finite numbers.</exception>
    public Interval DifferenceBand(Allocation first, Allocation second)
    {
        double[] one = Losses(first.Parameters, first.Tokens), other = Losses(second.Parameters, second.Tokens);
        for (int i = 0; i < one.Length; i++) one[i] -= other[i];
        return Middle(one);
    }

    /// <summary>1000 draws: our bootstrap of its 240 points.</summary>
    public override string ToString() =>
        Made.Length.ToString(CultureInfo.InvariantCulture) + " draws: " + Basis;

    // The logarithms are taken once; a power a term and draw is what is left.
    [MethodImpl(Compiled.AtOnce)]
    private double[] Losses(double parameters, double tokens)
    {
        Positive.Require(parameters, nameof(parameters), "parameters");
        Positive.Require(tokens, nameof(tokens), "tokens");
        double logParameters = ScalarMath.Log(parameters), logTokens = ScalarMath.Log(tokens);
        var draws = _draws ??= EndsFirst(Made);
        double[] losses = new double[draws.Length], roots = ScalarMath.Roots;
        for (int i = 0; i < losses.Length; i++) losses[i] = draws[i].Loss(logParameters, logTokens, roots);
        return losses;
    }

    // The ends of a run in the middle of what laws are fitted on are near the ends of others: where they come first,
    // hardly a later value is kept.
    private static Draw[] EndsFirst(ChinchillaLaw[] laws)
    {
        double logParameters = ScalarMath.Log(1e9), logTokens = ScalarMath.Log(2e10);
        var sorted = laws.Select(law => new Draw(law)).OrderBy(draw => draw.Loss(logParameters, logTokens, ScalarMath.Roots)).ToArray();
        var draws = new Draw[sorted.Length];
        for (int i = 0; i < draws.Length; i++) draws[i] = sorted[i % 2 == 0 ? i / 2 : sorted.Length - 1 - (i / 2)];
        return draws;
    }

    private static Interval Middle(double[] values)
    {
        int last = values.Length - 1, low = (int)(Tail * last), high = (int)((1 - Tail) * last);
        double[] lowest = Lowest(values, low + 2, 1), highest = Lowest(values, last - high + 1, -1);
        return new(
            Between((Tail * last) - low, lowest[low], lowest[low + 1]),
            Between(((1 - Tail) * last) - high, -highest[last - high], -highest[last - high - 1]));
    }

    private static double Between(double share, double below, double above) => below + (share * (above - below));

    // Only the ends are asked for, 26 of 1,000 values at each: they are kept in order as they come.
    [MethodImpl(Compiled.AtOnce)]
    private static double[] Lowest(double[] values, int count, double sign)
    {
        double[] kept = new double[count];
        int filled = 0;
        foreach (double value in values)
        {
            double next = sign * value;
            if (filled == count && next >= kept[count - 1]) continue;
            int place = filled < count ? filled++ : count - 1;
            for (; place > 0 && kept[place - 1] > next; place--) kept[place] = kept[place - 1];
            kept[place] = next;
        }

        return kept;
    }

    // The five numbers of a law side by side.
    private readonly struct Draw
    {
        private readonly double _irreducible, _ofParameters, _parametersExponent, _ofTokens, _tokensExponent;

        public Draw(ChinchillaLaw law)
        {
            _irreducible = law.Irreducible;
            (_ofParameters, _parametersExponent) = (law.Parameters.Coefficient, law.Parameters.Exponent);
            (_ofTokens, _tokensExponent) = (law.Tokens.Coefficient, law.Tokens.Exponent);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Loss(double logParameters, double logTokens, double[] roots) => _irreducible
            + (_ofParameters * ScalarMath.NearExp(-_parametersExponent * logParameters, roots))
            + (_ofTokens * ScalarMath.NearExp(-_tokensExponent * logTokens, roots));
    }
}
