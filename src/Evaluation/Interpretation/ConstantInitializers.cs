using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// Initialisers that only calculate with constants: they change nothing, so that each is bound where its value is asked
/// for. The compiler searches all members of a type to bind one initialiser. A name is looked up once a type.
/// </summary>
internal sealed class ConstantInitializers
{
    private const int Deepest = 40;

    private readonly ConcurrentDictionary<string, ISymbol?> _names = new(StringComparer.Ordinal);

    /// <summary>Whether the initialiser of a member is arithmetic of literals and constants.</summary>
    public static bool Is(ISymbol member, ExpressionSyntax initializer, SourceModels models, CancellationToken cancellation)
    {
        if (!IsPlain(member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type)) return false;
        var declaration = initializer.FirstAncestorOrSelf<TypeDeclarationSyntax>();

        // In the body of a type with a primary constructor, its parameters are names too.
        if (declaration is null || declaration.OpenBraceToken.Span.IsEmpty || HasParameters(declaration)
            || models.Of(declaration.SyntaxTree) is not { } model) return false;

        // The names of a tree mean the same as long as its compilation.
        var names = EffectTable.Of(model.Compilation).Constants.GetOrAdd(declaration, _ => new ConstantInitializers());
        return names.IsConstant(initializer, declaration, model, Deepest, cancellation);
    }

    private static bool IsPlain(ITypeSymbol type) => ExpressionReader.Underlying(type) is { } kept
        && (kept.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_String || kept.TypeKind == TypeKind.Enum);

    // Roslyn 4.5 names the parameters of records alone. They stand before the brace, thousands of members behind it.
    private static bool HasParameters(TypeDeclarationSyntax declaration) => declaration.ChildNodes()
        .TakeWhile(node => node.SpanStart < declaration.OpenBraceToken.SpanStart).Any(node => node is ParameterListSyntax);

    private bool IsConstant(
        ExpressionSyntax expression, TypeDeclarationSyntax declaration, SemanticModel model, int depth, CancellationToken cancellation)
    {
        if (depth == 0) return false;
        bool Is(ExpressionSyntax part) => IsConstant(part, declaration, model, depth - 1, cancellation);
        return expression switch
        {
            LiteralExpressionSyntax => true,
            ParenthesizedExpressionSyntax inner => Is(inner.Expression),
            CheckedExpressionSyntax inner => Is(inner.Expression),
            CastExpressionSyntax { Type: PredefinedTypeSyntax } cast => Is(cast.Expression),
            PrefixUnaryExpressionSyntax sign => IsSign(sign.Kind()) && Is(sign.Operand),
            BinaryExpressionSyntax binary => IsArithmetic(binary.Kind()) && Is(binary.Right) && Is(binary.Left),
            IdentifierNameSyntax name => Symbol(name, declaration, model) is IFieldSymbol { IsConst: true },
            MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax holder, Name: IdentifierNameSyntax name } =>
                Symbol(holder, declaration, model) is INamedTypeSymbol type && type.GetMembers(name.Identifier.ValueText) is
                { Length: 1 } members && members[0] is IFieldSymbol { IsConst: true },
            _ => false,
        };
    }

    private ISymbol? Symbol(IdentifierNameSyntax name, TypeDeclarationSyntax declaration, SemanticModel model) =>
        _names.GetOrAdd(name.Identifier.ValueText, text =>
        {
            var found = model.LookupSymbols(declaration.OpenBraceToken.Span.End, name: text);
            return found.Length == 1 ? found[0] : null;
        });

    private static bool IsSign(SyntaxKind kind) => kind is SyntaxKind.UnaryMinusExpression or SyntaxKind.UnaryPlusExpression
        or SyntaxKind.BitwiseNotExpression or SyntaxKind.LogicalNotExpression;

    private static bool IsArithmetic(SyntaxKind kind) => kind is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression
        or SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression or SyntaxKind.ModuloExpression
        or SyntaxKind.LeftShiftExpression or SyntaxKind.RightShiftExpression or SyntaxKind.BitwiseAndExpression
        or SyntaxKind.BitwiseOrExpression or SyntaxKind.ExclusiveOrExpression;
}
