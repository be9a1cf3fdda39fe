using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ScalingAnalyzers.Analyzers;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>declare-intent: declares in the attribute that the over-training is intended.</summary>
internal static class DeclareIntent
{
    public static async Task<Fix?> Of(Document document, Diagnostic diagnostic, CarriedFix carried, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var declaration = root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>(IsConfig);
        if (model is null || declaration is null
            || ConfigAttributes.Training(model.GetDeclaredSymbol(declaration, cancellation)) is not { } data) return null;
        if (data.ApplicationSyntaxReference is not { } reference || reference.SyntaxTree != root!.SyntaxTree) return null;
        if (data.NamedArguments.Any(a => a.Key == "Intent")) return null;

        var attribute = (AttributeSyntax)await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false);
        string intent = "Intent = " + Qualifier(model, attribute.SpanStart) + "TrainingIntent.InferenceOptimal";
        Edit edit = attribute.ArgumentList is { } list
            ? new(document.Id, new TextSpan(list.CloseParenToken.SpanStart, 0), list.Arguments.Count > 0 ? ", " + intent : intent)
            : new(document.Id, new TextSpan(attribute.Name.Span.End, 0), "(" + intent + ")");
        return new Fix(carried.Key, carried.Title, ImmutableArray.Create(edit));

        bool IsConfig(TypeDeclarationSyntax type) => ConfigAttributes.Training(model?.GetDeclaredSymbol(type, cancellation)) is not null;
    }

    private static string Qualifier(SemanticModel model, int position) =>
        model.LookupNamespacesAndTypes(position, name: "TrainingIntent")
            .Any(s => s is INamedTypeSymbol { ContainingNamespace.Name: "ScalingAnalyzers" })
            ? "" : "global::ScalingAnalyzers.";
}
