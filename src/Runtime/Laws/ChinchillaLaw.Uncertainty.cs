using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

public sealed partial class ChinchillaLaw : IUncertainAllocation, IUncertainLoss
{
    // Two-sided 95 % of the normal distribution.
    private const double Normal95 = 1.959964;

    /// <summary>The fit's published uncertainty; null where there is none.</summary>
    public ChinchillaUncertainty? Uncertainty { get; init; }

    /// <inheritdoc/>
    public override string Formula => "L(N, D) = E + A/N^alpha + B/D^beta";

    /// <inheritdoc/>
    public override IReadOnlyList<LawCoefficient> Coefficients => new[]
    {
        Coefficient(0, "E", Irreducible, "nats per token"),
        Coefficient(1, "A", Parameters.Coefficient, "nats per token"),
        Coefficient(2, "B", Tokens.Coefficient, "nats per token"),
        Coefficient(3, "alpha", Parameters.Exponent, ""),
        Coefficient(4, "beta", Tokens.Exponent, ""),
    };

    /// <inheritdoc/>
    /// <remarks>
    /// With a covariance: the delta method on ln N = ln G + a ln(C/6). Without: from the standard error of a, with the
    /// frontier turning about the compute of its smallest error; where that is unknown, about the geometric centre of
    /// the fitted compute, which gives a lower bound.
    /// </remarks>
    public AllocationBand? OptimumBand(double trainingFlops)
    {
        var optimum = Allocate(trainingFlops);
        double? deviation = null;
        string basis = "";
        if (Uncertainty?.Covariance is { } covariance)
        {
            deviation = DeviationOfLogParameters(trainingFlops, covariance);
            basis = "the covariance of the fit, by the delta method";
        }
        else if (Uncertainty?.ParametersExponentStandardError is { } error
            && (Uncertainty.FrontierPivotFlops ?? FittedRange.TrainingFlops?.Center) is { } pivot)
        {
            double turned = error * ScalarMath.Log(trainingFlops / pivot);
            deviation = ScalarMath.Pow((turned * turned) + (Uncertainty.FrontierLogError * Uncertainty.FrontierLogError), 0.5);
            basis = Uncertainty.FrontierPivotFlops is null
                ? "the standard error of the exponent a alone, about the centre of the fitted compute: a lower bound"
                : "the standard error of the exponent a, about the compute where the frontier has the smallest error in a bootstrap of the "
                    + "fitted points";
        }

        if (deviation is not { } sigma) return null;
        double factor = ScalarMath.Exp(Normal95 * sigma);
        return AllocationBand.Around(optimum, 1 / factor, factor, 0.95, basis);
    }

    /// <inheritdoc/>
    /// <remarks>Percentiles of the draws; without draws the delta method on a covariance.</remarks>
    public Interval? CoefficientBand(double parameters, double tokens)
    {
        double loss = Loss(parameters, tokens);
        if (Uncertainty?.Draws is { } draws) return draws.LossBand(parameters, tokens);
        return Uncertainty?.Covariance is { } covariance
            ? Around(loss, Normal95 * Deviation(covariance, Gradient(parameters, tokens)))
            : null;
    }

    /// <inheritdoc/>
    public double? RunScatter(double parameters, double tokens) =>
        Normal95 * Uncertainty?.Draws?.ResidualDeviation * Loss(parameters, tokens);

    /// <inheritdoc/>
    public Interval? SingleRunBand(double parameters, double tokens) =>
        CoefficientBand(parameters, tokens) is { } band ? SingleRunBand(parameters, tokens, band) : null;

    /// <summary>The same, where the coefficient band is there already: a thousand draws have made it.</summary>
    internal Interval? SingleRunBand(double parameters, double tokens, Interval band)
    {
        if (RunScatter(parameters, tokens) is not { } scatter) return null;
        double loss = Loss(parameters, tokens);
        return new(loss - Together(loss - band.Low), loss + Together(band.High - loss));

        double Together(double side) => side <= 0 ? scatter : ScalarMath.Pow((side * side) + (scatter * scatter), 0.5);
    }

    /// <inheritdoc/>
    /// <inheritdoc cref="CoefficientBand" path="/remarks"/>
    public Interval? DifferenceBand(Allocation first, Allocation second)
    {
        double difference = Loss(first.Parameters, first.Tokens) - Loss(second.Parameters, second.Tokens);
        if (Uncertainty?.Draws is { } draws) return draws.DifferenceBand(first, second);
        if (Uncertainty?.Covariance is not { } covariance) return null;
        var from = Gradient(second.Parameters, second.Tokens);
        var gradient = Gradient(first.Parameters, first.Tokens).Select((g, i) => g - from[i]).ToArray();
        return Around(difference, Normal95 * Deviation(covariance, gradient));
    }

    private static Interval Around(double value, double margin) => new(value - margin, value + margin);

    // Of the loss, in (E, A, B, alpha, beta).
    private double[] Gradient(double parameters, double tokens)
    {
        double perA = ScalarMath.Pow(parameters, -Parameters.Exponent);
        double perB = ScalarMath.Pow(tokens, -Tokens.Exponent);
        return new[]
        {
            1,
            perA,
            perB,
            -Parameters.Coefficient * perA * ScalarMath.Log(parameters),
            -Tokens.Coefficient * perB * ScalarMath.Log(tokens),
        };
    }

    // The standard deviation of a quantity with this gradient in (E, A, B, alpha, beta).
    private static double Deviation(IReadOnlyList<double> covariance, double[] gradient)
    {
        double variance = gradient.Select((g, i) => g * gradient.Select((h, j) => h * covariance[(i * 5) + j]).Sum()).Sum();
        return ScalarMath.Pow(System.Math.Max(variance, 0), 0.5);
    }

    private LawCoefficient Coefficient(int index, string symbol, double value, string unit) => new(symbol, value, unit)
    {
        StandardError = Uncertainty?.StandardErrors?[index],
        Confidence = Uncertainty?.Confidence?[index],
        ConfidenceLevel = Uncertainty?.Confidence is null ? 0 : Uncertainty.ConfidenceLevel,
    };

    // ln N = [ln(alpha A) - ln(beta B) + beta ln(C/6)] / (alpha + beta), and its gradient in (E, A, B, alpha, beta).
    private double DeviationOfLogParameters(double trainingFlops, IReadOnlyList<double> covariance)
    {
        double sum = Parameters.Exponent + Tokens.Exponent;
        double logFlops = ScalarMath.Log(trainingFlops / 6);
        double logN = ScalarMath.Log(FrontierScale) + (ParametersExponent * logFlops);
        return Deviation(covariance, new[]
        {
            0,
            1 / (sum * Parameters.Coefficient),
            -1 / (sum * Tokens.Coefficient),
            ((1 / Parameters.Exponent) - logN) / sum,
            ((-1 / Tokens.Exponent) + logFlops - logN) / sum,
        });
    }
}
