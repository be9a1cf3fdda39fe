using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ScalingAnalyzers.Architectures;

/// <summary>A table of models, the largest first, followed by the parts that were not counted.</summary>
internal sealed class ShapeReport(int sequenceLength)
{
    private readonly List<(string Name, string Type, TransformerShape Shape)> _models = [];
    private readonly List<string> _notes = [];

    public void Add(string name, HuggingFaceConfig config)
    {
        if (config.Shape is { } shape) _models.Add((name, config.ModelType!, shape));
        if (config.Problem is { } problem) _notes.Add($"{name}{problem.Position}: {problem.Message}");
        foreach (string leftOut in config.LeftOut) _notes.Add($"{name}: not counted: {leftOut}");
    }

    public string ToText(IFormatProvider culture)
    {
        var text = new StringBuilder();
        text.Append(culture, $"{"model",-18}{"model_type",-14}{"parameters",17}{"active",17}");
        text.Append(culture, $"{"6N",9}{"at",7}{"+ attention",13}");
        text.AppendLine(culture, $"{"weights",13}{"KV/token",11}{"KV/sequence",13}");
        foreach ((string name, string type, TransformerShape shape) in _models.OrderByDescending(model => model.Shape.Parameters))
        {
            // The table of learned positions limits the sequence.
            int sequence = shape.LearnedPositions > 0 ? Math.Min(sequenceLength, shape.LearnedPositions) : sequenceLength;
            string flops = Giga(shape.FlopsPerToken());
            string withAttention = Giga(shape.FlopsPerToken(FlopsConvention.SixNWithFullAttention, sequence));
            string cache = Bytes(shape.KeyValueCacheBytes(sequence));
            text.Append(culture, $"{name,-18}{type,-14}{shape.Parameters,17:#,##0}{shape.ActiveParameters,17:#,##0}");
            text.Append(culture, $"{flops,9}{sequence,7}{withAttention,13}");
            text.AppendLine(culture, $"{Bytes(shape.WeightBytes()),13}{Bytes(shape.KeyValueCacheBytesPerToken()),11}{cache,13}");
        }

        text.AppendLine();
        text.Append("6N: training GFLOPs per token, N active parameters; ");
        text.AppendLine("+ attention: over a sequence of the length in column 'at' (PaLM, appendix B).");
        text.AppendLine("Weights and key-value cache in BF16; GB are 1e9 bytes. Sliding windows limit the cache of a sequence.");
        foreach (string note in _notes.Order(StringComparer.Ordinal)) text.AppendLine(note);
        return text.ToString();
    }

    private static string Giga(long flops) => (flops / 1e9).ToString("#,##0.0", CultureInfo.InvariantCulture);

    private static string Bytes(long bytes) => bytes >= 1_000_000_000
        ? (bytes / 1e9).ToString("#,##0.00", CultureInfo.InvariantCulture) + " GB"
        : bytes >= 10_000_000
            ? (bytes / 1e6).ToString("#,##0", CultureInfo.InvariantCulture) + " MB"
            : (bytes / 1e3).ToString("#,##0", CultureInfo.InvariantCulture) + " kB";
}
