using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ScalingAnalyzers.Analyzers;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>add-partial: makes the type, and every type around it, partial.</summary>
internal static class AddPartial
{
    public static async Task<Fix?> Of(Document document, Diagnostic diagnostic, CarriedFix carried, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration
            || model is null) return null;
        var edits = ImmutableArray.CreateBuilder<Edit>();
        for (var type = model.GetDeclaredSymbol(declaration, cancellation); type is not null; type = type.ContainingType)
        {
            if (type.IsFileLocal) return null;
            foreach (var reference in type.DeclaringSyntaxReferences)
            {
                if (await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false) is not TypeDeclarationSyntax part) return null;
                if (part.Modifiers.Any(SyntaxKind.PartialKeyword)) continue;
                if (document.Project.Solution.GetDocument(part.SyntaxTree) is not { } holder) return null;
                edits.Add(new Edit(holder.Id, new TextSpan(part.Keyword.SpanStart, 0), "partial "));
            }
        }

        return edits.Count == 0 ? null : new Fix(carried.Key, carried.Title, edits.ToImmutable());
    }
}
