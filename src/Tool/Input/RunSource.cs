using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.RunFiles;

namespace ScalingAnalyzers.Tool.Input;

/// <summary>Where something is written, lines and columns from 1; line 0 is the whole file.</summary>
internal readonly record struct Place(string File, int Line, int Column);

/// <summary>A run as it was read: from a run file, from a model's config.json, or from options alone.</summary>
internal sealed class RunSource
{
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);
    private RunFileOptions? _options;

    private RunSource(string path) => Path = path;

    /// <summary>The file; empty for options alone.</summary>
    public string Path { get; }

    /// <summary>The run; null where the file could not be read as one.</summary>
    public ConfigRun? Run { get; private init; }

    /// <summary>The run file, where it is one.</summary>
    public RunFile? File { get; private init; }

    /// <summary>The trainer, or what else the file is.</summary>
    public string Kind => File?.Trainer ?? (Path.Length > 0 ? "config.json" : "options");

    /// <summary>What the checks find.</summary>
    public IReadOnlyList<Finding> Findings => File is { Run: not null } file ? file.Findings : Run?.Check() ?? [];

    /// <summary>What is wrong with the file itself.</summary>
    public IReadOnlyList<(Place Place, string Message)> Problems { get; private init; } = [];

    /// <summary>The same in one text, with the lines.</summary>
    public string ProblemText => string.Join(" ", Problems.Select(problem =>
        (problem.Place.Line > 1 ? FormattableString.Invariant($"line {problem.Place.Line}: ") : "") + problem.Message));

    /// <summary>What the file does not have and the run needs.</summary>
    public IReadOnlyList<RunFileNeed> Needed => File?.Needed ?? [];

    /// <summary>A run of options.</summary>
    public static RunSource OfOptions(IReadOnlyDictionary<ConfigRole, object> values, CheckOptions checks, string name = "run")
    {
        var builder = new ConfigRunBuilder();
        foreach (var (role, value) in values) builder.Set(role, role.ToString(), value);
        return new RunSource("") { Run = builder.Build(name, checks) };
    }

    /// <summary>A run of parameters and tokens in one word, such as 70B,1.4T; null where the word is not such a pair,
    /// or a file.</summary>
    public static RunSource? OfCounts(string word, IReadOnlyDictionary<ConfigRole, object> values, CheckOptions checks)
    {
        if (word.Split(',') is not [{ } parameters, { } tokens] || System.IO.File.Exists(word)) return null;
        return OfOptions(new Dictionary<ConfigRole, object>(values)
        {
            [ConfigRole.Parameters] = Amounts.Count("run", parameters, "parameters"),
            [ConfigRole.TrainingTokens] = Amounts.Count("run", tokens, "tokens"),
        }, checks, word);
    }

    /// <summary>A run of a file, with what the file does not have.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read.</exception>
    public static RunSource OfFile(string path, string? trainer, IReadOnlyDictionary<ConfigRole, object> values, CheckOptions checks)
    {
        var options = new RunFileOptions { Trainer = trainer, Others = values, Checks = checks };
        var file = RunFile.Read(path, options);
        if (file.Run is null && path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            && HuggingFaceConfig.Parse(System.IO.File.ReadAllText(path)) is { ModelType: not null } model)
            return OfModel(path, model, values, checks);
        return new RunSource(path)
        {
            File = file,
            _options = options,
            Run = file.Run,
            Problems = [.. file.Problems.Select(problem => (new Place(problem.File, problem.Line, problem.Column), problem.Message))],
        };
    }

    /// <summary>The run file after it was written.</summary>
    public RunFile ReadAgain() => RunFile.Read(Path, _options);

    /// <summary>Where the value of a finding is written.</summary>
    public Place PlaceOf(Finding finding)
    {
        if (File?.ValueOf(finding) is { Line: > 0 } value) return new Place(value.File, value.Line, value.Column);
        return _places.TryGetValue(finding.Member, out var place) ? place : new Place(Path, 0, 0);
    }

    // The fields of a config.json and the values of the command line are one run; the file's own values count first.
    private static RunSource OfModel(
        string path, HuggingFaceConfig model, IReadOnlyDictionary<ConfigRole, object> values, CheckOptions checks)
    {
        var builder = new ConfigRunBuilder();
        builder.SetModel(model);
        var source = new RunSource(path);
        foreach (var field in model.Fields.Where(field => field.Role != ConfigRole.None))
        {
            if (model.Problem is { } stop && stop.Field == field.Name && field.Text.StartsWith('"'))
                builder.SetImpossible(field.Role, field.Name, field.Text.Trim('"'), "stops the count: " + stop.Message.TrimEnd('.'));
            else builder.Set(field.Role, field.Name, ValueOf(field.Text));
            source._places[field.Name] = new Place(path, field.ValuePosition.Line, field.ValuePosition.Column);
        }

        foreach (var (role, value) in values) builder.Set(role, role.ToString(), value);
        string folder = System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) ?? "");
        string name = System.IO.Path.GetFileNameWithoutExtension(path);
        return new RunSource(path)
        {
            Run = builder.Build(name == "config" && folder.Length > 0 ? folder : name, checks),
            Problems = model.Problem is { } problem ? [(new Place(path, problem.Position.Line, problem.Position.Column),
                problem.Message)] : [],
        }.At(source._places);
    }

    private static object? ValueOf(string text)
    {
        if (text is "true" or "false") return text == "true";
        if (text == "null") return null;
        if (text.StartsWith('"')) return text.Trim('"');
        return long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out long whole) ? whole
            : double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out double number) ? number : text;
    }

    private RunSource At(Dictionary<string, Place> places)
    {
        foreach (var (name, place) in places) _places[name] = place;
        return this;
    }
}
