using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScalingAnalyzers.Checks;

namespace ScalingAnalyzers.RunFiles;

/// <summary>
/// A file in which a trainer declares a run: its values with their places, what is missing, the run, and what the
/// checks find.
/// Nothing in the file is executed, and bad content never throws: it is in <see cref="Problems"/>.
/// </summary>
public sealed class RunFile
{
    private IReadOnlyList<Finding>? _all;

    internal RunFile(string path) => Path = path;

    /// <summary>The trainers whose files are read, in the order of docs/run-files.md.</summary>
    public static IReadOnlyList<string> Trainers { get; } = AllTrainers.Tables.Select(table => table.Name).ToArray();

    /// <summary>The path of the first file, as it was given.</summary>
    public string Path { get; }

    /// <summary>The trainer; null where the keys show none or several.</summary>
    public string? Trainer { get; internal init; }

    /// <summary>The trainers whose keys the file has: one, none, or several, of which none is then taken.</summary>
    public IReadOnlyList<string> Candidates { get; internal init; } = [];

    /// <summary>The values by role, those of the file first.</summary>
    public IReadOnlyList<RunFileValue> Values { get; internal init; } = [];

    /// <summary>Keys that have the name of a value and are not read, each with the reason.</summary>
    public IReadOnlyList<RunFileValue> Unread { get; internal init; } = [];

    /// <summary>Inputs that the file does not have.</summary>
    public IReadOnlyList<RunFileNeed> Needed { get; internal init; } = [];

    /// <summary>What is wrong with the file.</summary>
    public IReadOnlyList<RunFileProblem> Problems { get; internal init; } = [];

    /// <summary>The run; null where no trainer is recognised.</summary>
    public ConfigRun? Run { get; internal init; }

    /// <summary>What follows from the run; null where no trainer is recognised.</summary>
    public Estimate? Estimate => Run?.Estimate;

    /// <summary>What the checks find and no comment of the file accepts.</summary>
    public IReadOnlyList<Finding> Findings => All.Where(finding => !IsAllowed(finding)).ToArray();

    /// <summary>What the checks find and a comment `# scaling: allow SCALE004 reason` of the file accepts.</summary>
    public IReadOnlyList<Finding> Accepted => All.Where(IsAllowed).ToArray();

    internal IReadOnlyList<AllowedRule> Allowed { get; init; } = [];

    /// <summary>The texts of the files with their paths, the trainer's first.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Texts { get; init; } = [];

    internal RunFileOptions Options { get; init; } = new();

    private IReadOnlyList<Finding> All => _all ??= Run?.Check() ?? [];

    /// <summary>Reads a run file, and the files beside it that belong to it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What the file does not have; nothing where null.</param>
    /// <returns>The run file.</returns>
    /// <exception cref="ArgumentNullException">No path is given.</exception>
    /// <exception cref="ArgumentException">The options name a trainer that does not exist.</exception>
    /// <exception cref="IOException">The file does not exist or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read.</exception>
    public static RunFile Read(string path, RunFileOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return ReadFiles([path], options);
    }

    /// <summary>Reads several files of one run: the trainer's first, then others with more of its keys, the model's
    /// config.json,
    /// accelerate's, DeepSpeed's.</summary>
    /// <param name="paths">The files; of a key that two have the later one counts.</param>
    /// <param name="options">What the files do not have; nothing where null.</param>
    /// <returns>The run file.</returns>
    /// <exception cref="ArgumentNullException">No paths are given.</exception>
    /// <exception cref="ArgumentException">The list is empty, or the options name a trainer that does not
    /// exist.</exception>
    /// <exception cref="IOException">A file does not exist or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file must not be read.</exception>
    public static RunFile ReadFiles(IReadOnlyList<string> paths, RunFileOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        if (paths.Count == 0) throw new ArgumentException("No file is named.", nameof(paths));
        var texts = paths.Select(path => (path, File.ReadAllText(path))).ToList();
        return RunFileReader.Read(texts, options ?? new RunFileOptions(), looksBeside: true);
    }

    /// <summary>Reads the text of a run file, without files beside it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">The name that messages give it; its extension gives the format.</param>
    /// <param name="options">What the text does not have; nothing where null.</param>
    /// <returns>The run file.</returns>
    /// <exception cref="ArgumentNullException">No text or path is given.</exception>
    /// <exception cref="ArgumentException">The options name a trainer that does not exist.</exception>
    public static RunFile Parse(string text, string path, RunFileOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(path);
        return RunFileReader.Read([(path, text)], options ?? new RunFileOptions(), looksBeside: false);
    }

    /// <summary>The value that a finding concerns, with its place; null where it concerns the whole run.</summary>
    /// <param name="finding">One of the findings.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException">No finding is given.</exception>
    public RunFileValue? ValueOf(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return Values.FirstOrDefault(value => value.Key == finding.Member);
    }

    /// <summary>Makes a fix of a finding: the digits of literals change, nothing else. No file is written.</summary>
    /// <param name="fix">A fix of one of the findings.</param>
    /// <returns>The new texts with their differences, or why the fix cannot be made.</returns>
    /// <exception cref="ArgumentNullException">No fix is given.</exception>
    public RunFileChange Apply(FindingFix fix)
    {
        ArgumentNullException.ThrowIfNull(fix);
        return RunFileWriter.Of(this, fix) is { } edits ? RunFileWriter.Apply(this, edits)
            : new RunFileChange(fix.Edits.Count == 0 ? "the fix adds a declaration, which run files do not have"
                : "the fix changes '" + fix.Edits[0].Member + "' together with a value that is not in the file");
    }

    /// <summary>Changes values: the digits of their literals, nothing else. No file is written.</summary>
    /// <param name="edits">The values and their new numbers.</param>
    /// <returns>The new texts with their differences, or why an edit cannot be made.</returns>
    /// <exception cref="ArgumentNullException">No edits are given.</exception>
    public RunFileChange Apply(IReadOnlyList<RunFileEdit> edits)
    {
        ArgumentNullException.ThrowIfNull(edits);
        return RunFileWriter.Apply(this, edits);
    }

    // A comment counts in its line; one that stands alone also for the line after it, and before the first key for the
    // file.
    private bool IsAllowed(Finding finding)
    {
        var value = ValueOf(finding);
        return Allowed.Any(allowed => allowed.Rule == finding.Rule.Id && (value is null || value.Line == 0 || allowed.IsOfFile
            || (allowed.File == value.File && (allowed.Line == value.Line || (allowed.IsAlone && allowed.Line + 1 == value.Line)))));
    }
}
