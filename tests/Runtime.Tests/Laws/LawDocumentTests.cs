using System;
using System.IO;
using ScalingAnalyzers.Tests;

namespace Runtime.Tests.Laws;

public class LawDocumentTests
{
    // UPDATE_DOCS=1 dotnet test tests/Runtime.Tests --filter LawDocumentTests
    [Fact]
    public void The_page_of_laws_equals_the_catalogue()
    {
        string path = Path.Combine(Facts.RepositoryRoot, "docs", "laws.md");
        string wanted = LawDocument.Write().Replace("\r\n", "\n", StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(path, wanted);

        Assert.Equal(wanted, File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    // Popular claims that no source bears out, or that the source contradicts.
    [Theory]
    [InlineData("3000 PF-days", "3.15e23 FLOPs are 3645.8 PF-days")]
    [InlineData("at least 20 tokens", "Hoffmann's table 3 shows an optimum, no floor")]
    [InlineData("GPT-4", "its sizes are rumours")]
    [InlineData("10,000 V100", "an assumption of Patterson et al. 2021")]
    [InlineData("5.5x", "Hoffmann's paraphrase of Kaplan's 5x")]
    public void Popular_errors_stay_out_of_the_page(string claim, string truth)
    {
        Assert.DoesNotContain(claim, LawDocument.Write(), StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(truth);
    }
}
