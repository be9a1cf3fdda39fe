using System;
using System.Collections.Generic;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>Tao et al. 2024: the vocabulary size for a model of some size. A hint, not a rule.</summary>
/// <remarks>
/// Approach 1: N_nv = e^-2.4847 F^0.5 and N_v = e^-1.5890 F^0.4164 with F in FLOPs. Approach 2: N_v grows as
/// N_nv^0.8354 from 3,145,728 at 33M. Approach 3: u = -E + A1/N_nv^a1 + A2/N_v^a2 + B/D^b with N_nv and N_v in millions
/// and D in billions of characters, solved at the compute where N_nv is optimal. Here N_v, N_nv are parameters and D
/// characters; converted inside. V = N_v / width.
/// </remarks>
public sealed class TaoLaw : ScalingLaw
{
    private TaoLaw()
        : base("tao-2024")
    {
        Title = "Tao, vocabulary";
        Convention = ParameterConvention.NonEmbedding;
        FittedRange = new() { Parameters = new(3.3e7, 1.13e9) };
        Source = new("Tao et al.", 2024, "Scaling Laws with Vocabulary: Larger Models Deserve Larger Vocabularies", "2407.13623",
            "approaches 1 to 3; the authors' code");
        Caution = "A soft hint: vocabularies of 4k to 96k were tried; larger answers are extrapolation. The fit's own range is recalled.";
    }

    /// <summary>The law with the published coefficients.</summary>
    public static TaoLaw Published { get; } = new();

    /// <inheritdoc/>
    public override string Formula =>
        "approach 1: N_nv = e^-2.4847 F^0.5, N_v = e^-1.5890 F^0.4164;  approach 2: N_v = 3145728 (N_nv/33e6)^0.8354;  V = N_v/width";

    /// <inheritdoc/>
    public override IReadOnlyList<LawCoefficient> Coefficients { get; } = new LawCoefficient[]
    {
        new("ln k_nv", -2.4846510161625193), new("ln k_v", -1.589031299255507), new("exponent of N_v", 0.4163622634135234),
        new("gamma", 0.8353974035228025), new("E", 5.5327846803337435), new("A1", 1.8313851559554126), new("A2", 0.19584238398665638),
        new("B", 2.1241123120064955), new("alpha1 = beta", 0.44660634152009615), new("alpha2", 0.6707374679896795),
    };

    /// <summary>The optimal vocabulary by approach 1.</summary>
    /// <param name="nonVocabularyParameters">Parameters without embedding and head.</param>
    /// <param name="width">d_model.</param>
    /// <returns>Vocabulary entries.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public double VocabularyByIsoFlop(double nonVocabularyParameters, double width)
    {
        Require(nonVocabularyParameters, width);
        double flops = ScalarMath.Pow(nonVocabularyParameters * ScalarMath.Exp(2.4846510161625193), 2);
        return ScalarMath.Exp(-1.589031299255507) * ScalarMath.Pow(flops, 0.4163622634135234) / width;
    }

    /// <summary>The optimal vocabulary by approach 2.</summary>
    /// <param name="nonVocabularyParameters">Parameters without embedding and head.</param>
    /// <param name="width">d_model.</param>
    /// <returns>Vocabulary entries.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public double VocabularyByDerivative(double nonVocabularyParameters, double width)
    {
        Require(nonVocabularyParameters, width);
        return 3_145_728 * ScalarMath.Pow(nonVocabularyParameters / 33e6, 0.8353974035228025) / width;
    }

    /// <summary>The loss of approach 3, normalised by a unigram model so that vocabularies can be compared;
    /// negative.</summary>
    /// <param name="nonVocabularyParameters">Parameters without embedding and head.</param>
    /// <param name="vocabularyParameters">Vocabulary times width.</param>
    /// <param name="characters">Training data, characters.</param>
    /// <returns>Nats per token below a unigram model.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public double NormalizedLoss(double nonVocabularyParameters, double vocabularyParameters, double characters)
    {
        Positive.Require(nonVocabularyParameters, nameof(nonVocabularyParameters), "parameters");
        Positive.Require(vocabularyParameters, nameof(vocabularyParameters), "parameters");
        Positive.Require(characters, nameof(characters), "characters");
        return -5.5327846803337435
            + (1.8313851559554126 * ScalarMath.Pow(nonVocabularyParameters / 1e6, -0.44660634152009615))
            + (0.19584238398665638 * ScalarMath.Pow(vocabularyParameters / 1e6, -0.6707374679896795))
            + (2.1241123120064955 * ScalarMath.Pow(characters / 1e9, -0.44660634152009615));
    }

    /// <summary>Tokens per character at a vocabulary, 0.00639222 ln^2 V - 0.15811069 ln V + 1.20470122.</summary>
    /// <param name="vocabulary">Vocabulary entries.</param>
    /// <returns>Tokens per character.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive finite number.</exception>
    public double TokensPerCharacter(double vocabulary)
    {
        Positive.Require(vocabulary, nameof(vocabulary), "entries");
        double log = ScalarMath.Log(vocabulary);
        return (0.00639222 * log * log) - (0.15811069 * log) + 1.20470122;
    }

    private static void Require(double parameters, double width)
    {
        Positive.Require(parameters, "nonVocabularyParameters", "parameters");
        Positive.Require(width, nameof(width), "model dimensions");
    }
}
