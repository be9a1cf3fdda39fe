using System;
using System.IO;
using System.Linq;
using ScalingAnalyzers.Tests;

namespace ScalingAnalyzers.Documentation.Tests;

/// <summary>Every sample is in the list of pages, and its program begins with what it shows and how to run it.</summary>
public class SampleListTests
{
    public static TheoryData<string> Samples { get; } = new(Directory.GetDirectories(Path.Combine(Facts.RepositoryRoot, "samples"))
        .Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal));

    public static TheoryData<string> Programs { get; } = new(Samples.Select(row => row.Data)
        .Where(sample => File.Exists(Path.Combine(Facts.RepositoryRoot, "samples", sample, "Program.cs"))));

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_is_linked(string sample) => Assert.Contains(
        MarkdownPage.Of("docs/README.md").Links(), link => link.StartsWith($"../samples/{sample}/", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_program_begins_with_what_it_shows_and_its_command(string sample)
    {
        string[] head = File.ReadLines(Path.Combine(Facts.RepositoryRoot, "samples", sample, "Program.cs"))
            .TakeWhile(line => line.StartsWith("// ", StringComparison.Ordinal)).ToArray();
        Assert.Contains(head, line => line.StartsWith("//   dotnet run --project samples/" + sample, StringComparison.Ordinal));
        Assert.False(head[0].StartsWith("//   ", StringComparison.Ordinal), "the first line is the command");
    }
}
