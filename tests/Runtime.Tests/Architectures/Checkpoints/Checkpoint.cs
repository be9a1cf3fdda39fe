using System.Globalization;
using System.Linq;
using System.Text;

namespace ScalingAnalyzers.Tests;

/// <summary>Where the expected count of a checkpoint comes from.</summary>
public enum CountSource
{
    /// <summary>
    /// The safetensors total of the checkpoint, as AlexsJones/llmfit recorded it (data/hf_models.json, at 8214b1f1 or
    /// bab8c012), less what the row says is stored beside the text decoder: a vision tower, a prediction module.
    /// </summary>
    Index,

    /// <summary>
    /// The exact figure of a model card or of the index. The row says where it was seen; without that, RECALLED.
    /// </summary>
    Card,

    /// <summary>An arithmetic written in the row, apart from the product's families; where the fields were not seen
    /// they are RECALLED.</summary>
    Arithmetic,
}

/// <summary>A public checkpoint: its name, where its count is from, the count, and the fields of its config.json that
/// make its shape.</summary>
public sealed record Checkpoint(string Name, CountSource Source, long Parameters, string Config)
{
    public override string ToString() => Name;

    /// <summary>"conv*2 full_attention" as the items of a JSON list.</summary>
    public static string Layers(string pattern)
    {
        var text = new StringBuilder("[");
        foreach (string part in pattern.Split(' '))
        {
            string[] pair = part.Split('*');
            int times = pair.Length == 1 ? 1 : int.Parse(pair[1], CultureInfo.InvariantCulture);
            for (int i = 0; i < times; i++) text.Append(text.Length == 1 ? "\"" : ", \"").Append(pair[0]).Append('"');
        }

        return text.Append(']').ToString();
    }

    /// <summary>A pattern so many times.</summary>
    public static string Times(int times, string pattern) => string.Join(" ", Enumerable.Repeat(pattern, times));

    /// <summary>
    /// The vision tower of Qwen3-VL and Qwen 3.5: blocks with biases and LayerNorm, patches of 3 x 2 x 16 x 16, 2304
    /// positions, a merger of four patches, and one more merger for each layer that the decoder sees too.
    /// </summary>
    public static long QwenVision(long depth, long width, long inner, long outer, long deep)
    {
        long block = (4 * width * width) + (4 * width) + (2 * width * inner) + inner + width + (4 * width);
        long merged = 4 * width;
        long matrices = (merged * merged) + merged + (merged * outer) + outer;
        return (depth * block) + (1536 * width) + width + (2304 * width) + (2 * width) + matrices + (deep * ((2 * merged) + matrices));
    }

    /// <summary>Gemma 4's vision tower: 27 gated blocks with four norms and norms on queries and keys, patches, two
    /// tables of positions, and a projector.</summary>
    public static long GemmaVision(long hidden)
    {
        const long Width = 1152;
        const long Block = (4 * Width * Width) + (3 * Width * 4304) + (4 * Width) + (2 * 72);
        return (27 * Block) + (768 * Width) + (2 * 10240 * Width) + (Width * hidden);
    }

    /// <summary>The prediction module of Qwen3-Next and Qwen 3.5: a projection of two states, one block of gated
    /// attention, three norms.</summary>
    public static long QwenPrediction(long hidden, long heads, long groups, long feedForward) =>
        (2 * hidden * hidden) + (2 * hidden * heads * 256) + (2 * hidden * groups * 256) + (heads * 256 * hidden) + (2 * 256) + feedForward
            + (5 * hidden);

    /// <summary>A mixture of Qwen's: experts of three matrices, router, a shared expert and its gate.</summary>
    public static long QwenExperts(long hidden, long count, long size, long shared) =>
        (count * 3 * hidden * size) + (count * hidden) + (3 * hidden * shared) + hidden;
}
