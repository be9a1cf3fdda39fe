using System;
using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.RunFiles;

/// <summary>References between the keys of a file as OmegaConf and Hydra write them: `${a.b}`, `${.sibling}`,
/// `${multiply:a,b}`, and `???` for what must be given.</summary>
internal sealed class Interpolation
{
    private const int MaxDepth = 16;

    private readonly Dictionary<string, KeyEntry> _byPath = new(StringComparer.Ordinal);

    private Interpolation(IEnumerable<KeyEntry> entries)
    {
        foreach (var entry in entries) _byPath[KeyTree.Normal(entry.Path)] = entry;
    }

    /// <summary>The entries with every reference replaced by its value, or unknown with the reason.</summary>
    public static IReadOnlyList<KeyEntry> Resolve(IReadOnlyList<KeyEntry> entries)
    {
        if (!entries.Any(IsReference)) return entries;
        var table = new Interpolation(entries);
        return entries.Select(entry => IsReference(entry) ? table.Of(entry) : entry).ToArray();
    }

    private static bool IsReference(KeyEntry entry) =>
        entry.Content is string text && (text == "???" || text.Contains("${", StringComparison.Ordinal));

    private KeyEntry Of(KeyEntry entry)
    {
        var (content, why) = Value((string)entry.Content!, entry.Path, 0);
        return entry with { Content = why is null ? content : null, Unknown = why };
    }

    private (object? Content, string? Why) Value(string text, string path, int depth)
    {
        if (text == "???") return (null, "'???' means that it must be given");
        if (!text.Contains("${", StringComparison.Ordinal)) return (Scalars.Read(text), null);
        if (depth > MaxDepth) return (null, "'" + text + "' refers to itself");
        string trimmed = text.Trim();
        if (!trimmed.StartsWith("${", StringComparison.Ordinal) || Closing(trimmed) != trimmed.Length - 1)
            return (null, "'" + text + "' is composed of parts");
        string inner = trimmed[2..^1].Trim();
        int colon = inner.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0) return Resolver(inner[..colon].Trim(), inner[(colon + 1)..], text, path, depth);
        if (inner.Contains("${", StringComparison.Ordinal)) return (null, "'" + text + "' is composed of parts");
        if (Absolute(inner, path) is not { } target) return (null, "'" + text + "' points outside the file");
        if (!_byPath.TryGetValue(KeyTree.Normal(target), out var entry)) return (null, "'" + text + "' refers to '" + target + "', which is not in the file");
        if (entry.Unknown is { } why) return (null, "'" + text + "' refers to '" + target + "': " + why);
        return entry.Content is string next ? Text(next, entry.Path, depth) : (entry.Content, null);
    }

    // A quoted word that is referred to stays a text.
    private (object? Content, string? Why) Text(string text, string path, int depth) =>
        text == "???" || text.Contains("${", StringComparison.Ordinal) ? Value(text, path, depth + 1) : (text, null);

    private (object? Content, string? Why) Resolver(string name, string arguments, string text, string path, int depth)
    {
        if (name == "oc.env") return (null, "'" + text + "' is taken from the environment");
        if (name is not ("multiply" or "sum")) return (null, "'" + text + "' calls the resolver '" + name + "', which is not read");
        var factors = new List<long?>();
        foreach (string argument in Arguments(arguments))
        {
            var (content, why) = Value(argument, path, depth + 1);
            if (why is not null) return (null, why);
            factors.Add(Scalars.Whole(content));
        }

        long? result = name == "multiply" ? Scalars.Product([.. factors]) : Sum(factors);
        return result is null ? (null, "'" + text + "' does not give a positive whole number") : (result, null);
    }

    private static long? Sum(List<long?> terms)
    {
        if (terms.Any(term => term is null or > long.MaxValue / 64 or < 0) || terms.Count > 32) return null;
        return terms.Sum();
    }

    private static IEnumerable<string> Arguments(string text)
    {
        int depth = 0, start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '{') depth++;
            if (text[i] == '}') depth--;
            if (text[i] != ',' || depth > 0) continue;
            yield return text[start..i].Trim();
            start = i + 1;
        }

        yield return text[start..].Trim();
    }

    private static int Closing(string text)
    {
        int depth = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '{') depth++;
            else if (text[i] == '}' && --depth == 0) return i;
        }

        return -1;
    }

    // One dot is the table of the key itself, each further one the table around it.
    private static string? Absolute(string reference, string path)
    {
        int dots = 0;
        while (dots < reference.Length && reference[dots] == '.') dots++;
        if (dots == 0) return reference;
        var parts = path.Split('.');
        int kept = parts.Length - dots;
        return kept < 0 ? null : string.Join('.', parts.Take(kept).Append(reference[dots..]));
    }
}
