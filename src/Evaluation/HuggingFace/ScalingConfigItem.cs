using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Diagnostics;
using ScalingAnalyzers.Configuration;

namespace ScalingAnalyzers.Evaluation;

/// <summary>One ScalingConfig item of a project file: its declarations for a run of the model in a JSON file.</summary>
internal sealed record ScalingConfigItem(EquatableArray<ItemField> Fields)
{
    private const string Key = "build_metadata.AdditionalFiles.ScalingConfig";

    /// <summary>The metadata that are read, each with its role.</summary>
    public static IReadOnlyList<(string Name, ConfigRole Role)> Metadata { get; } =
        Array.AsReadOnly(RoleTable.Rows.Where(row => row.Metadata is not null).Select(row => (row.Metadata!, row.Role)).ToArray());

    /// <summary>The explicit name of the item; null where it has none.</summary>
    public string? Name => this["Name"];

    /// <summary>Whether the item silences a rule.</summary>
    public bool Silences(string rule) => this["NoWarn"] is { } ids &&
        ids.Split(';', ',', ' ', '\t', '\r', '\n').Any(id => string.Equals(id, rule, StringComparison.OrdinalIgnoreCase));

    /// <summary>A metadata value; null where it is absent.</summary>
    public string? this[string name] => Fields.FirstOrDefault(field => field.Name == name)?.Value;

    /// <summary>The items of a file, in the order of the project; none where the file is not a ScalingConfig.</summary>
    public static IReadOnlyList<ScalingConfigItem> Of(AnalyzerConfigOptions fileOptions) =>
        fileOptions.TryGetValue(Key, out string? joined) && joined.Length > 0 ? Parse(joined) : Array.Empty<ScalingConfigItem>();

    /// <summary>Splits the joined text of a file's items.</summary>
    public static IReadOnlyList<ScalingConfigItem> Parse(string joined) => Uri.UnescapeDataString(joined)
        .Split('\u241D')
        .Select(item => new ScalingConfigItem(new EquatableArray<ItemField>(item
            .Split('\u241E')
            .Select(field => field.Split('\u241F'))
            .Where(parts => parts.Length == 2 && parts[1].Trim().Length > 0)
            .Select(parts => new ItemField(parts[0], parts[1].Trim())))))
        .ToArray();
}

/// <summary>One metadata of an item.</summary>
internal sealed record ItemField(string Name, string Value);
