using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>
/// What batch fixes have written into a text. `dotnet format` applies rule after rule to the result of the one before:
/// a number that one rule has just written is not changed again by the next. The memory belongs to the text itself, so
/// a file that is saved and read again starts without it.
/// </summary>
internal sealed class WrittenTexts
{
    private readonly ConditionalWeakTable<SourceText, List<TextSpan>> _written = new();

    /// <summary>Whether a batch wrote a part of this span.</summary>
    public bool Contain(SourceText text, TextSpan span) => Of(text).Any(written => written.IntersectsWith(span));

    /// <summary>Remembers the edits that made a text, and moves what was written before.</summary>
    public void Note(SourceText before, SourceText after, IReadOnlyList<Edit> edits)
    {
        var spans = Of(before).Select(span => new TextSpan(span.Start + Growth(edits, span.Start), span.Length))
            .Concat(edits.Select(edit => new TextSpan(edit.Span.Start + Growth(edits, edit.Span.Start), edit.NewText.Length)));
        _written.GetOrCreateValue(after).AddRange(spans.ToArray());
    }

    private IReadOnlyList<TextSpan> Of(SourceText text) => _written.TryGetValue(text, out var spans) ? spans : [];

    private static int Growth(IReadOnlyList<Edit> edits, int position) =>
        edits.Where(edit => edit.Span.Start < position).Sum(edit => edit.NewText.Length - edit.Span.Length);
}
