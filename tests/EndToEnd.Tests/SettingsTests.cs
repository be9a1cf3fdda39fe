using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace ScalingAnalyzers.Tests;

/// <summary>A section of a settings file: judged at design time by the package, at start-up by the sample.</summary>
public class SettingsTests(Feed feed)
{
    [Fact]
    public async Task A_section_of_the_settings_warns_at_its_value_and_gives_constants()
    {
        string folder = feed.Project("Settings_Consumer", "net10.0", """
            <OutputType>Exe</OutputType></PropertyGroup>
              <ItemGroup>
                <ScalingConfig Include="appsettings.json" Section="Training" />
                <ScalingConfig Include="appsettings.json" Section="Runs" Name="Plan" />
                <ScalingConfig Include="appsettings.Production.json" Section="Training" />
                <ScalingConfig Include="appsettings.json" Section="Trainings" Name="Missing" />
              </ItemGroup><PropertyGroup>
            """, ("Program.cs", """
            System.Console.WriteLine(Settings_Consumer.ScalingConfigs.Training.TrainingTokens + " "
                + Settings_Consumer.ScalingConfigs.Plan_1.TrainingTokens + " "
                + Settings_Consumer.ScalingConfigs.TrainingProduction.TrainingTokens);
            """));
        File.WriteAllText(Path.Combine(folder, "appsettings.json"), """
            { // of the planner
              "Training": { "Parameters": "70B", "Tokens": "100B", },
              "Runs": [ { "Parameters": "1B", "Tokens": "20B" }, { "Parameters": "2B", "Tokens": "40B" } ] }
            """);
        File.WriteAllText(Path.Combine(folder, "appsettings.Production.json"),
            """{ "Training": { "Parameters": "70B", "Tokens": "1.4T" } }""");

        string output = await Shell.Succeeds(folder, "build");

        Assert.Matches(@"appsettings\.json\(2,48\): warning SCALE001: 'Training' trains 70B parameters on 100B tokens", output);
        Assert.Matches(@"appsettings\.json\(1,1\): warning SCALE908: 'Missing' is not assessed: the file has no section 'Trainings'; "
            + "did you mean 'Training'\\?", output);
        Assert.Equal("100000000000 40000000000 1400000000000", (await Shell.Succeeds(folder, "run --no-build")).Trim());
    }

    // The message for the value in the file (the other tests of the section) is that of the value in the environment.
    [Fact]
    public async Task A_bad_value_of_the_environment_stops_the_sample_with_the_message_of_the_editor()
    {
        string sample = Path.Combine(Facts.RepositoryRoot, "samples", "OptionsValidation");
        string built = await Shell.Succeeds(sample, "build");
        Assert.DoesNotContain("SCALE", built, StringComparison.Ordinal);
        Assert.Contains("1.4e12 tokens; planned with 412,708 accelerator-hours", await Shell.Succeeds(sample, "run --no-build"),
            StringComparison.Ordinal);

        var (code, output) = await Shell.Dotnet(sample, "run --no-build -e Training__Tokens=100000000000");
        Assert.Equal(1, code);
        string started = output.Split('\n').Single(line => line.StartsWith("SCALE001", StringComparison.Ordinal)).Trim();

        string settings = Path.Combine(sample, "appsettings.json");
        string good = await File.ReadAllTextAsync(settings);
        try
        {
            await File.WriteAllTextAsync(settings, good.Replace("1400000000000", "100000000000", StringComparison.Ordinal));
            Assert.Contains("warning " + started, (await Shell.Succeeds(sample, "build")), StringComparison.Ordinal);
        }
        finally
        {
            await File.WriteAllTextAsync(settings, good);
        }
    }
}
