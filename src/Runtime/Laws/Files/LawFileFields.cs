using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Laws;

/// <summary>Reads single fields of a law file by their kind, and gathers what is wrong with them.</summary>
internal sealed class LawFileFields
{
    private readonly List<LawFileProblem> _problems = new();

    public IReadOnlyList<LawFileProblem> Problems => _problems;

    public JsonNode Needed(JsonNode parent, string name)
    {
        var node = parent[name];
        if (node.IsMissing) Wrong(parent, $"A law file needs \"{name}\".");
        return node;
    }

    public string? Choice<T>(JsonNode parent, string name, IReadOnlyDictionary<string, T> choices, bool required)
    {
        var node = parent[name];
        if (node.IsMissing)
        {
            if (required) Wrong(parent, $"A law file needs \"{name}\".");
            return null;
        }

        if (node.AsString() is { } text && choices.ContainsKey(text)) return text;
        Wrong(node, $"\"{name}\" is one of " + string.Join(", ", choices.Keys.Select(key => "\"" + key + "\"")) + ".");
        return null;
    }

    public string OptionalText(JsonNode parent, string name)
    {
        var node = parent[name];
        if (node.IsMissing || node.Kind == JsonKind.Null) return "";
        if (node.AsString() is { } text) return text;
        Wrong(node, $"\"{name}\" is a text in quotes.");
        return "";
    }

    public bool IsObject(JsonNode node)
    {
        if (node.Kind == JsonKind.Object) return true;
        Wrong(node, $"\"{node.Name}\" is an object in braces.");
        return false;
    }

    public bool Number(JsonNode node, out double value)
    {
        if (node.TryGetDouble(out value)) return true;
        Wrong(node, "A finite number belongs here.");
        return false;
    }

    public void RefuseOthers(JsonNode node, string[] known)
    {
        foreach (var child in node.Children)
        {
            if (known.Contains(child.Name, StringComparer.Ordinal)) continue;
            var near = NearNames.Of(child.Name, known, 1);
            string advice = near.Count > 0
                ? $"Did you mean \"{near[0]}\"?"
                : "Known here: " + string.Join(", ", known.Where(name => name[0] != '$')) + ".";
            _problems.Add(
                new(string.Format(CultureInfo.InvariantCulture, "\"{0}\" is not known here. {1}", child.Name, advice), child.NamePosition));
        }
    }

    public void Wrong(JsonNode node, string message) => _problems.Add(new(message, node.Position));
}
