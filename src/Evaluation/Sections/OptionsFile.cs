using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Configuration;
using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// A settings file such as appsettings.json, with the keys that Microsoft.Extensions.Configuration.Json gives its
/// values: joined by ':', equal in upper and lower case, the elements of a list by their numbers.
/// </summary>
internal sealed class OptionsFile
{
    private const int MostNamesShown = 8;

    private readonly List<OptionsEntry> _entries = new();
    private readonly SectionProblem? _problem;

    private OptionsFile(string text)
    {
        var tree = JsonTree.Read(text);
        if (tree.Error is { } error)
        {
            _problem = new SectionProblem(error.Message.TrimEnd('.'), error.Position);
            return;
        }

        if (tree.Root.Kind != JsonKind.Object)
        {
            _problem = new SectionProblem("a settings file is a JSON object", tree.Root.Position);
            return;
        }

        Flatten(tree.Root, "");
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (_entries.FirstOrDefault(entry => !seen.Add(entry.Key)) is { } twice)
        {
            _problem = new SectionProblem(
                "the key '" + twice.Key + "' is in the file twice, which Microsoft.Extensions.Configuration does not accept",
                twice.Node.NamePosition);
        }
    }

    /// <summary>Reads a text.</summary>
    public static OptionsFile Parse(string text) => new(text);

    /// <summary>The runs of a section: one, several where it is a list of objects; never none.</summary>
    /// <param name="section">Its key: "Training" or "Training:Large".</param>
    public IReadOnlyList<OptionsSection> Sections(string section)
    {
        string key = section.Trim().Trim(':');
        if (_problem is not null) return [new OptionsSection(key, null, [], _problem)];
        if (_entries.FirstOrDefault(entry => Same(entry.Key, key)) is { } value)
        {
            return [new OptionsSection(key, null, [], new SectionProblem(
                "'" + key + "' is " + Kind(value.Node) + ", not a section with values", value.Node.Position))];
        }

        var entries = Below(_entries, key);
        if (entries.Count == 0) return [new OptionsSection(key, null, [], Missing(key))];
        var elements = entries.Select(entry => entry.Head).Distinct(StringComparer.Ordinal).ToArray();
        if (!elements.All(IsNumber) || entries.All(entry => entry.IsLeaf)) return [new OptionsSection(key, null, entries)];
        return elements.Select(element =>
        {
            var own = Below(entries, element);
            return new OptionsSection(key + ":" + element, NameOf(own) ?? element, own);
        }).ToArray();
    }

    private static List<OptionsEntry> Below(IEnumerable<OptionsEntry> entries, string key) => entries
        .Where(entry => entry.Key.Length > key.Length + 1 && entry.Key[key.Length] == ':'
            && entry.Key.StartsWith(key, StringComparison.OrdinalIgnoreCase))
        .Select(entry => entry.Below(key.Length + 1))
        .ToList();

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static bool IsNumber(string text) => text.Length > 0 && text.All(c => c is >= '0' and <= '9');

    private static string? NameOf(IEnumerable<OptionsEntry> element) =>
        element.FirstOrDefault(entry => Same(entry.Key, "Name"))?.Node.AsString() is { Length: > 0 } name ? name : null;

    private static string Kind(JsonNode node) => node.Kind switch
    {
        JsonKind.Object => "empty",
        JsonKind.Array => "an empty list",
        JsonKind.Null => "null",
        _ => "the value " + (node.Text.Length > 40 ? node.Text.Substring(0, 37) + "..." : node.Text),
    };

    private SectionProblem Missing(string key)
    {
        string[] sections = _entries.Where(entry => !entry.IsLeaf).Select(entry => entry.Head)
            .Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        string head = key.IndexOf(':') is >= 0 and var colon ? key.Substring(0, colon) : key;
        string missing = "the file has no section '" + key + "'";
        if (sections.FirstOrDefault(one => Same(one, head)) is { } known && !Same(known, key))
        {
            string[] inner = Below(_entries, known).Where(entry => !entry.IsLeaf).Select(entry => entry.Head)
                .Distinct(StringComparer.Ordinal).ToArray();
            return new SectionProblem(missing + "; " + (inner.Length == 0 ? "'" + known + "' has no section"
                : "in '" + known + "' there is " + Shown(inner)), default);
        }

        if (AlmostRead.Text(head, sections, digitsCount: true) is { } meant)
            return new SectionProblem(missing + "; did you mean '" + meant + "'?", default);
        return new SectionProblem(sections.Length == 0 ? missing : missing + "; there is " + Shown(sections), default);
    }

    private static string Shown(string[] names) => string.Join(", ", names.Take(MostNamesShown).Select(name => "'" + name + "'"))
        + (names.Length > MostNamesShown ? " and others" : "");

    private void Flatten(JsonNode node, string key)
    {
        if (node.Count == 0)
        {
            if (key.Length > 0) _entries.Add(new OptionsEntry(key, node));
            return;
        }

        int index = 0;
        foreach (var child in node.Children)
        {
            string name = node.Kind == JsonKind.Object ? child.Name : index++.ToString(CultureInfo.InvariantCulture);
            Flatten(child, key.Length == 0 ? name : key + ":" + name);
        }
    }
}
