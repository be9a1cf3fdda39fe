using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ScalingAnalyzers.Checks;

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
    /// <summary>The other runs that the edits change, by name.</summary>
    public ImmutableArray<string> OtherRuns { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Whether it corrects a model: the runs of that model change with it.</summary>
    public bool IsOfModel { get; init; }

    /// <summary>Whether it cannot change what is trained.</summary>
    public bool IsMechanical => FixKind.All.Any(kind => kind.IsMechanical && kind.Key == Key);

    /// <summary>The title with what else would change.</summary>
    public string FullTitle =>
        Title + string.Concat(Edits.Select(e => e.AlsoChanges).Distinct(StringComparer.Ordinal)) + AlsoChangedRuns;

    private string AlsoChangedRuns => OtherRuns.Length switch
    {
        0 => "",
        <= 3 => "; also changes the run" + (OtherRuns.Length > 1 ? "s " : " ") + string.Join(", ", OtherRuns.Select(Quoted)),
        _ => "; also changes " + OtherRuns.Length.ToString(CultureInfo.InvariantCulture) + " other runs: "
            + string.Join(", ", OtherRuns.Take(2).Select(Quoted)) + " ...",
    };

    /// <summary>The solution with all edits made.</summary>
    public static Task<Solution> Apply(Solution solution, IEnumerable<Edit> edits, CancellationToken cancellation) =>
        Apply(solution, edits, (_, _, _) => { }, cancellation);

    /// <summary>The solution with all edits made; each changed text is passed on with the text before and its
    /// edits.</summary>
    public static async Task<Solution> Apply(
        Solution solution, IEnumerable<Edit> edits, Action<SourceText, SourceText, IReadOnlyList<Edit>> note,
        CancellationToken cancellation)
    {
        foreach (var group in edits.GroupBy(e => e.Document))
        {
            TextDocument? document = (TextDocument?)solution.GetDocument(group.Key) ?? solution.GetAdditionalDocument(group.Key);
            if (document is null) continue;
            var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
            var ordered = group.OrderBy(e => e.Span.Start).ToArray();
            var changed = text.WithChanges(ordered.Select(e => new TextChange(e.Span, e.NewText)));
            note(text, changed, ordered);
            solution = document is Document
                ? solution.WithDocumentText(group.Key, changed, PreservationMode.PreserveIdentity)
                : solution.WithAdditionalDocumentText(group.Key, changed, PreservationMode.PreserveIdentity);
        }

        return solution;
    }

    private static string Quoted(string run) => "'" + run + "'";
}
