using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis.Diagnostics;
using ScalingAnalyzers.Configuration;
using ScalingAnalyzers.Hardware;

namespace ScalingAnalyzers.Evaluation;

/// <summary>An option that could not be read.</summary>
/// <param name="Key">The key as the user wrote it, or the MSBuild property.</param>
/// <param name="Words">What is wrong with it, and what would be right.</param>
/// <param name="IsGlobal">Whether it applies to the whole compilation and therefore has no place.</param>
/// <param name="Almost">The key or value that is almost read, and what was meant; null where none is near.</param>
internal sealed record OptionProblem(string Key, string Words, bool IsGlobal, (string Kind, string Name, string Meant)? Almost = null);

/// <summary>
/// Reads single options: the tree's own before the compilation's, those before properties. It lists what it cannot
/// read.
/// </summary>
internal sealed class OptionReader
{
    private readonly AnalyzerConfigOptions _tree;
    private readonly AnalyzerConfigOptions _global;

    public OptionReader(AnalyzerConfigOptions tree, AnalyzerConfigOptions global)
    {
        _tree = tree;
        _global = global;
    }

    public List<OptionProblem> Problems { get; } = new();

    public string? Text(string key, Func<string, string?> read, string expected, IEnumerable<string>? known = null)
    {
        if (Raw(key) is not { } raw) return null;
        if (read(raw.Value) is { } text) return text;
        string? meant = known is null ? null : AlmostRead.Text(raw.Value, known, digitsCount: true);
        Refuse(raw.Key, raw.Value, expected, raw.IsGlobal,
            meant is null ? null : ("the value of " + raw.Key + ",", raw.Value, meant));
        return null;
    }

    public double? Number(string key, Func<double, bool> accepts, string expected, double? otherwise)
    {
        if (Raw(key) is not { } raw) return otherwise;
        if (double.TryParse(raw.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && accepts(value)
            && !double.IsInfinity(value)) return value;
        Refuse(raw.Key, raw.Value, expected, raw.IsGlobal);
        return null;
    }

    /// <summary>One of these words; case does not matter.</summary>
    public string? OneOf(string key, params string[] words) => Text(key, text => Named(text, words), string.Join(" or ", words), words);

    /// <summary>A value of an enum by its name.</summary>
    public T? Choice<T>(string key, string expected)
        where T : struct
    {
        string[] names = Enum.GetNames(typeof(T));
        return Text(key, text => Named(text, names), expected, names) is { } name ? (T)Enum.Parse(typeof(T), name) : null;
    }

    /// <summary>Thresholds of compute, such as "1e26 review board | 1e24 the customer's own".</summary>
    public IReadOnlyList<ComputeThreshold> Thresholds(string key)
    {
        string? text = Text(key, list => Thresholds(key, list).All(one => one is not null) ? list : null,
            "FLOPs and a name, more of them after |, such as 1e26 review board");
        return Thresholds(key, text ?? "").OfType<ComputeThreshold>().ToArray();
    }

    // ';' and '#' end a value in a global config, so '|' separates.
    private static IEnumerable<ComputeThreshold?> Thresholds(string key, string list) =>
        list.Split('|').Select(part => part.Trim()).Select(part =>
        {
            int space = part.IndexOf(' ');
            return space > 0
                && double.TryParse(part.Substring(0, space), NumberStyles.Float, CultureInfo.InvariantCulture, out double flops)
                && flops > 0 && !double.IsInfinity(flops)
                ? new ComputeThreshold(flops, part.Substring(space).Trim(), "declared in " + RunOptions.Prefix + key,
                    "the project's own options")
                : null;
        });

    private static string? Named(string text, string[] names) =>
        names.FirstOrDefault(name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Keys with our prefix that are not options: a misspelt one would have no effect without any sign of it.
    /// </summary>
    public void FindMisspelt()
    {
        foreach (string key in KeysOf(_tree).Where(k => k.StartsWith(RunOptions.Prefix, StringComparison.OrdinalIgnoreCase)))
        {
            string name = key.Substring(RunOptions.Prefix.Length);
            if (RunOptions.Keys.Contains(name, StringComparer.OrdinalIgnoreCase)) continue;
            string? meant = AlmostRead.Text(name, RunOptions.Keys, digitsCount: true);
            var near = NearNames.Of(name, RunOptions.Keys, 1);
            string remedy = near.Count > 0
                ? "; '" + RunOptions.Prefix + near[0] + "' is"
                : "; available: " + string.Join(", ", RunOptions.Keys);
            Problems.Add(new OptionProblem(key, "is not an option" + remedy, _global.TryGetValue(key, out _),
                meant is null ? null : ("option", key, RunOptions.Prefix + meant)));
        }
    }

    // Some hosts pass options that cannot list their keys.
    private static IEnumerable<string> KeysOf(AnalyzerConfigOptions options)
    {
        try
        {
            return options.Keys.OrderBy(key => key, StringComparer.Ordinal).ToArray();
        }
        catch (NotImplementedException)
        {
            return [];
        }
    }

    private void Refuse(
        string key, string value, string expected, bool isGlobal, (string Kind, string Name, string Meant)? almost = null) =>
        Problems.Add(new OptionProblem(
            key, "is '" + value + "', which is not " + expected + "; rules that depend on it report nothing", isGlobal, almost));

    private (string Key, string Value, bool IsGlobal)? Raw(string key)
    {
        var (dotted, build) = RunOptions.Names(key);
        bool inGlobal = _global.TryGetValue(dotted, out string? global) && !string.IsNullOrWhiteSpace(global);
        if (_tree.TryGetValue(dotted, out string? own) && !string.IsNullOrWhiteSpace(own))
            return (dotted, own.Trim(), inGlobal && own == global);
        if (inGlobal) return (dotted, global!.Trim(), true);
        if (_global.TryGetValue(build, out string? property)
            && !string.IsNullOrWhiteSpace(property))
            return (RunOptions.PropertyOf(key), property.Trim(), true);
        return null;
    }
}
