using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.CodeFixes;

namespace ScalingAnalyzers.RunFiles;

/// <summary>
/// Changes literals in the texts of a run file, nothing else. Each new text is read again before it is handed out: an
/// edit that changes a key of another value says so, and one whose number is not read back is not made.
/// </summary>
internal static class RunFileWriter
{
    public static RunFileChange Apply(RunFile file, IReadOnlyList<RunFileEdit> edits)
    {
        if (edits.Count == 0) return new RunFileChange("there is no edit");
        var files = new List<RunFileText>();
        var also = new List<string>();
        foreach (var group in edits.GroupBy(edit => edit.Value.File, StringComparer.Ordinal))
        {
            string? text = file.Texts.FirstOrDefault(known => known.Key == group.Key).Value;
            if (group.Key.Length == 0 || text is null)
                return new RunFileChange("'" + group.First().Value.Key
                    + "' is not written in a file: it is an input, or the trainer's default");
            var keys = FileText.Read(text, group.Key);
            var (changed, whyNot) = Changed(text, keys, [.. group]);
            if (changed is null) return new RunFileChange(whyNot!);
            if (Misread(keys, FileText.Read(changed, group.Key), [.. group], also) is { } misread) return new RunFileChange(misread);
            files.Add(new RunFileText(group.Key, text, changed));
        }

        var after = ReadAgain(file, files);
        return Unread(after, edits) is { } unread ? new RunFileChange(unread) : new RunFileChange(files, also, after);
    }

    private static RunFile ReadAgain(RunFile file, List<RunFileText> files)
    {
        var texts = file.Texts.Select(text => (text.Key, files.Find(changed => changed.File == text.Key)?.Text ?? text.Value)).ToList();
        return RunFileReader.Read(texts, file.Options, looksBeside: false);
    }

    // What the run as a whole makes of an edited value: two lengths that must agree are unknown after one has changed.
    private static string? Unread(RunFile again, IReadOnlyList<RunFileEdit> edits)
    {
        foreach (var edit in edits)
        {
            var value = again.Values.FirstOrDefault(value => value.Role == edit.Value.Role && value.Key == edit.Value.Key);
            if (value is null) return "'" + edit.Value.Key + "' would not be read any more";
            if (value.Unknown is { } why) return "'" + value.Key + "' would be unknown: " + why;
        }

        return null;
    }

    /// <summary>The edits of a fix; null where one of its values is not in the file.</summary>
    public static IReadOnlyList<RunFileEdit>? Of(RunFile file, FindingFix fix)
    {
        var edits = new List<RunFileEdit>();
        foreach (var edit in fix.Edits)
        {
            if (file.Values.FirstOrDefault(value => value.Key == edit.Member && value.Unknown is null) is not { } value) return null;
            edits.Add(new RunFileEdit(value, edit.Value, edit.Form, edit.Text));
        }

        return edits.Count == 0 ? null : edits;
    }

    private static (string? Text, string? WhyNot) Changed(string text, FileKeys keys, RunFileEdit[] edits)
    {
        var pieces = new List<(WrittenLiteral Literal, string Text)>();
        foreach (var edit in edits)
        {
            var (literal, whyNot) = WrittenLiteral.Of(text, keys, edit.Value, isText: edit.Form == EditForm.Text);
            if (literal is null) return (null, whyNot);
            string old = text.Substring(literal.Start, literal.Length);
            if (Rewritten(old, edit, literal.Factor) is not { } now)
                return (null, "'" + edit.Value.Key + "' cannot be written as " + edit.ToString() + " in the form of '" + old + "'");
            if (pieces.Exists(piece => piece.Literal.Start == literal.Start))
                return (null, "two values follow from the number in line " + edit.Value.Line.ToString(CultureInfo.InvariantCulture));
            pieces.Add((literal, now));
        }

        foreach (var (literal, now) in pieces.OrderByDescending(piece => piece.Literal.Start))
            text = text.Remove(literal.Start, literal.Length).Insert(literal.Start, now);
        return (text, null);
    }

    private static string? Rewritten(string old, RunFileEdit edit, double factor)
    {
        if (edit.Form == EditForm.Text) return edit.Text.IndexOfAny(['"', '\'', '\\', '\n', '\r', '#', ':']) < 0 ? edit.Text : null;

        // In a product the changed factor is whole, or the edit rounds to the safe side.
        if (edit.Form == EditForm.AllDigits && factor != 1 && edit.Number % factor != 0) return null;
        return LiteralText.Edited(old, edit.Form, edit.Number, factor, edit.Text);
    }

    // Whether the new text does not mean what was wanted; what else changes is noted.
    private static string? Misread(FileKeys before, FileKeys after, RunFileEdit[] edits, List<string> also)
    {
        if (before.Entries.Count != after.Entries.Count) return "the changed text has other keys than before";
        bool any = false;
        for (int i = 0; i < before.Entries.Count; i++)
        {
            var (old, now) = (before.Entries[i], after.Entries[i]);
            if (old.Path != now.Path) return "the changed text has the key '" + now.Path + "' in place of '" + old.Path + "'";
            if (Equals(old.Content, now.Content) && old.Unknown == now.Unknown) continue;
            if (now.Unknown is not null) return "'" + old.Path + "' would be unknown: " + now.Unknown;
            any = true;
            if (!edits.Any(edit => IsOf(edit.Value, old)) && !also.Contains(old.Path)) also.Add(old.Path);
        }

        return any ? null : "the changed text has the same values as before";
    }

    private static bool IsOf(RunFileValue value, KeyEntry entry) => value.Line == entry.Line && value.Column == entry.Column
        && (KeyTree.Normal(value.Key) == KeyTree.Normal(entry.Path)
            || KeyTree.Normal(entry.Path).EndsWith("." + KeyTree.Normal(value.Key), StringComparison.Ordinal)
            || KeyTree.Normal(entry.Path) == KeyTree.Normal(value.Key).Replace(".", ".value.", StringComparison.Ordinal)
            || KeyTree.Normal(entry.Path) == KeyTree.Normal(value.Key) + ".value");
}
