using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Tests;

/// <summary>tests/Facts/checkpoints.csv and checkpoints-index.csv: the fields of public configs give the totals of
/// their checkpoints.</summary>
public class RecalledCheckpointsTests
{
    [Theory]
    [InlineData("checkpoints.csv", 50)]
    [InlineData("checkpoints-index.csv", 35)]
    public void Every_config_counts_to_its_checkpoint(string file, int least)
    {
        IReadOnlyList<IReadOnlyDictionary<string, string>> rows = Facts.Csv(file);
        Assert.True(rows.Count >= least, $"only {rows.Count} rows");
        var wrong = new List<string>();
        foreach (IReadOnlyDictionary<string, string> row in rows)
        {
            var config = HuggingFaceConfig.Parse(Json(row["fields"]));
            string counted = config.Shape?.Parameters.ToString(CultureInfo.InvariantCulture) ?? config.Problem!.Message;
            if (counted != row["parameters"]) wrong.Add($"{row["model"]}: {counted}, not {row["parameters"]}");
        }

        Assert.Empty(wrong);
    }

    private static string Json(string fields) => "{ " + string.Join(", ", fields.Split(' ').Select(field =>
    {
        string[] parts = field.Split('=');
        return $"\"{parts[0]}\": " + (parts[1].StartsWith('[')
            ? "[" + string.Join(", ", parts[1].Trim('[', ']').Split(';').Select(Value)) + "]"
            : Value(parts[1]));
    })) + " }";

    private static string Value(string text) =>
        text is "null" or "true" or "false" || double.TryParse(text, CultureInfo.InvariantCulture, out _) ? text : "\"" + text + "\"";
}
