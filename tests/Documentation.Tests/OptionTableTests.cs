using System.Linq;
using System.Text.RegularExpressions;
using ScalingAnalyzers.Evaluation;
using ScalingAnalyzers.Tests;

namespace ScalingAnalyzers.Documentation.Tests;

/// <summary>docs/options.md and the properties that the compiler sees follow from the table of options.</summary>
public partial class OptionTableTests
{
    [Fact]
    public void The_page_lists_every_option_with_its_property() => GeneratedFile.Is("docs/options.md", page => GeneratedFile.WithTable(
        page,
        "| .editorconfig or .globalconfig | MSBuild property | default | meaning |",
        string.Concat(OptionTable.Rows.Select(row =>
            $"| `{RunOptions.Prefix}{row.Key}` | `{RunOptions.PropertyOf(row.Key)}` | {row.Default} | {row.Meaning} |\n"))));

    [Fact]
    public void The_compiler_sees_every_property() =>
        GeneratedFile.Is("src/Package/buildTransitive/ScalingAnalyzers.props", file => Properties().Replace(
            file,
            string.Concat(OptionTable.Rows.Select(row =>
                $"    <CompilerVisibleProperty Include=\"{RunOptions.PropertyOf(row.Key)}\" />\n")),
            count: 1));

    [GeneratedRegex(@"( *<CompilerVisibleProperty [^\n]*\n)+")]
    private static partial Regex Properties();
}
