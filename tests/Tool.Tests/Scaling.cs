using System;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using ScalingAnalyzers.Tool;

namespace ScalingAnalyzers.Tests;

/// <summary>Runs the built tool with its output redirected as in a pipeline: as a process, or in this one, which is
/// quick.</summary>
internal static class Scaling
{
    /// <summary>The built tool.</summary>
    public static readonly string Dll = Path.Combine(
        Facts.RepositoryRoot, "src", "Tool", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0",
        "ScalingAnalyzers.Tool.dll");

    private static readonly Lock OneFolder = new();

    /// <summary>Runs its code with arguments, in a folder.</summary>
    public static (int Code, string Output, string Error) Run(string folder, params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        lock (OneFolder)
        {
            string before = Environment.CurrentDirectory;
            Environment.CurrentDirectory = folder;
            try
            {
                int code = CommandLine.Run(arguments, new Terminal(output, error) { IsRedirected = true, ShowsProgress = false });
                return (code, output.ToString(), error.ToString());
            }
            finally
            {
                Environment.CurrentDirectory = before;
            }
        }
    }

    /// <summary>Runs it as a process with arguments, in a folder.</summary>
    public static (int Code, string Output, string Error) Start(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Dll);
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        var error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    /// <summary>Runs a command line as people type it, without quotes.</summary>
    public static (int Code, string Output, string Error) Line(string line) =>
        Run(Facts.RepositoryRoot, line["scaling ".Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The JSON of a command line that succeeds.</summary>
    public static JsonNode Json(string line)
    {
        var (code, output, error) = Line(line + " --json");
        Assert.True(code == 0, line + " ended with " + code + ": " + error);
        return JsonNode.Parse(output)!;
    }
}
