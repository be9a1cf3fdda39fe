using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.RunFiles;
using ScalingAnalyzers.Tool.Output;

namespace ScalingAnalyzers.Tool.Checks;

/// <summary>A fix of one finding in a run file, made or refused.</summary>
internal sealed record RunFileFix(
    string File, string Title, string Diff, IReadOnlyList<string> AlsoChanges, string? WhyNot, bool IsWritten);

/// <summary>Makes the fixes of one kind in a file, one finding after the other; each is read again before the
/// next.</summary>
internal static class RunFileFixes
{
    private const int Most = 50;

    public static IEnumerable<RunFileFix> Of(CheckedFile file, Rule rule, FixKind kind, bool writes)
    {
        if (file.Source is not { } source) yield break;
        var findings = source.Findings.Where(finding => IsOf(finding, rule, kind)).ToArray();
        if (source.File is not { Run: not null } read)
        {
            foreach (var finding in findings)
                yield return Refused(file, finding, kind, "a " + source.Kind + " is fixed in the editor, not here");
            yield break;
        }

        // Numbers that a fix has changed may leave less to do.
        for (int i = 0; i < Most && findings.Length > 0; i++)
        {
            var (made, after) = Made(file, read, findings[0], kind, writes);
            yield return made;
            var handled = findings[0];

            // A preview goes on from the text that the run would have written.
            if (after is not null)
            {
                read = made.IsWritten ? source.ReadAgain() : after;
                findings = read.Findings.Where(finding => IsOf(finding, rule, kind) && finding.Member != handled.Member).ToArray();
            }
            else
            {
                findings = findings[1..];
            }
        }
    }

    private static (RunFileFix Fix, RunFile? After) Made(CheckedFile file, RunFile read, Finding finding, FixKind kind, bool writes)
    {
        string? whyNot = null;
        foreach (var fix in finding.Fixes.Where(fix => fix.Kind == kind))
        {
            var change = read.Apply(fix);
            if (change.WhyNot is { } why)
            {
                whyNot ??= why;
                continue;
            }

            string title = TitleOf(fix);
            try
            {
                if (writes)
                {
                    OutputFile.Uninterrupted(() => change.Files.Select(text => text.File), () =>
                    {
                        foreach (var text in change.Files) text.Save();
                    });
                }

                return (new(file.Path, title, change.Diff, change.AlsoChanges, null, writes), change.After);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return (new(file.Path, title, change.Diff, [], error.Message.TrimEnd('.'), false), null);
            }
        }

        return (Refused(file, finding, kind, whyNot ?? "the finding has no such fix"), null);
    }

    private static RunFileFix Refused(CheckedFile file, Finding finding, FixKind kind, string why) =>
        new(file.Path, TitleOf(finding.Fixes.First(fix => fix.Kind == kind)), "", [], why, false);

    private static bool IsOf(Finding finding, Rule rule, FixKind kind) =>
        finding.Rule.Id == rule.Id && finding.Fixes.Any(fix => fix.Kind == kind);

    private static string TitleOf(FindingFix fix)
    {
        if (fix.Edits.Count == 0) return fix.Title;
        string written = fix.Edits[0].Text.Length > 0 ? fix.Edits[0].Text : Quantity.Format(fix.Edits[0].Value);
        return fix.Title.Replace("{0}", written, StringComparison.Ordinal);
    }
}
