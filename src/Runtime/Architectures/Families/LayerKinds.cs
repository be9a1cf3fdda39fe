using System;
using System.Collections.Generic;
using System.Globalization;

namespace ScalingAnalyzers.Architectures;

/// <summary>From how a config describes its layers to the kinds of blocks and how many layers have each.</summary>
internal static class LayerKinds
{
    /// <summary>
    /// One kind a layer, from a list that the config has, else by a rule. A list of another length, or with a kind that
    /// the family does not have, stops the shape. Some lists have entries more, for prediction modules.
    /// </summary>
    public static string[] Read(FieldSource fields, string name, int layers, string[] known, Func<int, string> rule, int more = 0)
    {
        var kinds = new string[layers];
        List<string>? listed = fields.Texts(name);
        if (listed is not null && listed.Count != layers && listed.Count != (long)layers + more)
            fields.Refuse(name, ConfigRole.None, fields.Node(name), CountMessage(listed.Count, layers));
        for (int i = 0; i < layers; i++)
        {
            kinds[i] = listed is null ? rule(i) : i < listed.Count ? listed[i] : known[0];
            if (listed is not null && Array.IndexOf(known, kinds[i]) < 0)
            {
                fields.Refuse(name, ConfigRole.None, fields.Node(name), "has '" + kinds[i] + "', which is not a layer of this model_type.");
                kinds[i] = known[0];
            }
        }

        return kinds;
    }

    /// <summary>How many layers a list names, and how many there are.</summary>
    public static string CountMessage(int listed, int layers) =>
        string.Format(CultureInfo.InvariantCulture, "names {0} layers, and num_hidden_layers is {1}.", listed, layers);

    /// <summary>The kinds of blocks, each once, with how many layers have it.</summary>
    public static IReadOnlyList<BlockShape> Blocks(int layers, Func<int, BlockShape> block)
    {
        var kinds = new List<BlockShape>();
        var counts = new List<int>();
        for (int i = 0; i < layers; i++)
        {
            BlockShape kind = block(i);
            int at = kinds.IndexOf(kind);
            if (at < 0)
            {
                kinds.Add(kind);
                counts.Add(1);
            }
            else
            {
                counts[at]++;
            }
        }

        for (int i = 0; i < kinds.Count; i++) kinds[i] = kinds[i] with { Count = counts[i] };
        return kinds;
    }

    /// <summary>The format that a config states for a state; Unspecified where it states none, or one that is not
    /// known.</summary>
    public static NumericFormat StateFormat(FieldSource fields, string name) => fields.Text(name) switch
    {
        "float32" => NumericFormat.FP32,
        "bfloat16" => NumericFormat.BF16,
        "float16" => NumericFormat.FP16,
        _ => NumericFormat.Unspecified,
    };
}
