using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>One piece of text that replaces another.</summary>
internal sealed record Edit(DocumentId Document, TextSpan Span, string NewText)
{
    /// <summary>What else reads the text that changes, for the title: ", and with it 'Corpus' in 2 other places"; empty
    /// where nothing does.</summary>
    public string AlsoChanges { get; init; } = "";

    /// <summary>The file of the text; empty where it has none.</summary>
    public string Path { get; init; } = "";

    /// <summary>Whether the text was reached through a named member, so that other configs may follow from
    /// it.</summary>
    public bool IsShared { get; init; }
}

/// <summary>A fix: its equivalence key, its title with result and price, and the text it changes.</summary>
internal sealed record Fix(string Key, string Title, ImmutableArray<Edit> Edits)
{
    /// <summary>The title with what else would change.</summary>
    public string FullTitle => Title + string.Concat(Edits.Select(e => e.AlsoChanges).Distinct(StringComparer.Ordinal));

    /// <summary>The solution with all edits made.</summary>
    public static async Task<Solution> Apply(Solution solution, IEnumerable<Edit> edits, CancellationToken cancellation)
    {
        foreach (var group in edits.GroupBy(e => e.Document))
        {
            TextDocument? document = (TextDocument?)solution.GetDocument(group.Key) ?? solution.GetAdditionalDocument(group.Key);
            if (document is null) continue;
            var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
            var changed = text.WithChanges(group.OrderBy(e => e.Span.Start).Select(e => new TextChange(e.Span, e.NewText)));
            solution = document is Document
                ? solution.WithDocumentText(group.Key, changed)
                : solution.WithAdditionalDocumentText(group.Key, changed);
        }

        return solution;
    }
}
