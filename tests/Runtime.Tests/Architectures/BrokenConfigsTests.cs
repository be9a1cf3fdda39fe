using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Tests;

/// <summary>
/// An analyzer reads configs while they are typed: whatever their content, reading ends with a shape or a field, never
/// an exception.
/// </summary>
public class BrokenConfigsTests
{
    private static readonly string[] Values =
    {
        "0", "-1", "1", "2147483647", "2147483648", "9223372036854775807", "99999999999999999999", "1e9", "0.5", "null", "true", "false",
        "\"x\"", "NaN", "[]", "[1, 1, 1]", "{}", "[1]", "{\"a\": 1}",
    };

    [Fact]
    public void No_value_causes_an_exception()
    {
        string[] configs = Directory.EnumerateFiles(Facts.PathOf("models"), "*.json")
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText)
            .Concat(HybridCheckpoints.All.Concat(AttentionCheckpoints.All).Select(row => row.Config)).ToArray();
        var random = new Random(20261);
        int shapes = 0;
        int refused = 0;
        for (int round = 0; round < 25_000; round++)
        {
            string at = Broken(configs[random.Next(configs.Length)], random);
            HuggingFaceConfig config = HuggingFaceConfig.Parse(at);
            Assert.True((config.Shape is null) != (config.Problem is null));
            _ = config.Fields.Count;
            if (config.Shape is null)
            {
                refused++;
                Assert.NotEqual("", config.Problem!.Message);
                continue;
            }

            shapes++;
            Assert.Null(config.Shape.Validate());
            try
            {
                Assert.True(config.Shape.Parameters >= config.Shape.ActiveParameters, at);
                Assert.True(config.Shape.ActiveParameters > 0 && config.Shape.NonEmbeddingParameters > 0, at);
                Assert.True(config.Shape.TrainingMemory().Total > 0, at);
                Assert.True(config.Shape.KeyValueCacheBytes(4096) + config.Shape.RecurrentStateBytes() > 0, at);
                Assert.True(config.Shape.FlopsPerToken(FlopsConvention.SixNWithFullAttention, 4096) > 0, at);
            }
            catch (OverflowException)
            {
                // A number beyond 64 bits is not a number.
            }
        }

        Assert.True(shapes > 1000 && refused > 1000, $"{shapes} shapes, {refused} refused");
    }

    // Changes one to three values of a config, or removes a field.
    private static string Broken(string text, Random random)
    {
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            MatchCollection fields = Regex.Matches(text, "\"([a-z_]+)\": (-?[0-9.e-]+|true|false|null|\"[^\"]*\")");
            if (fields.Count == 0) return text;
            Match field = fields[random.Next(fields.Count)];
            string replacement = random.Next(8) == 0
                ? $"\"removed_{i}_{field.Index}\": 1"
                : $"\"{field.Groups[1].Value}\": {Values[random.Next(Values.Length)]}";
            text = text.Remove(field.Index, field.Length).Insert(field.Index, replacement);
        }

        return text;
    }
}
