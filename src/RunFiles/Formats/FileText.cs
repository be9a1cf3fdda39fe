using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace ScalingAnalyzers.RunFiles;

/// <summary>The format in which a file is written.</summary>
internal enum FileFormat
{
    Yaml,
    Toml,
    Json,
    Python,
    Shell,
    ArgumentDump,
}

/// <summary>A comment `# scaling: allow SCALE004 reason`.</summary>
internal sealed record AllowedRule(string Rule, string Reason, string File, int Line, bool IsAlone)
{
    /// <summary>Whether it stands before the first key, and so holds for the whole file.</summary>
    public bool IsOfFile { get; init; }
}

/// <summary>The keys of one file, what is wrong with it, and the rules that it silences.</summary>
internal sealed record FileKeys(string File, FileFormat Format, IReadOnlyList<KeyEntry> Entries)
{
    public IReadOnlyList<RunFileProblem> Problems { get; init; } = [];

    public IReadOnlyList<AllowedRule> Allowed { get; init; } = [];
}

/// <summary>From a text to its keys.</summary>
internal static partial class FileText
{
    /// <summary>The longest text that is read.</summary>
    public const int MaxLength = 16 * 1024 * 1024;

    /// <summary>Reads the keys of a text.</summary>
    public static FileKeys Read(string text, string file)
    {
        if (text.Length > MaxLength)
        {
            return new FileKeys(file, FileFormat.Yaml, [])
            {
                Problems = [new RunFileProblem(file, 1, 1, "The file has " + text.Length + " characters; the most that is read is "
                    + MaxLength
                    + ". Name the config file, not the log or data beside it.")],
            };
        }

        if (IsPickle(text, file))
        {
            return new FileKeys(file, FileFormat.Yaml, [])
            {
                Problems = [new RunFileProblem(file, 1, 1, "This is a checkpoint of PyTorch, whose arguments are pickled: to read a pickle "
                    + "is to run it. Name the log, in which the trainer prints its arguments, or the file that the run is started with.")],
            };
        }

        text = text.TrimStart('\uFEFF');
        var format = FormatOf(text, file);
        var problems = new List<RunFileProblem>();
        var entries = format switch
        {
            FileFormat.Toml => TomlFormat.Read(text, file, problems),
            FileFormat.Json => JsonFormat.Read(text, file, problems),
            FileFormat.Python => PythonFormat.Read(text, file, problems),
            FileFormat.Shell => ShellFormat.Read(text, file, problems),
            FileFormat.ArgumentDump => ArgumentDump.Read(text, file),
            _ => YamlFormat.Read(text, file, problems),
        };
        return new FileKeys(file, format, format == FileFormat.Yaml ? Interpolation.Resolve(JobFile.Unwrapped(entries)) : entries)
        {
            Problems = problems,
            Allowed = Allows(text, file, problems, entries.Count == 0 ? 1 : entries.Min(entry => entry.Line)),
        };
    }

    // PyTorch saves a zip archive, before 1.6 a bare pickle of protocol 2.
    private static bool IsPickle(string text, string file) => text.StartsWith("PK\u0003\u0004", StringComparison.Ordinal)
        || Path.GetExtension(file).ToLowerInvariant() is ".pt" or ".pth" or ".ckpt" or ".distcp" or ".pkl";

    private static FileFormat FormatOf(string text, string file)
    {
        string extension = Path.GetExtension(file).ToLowerInvariant();
        switch (extension)
        {
            case ".yml" or ".yaml": return FileFormat.Yaml;
            case ".toml": return FileFormat.Toml;
            case ".json" or ".jsonc": return FileFormat.Json;
            case ".py": return FileFormat.Python;
            case ".sh" or ".bash" or ".slurm" or ".sbatch": return FileFormat.Shell;
        }

        if (ArgumentDump.IsIn(text)) return FileFormat.ArgumentDump;
        string start = text.TrimStart();
        if (start.StartsWith("#!", StringComparison.Ordinal) || text.Contains("--", StringComparison.Ordinal)) return FileFormat.Shell;
        return start.StartsWith('{') ? FileFormat.Json : FileFormat.Yaml;
    }

    // A rule is allowed only with a reason; without one the file has a problem, and no rule is silenced.
    private static List<AllowedRule> Allows(string text, string file, List<RunFileProblem> problems, int firstKey)
    {
        var allowed = new List<AllowedRule>();
        if (!text.Contains("scaling:", StringComparison.Ordinal)) return allowed;
        int number = 0;
        foreach (string line in text.Split('\n'))
        {
            number++;
            foreach (Match match in Allow().Matches(line).Cast<Match>())
            {
                string reason = match.Groups["reason"].Value.Trim();
                string rule = match.Groups["rule"].Value;
                if (reason.Length == 0)
                {
                    problems.Add(new RunFileProblem(file, number, match.Index + 1,
                        "'allow " + rule + "' has no reason; write why the finding is accepted: # scaling: allow " + rule
                            + " served for years"));
                    continue;
                }

                allowed.Add(new AllowedRule(rule, reason, file, number, line[..match.Index].Trim().Length == 0)
                {
                    IsOfFile = number < firstKey,
                });
            }
        }

        return allowed;
    }

    [GeneratedRegex(@"(?:#|//)\s*scaling:\s*allow\s+(?<rule>SCALE\d{3})\b(?<reason>[^\r\n]*)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Allow();
}
