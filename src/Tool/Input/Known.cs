using System;
using System.IO;
using System.Linq;
using ScalingAnalyzers.Hardware;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.RunFiles;

namespace ScalingAnalyzers.Tool.Input;

/// <summary>Laws and accelerators by name, and the files of own laws.</summary>
internal static class Known
{
    /// <summary>A law by its id, or of a file.</summary>
    public static ScalingLaw Law(string name, string text)
    {
        if (text.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) return LawOf(name, text);
        if (LawCatalog.TryGet(text, out var law)) return law!;
        var near = LawCatalog.NearNames(text);
        if (near.Count == 0) near = Words.Near(text, LawCatalog.All.Select(known => known.Id));
        throw new CommandException($"{name}: there is no law '{text}'." + Meant(near)
            + " 'scaling laws' lists them; a file of your own ends in " + LawFile.Extension + ".");
    }

    /// <summary>An accelerator by its name.</summary>
    public static Accelerator Accelerator(string name, string text) => Accelerators.TryGet(text, out var accelerator)
        ? accelerator!
        : throw new CommandException($"{name}: there is no accelerator '{text}'." + Meant(Accelerators.NearNames(text))
            + " 'scaling accelerators' lists them.");

    /// <summary>A trainer by its name; null where none is given.</summary>
    public static string? Trainer(string? text)
    {
        if (text is null || RunFile.Trainers.Contains(text, StringComparer.OrdinalIgnoreCase)) return text;
        throw new CommandException(Words.Unknown("--trainer", text, "expected", RunFile.Trainers.ToArray()));
    }

    /// <summary>The text of a file.</summary>
    public static string Text(string name, string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CommandException($"{name}: '{path}' cannot be read: {error.Message}");
        }
    }

    private static ScalingLaw LawOf(string name, string path)
    {
        var file = LawFile.Parse(Text(name, path));
        if (file.Law is { } law) return law;
        string problems = string.Join("; ", file.Problems.Take(3).Select(problem =>
            $"line {problem.Position.Line}: {problem.Message}"));
        throw new CommandException($"{name}: '{path}' is not a law file: {problems}");
    }

    private static string Meant(System.Collections.Generic.IReadOnlyList<string> near) =>
        near.Count == 0 ? "" : " Did you mean " + string.Join(" or ", near.Take(3)) + "?";
}
