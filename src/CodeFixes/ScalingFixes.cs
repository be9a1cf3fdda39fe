using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using ScalingAnalyzers.Analyzers;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>Offers the fixes of every rule, the recommended one first: batch tools apply that.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ScalingFixes))]
public sealed class ScalingFixes : CodeFixProvider
{
    private delegate Task<Fix?> Maker(Document document, Diagnostic diagnostic, CancellationToken cancellation);

    // Written out: without [Shared] no System.Composition assembly has to load.
    private static readonly ImmutableDictionary<string, Maker[]> Makers = new Dictionary<string, Maker[]>
    {
        ["SCALE001"] = [SameCompute, ScaleTokens, ScaleParameters],
        ["SCALE002"] = [SameCompute, ScaleParameters, ScaleTokens, SameLoss.Of],
        ["SCALE004"] = [DeclareIntent.Of, SameCompute, ScaleParameters, ScaleTokens],
        ["SCALE101"] = [FitBudget.Of],
        ["SCALE102"] = [AsFraction.Of],
        ["SCALE104"] = [UseKnownAccelerator.Of, UseDensePeak.Of],
        ["SCALE201"] = [LimitEpochs.Of],
        ["SCALE301"] = [DimensionFixes.NearestDivisor],
        ["SCALE302"] = [DimensionFixes.UseCounted],
        ["SCALE303"] = [DimensionFixes.RoundDimension],
        ["SCALE304"] = [UseProduct.Of],
        ["SCALE401"] = [UseSuggestedBatch.Of],
        ["SCALE402"] = [UseSuggestedLearningRate.Of],
        ["SCALE501"] = [SameLoss.Of],
        ["SCALE903"] = [AddPartial.Of],
        ["SCALE907"] = [AppendBillions.Of],
    }.ToImmutableDictionary();

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Makers.Keys.OrderBy(k => k, System.StringComparer.Ordinal).ToImmutableArray();

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => TextFixAll.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var solution = context.Document.Project.Solution;
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var fix in await All(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(fix.FullTitle, cancellation => Fix.Apply(solution, fix.Edits, cancellation), fix.Key),
                    diagnostic);
            }
        }
    }

    /// <summary>The fixes of a diagnostic, in order.</summary>
    internal static async Task<IReadOnlyList<Fix>> All(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var fixes = new List<Fix>();
        var consequences = new Consequences(document, diagnostic);
        foreach (var make in Makers[diagnostic.Id])
        {
            if (await make(document, diagnostic, cancellation).ConfigureAwait(false) is not { } fix) continue;
            if (!await consequences.RaiseAnotherRule(fix, cancellation).ConfigureAwait(false)) fixes.Add(fix);
        }

        return fixes;
    }

    private static Task<Fix?> SameCompute(Document document, Diagnostic diagnostic, CancellationToken cancellation) =>
        BalanceFixes.SameCompute(document.Project.Solution, FixFacts.Of(diagnostic), cancellation);

    private static Task<Fix?> ScaleTokens(Document document, Diagnostic diagnostic, CancellationToken cancellation) =>
        BalanceFixes.ScaleTokens(document.Project.Solution, FixFacts.Of(diagnostic), cancellation);

    private static Task<Fix?> ScaleParameters(Document document, Diagnostic diagnostic, CancellationToken cancellation) =>
        BalanceFixes.ScaleParameters(document.Project.Solution, FixFacts.Of(diagnostic), cancellation);
}
