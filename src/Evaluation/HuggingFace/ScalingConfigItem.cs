using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Diagnostics;
using ScalingAnalyzers.Configuration;

namespace ScalingAnalyzers.Evaluation;

/// <summary>One ScalingConfig item of a project file: its declarations for a run of the model in a JSON file, or the
/// section of a settings file that declares a run.</summary>
internal sealed record ScalingConfigItem(EquatableArray<ItemField> Fields)
{
    private const string Key = "build_metadata.AdditionalFiles.ScalingConfig";

    /// <summary>The fields that play a role, by any of its names, each with what one unit is worth.</summary>
    public IEnumerable<(ItemField Field, ConfigRole Role, double Scale)> Roles => Fields
        .Select(one => (Field: one, Of: RoleTable.OfMetadata(one.Name)))
        .Where(entry => entry.Of.Role != ConfigRole.None)
        .OrderBy(entry => entry.Of.Role)
        .Select(entry => (entry.Field, entry.Of.Role, entry.Of.Scale));

    /// <summary>Metadata that are almost read, by name, with the name that was meant.</summary>
    public IEnumerable<(string Name, string Meant, ConfigRole Role)> AlmostRead => Fields
        .Where(one => one.Name.StartsWith("?", StringComparison.Ordinal))
        .Select(one => Near(one.Name.Substring(1)))
        .Where(near => near.Meant.Length > 0);

    private static (string Name, string Meant, ConfigRole Role) Near(string name) =>
        Configuration.AlmostRead.Role(name, row => row.Metadata is not null) is { } role ? (name, role.Meant, role.Role)
        : (name, Configuration.AlmostRead.Text(name, ["NoWarn", "Section"], digitsCount: true) ?? "", ConfigRole.None);

    /// <summary>The explicit name of the item; null where it has none.</summary>
    public string? Name => this["Name"];

    /// <summary>The section of a settings file that is bound to an options class; null where the file describes a
    /// model.</summary>
    public string? Section => this["Section"];

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
