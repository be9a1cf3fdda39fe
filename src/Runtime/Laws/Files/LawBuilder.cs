using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>The contents of every law file besides its numbers.</summary>
internal sealed record LawHead(
    string Id, string Title, ParameterConvention Convention, FittedRange Fitted, LawSource Source, string Caution);

/// <summary>Makes a law of checked coefficients, in parameters, tokens, FLOPs and nats.</summary>
internal static class LawBuilder
{
    public static ScalingLaw Build(
        string form, IReadOnlyDictionary<string, double> values, LawHead head, LawUnits units, double[]? covariance) => form switch
        {
            "power-allocation" => Power(values["scale"], values["exponent"], head, units),
            "tokens-per-parameter" => Ratio(values["ratio"] * units.Tokens / units.Parameters, head),
            "coupled" => Coupled(values, head, units),
            "repeated-data" => new MuennighoffLaw(head.Id, Chinchilla(values, head, units, null))
            {
                Title = head.Title,
                Convention = head.Convention,
                FittedRange = head.Fitted,
                Source = head.Source,
                Caution = head.Caution,
                RepetitionScale = values["RD"],
                ExcessParametersScale = values["RN"],
            },
            _ => Chinchilla(values, head, units, covariance),
        };

    /// <summary>
    /// Whether the law's results are positive finite numbers over 1 to 1e16 parameters and 1 to 1e18 tokens.
    /// </summary>
    public static bool GivesNumbers(ScalingLaw law)
    {
        var allocation = (IAllocationLaw)law;
        double[] answers =
        {
            allocation.Allocate(6).Parameters, allocation.Allocate(6).Tokens, allocation.Allocate(6e34).Parameters,
            allocation.Allocate(6e34).Tokens,
            allocation.TokensFor(1), allocation.TokensFor(1e16), allocation.ParametersFor(1), allocation.ParametersFor(1e18),
        };
        double loss = law is ILossLaw surface ? surface.Loss(1, 1) : 1;
        return !double.IsInfinity(loss) && answers.All(answer => answer > 0 && !double.IsInfinity(answer));
    }

    private static ChinchillaLaw Chinchilla(IReadOnlyDictionary<string, double> values, LawHead head, LawUnits units, double[]? covariance)
    {
        var parameters = units.Term(values["A"], values["alpha"], units.Parameters);
        var tokens = units.Term(values["B"], values["beta"], units.Tokens);
        return new(head.Id)
        {
            Title = head.Title,
            Convention = head.Convention,
            FittedRange = head.Fitted,
            Source = head.Source,
            Caution = head.Caution,
            Irreducible = values["E"] * units.Nats,
            Parameters = parameters,
            Tokens = tokens,
            Uncertainty = covariance is null ? null : new() { Covariance = units.Convert(covariance, parameters, tokens) },
        };
    }

    // A factor c of the loss goes into the terms as c^(1/k).
    private static CoupledLaw Coupled(IReadOnlyDictionary<string, double> values, LawHead head, LawUnits units)
    {
        var inside = units with { Nats = ScalarMath.Pow(units.Nats, 1 / values["k"]) };
        return new(head.Id)
        {
            Title = head.Title,
            Convention = head.Convention,
            FittedRange = head.Fitted,
            Source = head.Source,
            Caution = head.Caution,
            Level = values["E"] * units.Nats,
            Parameters = inside.Term(values["A"], values["alpha"], units.Parameters),
            Tokens = inside.Term(values["B"], values["beta"], units.Tokens),
            Coupling = values["k"],
        };
    }

    // N/n = scale (C/c)^exponent.
    private static PowerAllocationLaw Power(double scale, double exponent, LawHead head, LawUnits units) => new(head.Id)
    {
        Title = head.Title,
        Convention = head.Convention,
        FittedRange = head.Fitted,
        Source = head.Source,
        Caution = head.Caution,
        Scale = units.Parameters * scale * ScalarMath.Pow(units.Flops, -exponent),
        Exponent = exponent,
    };

    private static TokensPerParameterLaw Ratio(double ratio, LawHead head) => new(head.Id, ratio)
    {
        Title = head.Title,
        Convention = head.Convention,
        FittedRange = head.Fitted,
        Source = head.Source,
        Caution = head.Caution,
    };
}
