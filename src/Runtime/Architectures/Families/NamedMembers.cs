using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Architectures;

/// <summary>Members of a C# type that have no role, as the object of a config: one reader then serves both.</summary>
internal static class NamedMembers
{
    /// <summary>A member that is written and cannot be read: a family that needs it refuses it.</summary>
    public static object Unreadable { get; } = new();

    /// <summary>A number that is written to be none: int? = null.</summary>
    public static object None { get; } = new();

    /// <summary>An object whose names have neither case nor underscores; of two that are then alike the first counts.
    /// Missing where there is none.</summary>
    public static JsonNode ToJson(IReadOnlyDictionary<string, object> members)
    {
        if (members.Count == 0) return default;
        var seen = new HashSet<string>(System.StringComparer.Ordinal);
        var text = new StringBuilder("{");
        foreach (KeyValuePair<string, object> member in members)
        {
            string name = Normal(member.Key);
            if (!seen.Add(name)) continue;
            if (text.Length > 1) text.Append(',');
            Append(text, name);
            text.Append(':');
            Append(text, member.Value);
        }

        JsonTree tree = JsonTree.Read(text.Append('}').ToString());
        return tree.Error is null ? tree.Root : default;
    }

    /// <summary>A name without case and underscores; an object inside and its field are one name.</summary>
    public static string Normal(string name) => name.Replace("_", "").Replace(".", "").ToLowerInvariant();

    private static void Append(StringBuilder text, object value)
    {
        switch (value)
        {
            case string word: Quote(text, word); break;
            case bool flag: text.Append(flag ? "true" : "false"); break;
            case decimal number: text.Append(number.ToString(CultureInfo.InvariantCulture)); break;
            case IEnumerable items:
                text.Append('[');
                bool first = true;
                foreach (object item in items)
                {
                    if (!first) text.Append(',');
                    first = false;
                    Append(text, item);
                }

                text.Append(']');
                break;
            default: text.Append(value == None ? "null" : "{}"); break;
        }
    }

    private static void Quote(StringBuilder text, string word)
    {
        text.Append('"');
        foreach (char c in word)
        {
            if (c is '"' or '\\' || c < ' ') text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else text.Append(c);
        }

        text.Append('"');
    }
}
