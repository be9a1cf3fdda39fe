using System.Linq;
using ScalingAnalyzers.Configuration;

namespace ScalingAnalyzers.Documentation.Tests;

/// <summary>docs/members.md against the one table of names.</summary>
public class MemberPageTests
{
    [Fact]
    public void The_page_lists_every_role_with_its_names()
    {
        var expected = RoleTable.Rows.Select(row => row.Role + ": " + string.Join(", ", row.Names.Select(name => name.Text)));
        var rows = MarkdownPage.Of("docs/members.md").Table("role", "names").Select(row => row[0] + ": " + row[1]);
        Assert.Equal(expected, rows);
    }
}
