using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScalingAnalyzers.Checks;

namespace ScalingAnalyzers.Tool.Checks;

/// <summary>Findings as commands of a GitHub workflow, which become annotations on the lines; what fails the gate is an
/// error.</summary>
internal static class GitHubAnnotations
{
    public static void Write(IReadOnlyList<CheckedFile> files, Gate gate, TextWriter output)
    {
        foreach (var placed in files.SelectMany(file => file.Findings).Where(placed => !placed.IsKnown))
        {
            string level = placed.Severity switch
            {
                _ when gate.Fails(placed) => "error",
                FindingSeverity.Error or FindingSeverity.Warning => "warning",
                _ => "notice",
            };
            string line = placed.Place.Line > 0 ? FormattableString.Invariant($",line={placed.Place.Line},col={placed.Place.Column}")
                : "";
            string place = Property(placed.Place.File) + line;
            output.Write($"::{level} file={place},title={placed.Rule}::{Data(placed.Message)}\n");
        }

        foreach (var (at, problem) in files.Where(file => file.Failure is null).SelectMany(file => file.Source?.Problems ?? []))
        {
            output.Write(FormattableString.Invariant(
                $"::notice file={Property(CheckedFiles.Shown(at.File))},line={Math.Max(1, at.Line)},col={Math.Max(1, at.Column)}::")
                + Data(problem) + "\n");
        }

        foreach (var file in files.Where(file => file.Failure is not null))
            output.Write($"::error file={Property(file.Path)}::{Data(file.Failure!)}\n");
    }

    private static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
