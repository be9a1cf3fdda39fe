using System;
using System.Diagnostics;
using System.Text;
using System.Threading.Tasks;

namespace ScalingAnalyzers.Tests;

/// <summary>Runs `dotnet` and its tools in a folder, as a user does, and returns their output.</summary>
internal static class Shell
{
    public static Task<(int Code, string Output)> Dotnet(string folder, string arguments) => Run("dotnet", folder, arguments);

    /// <summary>Runs a program in a folder.</summary>
    /// <param name="program">Its name or path.</param>
    /// <param name="folder">The working folder.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="variables">Environment variables; null removes one.</param>
    /// <returns>The exit code and all that it printed.</returns>
    public static async Task<(int Code, string Output)> Run(
        string program, string folder, string arguments, params (string Name, string? Value)[] variables)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";

        // What the test host was started with is not what a user's shell has.
        foreach (string name in new[] { "MSBuildSDKsPath", "MSBUILD_EXE_PATH", "MSBuildExtensionsPath", "VSTEST_HOST_DEBUG" })
            start.Environment.Remove(name);
        foreach (var (name, value) in variables)
        {
            if (value is null) start.Environment.Remove(name);
            else start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException(program + " did not start");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }

    /// <summary>Runs `dotnet` and fails the test with its output unless it succeeds.</summary>
    public static async Task<string> Succeeds(string folder, string arguments)
    {
        var (code, output) = await Dotnet(folder, arguments);
        Assert.True(code == 0, $"dotnet {arguments} ended with {code}:\n{output}");
        return output;
    }
}
