using System.IO;

namespace ScalingAnalyzers;

/// <summary>Writes a file whole or not at all: beside it first, then in its place.</summary>
internal static class WholeFile
{
    /// <summary>Where a file is written first.</summary>
    public static string Unfinished(string path) => Target(path) + ".unfinished";

    /// <summary>Writes the bytes. A link stays a link, and a file keeps its permissions.</summary>
    public static void Write(string path, byte[] bytes)
    {
        string target = Target(path), unfinished = Unfinished(path);
        try
        {
            File.WriteAllBytes(unfinished, bytes);
            if (!System.OperatingSystem.IsWindows() && File.Exists(target)) File.SetUnixFileMode(unfinished, File.GetUnixFileMode(target));
            File.Move(unfinished, target, overwrite: true);
        }
        catch
        {
            if (File.Exists(unfinished)) File.Delete(unfinished);
            throw;
        }
    }

    private static string Target(string path) =>
        File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
}
