using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace ScalingAnalyzers.Tests;

/// <summary>
/// A page whose console blocks hold commands after "$ " and what they print: `scaling`, also through `head -N`,
/// `head -N FILE`, and `echo $?`. A YAML block is a file that the reader writes; its first line is a comment with the
/// name. `cp PATH .` takes a file of the repository.
/// </summary>
internal sealed class ConsolePage : IDisposable
{
    private string? _folder;
    private int _code;

    public ConsolePage(string text) => Written = text.ReplaceLineEndings("\n");

    public string Written { get; }

    public void Dispose()
    {
        if (_folder is not null) Directory.Delete(_folder, recursive: true);
    }

    public string EmptyFolder() => _folder ??= Directory.CreateTempSubdirectory("scaling-page-").FullName;

    /// <summary>The page with what its commands print in this folder.</summary>
    public string Printed(string folder)
    {
        var result = new StringBuilder();
        string? block = null;
        StringBuilder? file = null;
        bool isOutput = false;
        foreach (string line in Written.TrimEnd('\n').Split('\n'))
        {
            bool isFence = line.StartsWith("```", StringComparison.Ordinal);
            bool isCommand = block == "console" && line.StartsWith("$ ", StringComparison.Ordinal);
            if (isFence || isCommand) isOutput = false;
            if (!isOutput) result.Append(line).Append('\n');
            if (isFence)
            {
                if (file is not null) Write(folder, file.ToString());
                file = block is null && folder == _folder && line == "```yaml" ? new() : null;
                block = block is null ? line[3..] : null;
            }
            else if (isCommand)
            {
                isOutput = true;
                result.Append(Output(folder, line[2..]));
            }
            else
            {
                file?.Append(line).Append('\n');
            }
        }

        return result.ToString();
    }

    // Its first line is a comment with its name.
    private static void Write(string folder, string text) =>
        File.WriteAllText(Path.Combine(folder, text[1..text.IndexOf('\n', StringComparison.Ordinal)].Trim()), text);

    private string Output(string folder, string command)
    {
        string[] words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        switch (words[0])
        {
            case "scaling":
                return Scale(folder, words);
            case "echo":
                Assert.Equal("echo $?", command);
                return _code.ToString(CultureInfo.InvariantCulture) + "\n";
            case "head":
                return First(File.ReadAllText(Path.Combine(folder, words[2])), words[1]);
            case "cp":
                File.Copy(Path.Combine(Facts.RepositoryRoot, words[1]), Path.Combine(folder, Path.GetFileName(words[1])));
                return "";
            default:
                Assert.Fail($"The test cannot run '{command}'.");
                return "";
        }
    }

    // What people see in a terminal: errors after output.
    private string Scale(string folder, string[] words)
    {
        int pipe = Array.IndexOf(words, "|");
        var (code, output, error) = Scaling.Run(folder, words[1..(pipe < 0 ? words.Length : pipe)]);
        _code = code;
        if (pipe < 0) return output + error;
        Assert.Equal("head", words[pipe + 1]);
        return First(output, words[pipe + 2]);
    }

    private static string First(string text, string lines) => string.Concat(text.Split('\n')
        .Take(int.Parse(lines.TrimStart('-'), CultureInfo.InvariantCulture))
        .Select(line => line + "\n"));
}
