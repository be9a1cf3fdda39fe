using System;
using System.IO;
using System.Threading.Tasks;

namespace ScalingAnalyzers.Tests;

/// <summary>`dotnet new scaling-run`, installed from the package into a clean home: it builds, prints its constants, and
/// its gate fails a build.</summary>
public class TemplateTests
{
    private readonly Feed _feed;

    public TemplateTests(Feed feed) => _feed = feed;

    [Fact]
    public async Task A_project_of_the_template_runs_and_its_gate_fails_a_build()
    {
        string root = _feed.Folder("Templates"), plan = Path.Combine(root, "Our-Plan");
        await New(root, $"install \"{_feed.Package("ScalingAnalyzers.Templates")}\"");
        await New(root, $"scaling-run -o Our-Plan --feed \"{_feed.Packages}\"");

        string printed = await Shell.Succeeds(plan, "run");
        Assert.StartsWith("23.2B parameters on 452B tokens (19.5 per parameter), 6.29e22 FLOPs", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", printed, StringComparison.Ordinal);

        string run = Path.Combine(plan, "OurRun.cs");
        File.WriteAllText(run, File.ReadAllText(run).Replace("452_000_000_000", "45_200_000_000", StringComparison.Ordinal));
        var (code, output) = await Shell.Dotnet(plan, "build");
        Assert.NotEqual(0, code);
        Assert.Contains("error SCALE001: 'OurRun' trains 23.2B parameters on 45.2B tokens", output, StringComparison.Ordinal);
    }

    private static async Task New(string root, string arguments)
    {
        var (code, output) = await Shell.Run("dotnet", root, "new " + arguments, ("DOTNET_CLI_HOME", Path.Combine(root, "home")));
        Assert.True(code == 0, output);
    }
}
