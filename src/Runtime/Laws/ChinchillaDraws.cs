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
    public Interval LossBand(double parameters, double tokens)
    {
        var (logParameters, logTokens) = Logs(parameters, tokens);
        return Middle(_draws ??= EndsFirst(Made), logParameters, logTokens);
    }

    /// <summary>The 95 % interval over the draws of one run's loss minus another's.</summary>
    /// <param name="first">Parameters and tokens of the first run.</param>
    /// <param name="second">Parameters and tokens of the second run.</param>
    /// <returns>Nats per token, of either sign.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Parameters or tokens are not positive finite numbers.</exception>
    public Interval DifferenceBand(Allocation first, Allocation second)
    {
        var (logParameters, logTokens) = Logs(first.Parameters, first.Tokens);
        var (otherLogParameters, otherLogTokens) = Logs(second.Parameters, second.Tokens);
        var draws = _draws ??= EndsFirst(Made);
        double[] roots = ScalarMath.Roots;
        var ends = new Ends(draws.Length, Tail);
        for (int i = 0; i < draws.Length; i++)
            ends.Add(draws[i].Loss(logParameters, logTokens, roots) - draws[i].Loss(otherLogParameters, otherLogTokens, roots));
        return ends.Between();
    }

    /// <summary>1000 draws: our bootstrap of its 240 points.</summary>
    public override string ToString() =>
        Made.Length.ToString(CultureInfo.InvariantCulture) + " draws: " + Basis;

    // The logarithms are taken once; a power a term and draw is what is left.
    private static (double OfParameters, double OfTokens) Logs(double parameters, double tokens)
    {
        Positive.Require(parameters, nameof(parameters), "parameters");
        Positive.Require(tokens, nameof(tokens), "tokens");
        return (ScalarMath.Log(parameters), ScalarMath.Log(tokens));
    }

    [MethodImpl(Compiled.AtOnce)]
    private static Interval Middle(Draw[] draws, double logParameters, double logTokens)
    {
        double[] roots = ScalarMath.Roots;
        var ends = new Ends(draws.Length, Tail);
        for (int i = 0; i < draws.Length; i++) ends.Add(draws[i].Loss(logParameters, logTokens, roots));
        return ends.Between();
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

        [MethodImpl(Compiled.AtOnce)]
        public double Loss(double logParameters, double logTokens, double[] roots)
        {
            double ofParameters = -_parametersExponent * logParameters, ofTokens = -_tokensExponent * logTokens;
            if (!(Math.Abs(ofParameters) < ScalarMath.MostNear && Math.Abs(ofTokens) < ScalarMath.MostNear))
                return _irreducible + (_ofParameters * ScalarMath.NearExp(ofParameters)) + (_ofTokens * ScalarMath.NearExp(ofTokens));
            return _irreducible + (_ofParameters * ScalarMath.NearExp(ofParameters, roots))
                + (_ofTokens * ScalarMath.NearExp(ofTokens, roots));
        }
    }
}
