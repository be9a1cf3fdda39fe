using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingAnalyzers.Evaluation;

// What initialisers give.
internal sealed partial class MemberReader
{
    private static ITypeSymbol TypeOf(ISymbol member) => member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type;

    /// <summary>What an initialiser gives that does nothing and needs no binding; null where it may do more.</summary>
    public Value? Plain(ISymbol member, ExpressionSyntax initializer)
    {
        var type = TypeOf(member);

        // A literal says itself what it is.
        if (initializer is LiteralExpressionSyntax { Token: { Value: { } written } token } && IsPlainLiteral(initializer)
            && _run.Models.Compilation.ContainsSyntaxTree(initializer.SyntaxTree) &&
            (Numbers.IsNumber(written)
                ? type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double
                : type.SpecialType == SpecialType.System_String && written is string { Length: <= Arithmetic.LongestText }))
        {
            return Coerce(new ScalarValue(written, new EditableLiteral(token, 1, isShared: false)), type, initializer);
        }

        // Nor do arrays of literals, of which only the number matters.
        if (type is IArrayTypeSymbol { Rank: 1 } && Elements(initializer) is { } elements
            && _run.Models.Compilation.ContainsSyntaxTree(initializer.SyntaxTree))
        {
            var values = new Value[elements.Expressions.Count];
            for (int i = 0; i < values.Length; i++)
            {
                if (elements.Expressions[i] is not LiteralExpressionSyntax literal) return null;
                values[i] = new ScalarValue(literal.Token.Value);
            }

            return new CollectionValue(values.Length, written: values);
        }

        return _run.Unbound.Initial(member, type, initializer);
    }

    /// <summary>The value of an initialiser; null where it lies in another compilation.</summary>
    public Value? Initial(ISymbol member, ExpressionSyntax initializer, Frame frame)
    {
        if (Plain(member, initializer) is { } plain) return plain;
        return _run.Models.OperationOf(initializer.Parent!, _run.Cancellation) switch
        {
            null => _run.Models.OperationOf(initializer, _run.Cancellation) is { } alone
                ? Coerce(_run.Evaluate(alone, frame), TypeOf(member), initializer)
                : null,
            ISymbolInitializerOperation initial => Own(_run.Evaluate(initial.Value, frame)),
            var other => Own(_run.Evaluate(other, frame)),
        };
    }

    /// <summary>What an initialiser gives that is not bound; what it may change is unknown.</summary>
    public UnknownValue Unbound(ISymbol member, ExpressionSyntax initializer)
    {
        if (!_run.Models.Compilation.ContainsSyntaxTree(initializer.SyntaxTree))
            return Value.Unknown(UnknownKind.InitialisedElsewhere, member.Name);
        _run.Heap.LoseAllForGood();
        return Value.Unknown(initializer, UnknownKind.MemberNestedTooDeeply, member.Name);
    }

    /// <summary>A struct is copied where it is kept; a box is shared.</summary>
    public static Value Own(Value value) => value is ObjectValue { Type.IsValueType: true, IsBox: false } part ? part.Copy() : value;

    /// <summary>A number as the type that keeps it.</summary>
    public Value Coerce(Value value, ITypeSymbol type, SyntaxNode at)
    {
        if (value is not ScalarValue { Content: { } content, Boxed: null } scalar) return value;
        type = ExpressionReader.Underlying(type);
        if (!Numbers.IsNumber(content) || type.TypeKind == TypeKind.TypeParameter) return value;
        object? converted = Conversions.To(type, content, out UnknownKind? fault);
        if (fault is not null) return Value.Unknown(at, UnknownKind.DoesNotFit, Arithmetic.Show(content), type.ToDisplayString());
        return converted is null
            ? Value.Unknown(at, UnknownKind.ConversionNotRead)
            : new ScalarValue(converted, scalar.Literal);
    }

    private static InitializerExpressionSyntax? Elements(ExpressionSyntax expression) => expression switch
    {
        InitializerExpressionSyntax elements => elements,
        ArrayCreationExpressionSyntax creation => creation.Initializer,
        ImplicitArrayCreationExpressionSyntax creation => creation.Initializer,
        _ => null,
    };

    private static bool IsPlainLiteral(ExpressionSyntax expression) =>
        expression.IsKind(SyntaxKind.NumericLiteralExpression) || expression.IsKind(SyntaxKind.StringLiteralExpression);
}
