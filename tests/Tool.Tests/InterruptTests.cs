using System;
using System.Diagnostics;
using System.IO;

namespace ScalingAnalyzers.Tests;

/// <summary>Ctrl-C while a file is written: the process gets SIGINT in the middle of it.</summary>
public sealed class InterruptTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scaling-interrupt-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // The file that is written first is a pipe: its writer waits in the middle of the page until it is read.
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void An_interrupt_leaves_the_old_file_and_nothing_unfinished(string signal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/mkfifo"), "There are no named pipes here.");
        string report = Path.Combine(_folder, "report.html"), unfinished = report + ".unfinished";
        File.WriteAllText(report, "the old report");
        Done("mkfifo", unfinished);
        var start = new ProcessStartInfo("env") { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = ["--default-signal=INT", "dotnet", Scaling.Dll, "report", "70B,1.4T", "-o", "report.html"];
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("env did not start");
        using (var pipe = new FileStream(unfinished, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0))
        {
            pipe.ReadExactly(new byte[1000]);
            Done("kill", "-" + signal, process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
            process.WaitForExit();
        }

        Assert.NotEqual(0, process.ExitCode);
        Assert.Equal("the old report", File.ReadAllText(report));
        Assert.Equal(["report.html"], Array.ConvertAll(Directory.GetFiles(_folder), path => Path.GetFileName(path)));
    }

    // `scaling laws | head -1`: the reader has gone before the first line.
    [Fact]
    public void A_closed_pipe_is_quiet()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in new[] { Scaling.Dll, "laws", "--json" }) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");

        process.StandardOutput.Close();
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();

        Assert.Equal((0, ""), (process.ExitCode, error));
    }

    [Fact]
    public void A_full_disk_is_named()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full here.");
        var start = new ProcessStartInfo("bash") { WorkingDirectory = _folder, RedirectStandardError = true };
        foreach (string argument in new[] { "-c", $"dotnet '{Scaling.Dll}' laws > /dev/full" }) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("bash did not start");
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();

        Assert.Equal(2, process.ExitCode);
        Assert.StartsWith("error: the output cannot be written: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_stays_a_link_and_a_file_keeps_its_permissions()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Permissions of Unix.");
            return;
        }

        string target = Path.Combine(_folder, "target.html"), link = Path.Combine(_folder, "report.html");
        File.WriteAllText(target, "old");
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        File.SetUnixFileMode(target, Mode);
        File.CreateSymbolicLink(link, target);

        Assert.Equal(0, Scaling.Run(_folder, "report", "70B,1.4T", "-o", "report.html").Code);

        Assert.Equal(target, new FileInfo(link).LinkTarget);
        Assert.Equal(Mode, File.GetUnixFileMode(target));
        Assert.Contains("<html", File.ReadAllText(target), StringComparison.Ordinal);
    }

    private static void Done(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
