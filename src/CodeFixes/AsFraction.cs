using System.Collections.Immutable;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Analyzers;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>as-fraction: 40 was meant as 0.40.</summary>
internal static class AsFraction
{
    public static async Task<Fix?> Of(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var facts = FixFacts.Of(diagnostic);
        if (facts.Number(Utilizations.Fraction) is null) return null;
        var edit = await LiteralEdit.Of(document.Project.Solution, facts, Utilizations.Utilization, (text, factor) => factor == 1 ? Hundredth(text) : null, cancellation).ConfigureAwait(false);
        return edit is null ? null : new Fix("as-fraction", "Mean " + edit.NewText, ImmutableArray.Create(edit));
    }

    // The point moves, digits and suffix stay: 40 -> 0.40, 38.5f -> 0.385f.
    private static string? Hundredth(string text)
    {
        string digits = text.TrimEnd('f', 'F', 'd', 'D', 'm', 'M');
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal percent)) return null;
        return (percent * 0.01m).ToString(CultureInfo.InvariantCulture) + text.Substring(digits.Length);
    }
}
