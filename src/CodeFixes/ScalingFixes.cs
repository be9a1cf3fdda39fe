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
    private static readonly ImmutableDictionary<string, (string Key, Maker Make)[]> Makers = new Dictionary<string, (string Key, Maker Make)[]>
    {
        ["SCALE001"] = [("same-compute", SameCompute), ("scale-tokens", ScaleTokens), ("scale-parameters", ScaleParameters)],
        ["SCALE002"] = [("same-compute", SameCompute), ("scale-parameters", ScaleParameters), ("scale-tokens", ScaleTokens), ("same-loss", SameLoss.Of)],
        ["SCALE004"] = [("declare-intent", DeclareIntent.Of), ("same-compute", SameCompute), ("scale-parameters", ScaleParameters), ("scale-tokens", ScaleTokens)],
        ["SCALE101"] = [("fit-budget", FitBudget.Of)],
        ["SCALE102"] = [("as-fraction", AsFraction.Of)],
        ["SCALE104"] = [("use-known-accelerator", UseKnownAccelerator.Of), ("use-dense-peak", UseDensePeak.Of)],
        ["SCALE201"] = [("limit-epochs", LimitEpochs.Of)],
        ["SCALE301"] = [("nearest-divisor", DimensionFixes.NearestDivisor)],
        ["SCALE302"] = [("use-counted", DimensionFixes.UseCounted)],
        ["SCALE303"] = [("round-dimension", DimensionFixes.RoundDimension)],
        ["SCALE304"] = [("use-product", UseProduct.Of)],
        ["SCALE401"] = [("use-suggested-batch", UseSuggestedBatch.Of)],
        ["SCALE402"] = [("use-suggested-learning-rate", UseSuggestedLearningRate.Of)],
        ["SCALE501"] = [("same-loss", SameLoss.Of)],
        ["SCALE903"] = [("add-partial", AddPartial.Of)],
        ["SCALE907"] = [("append-billions", AppendBillions.Of)],
    }.ToImmutableDictionary();

    /// <summary>The keys of each rule that has fixes, in the order they are offered.</summary>
    internal static ImmutableDictionary<string, ImmutableArray<string>> Keys { get; } = Makers.ToImmutableDictionary(m => m.Key, m => m.Value.Select(v => v.Key).ToImmutableArray());

    /// <summary>Rules whose fixes each mend a fault of their own: none is an alternative to another, so who mends the rule means all of them.</summary>
    internal static ImmutableHashSet<string> MendSeveralFaults { get; } = ImmutableHashSet.Create("SCALE104");

    /// <summary>The keys that went out, and for which rule.</summary>
    internal OfferedKeys Offered { get; } = new();

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
                    CodeAction.Create(fix.FullTitle, cancellation => Fix.Apply(solution, fix.Edits, cancellation), Offered.For(diagnostic.Id, fix.Key)),
                    diagnostic);
            }
        }
    }

    /// <summary>The fixes of a diagnostic, in order.</summary>
    internal static async Task<IReadOnlyList<Fix>> All(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var fixes = new List<Fix>();

        // `dotnet format` asks of any diagnostic that comes first, mendable or not.
        if (!Makers.TryGetValue(diagnostic.Id, out var makers)) return fixes;
        var consequences = new Consequences(document, diagnostic);
        foreach (var (_, make) in makers)
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
