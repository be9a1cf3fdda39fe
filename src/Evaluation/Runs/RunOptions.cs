using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// The options of .editorconfig, .globalconfig and MSBuild properties, in that order. Null means not set; an unreadable
/// value is listed, never replaced by the default.
/// </summary>
internal sealed record RunOptions
{
    public const string Prefix = "scaling_analyzers.";

    /// <summary>The options of the checks.</summary>
    public CheckOptions Checks { get; init; } = CheckOptions.Default;

    /// <summary>
    /// Whether a batch over a project or solution applies every kind of fix; by default only mechanical ones, which
    /// cannot change what is trained.
    /// </summary>
    public bool BatchAppliesEveryFix { get; init; }

    /// <summary>Unreadable options, as text that compares by value.</summary>
    public EquatableArray<OptionProblem> Problems { get; init; }

    /// <summary>The keys that are read, without prefix.</summary>
    public static ImmutableArray<string> Keys { get; } = OptionTable.Rows.Select(row => row.Key).ToImmutableArray();

    /// <summary>token_ratio_tolerance is ScalingTokenRatioTolerance in a project file.</summary>
    public static string PropertyOf(string key) => Properties.TryGetValue(key, out string? property) ? property : Property(key);

    private static readonly IReadOnlyDictionary<string, string> Properties =
        Keys.ToDictionary(key => key, Property, StringComparer.Ordinal);

    private static readonly IReadOnlyDictionary<string, (string, string)> Written =
        Keys.ToDictionary(key => key, key => (Prefix + key, "build_property." + Property(key)), StringComparer.Ordinal);

    /// <summary>A key as .editorconfig names it, and as the compiler names its property.</summary>
    public static (string Dotted, string Build) Names(string key) => Written[key];

    private static string Property(string key) =>
        "Scaling" + string.Concat(key.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));

    public static RunOptions Read(AnalyzerConfigOptionsProvider provider, SyntaxTree tree, LawLibrary laws) =>
        Read(provider.GetOptions(tree), provider.GlobalOptions, laws);

    public static RunOptions Read(AnalyzerConfigOptionsProvider provider, AdditionalText file, LawLibrary laws) =>
        Read(provider.GetOptions(file), provider.GlobalOptions, laws);

    /// <summary>The options of one file over those of the project.</summary>
    public static RunOptions Read(AnalyzerConfigOptions own, AnalyzerConfigOptions global, LawLibrary laws)
    {
        var reader = new OptionReader(own, global);
        var read = new RunOptions { Checks = new CheckOptions { Laws = laws } };
        foreach (var row in OptionTable.Rows) read = row.Read(reader, read);
        var unreadable = Keys.Where(key => reader.Problems.Any(p => p.Key == Prefix + key || p.Key == PropertyOf(key))).ToArray();
        reader.FindMisspelt();
        return read with
        {
            Checks = read.Checks with { Unreadable = unreadable },
            Problems = new EquatableArray<OptionProblem>(reader.Problems),
        };
    }
}
