using System;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Analyzers;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Tests;

namespace ScalingAnalyzers.Documentation.Tests;

/// <summary>The presets of ScalingAnalysisMode follow from the table of descriptors; UPDATE_DOCS=1 writes
/// them.</summary>
public class PresetTests
{
    [Theory]
    [InlineData("None", "No rule reports.")]
    [InlineData("Recommended", "Each rule at its own severity.")]
    [InlineData("Strict", "A warning fails the build, a note is a warning.")]
    public void A_preset_follows_from_the_descriptors(string mode, string meaning)
    {
        string path = Path.Combine(Facts.RepositoryRoot, "src/Package/buildTransitive/config", $"ScalingAnalyzers.{mode}.globalconfig");
        var lines = Rules.All.DistinctBy(rule => rule.Id).OrderBy(rule => rule.Id, StringComparer.Ordinal).Select(rule => Line(mode, rule));
        string expected = "# Generated from the table of rules. ScalingAnalysisMode = " + mode + ": " + meaning
            + "\nis_global = true\nglobal_level = -100\n\n" + string.Join("\n", lines) + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, expected);
        }

        Assert.Equal(expected, File.ReadAllText(path));
    }

    private static string Line(string mode, DiagnosticDescriptor rule)
    {
        // SCALE201 chooses between a note and a warning itself; a configured severity would override the choice.
        string about = "# " + rule.Title + "\n";
        if (mode == "Recommended" && rule.Id == RuleTable.DataRepeated.Id)
            return about + "# dotnet_diagnostic." + rule.Id + ".severity: a note up to 16 epochs, a warning above";
        return about + "dotnet_diagnostic." + rule.Id + ".severity = " + Severity(mode, rule);
    }

    private static string Severity(string mode, DiagnosticDescriptor rule) => (mode, rule.IsEnabledByDefault, rule.DefaultSeverity) switch
    {
        ("None", _, _) => "none",
        ("Strict", false, _) => "suggestion",
        ("Strict", _, _) when rule.Id == RuleTable.DataRepeated.Id => "warning",
        ("Strict", _, DiagnosticSeverity.Info) => "warning",
        ("Strict", _, _) => "error",
        (_, false, _) => "none",
        (_, _, DiagnosticSeverity.Error) => "error",
        (_, _, DiagnosticSeverity.Warning) => "warning",
        (_, _, DiagnosticSeverity.Info) => "suggestion",
        _ => "silent",
    };
}
