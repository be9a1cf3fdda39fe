using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// Sums, differences, products and quotients of int, long and double, of literals and named members, read from the
/// syntax: binding them takes several times as long. What has more than one meaning, what overflows, and what is
/// unknown is left to the binding, which says why.
/// </summary>
internal sealed class UnboundArithmetic
{
    private const int Deepest = 40;

    private readonly Interpreter _run;
    private readonly HashSet<SyntaxNode> _bound = new();

    public UnboundArithmetic(Interpreter run) => _run = run;

    /// <summary>What an initialiser gives; null where it must be bound.</summary>
    public ScalarValue? Initial(ISymbol member, ITypeSymbol type, ExpressionSyntax initializer) =>
        Of(member, type, initializer, null);

    /// <summary>What a getter that is one expression gives; null where it must be bound.</summary>
    public ScalarValue? Getter(IPropertySymbol property, ObjectValue? receiver) =>
        !property.ReturnsByRef && !property.ReturnsByRefReadonly && !property.IsIndexer
            && Accessors.Getter(property, _run.Cancellation) is { } expression
            ? Of(property, property.Type, expression, receiver)
            : null;

    private ScalarValue? Of(ISymbol member, ITypeSymbol type, ExpressionSyntax expression, ObjectValue? receiver)
    {
        type = ExpressionReader.Underlying(type);
        if (!IsCalculated(type) || _bound.Contains(expression)) return null;
        bool isOfLiterals = IsOfLiterals(expression);
        var names = isOfLiterals ? null : DeclaredNames.Around(member, expression, _run.Models);
        if ((names is null && !isOfLiterals) || !_run.TryEnter()) return null;
        var value = Read(expression, names, receiver, Deepest) is { } read ? Kept(read, type) : null;
        _run.Leave();

        // It is not tried again: getters that name each other would take twice as long at each level.
        if (value is null) _bound.Add(expression);
        return value;
    }

    // What most configs have: nothing in it is named.
    private static bool IsOfLiterals(ExpressionSyntax expression)
    {
        while (expression is BinaryExpressionSyntax { Right: LiteralExpressionSyntax } binary) expression = binary.Left;
        return expression is LiteralExpressionSyntax;
    }

    private static bool IsCalculated(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double;

    // Implicit conversions alone: any other is an error, or a cast.
    private static ScalarValue? Kept(ScalarValue value, ITypeSymbol type) =>
        (type.SpecialType, value.Content) switch
        {
            (SpecialType.System_Int32, int) or (SpecialType.System_Int64, long) or (SpecialType.System_Double, double) => value,
            (SpecialType.System_Int64, int number) => new ScalarValue((long)number, value.Literal),
            (SpecialType.System_Double, int number) => new ScalarValue((double)number, value.Literal),
            (SpecialType.System_Double, long number) => new ScalarValue((double)number, value.Literal),
            _ => null,
        };

    private ScalarValue? Read(ExpressionSyntax expression, DeclaredNames? names, ObjectValue? receiver, int depth)
    {
        if (expression is not BinaryExpressionSyntax) return Operand(expression, names, receiver, depth);
        var spine = new Stack<BinaryExpressionSyntax>();
        while (expression is BinaryExpressionSyntax binary)
        {
            if (Operator(binary.Kind()) == BinaryOperatorKind.None) return null;
            spine.Push(binary);
            expression = binary.Left;
        }

        var value = Operand(expression, names, receiver, depth);
        while (value is not null && spine.Count > 0)
        {
            var binary = spine.Pop();
            value = Operand(binary.Right, names, receiver, depth) is { } right && _run.Fuel.Spend()
                ? Combined(Operator(binary.Kind()), value, right)
                : null;
        }

        return value;
    }

    private ScalarValue? Operand(ExpressionSyntax expression, DeclaredNames? names, ObjectValue? receiver, int depth)
    {
        if (depth == 0 || !_run.Fuel.Spend()) return null;
        switch (expression)
        {
            case LiteralExpressionSyntax { Token: { Value: int or long or double } token }:
                return new ScalarValue(token.Value, new EditableLiteral(token, 1, isShared: false));
            case ParenthesizedExpressionSyntax inner:
                return Read(inner.Expression, names, receiver, depth - 1);
            case PrefixUnaryExpressionSyntax minus when minus.IsKind(SyntaxKind.UnaryMinusExpression):
                return Operand(minus.Operand, names, receiver, depth - 1) is { Content: { } content }
                    && Arithmetic.Unary(UnaryOperatorKind.Minus, content, out _) is { } negative ? new ScalarValue(negative) : null;
            case IdentifierNameSyntax { Identifier.ValueText: not ("field" or "value" or "") and var name } when names is not null:
                return names.Symbol(name) is { } symbol ? Named(symbol, names, receiver) : null;
            case MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax holder, Name: IdentifierNameSyntax part }
                when names is not null:
                return names.Constant(holder.Identifier.ValueText, part.Identifier.ValueText) is { } constant
                    ? Named(constant, names, null)
                    : null;
            default:
                return null;
        }
    }

    // A value reached by name keeps its literal, marked as possibly shared.
    private ScalarValue? Named(ISymbol symbol, DeclaredNames names, ObjectValue? receiver)
    {
        var type = symbol switch
        {
            IFieldSymbol field => field.Type,
            IPropertySymbol { ReturnsByRef: false, ReturnsByRefReadonly: false } property => property.Type,
            _ => null,
        };
        if (type is null || !IsCalculated(type)) return null;
        var value = symbol switch
        {
            IFieldSymbol { IsConst: true } => _run.Members.Read(symbol, null),
            IFieldSymbol { IsStatic: true } when SymbolEqualityComparer.Default.Equals(symbol.ContainingType, names.Type) =>
                _run.Members.Read(symbol, null),
            { IsStatic: false } when receiver is not null && Dispatch.Derives(receiver.Type, symbol.ContainingType) =>
                OfObject(symbol, receiver),
            _ => null,
        };
        return value is ScalarValue { Boxed: null } scalar && Kept(scalar, type) is { } kept
            ? kept.Literal is { } literal ? new ScalarValue(kept.Content, literal.Through()) : kept
            : null;
    }

    // A getter runs only as far as it is arithmetic too, so that nothing has happened where this ends without a value.
    private Value? OfObject(ISymbol member, ObjectValue receiver)
    {
        member = Dispatch.Get(member, receiver.Type);
        if (member is not IPropertySymbol property || !Accessors.HasOwnGetter(property, _run.Cancellation))
            return receiver.Stored(member);
        return receiver.IsOfUnknownType && Dispatch.IsVirtual(property) ? null : Getter(property, receiver);
    }

    private static BinaryOperatorKind Operator(SyntaxKind kind) => kind switch
    {
        SyntaxKind.AddExpression => BinaryOperatorKind.Add,
        SyntaxKind.SubtractExpression => BinaryOperatorKind.Subtract,
        SyntaxKind.MultiplyExpression => BinaryOperatorKind.Multiply,
        SyntaxKind.DivideExpression => BinaryOperatorKind.Divide,
        SyntaxKind.ModuloExpression => BinaryOperatorKind.Remainder,
        _ => BinaryOperatorKind.None,
    };

    private static ScalarValue? Combined(BinaryOperatorKind kind, ScalarValue left, ScalarValue right)
    {
        var (a, b) = Promoted(left.Content!, right.Content!);
        return Arithmetic.Binary(kind, a, b, out _) is { } result
            ? new ScalarValue(result, kind == BinaryOperatorKind.Multiply ? ExpressionReader.ProductLiteral(left, right) : null)
            : null;
    }

    // Binary numeric promotion, C# 12.4.7.3.
    private static (object, object) Promoted(object a, object b) => (a, b) switch
    {
        (int x, long) => ((long)x, b),
        (long, int y) => (a, (long)y),
        (double, int y) => (a, (double)y),
        (double, long y) => (a, (double)y),
        (int x, double) => ((double)x, b),
        (long x, double) => ((double)x, b),
        _ => (a, b),
    };
}
