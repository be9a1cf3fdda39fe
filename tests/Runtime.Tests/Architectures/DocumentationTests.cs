using System;
using System.IO;
using System.Linq;
using System.Text;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Tests;

public class DocumentationTests
{
    private const string Begin = "<!-- families -->\n";

    private const string End = "<!-- /families -->";

    private static string Path { get; } = System.IO.Path.Combine(Facts.RepositoryRoot, "docs", "architectures.md");

    // UPDATE_DOCS=1 dotnet test tests/Runtime.Tests --filter DocumentationTests
    [Fact]
    public void The_list_of_families_is_that_of_the_code()
    {
        string page = File.ReadAllText(Path).Replace("\r\n", "\n", StringComparison.Ordinal);
        int begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = page.IndexOf(End, StringComparison.Ordinal);
        string written = page.Substring(0, begin) + Families() + page.Substring(end);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(Path, written);
        else Assert.Equal(page, written);
    }

    [Fact]
    public void Every_convention_is_on_the_page()
    {
        string page = File.ReadAllText(Path);
        Assert.All(Enum.GetNames<FlopsConvention>(), name => Assert.Contains('`' + name + '`', page, StringComparison.Ordinal));
    }

    private static string Families()
    {
        var text = new StringBuilder("| layers | model_type |\n|---|---|\n");
        foreach (var lineage in ModelFamilies.All.GroupBy(family => family.Lineage).OrderBy(group => group.Key))
        {
            text.Append("| ")
                .Append(Name(lineage.Key))
                .Append(" | ")
                .AppendJoin(' ', lineage.Select(family => '`' + family.Name + '`'))
                .Append(" |\n");
        }

        return text.Append("| text decoders inside the config of a multimodal model | ")
            .AppendJoin(' ', Wrappers.Names.Select(name => '`' + name + '`'))
            .Append(" |\n")
            .ToString();
    }

    private static string Name(FamilyLineage lineage) => lineage switch
    {
        FamilyLineage.Dense => "attention and a dense feed-forward",
        FamilyLineage.Mixture => "attention and experts",
        FamilyLineage.Hybrid => "linear attention, state space or recurrence, most beside attention",
        _ => throw new ArgumentOutOfRangeException(nameof(lineage)),
    };
}
