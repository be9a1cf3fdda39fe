using System.Linq;
using System.Reflection;
using ScalingAnalyzers.Checks;

namespace ScalingAnalyzers.Documentation.Tests;

/// <summary>docs/sarif.md against the one list of keys.</summary>
public class FindingKeyPageTests
{
    [Fact]
    public void The_page_lists_every_key_once_in_order()
    {
        var keys = typeof(FindingKeys)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => "`" + field.GetRawConstantValue() + "`");
        Assert.Equal(keys, MarkdownPage.Of("docs/sarif.md").Table("key", "unit", "meaning").Select(row => "`" + row[0].Trim('`') + "`"));
    }
}
