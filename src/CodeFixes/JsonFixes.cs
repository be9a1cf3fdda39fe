using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using ScalingAnalyzers.Analyzers;
using ScalingAnalyzers.Checks;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>The fixes of values inside JSON files, where the editor offers fixes in additional files.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(JsonFixes),
    DocumentKinds = new[] { nameof(TextDocumentKind.AdditionalDocument) },
    DocumentExtensions = new[] { ".json" })]
public sealed class JsonFixes : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        RuleTable.All.Where(rule => rule.Fixes.Any(fix => !fix.AddsSyntax)).Select(rule => rule.Id).ToImmutableArray();

    /// <summary>None: editors do not request a batch over additional files.</summary>
    /// <returns>Null.</returns>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        // Not every client minds the kinds of documents above; in C# ScalingFixes has these rules, and two providers of
        // one fix apply none.
        if (context.TextDocument is not { } document || document is Document) return;
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var carried in FixProperties.Read(diagnostic))
            {
                if (await ValueFix.Of(document.Project.Solution, carried, context.CancellationToken).ConfigureAwait(false) is not { } fix)
                    continue;
                context.RegisterCodeFix(
                    CodeAction.Create(fix.Title, cancellation => Fix.Apply(document.Project.Solution, fix.Edits, cancellation), fix.Key),
                    diagnostic);
            }
        }
    }
}
