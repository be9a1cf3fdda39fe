using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Analyzers;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>append-billions: 300 tokens become 300 billion, where the type can hold them.</summary>
internal static class AppendBillions
{
    public static async Task<Fix?> Of(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var facts = FixFacts.Of(diagnostic);
        if (facts.Number(Magnitudes.Count) is not { } count) return null;
        var edit = await LiteralEdit.Of(document.Project.Solution, facts, Magnitudes.Count, count * 1e9, up: true, cancellation).ConfigureAwait(false);
        return edit is null ? null : new Fix("append-billions", "Mean " + Quantity.Format(count * 1e9), ImmutableArray.Create(Separated(edit)));
    }

    // 300 carries no separators to follow; 300000000000 would be hard to read.
    private static Edit Separated(Edit edit)
    {
        string text = edit.NewText;
        if (!long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out long value)) return edit;
        return edit with { NewText = value.ToString("#,##0", System.Globalization.CultureInfo.InvariantCulture).Replace(",", "_") };
    }
}
