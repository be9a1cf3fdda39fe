using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using ScalingAnalyzers.Analyzers;
using ScalingAnalyzers.Checks;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>Offers the fixes of every rule, the recommended one first: batch tools apply that.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ScalingFixes))]
public sealed class ScalingFixes : CodeFixProvider
{
    private delegate Task<Fix?> SyntaxMaker(Document document, Diagnostic diagnostic, CarriedFix carried, CancellationToken cancellation);

    // Fixes that add syntax; all others change values, in one way.
    private static readonly ImmutableDictionary<string, SyntaxMaker> SyntaxMakers = ImmutableDictionary<string, SyntaxMaker>.Empty
        .Add(FixKind.AddPartial.Key, AddPartial.Of)
        .Add(FixKind.DeclareIntent.Key, DeclareIntent.Of)
        .Add(FixKind.DeclareRole.Key, DeclareRole.Of);

    /// <summary>The keys of each rule that has fixes, in the order they are offered.</summary>
    internal static ImmutableDictionary<string, ImmutableArray<string>> Keys { get; } = RuleTable.All
        .Where(rule => rule.Fixes.Count > 0)
        .ToImmutableDictionary(rule => rule.Id, rule => rule.Fixes.Select(fix => fix.Key).ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>
    /// Rules whose fixes each correct a different fault, so that none is an alternative to another: applying the rule
    /// applies all of them.
    /// </summary>
    internal static ImmutableHashSet<string> MendSeveralFaults { get; } =
        ImmutableHashSet.Create(StringComparer.Ordinal, RuleTable.Get("SCALE104").Id, RuleTable.Get("SCALE909").Id);

    /// <summary>The keys that were offered, and the rule of each.</summary>
    internal OfferedKeys Offered { get; } = new();

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        Keys.Keys.OrderBy(id => id, System.StringComparer.Ordinal).ToImmutableArray();

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => TextFixAll.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var solution = context.Document.Project.Solution;
        foreach (var diagnostic in context.Diagnostics)
        {
            var fixes = await All(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false);
            foreach (var fix in fixes)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(fix.FullTitle, cancellation => Fix.Apply(solution, fix.Edits, cancellation),
                        Offered.For(diagnostic.Id, fix.Key, isFirst: fix == fixes[0])),
                    diagnostic);
            }
        }
    }

    /// <summary>The fixes of a diagnostic, in order.</summary>
    internal static async Task<IReadOnlyList<Fix>> All(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var fixes = new List<Fix>();

        var consequences = new Consequences(document, diagnostic);
        foreach (var carried in FixProperties.Read(diagnostic))
        {
            // Of several ways with one key, the first that can be written applies.
            if (fixes.Any(fix => fix.Key == carried.Key)
                || await Make(document, diagnostic, carried, cancellation).ConfigureAwait(false) is not { } fix) continue;
            if (await consequences.Judged(fix, cancellation).ConfigureAwait(false) is { } judged) fixes.Add(judged);
        }

        return fixes;
    }

    private static Task<Fix?> Make(Document document, Diagnostic diagnostic, CarriedFix carried, CancellationToken cancellation) =>
        SyntaxMakers.TryGetValue(carried.Key, out var make)
            ? make(document, diagnostic, carried, cancellation)
            : ValueFix.Of(document.Project.Solution, carried, cancellation);
}
