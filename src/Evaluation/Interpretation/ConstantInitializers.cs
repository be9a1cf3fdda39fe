using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// Initialisers that only calculate: they change nothing, so that each is bound, if at all, where its value is asked
/// for.
/// </summary>
internal static class ConstantInitializers
{
    private const int Deepest = 40;

    /// <summary>Whether the initialiser of a member is arithmetic of literals and constants.</summary>
    public static bool Is(ISymbol member, ExpressionSyntax initializer, SourceModels models, CancellationToken cancellation) =>
        Calculates(member, initializer, models, takesStatics: false, cancellation);

    /// <summary>Whether it is arithmetic of these and of static fields of its own type, so that it changes
    /// nothing.</summary>
    public static bool IsQuiet(ISymbol member, ExpressionSyntax initializer, SourceModels models, CancellationToken cancellation) =>
        Calculates(member, initializer, models, takesStatics: true, cancellation);

    private static bool Calculates(
        ISymbol member, ExpressionSyntax initializer, SourceModels models, bool takesStatics, CancellationToken cancellation) =>
        IsPlain(member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type)
            && DeclaredNames.Around(member, initializer, models) is { } names
            && Calculates(initializer, names, takesStatics, Deepest, cancellation);

    private static bool IsPlain(ITypeSymbol type) => ExpressionReader.Underlying(type) is { } kept
        && (kept.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_String || kept.TypeKind == TypeKind.Enum);

    private static bool Calculates(
        ExpressionSyntax expression, DeclaredNames names, bool takesStatics, int depth, CancellationToken cancellation)
    {
        if (depth == 0) return false;
        bool Is(ExpressionSyntax part) => Calculates(part, names, takesStatics, depth - 1, cancellation);

        // A sum of thousands of terms leans left.
        while (expression is BinaryExpressionSyntax binary)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!IsArithmetic(binary.Kind()) || !Is(binary.Right)) return false;
            expression = binary.Left;
        }

        return expression switch
        {
            LiteralExpressionSyntax => true,
            ParenthesizedExpressionSyntax inner => Is(inner.Expression),
            CheckedExpressionSyntax inner => Is(inner.Expression),
            CastExpressionSyntax { Type: PredefinedTypeSyntax } cast => Is(cast.Expression),
            PrefixUnaryExpressionSyntax sign => IsSign(sign.Kind()) && Is(sign.Operand),
            IdentifierNameSyntax { Identifier.ValueText: var name } => names.Symbol(name) is IFieldSymbol field
                && ((field.IsConst && IsPlain(field.Type)) || (takesStatics && IsOwnStatic(field, names))),
            MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax holder, Name: IdentifierNameSyntax name } =>
                names.Constant(holder.Identifier.ValueText, name.Identifier.ValueText) is { } constant && IsPlain(constant.Type),
            _ => false,
        };
    }

    // To read one of another type may start that type.
    private static bool IsOwnStatic(IFieldSymbol field, DeclaredNames names) => field.IsStatic && IsPlain(field.Type)
        && SymbolEqualityComparer.Default.Equals(field.ContainingType, names.Type);

    private static bool IsSign(SyntaxKind kind) => kind is SyntaxKind.UnaryMinusExpression or SyntaxKind.UnaryPlusExpression
        or SyntaxKind.BitwiseNotExpression or SyntaxKind.LogicalNotExpression;

    private static bool IsArithmetic(SyntaxKind kind) => kind is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression
        or SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression or SyntaxKind.ModuloExpression
        or SyntaxKind.LeftShiftExpression or SyntaxKind.RightShiftExpression or SyntaxKind.BitwiseAndExpression
        or SyntaxKind.BitwiseOrExpression or SyntaxKind.ExclusiveOrExpression;
}
