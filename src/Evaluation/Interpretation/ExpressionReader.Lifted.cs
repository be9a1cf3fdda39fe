using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingAnalyzers.Evaluation;

// Operators and conversions of the user's own on nullable values: of null they do not run.
internal sealed partial class ExpressionReader
{
    private static bool IsNull(Value value) => value is ScalarValue { Content: null };

    private Value Lifted(IBinaryOperation binary, IMethodSymbol method, Value left, Value right, Frame frame)
    {
        if (!IsNull(left) && !IsNull(right))
        {
            return left is UnknownValue || right is UnknownValue
                ? Unfollowed(binary, method, UnknownKind.NullnessUnknown)
                : _run.Calls.Operator(method, [left, right], binary, frame);
        }

        return binary.OperatorKind switch
        {
            BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals when IsNull(left) && IsNull(right) =>
                new ScalarValue(binary.OperatorKind == BinaryOperatorKind.Equals),
            BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals when left is UnknownValue || right is UnknownValue =>
                Value.Unknown(binary.Syntax, UnknownKind.NullnessUnknown),
            BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals =>
                new ScalarValue(binary.OperatorKind == BinaryOperatorKind.NotEquals),
            BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan
                or BinaryOperatorKind.GreaterThanOrEqual => new ScalarValue(false),
            _ when IsNullable(binary.Type) => new ScalarValue(null),
            _ => Unfollowed(binary, method, UnknownKind.LiftedOperatorNotRead),
        };
    }

    // From a value that may be null to one that may be null, or from a plain one to one that may be null.
    private Value Lifted(IConversionOperation conversion, IMethodSymbol method, Value operand, Frame frame)
    {
        bool isOfUnderlying = conversion.Type is { } type && conversion.Operand.Type is { } from
            && SymbolEqualityComparer.Default.Equals(Underlying(type), method.ReturnType)
            && SymbolEqualityComparer.Default.Equals(Underlying(from), method.Parameters[0].Type);
        if (isOfUnderlying && IsNullable(conversion.Type))
        {
            if (IsNull(operand) && IsNullable(conversion.Operand.Type)) return operand;
            if (operand is not UnknownValue || !IsNullable(conversion.Operand.Type))
                return _run.Calls.Operator(method, [operand], conversion, frame);
        }

        return Unfollowed(conversion, method, UnknownKind.LiftedConversionNotRead);
    }
}
