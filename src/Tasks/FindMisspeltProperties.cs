using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using ScalingAnalyzers.Configuration;

namespace ScalingAnalyzers.Tasks;

/// <summary>
/// SCALE909 for properties of a project that begin with Scaling and are almost one that is read. MSBuild lists no
/// property, so the XML of the project and of its Directory.Build files is read, and the properties of the command
/// line.
/// </summary>
public sealed class FindMisspeltProperties : Task
{
    private const string Prefix = "Scaling";

    /// <summary>The project file and the files that it imports by convention; those that do not exist are left
    /// out.</summary>
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>The properties that are read; others than ours do not matter.</summary>
    [Required]
    public string[] Known { get; set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        foreach (string file in Files.Select(item => item.ItemSpec).Where(File.Exists).Distinct(StringComparer.Ordinal))
        {
            foreach (var (name, line, column) in PropertiesIn(file)) Judge(name, file, line, column);
        }

        if (BuildEngine is IBuildEngine6 engine)
        {
            foreach (string name in engine.GetGlobalProperties().Keys.Where(IsOurs)) Judge(name, "", 0, 0);
        }

        return !Log.HasLoggedErrors;
    }

    private static bool IsOurs(string name) => name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    // A file that MSBuild could read can be read here; while an editor saves it, it may be incomplete.
    private static IEnumerable<(string Name, int Line, int Column)> PropertiesIn(string file)
    {
        try
        {
            return XDocument.Load(file, LoadOptions.SetLineInfo).Descendants()
                .Where(element => element.Parent?.Name.LocalName == "PropertyGroup" && IsOurs(element.Name.LocalName))
                .Select(element => (element.Name.LocalName, ((IXmlLineInfo)element).LineNumber, ((IXmlLineInfo)element).LinePosition))
                .ToArray();
        }
        catch (Exception error) when (error is XmlException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private void Judge(string name, string file, int line, int column)
    {
        string[] ours = Known.Where(IsOurs).ToArray();
        if (ours.Contains(name, StringComparer.OrdinalIgnoreCase)) return;
        var endings = ours.Select(one => one.Substring(Prefix.Length));
        string ending = name.Substring(Prefix.Length);
        if (RoleTable.IsRelative(ending) || AlmostRead.Text(ending, endings, digitsCount: true) is not { } meant) return;
        Log.LogWarning(
            subcategory: null,
            warningCode: "SCALE909",
            helpKeyword: null,
            file: file,
            lineNumber: line,
            columnNumber: column,
            endLineNumber: 0,
            endColumnNumber: 0,
            message: "{0}",
            $"The property '{name}' is not read; did you mean '{Prefix}{meant}'?");
    }
}
