using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ScalingAnalyzers.Evaluation;
using ScalingAnalyzers.Tests;

namespace ScalingAnalyzers.Documentation.Tests;

/// <summary>The tables of docs/csharp.md and docs/constants.md follow from the catalogue of constants;
/// UPDATE_DOCS=1 writes them.</summary>
public partial class ConstantTests
{
    private static readonly (ConstantGroup Group, string Title)[] Groups =
    [
        (ConstantGroup.Run, "the run"),
        (ConstantGroup.Compute, "compute"),
        (ConstantGroup.Law, "the law"),
        (ConstantGroup.Hardware, "hardware"),
        (ConstantGroup.Memory, "memory"),
        (ConstantGroup.Lifetime, "a lifetime"),
        (ConstantGroup.Plan, "a plan"),
    ];

    [Fact]
    public void Every_constant_is_in_a_group() =>
        Assert.All(ConstantCatalog.All, row => Assert.Contains(row.Group, Groups.Select(group => group.Group)));

    [Fact]
    public void The_table_of_groups_is_the_catalogue()
    {
        string path = Path.Combine(Facts.RepositoryRoot, "docs", "csharp.md");
        string table = "| of | constants |\n|---|---|\n" + string.Concat(Groups.Select(group =>
        {
            var names = ConstantCatalog.All.Where(row => row.Group == group.Group).Select(row => "`" + row.Name + "`");
            return $"| {group.Title} | {string.Join(" ", names)} |\n";
        }));
        string text = File.ReadAllText(path);
        string wanted = Table().Replace(text, table.Replace("$", "$$", StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(path, text = wanted);

        Assert.Contains(table, text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_of_constants_is_the_catalogue()
    {
        string path = Path.Combine(Facts.RepositoryRoot, "docs", "constants.md");
        string wanted = """
            # Constants

            This page is generated from the catalogue of constants; a test keeps both the same.

            They are members of the nested class `Estimates` of a partial type, in the order of this table. A constant exists only
            where its value can be known; its hover text gives the value in human units, the assumptions, and the law's source
            and interval.

            | constant | C# type | unit | formula |
            |---|---|---|---|

            """ + string.Concat(ConstantCatalog.All.Select(row => $"| `{row.Name}` | `{Keyword(row)}` | {row.Unit} | {Formula(row)} |\n"));
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(path, wanted);

        Assert.Equal(wanted, File.ReadAllText(path));
    }

    private static string Keyword(ConstantRow row) => row.Type.ToString().ToLowerInvariant();

    private static string Formula(ConstantRow row) => row.Formula
        .Replace("{active}", "active parameters", StringComparison.Ordinal)
        .Replace(" {law}", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\| of \| constants \|\n(\|.*\n)*")]
    private static partial Regex Table();
}
