using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace ScalingAnalyzers.Tests;

/// <summary>The command on a pseudo-terminal of 80 columns, which `script` of util-linux makes.</summary>
public sealed partial class TerminalTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("plan --compute 1e23 --vocabulary 128256 --inference-tokens 10T")]
    [InlineData("compare 70B,1.4T 8B,15T")]
    [InlineData("plan")]
    [InlineData("fit tests/Facts/chinchilla-points.csv --bootstrap 200")]
    public void With_NO_COLOR_a_terminal_gets_lines_of_80_columns_and_no_escape(string line)
    {
        string output = OnTerminal(line, noColor: true);

        Assert.DoesNotContain('\u001b', output);
        AssertNarrow(output);
    }

    [Theory]
    [InlineData("plan --compute 1e23")]
    [InlineData("check tests/RunFiles.Tests/Files/nanotron-smollm1-135m.yaml --gpus 8")]
    public void Without_it_a_terminal_gets_headings_in_bold_and_the_same_columns(string line)
    {
        string output = OnTerminal(line, noColor: false);

        Assert.Contains("\u001b[1m", output, StringComparison.Ordinal);
        AssertNarrow(output);
    }

    [Fact]
    public void Progress_is_shown_on_a_terminal_and_not_elsewhere()
    {
        string[] fit = ["fit", "tests/Facts/chinchilla-points.csv", "--bootstrap", "200"];

        Assert.Contains("resamples [####################] 200 of 200", OnTerminal(string.Join(' ', fit), noColor: true),
            StringComparison.Ordinal);
        Assert.Empty(Scaling.Start(Facts.RepositoryRoot, fit).Error);
    }

    private static void AssertNarrow(string output) => Assert.All(
        Escape().Replace(output, "").ReplaceLineEndings("\n").Split('\n'),
        line => Assert.True(line.Split('\r').All(part => part.Length <= 80), line));

    private static string OnTerminal(string line, bool noColor)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "There is no `script` of util-linux here.");
        var start = new ProcessStartInfo("/usr/bin/script")
        {
            WorkingDirectory = Facts.RepositoryRoot,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        string[] arguments = ["--quiet", "--command", $"stty cols 80 rows 24; exec dotnet '{Scaling.Dll}' {line}", "/dev/null"];
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["TERM"] = "xterm-256color";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment.Remove("NO_COLOR");
        if (noColor) start.Environment["NO_COLOR"] = "1";
        using var process = Process.Start(start) ?? throw new InvalidOperationException("script did not start");
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }

    [GeneratedRegex("\u001b(\\[[0-9;?]*[a-zA-Z]|[=>])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escape();
}
