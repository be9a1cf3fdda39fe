using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace ScalingAnalyzers.Tests;

/// <summary>The package of the command, installed from a local feed into a clean home, and the steps of the GitHub
/// action run with it.</summary>
[Trait("Category", "Slow")]
public sealed class PackedToolTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("scaling-packed-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void The_action_installs_the_package_and_checks_with_annotations()
    {
        // Without compilation ahead of time, which takes minutes and changes no result.
        string feed = Path.Combine(_root, "feed"), configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        AssertDone(Run("dotnet", Facts.RepositoryRoot, "pack", "src/Tool", "--no-build", "-c", configuration, "-o", feed,
            "-p:PublishReadyToRun=false", "-p:ToolPackageRuntimeIdentifiers=", "-p:RuntimeIdentifiers="));
        File.WriteAllText(Path.Combine(_root, "nuget.config"), $"""
            <configuration><packageSources><clear /><add key="local" value="{feed}" /></packageSources></configuration>
            """);
        string runs = Path.Combine(_root, "runs");
        Directory.CreateDirectory(runs);
        File.WriteAllText(Path.Combine(runs, "config.json"), """
            { "model_type": "llama", "hidden_size": 4096, "intermediate_size": 11008,
              "num_hidden_layers": 32, "num_attention_heads": 30, "vocab_size": 32001 }
            """);
        string[] steps = Steps();

        AssertDone(Run("bash", _root, "-eo", "pipefail", "-c", "SCALING_SOURCE=" + feed + "\n" + steps[0]));
        var clean = Run("bash", _root, "-eo", "pipefail", "-c", steps[1]);
        Environment.SetEnvironmentVariable("SCALING_FAIL_ON", "SCALE301");
        var failing = Run("bash", _root, "-eo", "pipefail", "-c", steps[1]);
        Environment.SetEnvironmentVariable("SCALING_FAIL_ON", null);

        Assert.Equal(0, clean.Code);
        Assert.Contains("::warning file=runs/config.json,line=2,col=", clean.Output, StringComparison.Ordinal);
        Assert.Equal(1, failing.Code);
    }

    // As it is published: a package that points to one for each system. Without compilation ahead of time, too.
    [Fact]
    public void The_package_that_points_installs_the_one_of_this_system()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems get the package for any.");
        string feed = Path.Combine(_root, "feed");
        AssertDone(Run("dotnet", Facts.RepositoryRoot, "pack", "src/Tool", "-o", feed, "-p:PublishReadyToRun=false"));
        File.WriteAllText(Path.Combine(_root, "nuget.config"), $"""
            <configuration><packageSources><clear /><add key="local" value="{feed}" /></packageSources></configuration>
            """);

        AssertDone(Run("bash", _root, "-c", "dotnet tool install --global ScalingAnalyzers.Tool"));
        var planned = Run("bash", _root, "-c", "$HOME/.dotnet/tools/scaling plan --compute 1e23");

        string store = Path.Combine(_root, "home", ".dotnet", "tools", ".store", "scalinganalyzers.tool");
        Assert.Contains(Directory.GetDirectories(store, "*", SearchOption.AllDirectories), folder =>
            Path.GetFileName(folder) == "scalinganalyzers.tool.linux-x64");
        Assert.Equal(0, planned.Code);
        Assert.StartsWith("Plan: 29.4B parameters on 566B tokens", planned.Output, StringComparison.Ordinal);
    }

    // The scripts under "run: |", without their indentation.
    private static string[] Steps() => File.ReadAllText(Path.Combine(Facts.RepositoryRoot, "action.yml")).ReplaceLineEndings("\n")
        .Split("      run: |\n").Skip(1)
        .Select(part => string.Join("\n", part.Split('\n').TakeWhile(line => line.StartsWith("        ", StringComparison.Ordinal))))
        .ToArray();

    private static void AssertDone((int Code, string Output) result) => Assert.True(result.Code == 0, result.Output);

    private (int Code, string Output) Run(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        var own = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["RUNNER_TEMP"] = _root,
            ["SCALING_PATHS"] = "runs",
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        };
        if (program == "bash") (own["HOME"], own["DOTNET_CLI_HOME"]) = (Path.Combine(_root, "home"), Path.Combine(_root, "home"));
        foreach (var (name, value) in own) start.Environment[name] = value;
        using var process = Process.Start(start) ?? throw new InvalidOperationException(program + " did not start");
        var error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }
}
