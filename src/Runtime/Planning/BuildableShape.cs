using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Planning;

/// <summary>From a planned size to a shape that can be built: widths in multiples of 128, whole heads, exact
/// count.</summary>
public static class BuildableShape
{
    private const int Unit = 128;

    // Width over depth of published dense models: 102 (70B) to 130 (405B) in Llama 2 and 3, 128 in LLaMA 7B and 13B.
    private const double UsualAspect = 128;
    private const double LeastAspect = 64;
    private const double MostAspect = 192;
    private const double Accepted = 0.01;

    /// <summary>The dense decoder of Llama's blocks whose count is nearest, with the usual width for its
    /// depth.</summary>
    /// <remarks>
    /// Gated feed-forward of 8/3 of the width (Touvron et al. 2023, arXiv:2302.13971, section 2.2), rounded up to 128;
    /// heads of 128; 8 key-value heads where they divide the heads and there are more than 8 (Grattafiori et al. 2024,
    /// arXiv:2407.21783, table 3); embeddings not shared. Among shapes within 1 % of the size the one whose width over
    /// depth is nearest to 128 is taken; where there is none, the nearest count.
    /// </remarks>
    /// <param name="parameters">All parameters.</param>
    /// <param name="vocabularySize">Rows of the embedding.</param>
    /// <returns>The shape; null where the embedding alone is larger, or no shape comes within a tenth of the
    /// size.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    public static TransformerShape? Near(double parameters, int vocabularySize)
    {
        Positive.Require(parameters, nameof(parameters), "parameters");
        if (vocabularySize < 1)
            throw new ArgumentOutOfRangeException(nameof(vocabularySize), vocabularySize, "vocabularySize must be positive.");
        var best = Candidates(parameters, vocabularySize)
            .Select(shape => (Shape: shape, Error: Math.Abs((shape.Parameters / parameters) - 1)))
            .OrderBy(candidate => candidate.Error <= Accepted ? 0 : candidate.Error)
            .ThenBy(candidate => Math.Abs(Math.Log((double)candidate.Shape.HiddenSize / candidate.Shape.Layers / UsualAspect)))
            .FirstOrDefault();
        return best.Shape is not null && best.Error <= 0.1 ? best.Shape : null;
    }

    private static IEnumerable<TransformerShape> Candidates(double parameters, int vocabularySize)
    {
        for (int heads = 1; ; heads += heads < 16 ? 1 : 4)
        {
            var thin = Shape(1, heads, vocabularySize);
            double perLayer = Shape(2, heads, vocabularySize).Parameters - thin.Parameters;
            double layers = 1 + ((parameters - thin.Parameters) / perLayer);
            if (layers < thin.HiddenSize / MostAspect || layers < 1) yield break;
            int depth = layers < 16 ? (int)Math.Round(layers) : 2 * (int)Math.Round(Math.Min(layers, 1000) / 2);
            if (thin.HiddenSize / LeastAspect >= depth) yield return Shape(depth, heads, vocabularySize);
        }
    }

    private static TransformerShape Shape(int layers, int heads, int vocabularySize) => new()
    {
        Layers = layers,
        HiddenSize = heads * Unit,
        Heads = heads,
        KeyValueHeads = heads > 8 && heads % 8 == 0 ? 8 : heads,
        HeadSize = Unit,
        FeedForwardSize = ((heads * 8) + 2) / 3 * Unit,
        VocabularySize = vocabularySize,
    };
}
