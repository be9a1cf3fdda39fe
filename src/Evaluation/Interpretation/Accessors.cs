using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingAnalyzers.Evaluation;

/// <summary>What is written of a property's accessors: code of the user's own, or nothing but storage.</summary>
internal static class Accessors
{
    /// <summary>Whether reading the property runs code that is written in the source.</summary>
    public static bool HasOwnGetter(IPropertySymbol property, CancellationToken cancellation) =>
        Declaration(property, cancellation) is { } declaration &&
        (Arrow(declaration) is not null || IsElsewhere(declaration) || Accessor(declaration, isSetter: false) is { } get && HasBody(get));

    /// <summary>The set or init accessor that runs code of the user's own; null where assigning only stores.</summary>
    public static AccessorDeclarationSyntax? OwnSetter(IPropertySymbol property, CancellationToken cancellation) =>
        Declaration(property, cancellation) is { } declaration && Accessor(declaration, isSetter: true) is { } set
            && (HasBody(set) || IsElsewhere(declaration)) ? set : null;

    /// <summary>Whether the accessors of a property without source are those that the compiler writes.</summary>
    public static bool OnlyStores(IPropertySymbol property, CancellationToken cancellation) =>
        property.DeclaringSyntaxReferences.IsEmpty
            ? IsWrittenByCompiler(property.GetMethod) && IsWrittenByCompiler(property.SetMethod)
            : !HasOwnGetter(property, cancellation) && OwnSetter(property, cancellation) is null;

    private static bool IsWrittenByCompiler(IMethodSymbol? accessor) =>
        accessor is null || accessor.GetAttributes().Any(a => a.AttributeClass?.Name == "CompilerGeneratedAttribute");

    /// <summary>The expression of a get accessor, where it is a single one.</summary>
    public static ExpressionSyntax? Getter(IPropertySymbol property, CancellationToken cancellation)
    {
        if (Declaration(property, cancellation) is not { } declaration) return null;
        if (Arrow(declaration) is { } arrow) return arrow.Expression;
        return Accessor(declaration, isSetter: false) switch
        {
            { ExpressionBody.Expression: { } expression } => expression,
            { Body.Statements: { Count: 1 } statements } when statements[0] is ReturnStatementSyntax { Expression: { } returned } =>
                returned,
            _ => null,
        };
    }

    // Of a partial property, the part at hand has the code, unless there is none.
    private static bool IsElsewhere(BasePropertyDeclarationSyntax declaration) =>
        declaration.Modifiers.Any(SyntaxKind.ExternKeyword)
            || (declaration.Modifiers.Any(SyntaxKind.PartialKeyword) && !HasCode(declaration));

    /// <summary>Whether a part of a partial property is the one with the code.</summary>
    public static bool HasCode(BasePropertyDeclarationSyntax declaration) =>
        Arrow(declaration) is not null || declaration.AccessorList?.Accessors.Any(HasBody) == true;

    private static bool HasBody(AccessorDeclarationSyntax accessor) => accessor.Body is not null || accessor.ExpressionBody is not null;

    private static ArrowExpressionClauseSyntax? Arrow(BasePropertyDeclarationSyntax declaration) =>
        (declaration as PropertyDeclarationSyntax)?.ExpressionBody ?? (declaration as IndexerDeclarationSyntax)?.ExpressionBody;

    private static BasePropertyDeclarationSyntax? Declaration(IPropertySymbol property, CancellationToken cancellation) =>
        PartialMembers.Implementation(property).DeclaringSyntaxReferences.FirstOrDefault()?.ReadSyntax(cancellation)
            as BasePropertyDeclarationSyntax;

    private static AccessorDeclarationSyntax? Accessor(BasePropertyDeclarationSyntax declaration, bool isSetter)
    {
        foreach (var accessor in declaration.AccessorList?.Accessors ?? default)
        {
            if (accessor.IsKind(SyntaxKind.GetAccessorDeclaration) != isSetter) return accessor;
        }

        return null;
    }
}
