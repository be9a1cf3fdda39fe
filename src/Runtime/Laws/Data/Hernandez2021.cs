using System;
using System.Collections.Generic;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>Hernandez et al. 2021: what pre-training is worth to fine-tuning, D_T = k D_F^alpha N^beta, in
/// characters.</summary>
/// <remarks>Data in characters, not tokens; N non-embedding. Only in the low-data regime, where the fine-tuning data is
/// at most a tenth of what the model could use. Read in a secondary source.</remarks>
public sealed class HernandezLaw : ScalingLaw
{
    private readonly double _k;
    private readonly double _alpha;
    private readonly double _beta;

    private HernandezLaw(string variant, string title, double k, double alpha, double beta)
        : base("hernandez-2021-" + variant)
    {
        (_k, _alpha, _beta) = (k, alpha, beta);
        Title = title;
        Convention = ParameterConvention.NonEmbedding;
        FittedRange = new() { Parameters = new(1e5, 1e9) }; // recalled
        Source = new("Hernandez et al.", 2021, "Scaling Laws for Transfer", "2102.01293", "the transfer law (read in a secondary source)");
        Caution = "Data in characters; low-data regime only; its fitted range is recalled.";
    }

    /// <summary>Text, then Python.</summary>
    public static HernandezLaw TextToPython { get; } = new("text-python", "Hernandez, text to Python", 1.9e4, 0.18, 0.38);

    /// <summary>Half text and half other code, then Python.</summary>
    public static HernandezLaw TextAndCodeToPython { get; } = new("code-python", "Hernandez, text and code to Python", 2.1e5, 0.096, 0.38);

    /// <inheritdoc/>
    public override string Formula => "D_T = k D_F^alpha N^beta characters";

    /// <inheritdoc/>
    public override IReadOnlyList<LawCoefficient> Coefficients =>
        new LawCoefficient[] { new("k", _k, "characters"), new("alpha", _alpha), new("beta", _beta) };

    /// <summary>The fine-tuning data that the pre-training replaces.</summary>
    /// <param name="parameters">Non-embedding parameters.</param>
    /// <param name="fineTuningCharacters">Fine-tuning data, characters.</param>
    /// <returns>Characters, on top of the real ones.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public double TransferredCharacters(double parameters, double fineTuningCharacters)
    {
        Positive.Require(parameters, nameof(parameters), "parameters");
        Positive.Require(fineTuningCharacters, nameof(fineTuningCharacters), "characters");
        return _k * ScalarMath.Pow(fineTuningCharacters, _alpha) * ScalarMath.Pow(parameters, _beta);
    }
}
