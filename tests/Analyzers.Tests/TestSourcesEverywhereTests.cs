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
[Trait("Category", "Slow")]
public class TestSourcesEverywhereTests
{
    // Floors: a change of the harness must not quietly leave sources out.
    [Theory]
    [InlineData("tests", "*.cs", 370)]
    [InlineData("samples", "*.cs", 18)]
    [InlineData("tests/Facts/csharp", "*.txt", 20)] // configs as public C# has them
    public async Task All_forms_of_a_config_have_the_same_findings_and_numbers(string folder, string files, int floor)
    {
        var (compared, differences) = (0, new List<string>());
        foreach (var source in TestSources.Of(Path.Combine(Facts.RepositoryRoot, folder), files))
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
