using System;
using System.IO;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Tests;

public class DocumentationTests
{
    private static string Page { get; } = File.ReadAllText(Path.Combine(Facts.RepositoryRoot, "docs", "architectures.md"));

    [Fact]
    public void Every_family_is_on_the_page() =>
        Assert.All(ModelFamilies.All, family => Assert.Contains('`' + family.Name + '`', Page, StringComparison.Ordinal));

    [Fact]
    public void Every_type_on_the_page_is_known()
    {
        string table = Page.Substring(Page.IndexOf("| lineage", StringComparison.Ordinal), Page.IndexOf("Known and refused", StringComparison.Ordinal) - Page.IndexOf("| lineage", StringComparison.Ordinal));
        string[] parts = table.Split('`');
        Assert.True(parts.Length > 120);
        for (int i = 1; i < parts.Length; i += 2)
        {
            Assert.True(ModelFamilies.TryGet(parts[i], out _) || Wrappers.IsKnown(parts[i], out _), parts[i]);
        }
    }

    [Fact]
    public void Every_convention_is_on_the_page() =>
        Assert.All(Enum.GetNames<FlopsConvention>(), name => Assert.Contains('`' + name + '`', Page, StringComparison.Ordinal));
}
