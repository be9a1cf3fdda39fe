using System;
using System.IO;

namespace ScalingAnalyzers.Tool.Output;

/// <summary>Writes a file whole or not at all: beside it first, then in its place.</summary>
internal static class OutputFile
{
    public static void Write(string option, string path, string text)
    {
        string unfinished = path + ".unfinished";
        ConsoleCancelEventHandler remove = (_, _) => File.Delete(unfinished);
        Console.CancelKeyPress += remove;
        try
        {
            File.WriteAllText(unfinished, text);
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{option}: '{path}' cannot be written: {error.Message}");
        }
        finally
        {
            Console.CancelKeyPress -= remove;
        }
    }
}
