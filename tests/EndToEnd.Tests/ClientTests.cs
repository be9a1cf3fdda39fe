using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Tests;

/// <summary>The effect of one reference on projects of every kind.</summary>
public class ClientTests : IClassFixture<Clients>
{
    private readonly Feed _feed;
    private readonly Clients _clients;

    public ClientTests(Feed feed, Clients clients)
    {
        _feed = feed;
        _clients = clients;
    }

    [Theory]
    [InlineData("Strict", "net10.0")]          // all analyzers of the SDK, warnings as errors, documentation, nullable
    [InlineData("Floor", "netstandard2.0")]    // C# 7.3
    [InlineData("Latest", "net10.0")]          // C# preview
    [InlineData("Friend", "net10.0")]
    [InlineData("FriendUser", "net10.0")]      // sees Friend's internals, and both have generated types
    [InlineData("Options", "net10.0")]         // a tolerance in the project silences its run
    public void A_project_without_a_deviating_run_builds_without_a_word_of_ours(string project, string framework) =>
        Assert.Empty(_clients.Log(project, framework).Results.Select(result => result.GetRawText()));

    [Theory]
    [InlineData("Net8", "net8.0")]
    [InlineData("Multi", "netstandard2.0")]
    [InlineData("Multi", "net8.0")]
    [InlineData("Multi", "net10.0")]
    public void A_deviating_run_is_in_the_log_with_line_numbers_and_help(string project, string framework)
    {
        var (results, rules) = _clients.Log(project, framework);
        JsonElement result = Assert.Single(results);
        Assert.Equal("SCALE001", result.GetProperty("ruleId").GetString());
        Assert.Equal("warning", result.GetProperty("level").GetString());
        JsonElement region = result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region");
        Assert.Equal((7, 32), (region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32()));

        JsonElement numbers = result.GetProperty("properties").GetProperty("customProperties");
        Assert.Equal("besiroglu-2024", numbers.GetProperty("law").GetString());
        Assert.Equal("300000000000", numbers.GetProperty("tokens").GetString());
        Assert.Equal("5.04E+23", numbers.GetProperty("trainingFlops").GetString());

        JsonElement rule = Assert.Single(rules, rule => rule.GetProperty("id").GetString() == "SCALE001");
        Assert.EndsWith("/docs/rules/SCALE001.md", rule.GetProperty("helpUri").GetString(), StringComparison.Ordinal);
    }

    // The runs of the example come from besiroglu-2024, so the fit must give that law's result at 1e22 FLOPs.
    [Fact]
    public async Task The_example_of_the_fitting_package_finds_the_law_again()
    {
        Assert.True(_clients.First.Code == 0, _clients.First.Output);
        var best = ((IAllocationLaw)LawCatalog.Get(KnownLaws.Besiroglu2024)).Allocate(1e22);
        string printed = await _clients.Run("Fitter");
        string optimum = Quantity.Format(best.Parameters) + " parameters on " + Quantity.Format(best.Tokens) + " tokens";
        Assert.StartsWith(optimum, printed, StringComparison.Ordinal);
        Assert.Contains("\"our-2026\"", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_build_has_no_other_warning_than_ours()
    {
        Assert.True(_clients.First.Code == 0, _clients.First.Output);
        var others = _clients.First.Output.Split('\n')
            .Where(line => line.Contains("warning ", StringComparison.Ordinal)
                && !line.Contains("warning SCALE001", StringComparison.Ordinal));
        Assert.Empty(others);
    }

    [Fact]
    public void A_second_build_compiles_nothing()
    {
        Assert.True(_clients.First.Code == 0, _clients.First.Output);
        Assert.Empty(_clients.Recompiled);
    }

    [Fact]
    public async Task A_wrong_name_in_a_project_is_reported_and_crashes_nothing()
    {
        const string Run = """
            [ScalingAnalyzers.TrainingConfig]
            public static partial class Gopher
            {
                public const long Parameters = 280_000_000_000;
                public const long Tokens = 300_000_000_000;
            }
            """;
        string folder = _feed.Project("Broken", "net10.0", """
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <ScalingTokenRatioTolerance>much</ScalingTokenRatioTolerance></PropertyGroup>
              <ItemGroup>
                <ScalingConfig Include="broken.json" Tokens="15T" />
                <ScalingConfig Include="list.json" Tokens="15T" />
                <ScalingConfig Include="empty.json" Tokens="15T" />
                <AdditionalFiles Include="our.law.json" />
                <ScalingConfig Include="binary.json" Tokens="15T" />
                <ScalingConfig Include="missing.json" Tokens="15T" Condition="'$(WithMissing)' == 'true'" />
                <ScalingConfig Include="missing.json" Name="Again" Tokens="1T" Condition="'$(WithMissing)' == 'true'" />
                <ScalingConfig Include="folder" Tokens="15T" Condition="'$(WithMissing)' == 'true'" />
              </ItemGroup><PropertyGroup>
            """,
            ("Gopher.cs", Run), ("broken.json", "{ \"model_type\": \"llama\", "), ("list.json", "[1, 2]"), ("empty.json", ""),
            ("our.law.json", "{ \"id\": "));
        File.WriteAllBytes(Path.Combine(folder, "binary.json"), [0xFF, 0xFE, 0x00, 0xD8, 0x7B, 0x00]); // half a pair of UTF-16
        Directory.CreateDirectory(Path.Combine(folder, "folder"));
        var (code, output) = await Shell.Dotnet(folder, "build");
        Assert.NotEqual(0, code);
        foreach (string file in new[] { "broken.json", "list.json", "empty.json", "our.law.json", "binary.json" })
            Assert.Matches(file.Replace(".", "\\.", StringComparison.Ordinal) + @"\(\d+,\d+\): (error|warning) SCALE", output);
        Assert.Contains("error SCALE905", output, StringComparison.Ordinal);
        Assert.DoesNotContain("AD0001", output, StringComparison.Ordinal);
        Assert.DoesNotContain("CS8785", output, StringComparison.Ordinal);

        // An editor requests a project's command line without compiling, whatever is missing.
        output =
            await Shell.Succeeds(folder,
                "build -t:Compile -p:DesignTimeBuild=true -p:BuildingInsideVisualStudio=true -p:SkipCompilerExecution=true "
                    + "-p:ProvideCommandLineArgs=true -p:WithMissing=true");
        AssertMissing("warning", output);
        (code, output) = await Shell.Dotnet(folder, "build -p:WithMissing=true -p:ScalingTokenRatioTolerance=3");
        Assert.NotEqual(0, code);
        Assert.Contains("error SCALE001: 'Gopher'", output, StringComparison.Ordinal);   // warnings are errors here
        AssertMissing("(warning|error)", output); // as the SDK holds it with warnings of the build
        Assert.DoesNotContain("CS2001", output, StringComparison.Ordinal);
        Assert.DoesNotContain("AD0001", output, StringComparison.Ordinal);
        Assert.DoesNotContain("CS8785", output, StringComparison.Ordinal);
    }

    // Once for a file, however many items name it, at the project file that does; MSBuild repeats every line in its
    // summary.
    private static void AssertMissing(string severity, string output)
    {
        foreach (string name in new[] { "missing.json", "folder" })
            Assert.Single(output.Split('\n').Select(line => line.Trim()).Distinct(), line =>
                Regex.IsMatch(line, $@"Broken\.csproj : {severity} SCALE908: A ScalingConfig item names '{name}', where there is no file"));
    }
}
