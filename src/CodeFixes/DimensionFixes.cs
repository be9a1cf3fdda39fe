using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Analyzers;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>nearest-divisor, use-counted and round-dimension: the whole number that the shape asks for, in C# and in JSON.</summary>
internal static class DimensionFixes
{
    public static Task<Fix?> NearestDivisor(TextDocument document, Diagnostic diagnostic, CancellationToken cancellation) =>
        Whole(document, diagnostic, "nearest-divisor", "Take the nearest {0} that divides: {1}", cancellation);

    public static Task<Fix?> RoundDimension(TextDocument document, Diagnostic diagnostic, CancellationToken cancellation) =>
        Whole(document, diagnostic, "round-dimension", "Round {0} up to a multiple of 64: {1}", cancellation);

    /// <summary>Declares the counted parameters: to the last one where the literal can hold them, else to three digits.</summary>
    public static async Task<Fix?> UseCounted(TextDocument document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var facts = FixFacts.Of(diagnostic);
        if (facts.Number(DimensionFacts.Wanted) is not { } counted) return null;
        var solution = document.Project.Solution;
        bool up = Math.Abs((double)LiteralText.Round(counted, up: true) - counted) <= Math.Abs((double)LiteralText.Round(counted, up: false) - counted);
        var edit = await LiteralEdit.Exact(solution, facts, DimensionFacts.Dimension, (long)counted, cancellation).ConfigureAwait(false)
            ?? await LiteralEdit.Of(solution, facts, DimensionFacts.Dimension, counted, up, cancellation).ConfigureAwait(false)
            ?? await LiteralEdit.Of(solution, facts, DimensionFacts.Dimension, counted, !up, cancellation).ConfigureAwait(false);
        return edit is null ? null : new Fix("use-counted", "Declare the " + Quantity.Format(counted) + " parameters that the dimensions make", ImmutableArray.Create(edit));
    }

    private static async Task<Fix?> Whole(TextDocument document, Diagnostic diagnostic, string key, string title, CancellationToken cancellation)
    {
        var facts = FixFacts.Of(diagnostic);
        if (facts.Number(DimensionFacts.Wanted) is not { } wanted || !facts.Properties.TryGetValue(DimensionFacts.Name, out string? name)) return null;
        var edit = await LiteralEdit.Exact(document.Project.Solution, facts, DimensionFacts.Dimension, (long)wanted, cancellation).ConfigureAwait(false);
        string said = string.Format(CultureInfo.InvariantCulture, title, name, (long)wanted);
        return edit is null ? null : new Fix(key, said, ImmutableArray.Create(edit));
    }
}
