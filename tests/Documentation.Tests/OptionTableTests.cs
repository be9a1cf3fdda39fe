using System.Linq;
using System.Xml.Linq;
using ScalingAnalyzers.Evaluation;
using ScalingAnalyzers.Tests;

namespace ScalingAnalyzers.Documentation.Tests;

/// <summary>The table of options in the README against the options that are read.</summary>
public class OptionTableTests
{
    [Fact]
    public void The_README_lists_every_option_with_its_property()
    {
        var expected = RunOptions.Keys.Select(key => (RunOptions.Prefix + key, RunOptions.PropertyOf(key))).Order();
        var rows = MarkdownPage.Of("README.md").Table(".editorconfig or .globalconfig", "MSBuild property", "default", "meaning");
        Assert.Equal(expected, rows.Select(row => (row[0], row[1])).Order());
    }

    [Fact]
    public void Every_property_of_the_table_is_shown_to_the_compiler()
    {
        XDocument props =
            XDocument.Load(System.IO.Path.Combine(Facts.RepositoryRoot, "src/Package/buildTransitive/ScalingAnalyzers.props"));
        var visible = props.Descendants("CompilerVisibleProperty").Select(item => item.Attribute("Include")!.Value);
        Assert.Equal(RunOptions.Keys.Select(RunOptions.PropertyOf).Order(System.StringComparer.Ordinal),
            visible.Order(System.StringComparer.Ordinal));
    }
}
