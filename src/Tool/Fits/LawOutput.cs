using System;
using System.IO;
using System.Linq;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Tool.Output;

namespace ScalingAnalyzers.Tool.Fits;

/// <summary>The file that a fitted law goes to; its name gives the law's id, the table its source.</summary>
internal sealed record LawOutput(string Path, string Id, LawSource Source)
{
    /// <summary>The file of --output.</summary>
    /// <exception cref="CommandException">The name is no name of a law file.</exception>
    public static LawOutput Of(string path, string table)
    {
        string name = System.IO.Path.GetFileName(path);
        if (!name.EndsWith(LawFile.Extension, StringComparison.OrdinalIgnoreCase))
            throw new CommandException($"--output: '{path}' is not accepted; expected a file that ends in {LawFile.Extension}, such as "
                + "our" + LawFile.Extension + ".");
        string id = IdOf(name[..^LawFile.Extension.Length]);
        if (id.Length == 0 || LawCatalog.TryGet(id, out _) || LawCatalog.Specialized.Any(law => law.Id == id))
            throw new CommandException($"--output: '{path}' would give the law the id '{id}', which "
                + (id.Length == 0 ? "is empty" : "a built-in law has") + "; expected another name, such as our" + LawFile.Extension + ".");
        int year = File.GetLastWriteTimeUtc(table).Year;
        return new(path, id, new LawSource("the user's own runs", year, System.IO.Path.GetFileName(table), null, ""));
    }

    /// <summary>Writes the law, whole or not at all.</summary>
    public void Write(ScalingLaw law)
    {
        string text;
        try
        {
            text = LawFile.Write(law);
        }
        catch (ArgumentException error)
        {
            string why = error.Message.Split('\n')[0].Replace(" (Parameter 'law')", "", StringComparison.Ordinal);
            throw new CommandException("--output: " + why);
        }

        OutputFile.Write("--output", Path, text);
    }

    // Small letters, digits and single hyphens.
    private static string IdOf(string name) => string.Join('-',
        new string(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-').ToArray())
            .Split('-', StringSplitOptions.RemoveEmptyEntries));
}
