using System.Collections.Immutable;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Analyzers;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>use-dense-peak: the chip's dense peak to its published digits, in the unit and form that stand there.</summary>
internal static class UseDensePeak
{
    public static async Task<Fix?> Of(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var (solution, facts) = (document.Project.Solution, FixFacts.Of(diagnostic));
        if (facts.Number(AcceleratorNames.Dense) is not { } dense) return null;

        // A whole number of TFLOP/s cannot hold 989.4; 989 is below the peak, as a chip may run.
        var edit = await Edited((text, factor) => LiteralText.Exact(text, (decimal)(dense / factor))).ConfigureAwait(false)
            ?? await Edited((text, factor) => LiteralText.Exact(text, decimal.Floor((decimal)(dense / factor)))).ConfigureAwait(false);
        if (edit is null) return null;
        return new Fix("use-dense-peak", "Use the dense peak, " + (dense / 1e12).ToString("#,##0.####", CultureInfo.InvariantCulture) + " TFLOP/s", ImmutableArray.Create(edit));

        Task<Edit?> Edited(System.Func<string, double, string?> rewrite) => LiteralEdit.Of(solution, facts, AcceleratorNames.Peak, rewrite, cancellation);
    }
}
