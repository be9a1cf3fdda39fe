using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Analyzers;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>A fix that changes values of the source: the proposal of the finding, in the author's notation.</summary>
internal static class ValueFix
{
    /// <summary>The fix; null where one of its edits cannot be written.</summary>
    public static async Task<Fix?> Of(Solution solution, CarriedFix carried, CancellationToken cancellation)
    {
        if (carried.Edits.IsDefaultOrEmpty) return null;
        var edits = ImmutableArray.CreateBuilder<Edit>();
        foreach (var edit in carried.Edits)
        {
            if (await LiteralEdit.Of(solution, edit, cancellation).ConfigureAwait(false) is not { } written) return null;
            edits.Add(written);
        }

        if (edits.Select(edit => (edit.Document, edit.Span)).Distinct().Count() < edits.Count) return null;
        return new Fix(carried.Key, string.Format(CultureInfo.InvariantCulture, carried.Title, edits[0].NewText), edits.ToImmutable());
    }
}
