using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws.Literature;

/// <summary>The count of FLOPs of Hoffmann et al. 2022, appendix F, term by term.</summary>
/// <remarks>
/// Arguments: layers, model width, feed-forward width, attention heads, size of a head, sequence length in tokens. The
/// formula leaves out the embedding and logit terms, because only then do the ratios of table A4 to 6ND come out.
/// </remarks>
public static class Hoffmann2022Flops
{
    /// <summary>Training FLOPs of one sequence without embedding and logits: three times the forward pass.</summary>
    /// <param name="layers">Transformer layers.</param>
    /// <param name="width">d_model.</param>
    /// <param name="feedForwardWidth">ffw_size.</param>
    /// <param name="heads">Attention heads.</param>
    /// <param name="headSize">Key size of a head.</param>
    /// <param name="sequenceLength">Tokens in a sequence.</param>
    /// <returns>FLOPs.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Not positive.</exception>
    public static double PerSequence(
        double layers, double width, double feedForwardWidth, double heads, double headSize, double sequenceLength)
    {
        Require(layers, width, feedForwardWidth, heads, headSize);
        Positive.Require(sequenceLength, nameof(sequenceLength), "tokens");

        double attention = heads * headSize;
        double queriesKeysValues = 2 * 3 * sequenceLength * width * attention;
        double scores = 2 * sequenceLength * sequenceLength * attention;
        double softmax = 3 * heads * sequenceLength * sequenceLength;
        double reduction = 2 * sequenceLength * sequenceLength * attention;
        double projection = 2 * sequenceLength * attention * width;
        double dense = 2 * sequenceLength * (2 * width * feedForwardWidth);
        return 3 * layers * (queriesKeysValues + scores + softmax + reduction + projection + dense);
    }

    /// <summary>Parameters as the paper counts them: embedding, and per layer attention with Transformer-XL's relative
    /// positions and the feed-forward.</summary>
    /// <param name="layers">Transformer layers.</param>
    /// <param name="width">d_model.</param>
    /// <param name="feedForwardWidth">ffw_size.</param>
    /// <param name="heads">Attention heads.</param>
    /// <param name="headSize">Key size of a head.</param>
    /// <param name="vocabulary">Tokens in the vocabulary; the paper's is 32,000.</param>
    /// <returns>Parameters; with them and 2048 tokens per sequence all six ratios of table A4 come out.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Not positive.</exception>
    public static double Parameters(
        double layers, double width, double feedForwardWidth, double heads, double headSize, double vocabulary = 32_000)
    {
        Require(layers, width, feedForwardWidth, heads, headSize);
        Positive.Require(vocabulary, nameof(vocabulary), "tokens");
        return (vocabulary * width) + (layers * ((5 * width * heads * headSize) + (2 * width * feedForwardWidth)));
    }

    private static void Require(double layers, double width, double feedForwardWidth, double heads, double headSize)
    {
        Positive.Require(layers, nameof(layers), "layers");
        Positive.Require(width, nameof(width), "model dimensions");
        Positive.Require(feedForwardWidth, nameof(feedForwardWidth), "feed-forward dimensions");
        Positive.Require(heads, nameof(heads), "heads");
        Positive.Require(headSize, nameof(headSize), "dimensions of a head");
    }
}
