using System.Collections.Generic;
using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Architectures;

/// <content>Texts, and lists of texts and numbers: the patterns of layers.</content>
internal sealed partial class FieldSource
{
    /// <summary>A text; null where it is absent or null.</summary>
    public string? Text(string name)
    {
        JsonNode node = Node(name);
        if (node.Kind is JsonKind.Missing or JsonKind.Null) return null;
        if (node.AsString() is { } text) return text;
        Refuse(name, ConfigRole.None, node, "must be a text.");
        return null;
    }

    /// <summary>A list of texts; null where it is absent or null.</summary>
    public List<string>? Texts(string name)
    {
        JsonNode node = Node(name);
        if (node.Kind is JsonKind.Missing or JsonKind.Null) return null;
        var list = new List<string>();
        if (node.Kind != JsonKind.Array) Refuse(name, ConfigRole.None, node, "must be a list.");
        foreach (JsonNode item in node.Kind == JsonKind.Array ? node.Children : default)
        {
            if (item.AsString() is { } text) list.Add(text);
            else Refuse(name, ConfigRole.None, item, "must hold texts; it holds " + Shortened(item.Text) + ".");
        }

        return list;
    }

    /// <summary>A list of whole numbers; null where it is absent or null.</summary>
    public List<int>? Wholes(string name)
    {
        JsonNode node = Node(name);
        if (node.Kind is JsonKind.Missing or JsonKind.Null) return null;
        var list = new List<int>();
        if (node.Kind != JsonKind.Array) Refuse(name, ConfigRole.None, node, "must be a list.");
        foreach (JsonNode item in node.Kind == JsonKind.Array ? node.Children : default)
        {
            if (item.TryGetInt64(out long value) && value is >= 0 and <= int.MaxValue) list.Add((int)value);
            else if (item.TryGetBoolean(out bool flag)) list.Add(flag ? 1 : 0);
            else Refuse(name, ConfigRole.None, item, "must hold whole numbers; it holds " + Shortened(item.Text) + ".");
        }

        return list;
    }

    /// <summary>A number for all layers, or a list with one for each.</summary>
    public int[] PerLayer(ConfigRole role, int fallback, string name, int layers)
    {
        var values = new int[layers];
        if (Node(name).Kind == JsonKind.Array)
        {
            List<int> listed = Wholes(name)!;
            if (listed.Count != layers)
                Refuse(name, ConfigRole.None, Node(name),
                    "names " + Number(listed.Count) + " layers, and num_hidden_layers is " + Number(layers) + ".");
            for (int i = 0; i < layers; i++) values[i] = i < listed.Count ? listed[i] : 1;
            return values;
        }

        int all = role == ConfigRole.None ? Own(fallback, name) : Size(role, fallback, name);
        for (int i = 0; i < layers; i++) values[i] = all;
        return values;
    }
}
