using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>The published configs of tests/Facts/field as C# has them: each field a member, each object a class. The
/// count is that of the JSON, or there is none and SCALE901 gives the reason.</summary>
public class ConfigsAsMembersTests
{
    // In JSON the wrapper's model_type, which is no family of C#, holds the text model; others need a member that the
    // JSON does not have, or have one that only the JSON reads.
    [Fact]
    public async Task A_published_config_in_CSharp_has_the_count_of_its_JSON_or_a_reason()
    {
        int counted = 0;
        var wrong = new List<string>();
        foreach (string file in Directory.GetFiles(Facts.PathOf("field"), "*.json").Order(StringComparer.Ordinal))
        {
            string text = (await File.ReadAllTextAsync(file)).Replace("-Infinity", "0").Replace("Infinity", "0");
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true });
            if (!document.RootElement.TryGetProperty("model_type", out var type)) continue;
            var code = Config.Of("[ModelConfig(Family = \"" + type + "\")]\npublic sealed partial class M\n{\n"
                + Members(document.RootElement) + "}\n");
            var json = HuggingFaceConfig.Parse(text);
            long? expected = json.Problem is null ? json.Shape?.Parameters : null;
            var sources = (await code.Generate()).CompilesCleanly().Sources.Values;
            var found = sources.Select(source => Regex.Match(source, " Parameters = ([0-9]+)L;")).FirstOrDefault(match => match.Success);
            if (found is null)
            {
                if ((await code.Severity("SCALE901", "warning").Diagnostics()).All(one => one.Id is not ("SCALE901" or "SCALE902")))
                    wrong.Add(Path.GetFileName(file) + ": no reason");
                continue;
            }

            counted++;
            if (long.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) != expected)
                wrong.Add(Path.GetFileName(file) + ": " + found.Groups[1].Value + " for " + expected);
        }

        Assert.Empty(wrong);
        Assert.True(counted >= 20, counted + " are counted");
    }

    private static string Members(JsonElement values)
    {
        var members = new StringBuilder();
        var groups = new StringBuilder();
        var seen = new HashSet<string>(StringComparer.Ordinal) { "M", "Model" };
        foreach (var field in values.EnumerateObject())
        {
            string name = string.Concat(field.Name.Split('_', '-', '.').Where(word => word.Length > 0)
                .Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
            if (name.Length == 0 || !char.IsLetter(name[0]) || !seen.Add(name)) continue;
            if (Written(field.Value) is not var (type, value)) continue;
            if (field.Value.ValueKind == JsonValueKind.Object)
            {
                type = name + "Group";
                groups.Append("public sealed class ").Append(type).Append(" {\n").Append(Members(field.Value)).Append("}\n");
            }

            members.Append("public ").Append(type).Append(' ').Append(name).Append(" { get; init; } = ").Append(value).Append(";\n");
        }

        return members.Append(groups).ToString();
    }

    private static (string Type, string Value)? Written(JsonElement value)
    {
        string text = value.GetRawText();
        switch (value.ValueKind)
        {
            case JsonValueKind.Number: return (value.TryGetInt32(out _) ? "int" : value.TryGetInt64(out _) ? "long" : "double", text);
            case JsonValueKind.True or JsonValueKind.False: return ("bool", text);
            case JsonValueKind.String: return ("string", SymbolDisplay.FormatLiteral(value.GetString()!, quote: true));
            case JsonValueKind.Null: return ("int?", "null");
            case JsonValueKind.Object: return ("", "new()");
            case JsonValueKind.Array when IsAll(JsonValueKind.Number): return ("double[]", "{ " + text.Trim('[', ']') + " }");
            case JsonValueKind.Array when IsAll(JsonValueKind.String): return ("string[]", "{ " + text.Trim('[', ']') + " }");
            default: return null;
        }

        bool IsAll(JsonValueKind kind) => value.GetArrayLength() > 0 && value.EnumerateArray().All(item => item.ValueKind == kind);
    }
}
