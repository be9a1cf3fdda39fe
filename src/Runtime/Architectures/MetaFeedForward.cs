using System;
using System.Globalization;

namespace ScalingAnalyzers.Architectures;

/// <summary>The feed-forward width that Meta's params.json does not state.</summary>
/// <remarks>Meta's reference code of Llama 2 and 3, model.py, class FeedForward: two thirds of four times the width,
/// times a factor, rounded up.</remarks>
public static class MetaFeedForward
{
    /// <summary>The width of the feed-forward layer.</summary>
    /// <param name="hiddenSize">dim.</param>
    /// <param name="multipleOf">multiple_of.</param>
    /// <param name="multiplier">ffn_dim_multiplier; null where absent.</param>
    /// <returns>The next multiple of <paramref name="multipleOf"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A size is not at least 1, or the width is beyond int.</exception>
    public static int Size(int hiddenSize, int multipleOf, double? multiplier = null)
    {
        if (hiddenSize < 1) throw Out(nameof(hiddenSize), hiddenSize, "at least 1");
        if (multipleOf < 1) throw Out(nameof(multipleOf), multipleOf, "at least 1");
        if (multiplier is { } factor && !(factor > 0 && factor < 1e6)) throw Out(nameof(multiplier), factor, "between 0 and 1e6");
        long width = 2L * (4L * hiddenSize) / 3;
        if (multiplier is { } scale) width = (long)(scale * width);
        long rounded = checked((width + multipleOf - 1) / multipleOf * multipleOf);
        return rounded <= int.MaxValue
            ? (int)rounded
            : throw Out(nameof(hiddenSize), hiddenSize, "such that the feed-forward width fits 32 bits");
    }

    /// <summary>The same for values that someone is still typing: 0, which no shape accepts, where there is no such
    /// width.</summary>
    internal static int SizeOrZero(int hiddenSize, int multipleOf, double? multiplier)
    {
        bool good = hiddenSize > 0 && multipleOf > 0 && hiddenSize <= int.MaxValue / 16 && multipleOf <= int.MaxValue / 16
            && multiplier is null or (> 0 and < 16);
        return good ? Size(hiddenSize, multipleOf, multiplier) : 0;
    }

    private static ArgumentOutOfRangeException Out(string name, object value, string range) => new(
        name, value, string.Format(CultureInfo.InvariantCulture, "{0} must be {1}; it is {2}.", name, range, value));
}
