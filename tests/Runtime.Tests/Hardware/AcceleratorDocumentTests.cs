using System;
using System.IO;

namespace ScalingAnalyzers.Tests;

public class AcceleratorDocumentTests
{
    // UPDATE_DOCS=1 dotnet test tests/Runtime.Tests --filter AcceleratorDocumentTests
    [Fact]
    public void The_page_of_accelerators_equals_the_table()
    {
        string path = Path.Combine(Facts.RepositoryRoot, "docs", "accelerators.md");
        string wanted = AcceleratorDocument.Write();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(path, wanted);

        Assert.Equal(wanted, File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal));
    }
}
