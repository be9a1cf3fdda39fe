using System.Collections.Generic;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>The plain ratio rule: D = TokensPerParameter * N, at any size.</summary>
public sealed class TokensPerParameterLaw : ScalingLaw, IAllocationLaw
{
    /// <summary>Starts the rule with 20 tokens per parameter.</summary>
    public TokensPerParameterLaw()
        : this(20)
    {
    }

    /// <summary>Starts the rule.</summary>
    /// <param name="tokensPerParameter">Training tokens per parameter.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">Not a positive finite number.</exception>
    public TokensPerParameterLaw(double tokensPerParameter)
        : this("tokens-per-parameter", tokensPerParameter)
    {
    }

    /// <summary>Creates a rule with an id.</summary>
    /// <param name="id">Kebab-case author-year[-variant].</param>
    /// <param name="tokensPerParameter">Training tokens per parameter.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">Not a positive finite number.</exception>
    public TokensPerParameterLaw(string id, double tokensPerParameter)
        : base(id)
    {
        Positive.Require(tokensPerParameter, nameof(tokensPerParameter), "tokens per parameter");
        TokensPerParameter = tokensPerParameter;
        Title = "the ratio rule, " + Quantity.Format(tokensPerParameter) + " tokens per parameter";
        Source = new("Hoffmann et al.", 2022, "Training Compute-Optimal Large Language Models", "2203.15556", "table 3: 20.0 to 22.4");
        Caution = "A rule of thumb read off table 3, not an equation of the paper.";
    }

    /// <summary>Training tokens per parameter.</summary>
    public double TokensPerParameter { get; }

    /// <inheritdoc/>
    public override string Formula => "D = r N";

    /// <inheritdoc/>
    public override IReadOnlyList<LawCoefficient> Coefficients =>
        new LawCoefficient[] { new("r", TokensPerParameter, "tokens per parameter") };

    /// <inheritdoc/>
    public Allocation Allocate(double trainingFlops)
    {
        Positive.Require(trainingFlops, nameof(trainingFlops), "FLOPs");
        double parameters = ScalarMath.Pow(trainingFlops / 6 / TokensPerParameter, 0.5);
        return new Allocation(parameters, trainingFlops / 6 / parameters);
    }

    /// <inheritdoc/>
    public double TokensFor(double parameters)
    {
        Positive.Require(parameters, nameof(parameters), "parameters");
        return parameters * TokensPerParameter;
    }

    /// <inheritdoc/>
    public double ParametersFor(double tokens)
    {
        Positive.Require(tokens, nameof(tokens), "tokens");
        return tokens / TokensPerParameter;
    }
}
