using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing;
using Xunit.Sdk;

namespace ScalingAnalyzers.Tests;

/// <summary>
/// Every config in the tests and samples that analyzers, generator, <see cref="ConfigReader"/> and
/// <see cref="TrainingRun.Check"/> can all express has the same findings and numbers in all of them.
/// </summary>
public class TestSourcesEverywhereTests
{
    // Floors: a change of the harness must not quietly leave sources out.
    [Theory]
    [InlineData("tests", 370)]
    [InlineData("samples", 18)]
    public Task The_sources_of_the_repository_agree(string folder, int floor) =>
        Agree(Path.Combine(Facts.RepositoryRoot, folder), floor);

    // Forms of public C#.
    [Fact]
    public Task The_forms_beside_the_checkout_agree() => Agree(Facts.PathOf("data", "csharp"), 1);

    private static async Task Agree(string folder, int floor)
    {
        var (compared, differences) = (0, new List<string>());
        foreach (var source in TestSources.Of(folder))
        {
            try
            {
                compared += await Everywhere.Compare(source.Text);
            }
            catch (XunitException different)
            {
                differences.Add(source.Place + "\n" + different.Message);
            }
        }

        Assert.True(differences.Count == 0, string.Join("\n\n", differences));
        Assert.True(compared >= floor, $"{compared} configs of {folder} were compared, {floor} are expected");
    }
}
