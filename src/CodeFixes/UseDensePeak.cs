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
        if (facts.Number(AcceleratorNames.Dense) is not { } dense || facts.Number(AcceleratorNames.Peak + ".factor") is not { } factor || !(dense / factor is > 0 and < 1e27)) return null;
        decimal exact = (decimal)(dense / factor);

        // A whole number of TFLOP/s cannot hold 989.4; 989 is below the peak, as a chip may run.
        return await Writing(exact).ConfigureAwait(false) ?? await Writing(decimal.Floor(exact)).ConfigureAwait(false);

        async Task<Fix?> Writing(decimal value)
        {
            var edit = await LiteralEdit.Of(solution, facts, AcceleratorNames.Peak, (text, _) => LiteralText.Exact(text, value), cancellation).ConfigureAwait(false);
            if (edit is null) return null;
            string shown = ((double)value * factor / 1e12).ToString("#,##0.####", CultureInfo.InvariantCulture);
            return new Fix("use-dense-peak", "Use the dense peak, " + shown + " TFLOP/s", ImmutableArray.Create(edit));
        }
    }
}
