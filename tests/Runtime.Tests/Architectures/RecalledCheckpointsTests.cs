using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Tests;

/// <summary>tests/Facts/checkpoints.csv: the fields of public configs give the totals of their checkpoints.</summary>
public class RecalledCheckpointsTests
{
    [Fact]
    public void Every_config_counts_to_its_checkpoint()
    {
        IReadOnlyList<IReadOnlyDictionary<string, string>> rows = Facts.Csv("checkpoints.csv");
        Assert.True(rows.Count >= 50, $"only {rows.Count} rows");
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
        bool isPlain = parts[1] is "null" or "true" or "false" || double.TryParse(parts[1], CultureInfo.InvariantCulture, out _);
        return $"\"{parts[0]}\": {(isPlain ? parts[1] : "\"" + parts[1] + "\"")}";
    })) + " }";
}
