using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace ScalingAnalyzers.RunFiles;

/// <summary>What edits make of run files: the new texts with their differences, or why they cannot be
/// written.</summary>
public sealed class RunFileChange
{
    internal RunFileChange(IReadOnlyList<RunFileText> files, IReadOnlyList<string> alsoChanges, RunFile? after = null)
    {
        Files = files;
        AlsoChanges = alsoChanges;
        After = after;
    }

    internal RunFileChange(string whyNot)
        : this([], []) => WhyNot = whyNot;

    /// <summary>The changed files; none where the edits cannot be written.</summary>
    public IReadOnlyList<RunFileText> Files { get; }

    /// <summary>The run file as it is read with the new texts; null where nothing is changed.</summary>
    public RunFile? After { get; }

    /// <summary>Why nothing is changed; null where the edits are written.</summary>
    public string? WhyNot { get; }

    /// <summary>Other keys that follow from a changed literal, as "train_loader.dataset.max_seq_len".</summary>
    public IReadOnlyList<string> AlsoChanges { get; }

    /// <summary>The differences of all files in the unified format.</summary>
    public string Diff => string.Concat(Files.Select(file => file.Diff));
}

/// <summary>The new text of a file.</summary>
public sealed class RunFileText
{
    private readonly string _before;

    internal RunFileText(string file, string before, string text)
    {
        File = file;
        _before = before;
        Text = text;
        Diff = TextDifference.Of(file, before, text);
    }

    /// <summary>The path, as it was given.</summary>
    public string File { get; }

    /// <summary>The new text. Only literals differ: comments, quotes, anchors and line ends stay.</summary>
    public string Text { get; }

    /// <summary>The difference in the unified format, which patch reads.</summary>
    public string Diff { get; }

    /// <summary>Writes the new text over the file; its encoding and byte order mark stay.</summary>
    /// <exception cref="IOException">The file has changed since it was read, is not UTF-8 or UTF-16, or cannot be
    /// written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written.</exception>
    public void Save()
    {
        byte[] bytes = System.IO.File.ReadAllBytes(File);
        var encoding = EncodingOf(bytes);
        int mark = encoding.GetPreamble().Length;
        string now;
        try
        {
            now = encoding.GetString(bytes, mark, bytes.Length - mark);
        }
        catch (DecoderFallbackException e)
        {
            throw new IOException("'" + File + "' is neither UTF-8 nor UTF-16 and is not written.", e);
        }

        if (now != _before) throw new IOException("'" + File + "' has changed since it was read and is not written; read it again.");
        WholeFile.Write(File, [.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]);
    }

    private static Encoding EncodingOf(byte[] bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
        [0xEF, 0xBB, 0xBF, ..] => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
    };
}
