using System;
using System.IO;
using System.Threading.Tasks;
using ScalingAnalyzers.Tests;

namespace ScalingAnalyzers.Documentation.Tests;

/// <summary>The picture of the warning in an editor shows the diagnostic of the README's first example.</summary>
public class PictureTests
{
    // UPDATE_DOCS=1 dotnet test tests/Documentation.Tests --filter PictureTests
    [Fact]
    public async Task The_picture_shows_the_diagnostic_of_the_first_example()
    {
        CodeBlock example = MarkdownPage.Of("README.md").Examples()[0];
        var diagnostic = Assert.Single(await ExampleCode.Of(example).Diagnostics());
        string drawn = EditorPicture.Of(example.Text, diagnostic);
        string path = Path.Combine(Facts.RepositoryRoot, "docs", "images", "warning.svg");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(path, drawn);
        Assert.Equal(File.ReadAllText(path), drawn);
        Assert.Contains("(docs/images/warning.svg)", File.ReadAllText(Path.Combine(Facts.RepositoryRoot, "README.md")),
            StringComparison.Ordinal);
    }
}
