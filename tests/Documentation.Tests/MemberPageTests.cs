using System;
using System.IO;
using System.Linq;
using ScalingAnalyzers.Configuration;
using ScalingAnalyzers.Tests;

namespace ScalingAnalyzers.Documentation.Tests;

/// <summary>The table of docs/members.md follows from the table of roles; UPDATE_DOCS=1 writes it.</summary>
public class MemberPageTests
{
    // UPDATE_DOCS=1 dotnet test tests/Documentation.Tests --filter MemberPageTests
    [Fact]
    public void The_page_has_every_role_with_its_values_names_and_relatives()
    {
        string path = Path.Combine(Facts.RepositoryRoot, "docs", "members.md");
        string page = File.ReadAllText(path);
        int start = page.IndexOf("| role |", StringComparison.Ordinal);
        Assert.True(start >= 0, "docs/members.md has no table of roles");
        string wanted = page[..start] + Table();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(path, page = wanted);

        Assert.Equal(wanted, page);
    }

    private static string Table() => "| role | value | names | metadata | not to be confused with |\n|---|---|---|---|---|\n"
        + string.Concat(RoleTable.Rows.Select(row => "| " + string.Join(" | ",
            row.Role.ToString(),
            Value(row),
            List(row.Names.Select(name => name.Text)),
            row.Metadata is null ? "" : "`" + row.Metadata + "`",
            List(row.Relatives)) + " |\n"));

    private static string List(System.Collections.Generic.IEnumerable<string> names) =>
        string.Join(", ", names.Select(name => "`" + name + "`"));

    private static string Value(RoleRow row)
    {
        string kind = row.Kind switch
        {
            RoleKind.Count => "count",
            RoleKind.Amount => "number",
            RoleKind.Choice => "one of " + string.Join(", ", Enum.GetNames(Choices.TypeOf(row.Role)!)),
            RoleKind.Text => "text",
            RoleKind.Flag => "true or false",
            RoleKind.Dimension => "size",
            RoleKind.Degree => "degree",
            RoleKind.Model => "the model's config",
            RoleKind.StartingPoint => "a sign of a trained model",
            _ => throw new ArgumentOutOfRangeException(nameof(row), row.Kind, "A kind without a text."),
        };
        return kind
            + (row.Unit.Length > 0 ? ", " + row.Unit : "")
            + (row.MinusOneIsUnset ? "; -1 is unset" : "")
            + (row.ZeroIsNone ? "; 0 is none" : "");
    }
}
