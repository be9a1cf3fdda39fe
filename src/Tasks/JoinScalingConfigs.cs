using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using ScalingAnalyzers.Configuration;

namespace ScalingAnalyzers.Tasks;

/// <summary>
/// Hands the ScalingConfig items of a project on to the compiler: one additional file a path, with all its items in one
/// metadata.
/// </summary>
/// <remarks>
/// Item metadata reaches analyzers through a global config, where ';' and '#' end a value and a file has one section
/// only. So the items of a file are joined (fields by U+241F and U+241E, items by U+241D) and escaped;
/// ScalingConfigItem reads them. A file that does not exist is reported here, where the item is: the compiler would
/// report a missing source file, and fail.
/// </remarks>
public sealed class JoinScalingConfigs : Task
{
    private const char BetweenItems = '\u241D';
    private const char EndOfField = '\u241E';
    private const char BetweenNameAndValue = '\u241F';

    // Before the name of metadata that is not read: a question mark begins no name.
    private const string AlmostRead = "?";

    /// <summary>The items, in the order of the project.</summary>
    [Required]
    public ITaskItem[] Items { get; set; } = [];

    /// <summary>The project file, for messages.</summary>
    public string ProjectFile { get; set; } = "";

    /// <summary>The additional files, each once.</summary>
    [Output]
    public ITaskItem[] Files { get; private set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        var files = new List<ITaskItem>();
        foreach (var items in Items.GroupBy(item => item.GetMetadata("FullPath"), StringComparer.Ordinal))
        {
            if (File.Exists(items.Key)) files.Add(Joined(items.Key, items));
            else WarnOfMissing(items.First());
        }

        Files = files.ToArray();
        return !Log.HasLoggedErrors;
    }

    private static TaskItem Joined(string path, IEnumerable<ITaskItem> items)
    {
        var file = new TaskItem(path);
        string text = string.Join(BetweenItems.ToString(), items.Select(Fields));
        ((ITaskItem2)file).SetMetadataValueLiteral("ScalingConfig", Uri.EscapeDataString(text));
        return file;
    }

    private static string Fields(ITaskItem item) => string.Concat(Named(item)
        .Select(field => (field.Name, Value: item.GetMetadata(field.Metadata)))
        .Where(field => field.Value.Length > 0)
        .Select(field => field.Name + BetweenNameAndValue + field.Value + EndOfField));

    // Every name of a role that an item can give, and names that are almost one; the analyzer reports those in the
    // file.
    private static IEnumerable<(string Name, string Metadata)> Named(ITaskItem item)
    {
        foreach (string name in item.CloneCustomMetadata().Keys.Cast<string>().OrderBy(name => name, StringComparer.Ordinal))
        {
            string? own = Own.FirstOrDefault(one => string.Equals(one, name, StringComparison.OrdinalIgnoreCase));
            if (own is not null) yield return (own, name);
            else if (RoleTable.OfMetadata(name).Role != ConfigRole.None) yield return (name, name);
            else if (Meant(name) is not null) yield return (AlmostRead + name, name);
        }
    }

    private static string? Meant(string name) => Configuration.AlmostRead.Role(name, row => row.Metadata is not null)?.Meant
        ?? Configuration.AlmostRead.Text(name, Own.Where(own => own.Length > 4), digitsCount: true);

    private static readonly string[] Own = ["Name", "NoWarn", "Section"];

    private void WarnOfMissing(ITaskItem item) => Log.LogWarning(
        subcategory: null,
        warningCode: "SCALE908",
        helpKeyword: null,
        file: ProjectFile,
        lineNumber: 0,
        columnNumber: 0,
        endLineNumber: 0,
        endColumnNumber: 0,
        message: "A ScalingConfig item names "
            + $"'{item.ItemSpec}', where there is no file; it has no constants and no warnings. Correct its path, or remove the item.");
}
