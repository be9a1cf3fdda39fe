using System;
using System.Collections.Generic;
using ScalingAnalyzers.Hardware;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>The units a law file was fitted in, as factors to parameters, tokens, FLOPs and nats.</summary>
internal readonly record struct LawUnits(double Parameters, double Tokens, double Flops, double Nats)
{
    public static readonly IReadOnlyDictionary<string, double> Counts = new Dictionary<string, double>(StringComparer.Ordinal)
    {
        ["1"] = 1,
        ["thousands"] = 1e3,
        ["millions"] = 1e6,
        ["billions"] = 1e9,
    };

    public static readonly IReadOnlyDictionary<string, double> Computes = new Dictionary<string, double>(StringComparer.Ordinal)
    {
        ["FLOPs"] = 1,
        ["PF-days"] = Compute.FlopsPerPetaflopDay,
    };

    public static readonly IReadOnlyDictionary<string, double> Losses = new Dictionary<string, double>(StringComparer.Ordinal)
    {
        ["nats"] = 1,
        ["bits"] = 0.6931471805599453,
    };

    public static LawUnits Plain => new(1, 1, 1, 1);

    /// <summary>A term of N or D fitted in units of a count: A/(N/u)^alpha = A u^alpha / N^alpha, in nats.</summary>
    public PowerTerm Term(double coefficient, double exponent, double count) =>
        new(Nats * coefficient * ScalarMath.Pow(count, exponent), exponent);

    /// <summary>The covariance of E, A, B, alpha, beta after conversion: J C J'.</summary>
    public double[] Convert(double[] covariance, PowerTerm parameters, PowerTerm tokens)
    {
        double[,] jacobian = new double[5, 5];
        jacobian[0, 0] = Nats;
        jacobian[1, 1] = Nats * ScalarMath.Pow(Parameters, parameters.Exponent);
        jacobian[1, 3] = parameters.Coefficient * ScalarMath.Log(Parameters);
        jacobian[2, 2] = Nats * ScalarMath.Pow(Tokens, tokens.Exponent);
        jacobian[2, 4] = tokens.Coefficient * ScalarMath.Log(Tokens);
        jacobian[3, 3] = 1;
        jacobian[4, 4] = 1;

        double[] converted = new double[25];
        for (int i = 0; i < 5; i++)
        {
            for (int j = 0; j < 5; j++)
            {
                for (int k = 0; k < 5; k++)
                {
                    for (int l = 0; l < 5; l++) converted[(i * 5) + j] += jacobian[i, k] * covariance[(k * 5) + l] * jacobian[j, l];
                }
            }
        }

        return converted;
    }
}
