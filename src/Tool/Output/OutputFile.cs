using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;

namespace ScalingAnalyzers.Tool.Output;

/// <summary>Writes files whole or not at all; an interrupt removes what is unfinished.</summary>
internal static class OutputFile
{
    private static readonly PosixSignal[] Interrupts = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];

    /// <summary>Writes a text as UTF-8.</summary>
    /// <exception cref="CommandException">The file cannot be written.</exception>
    public static void Write(string option, string path, string text) =>
        Write(option, path, () => [path], () => WholeFile.Write(path, new UTF8Encoding(false).GetBytes(text)));

    /// <summary>Runs what writes several files, which may be known only later.</summary>
    /// <exception cref="CommandException">A file cannot be written.</exception>
    public static void Write(string option, string path, Func<IEnumerable<string>> files, Action write)
    {
        try
        {
            Uninterrupted(files, write);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{option}: '{path}' cannot be written: {error.Message}");
        }
    }

    /// <summary>Runs what writes files; where it is interrupted, the unfinished ones are removed.</summary>
    public static void Uninterrupted(Func<IEnumerable<string>> files, Action write)
    {
        var watches = Interrupts.Select(signal => PosixSignalRegistration.Create(signal, _ => Remove(files()))).ToArray();
        try
        {
            write();
        }
        finally
        {
            foreach (var watch in watches) watch.Dispose();
        }
    }

    private static void Remove(IEnumerable<string> files)
    {
        foreach (string unfinished in files.Select(WholeFile.Unfinished).Where(File.Exists)) File.Delete(unfinished);
    }
}
