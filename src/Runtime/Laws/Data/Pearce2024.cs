using System;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>Pearce and Song 2024: total parameters from non-embedding ones, N_T = N_E + w N_E^(1/3).</summary>
/// <remarks>
/// "Reconciling Kaplan and Chinchilla Scaling Laws", arXiv:2406.12907. w = 47491 is the fit for a vocabulary of 32,000
/// and a context of 1024 at usual aspect ratios; with a real shape count instead. The paper's use: over Kaplan's range
/// of sizes Chinchilla's law, seen in non-embedding parameters, has a local exponent near Kaplan's 0.73 (0.78 by
/// Besiroglu's coefficients, 0.74 by Hoffmann's).
/// </remarks>
public static class EmbeddingConvention
{
    /// <summary>w of the paper: a vocabulary of 32,000, a context of 1024.</summary>
    public const double PublishedScale = 47491;

    /// <summary>All parameters of a typical model with so many non-embedding ones.</summary>
    /// <param name="nonEmbeddingParameters">Non-embedding parameters.</param>
    /// <param name="scale">w; grows in proportion to the vocabulary.</param>
    /// <returns>Parameters.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public static double TotalParameters(double nonEmbeddingParameters, double scale = PublishedScale)
    {
        Positive.Require(nonEmbeddingParameters, nameof(nonEmbeddingParameters), "parameters");
        Positive.Require(scale, nameof(scale), "parameters^(2/3)");
        return nonEmbeddingParameters + (scale * ScalarMath.Pow(nonEmbeddingParameters, 1.0 / 3));
    }

    /// <summary>Non-embedding parameters of a typical model with so many in all: the only real root of the
    /// cubic.</summary>
    /// <param name="totalParameters">All parameters.</param>
    /// <param name="scale">w; grows in proportion to the vocabulary.</param>
    /// <returns>Parameters.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public static double NonEmbeddingParameters(double totalParameters, double scale = PublishedScale)
    {
        Positive.Require(totalParameters, nameof(totalParameters), "parameters");
        Positive.Require(scale, nameof(scale), "parameters^(2/3)");

        // N_E is at most N_T, and at least what either part alone would leave at half of N_T.
        double low = Math.Min(totalParameters / 2, ScalarMath.Pow(totalParameters / (2 * scale), 3)) / 2;
        return RisingRoot.Between(n => TotalParameters(n, scale) - totalParameters, low, totalParameters);
    }

    /// <summary>The optimal run of a typical model when size and compute are counted without embeddings, as Kaplan did:
    /// 6 N_E D is least at its loss.</summary>
    /// <remarks>Where d/dN_E of A/N_T^alpha + B/D^beta at fixed N_E D is zero: D^beta = beta B N_T^(1+alpha) / (alpha A
    /// N_E dN_T/dN_E).</remarks>
    /// <param name="law">Chinchilla's law, of total parameters.</param>
    /// <param name="nonEmbeddingParameters">Non-embedding parameters.</param>
    /// <param name="scale">w; grows in proportion to the vocabulary.</param>
    /// <returns>Non-embedding parameters and tokens; its TrainingFlops leave out the embeddings.</returns>
    /// <exception cref="ArgumentNullException">No law.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public static Allocation NonEmbeddingOptimum(ChinchillaLaw law, double nonEmbeddingParameters, double scale = PublishedScale)
    {
        if (law is null) throw new ArgumentNullException(nameof(law));
        double total = TotalParameters(nonEmbeddingParameters, scale);
        double growth = nonEmbeddingParameters + (scale / 3 * ScalarMath.Pow(nonEmbeddingParameters, 1.0 / 3)); // N_E dN_T/dN_E
        double gain = law.Parameters.Exponent * law.Parameters.At(total) / total * growth;
        return new(nonEmbeddingParameters, ScalarMath.Pow(law.Tokens.Exponent * law.Tokens.Coefficient / gain, 1 / law.Tokens.Exponent));
    }
}
