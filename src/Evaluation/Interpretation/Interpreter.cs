using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// A small interpreter over IOperation. It runs no user code, guesses nothing and always ends: every step costs fuel, cycles are
/// seen, and nesting is bounded. What it does not know is an <see cref="UnknownValue"/> that says which expression stopped it.
/// </summary>
internal sealed partial class Interpreter
{
    // Kinds of C# 12 that the oldest Roslyn we run on does not name yet.
    private const OperationKind CollectionExpression = (OperationKind)127;
    private const OperationKind Spread = (OperationKind)128;

    private const int MostSteps = 50_000;
    private const int DeepestNesting = 220;

    private readonly SourceModels _models;
    private readonly CancellationToken _cancellation;
    private readonly HashSet<object> _running = new();
    private int _steps;
    private int _depth;

    public Interpreter(SourceModels models, CancellationToken cancellation)
    {
        _models = models;
        _cancellation = cancellation;
    }

    /// <summary>The value of an expression.</summary>
    public Value Evaluate(IOperation? operation, Frame frame)
    {
        if (operation is null) return Value.Unknown("it has no value");
        if (++_steps > MostSteps) return Value.Unknown("the config takes too many steps to read", operation.Syntax);
        if ((_steps & 0xFF) == 0) _cancellation.ThrowIfCancellationRequested();
        if (_depth >= DeepestNesting) return Value.Unknown("the expression is nested too deeply", operation.Syntax);
        _depth++;
        try
        {
            return Read(operation, frame);
        }
        finally
        {
            _depth--;
        }
    }

    private Value Read(IOperation operation, Frame frame)
    {
        switch (operation)
        {
            case ILiteralOperation literal: return Literal(literal);
            case IParenthesizedOperation inner: return Evaluate(inner.Operand, frame);
            case IConversionOperation conversion: return Convert(conversion, frame);
            case IBinaryOperation binary: return Binary(binary, frame);
            case IUnaryOperation unary: return Unary(unary, frame);
            case IFieldReferenceOperation field: return Field(field, frame);
            case IPropertyReferenceOperation property: return Property(property, frame);
            case ILocalReferenceOperation local: return Local(local, frame);
            case IParameterReferenceOperation parameter:
                return frame.Named(parameter.Parameter) ?? frame.This?.Stored(parameter.Parameter) ?? Value.Unknown("parameter '" + parameter.Parameter.Name + "' is known only at run time", operation.Syntax);
            case IInstanceReferenceOperation instance: return Instance(instance, frame);
            case IConditionalOperation conditional: return Conditional(conditional, frame);
            case ICoalesceOperation coalesce: return Coalesce(coalesce, frame);
            case ISwitchExpressionOperation choice: return Switch(choice, frame);
            case IObjectCreationOperation creation: return Create(creation, frame);
            case IWithOperation with: return With(with, frame);
            case IInvocationOperation invocation: return Invoke(invocation, frame);
            case ITypeParameterObjectCreationOperation { Initializer: null, Type: { } created }:
                return frame.Concrete(created) is INamedTypeSymbol concrete ? CreateDefault(concrete) : Value.Unknown("the type argument is not known", operation.Syntax);
            case ITypeOfOperation type: return new TypeValue(frame.Concrete(type.TypeOperand));
            case IArrayCreationOperation { Initializer: { } elements }: return Evaluate(elements, frame);
            case IArrayInitializerOperation elements when !elements.ElementValues.Any(e => e is IArrayInitializerOperation): return new CollectionValue(elements.ElementValues.Length, () => elements.ElementValues.Select(e => Evaluate(e, frame)));
            case IDefaultValueOperation { ConstantValue: { HasValue: true } constant }: return new ScalarValue(constant.Value);
            case ISizeOfOperation { ConstantValue: { HasValue: true } constant }: return new ScalarValue(constant.Value);
            case INameOfOperation { ConstantValue: { HasValue: true } constant }: return new ScalarValue(constant.Value);
            case { Kind: CollectionExpression, Type: IArrayTypeSymbol } when !operation.ChildOperations.Any(child => child.Kind == Spread):
                return new CollectionValue(operation.ChildOperations.Count(), () => operation.ChildOperations.Select(e => Evaluate(e, frame)));
            case IInvalidOperation: return Value.Unknown("it does not compile", operation.Syntax);
            default: return Value.Unknown("this kind of expression is not read at compile time", operation.Syntax);
        }
    }

    private static Value Literal(ILiteralOperation literal)
    {
        if (!literal.ConstantValue.HasValue) return Value.Unknown("it has no value", literal.Syntax);
        var token = literal.Syntax.GetFirstToken();
        object? content = literal.ConstantValue.Value;
        bool editable = Numbers.IsNumber(content) || content is string;
        return new ScalarValue(content, editable ? new EditableLiteral(token, 1, isShared: false) : null);
    }

    private Value Convert(IConversionOperation conversion, Frame frame)
    {
        var operand = Evaluate(conversion.Operand, frame);
        if (operand is ObjectValue known && !IsSameObject(conversion, known)) return Value.Unknown("this conversion is not read at compile time", conversion.Syntax);
        if (operand is not ScalarValue scalar || conversion.Type is not { } type) return operand;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable) type = nullable.TypeArguments[0];
        if (scalar.Content is null) return scalar;
        bool isBig = Conversions.IsBigInteger(type) || (conversion.Operand.Type is { } from && Conversions.IsBigInteger(from));
        if (conversion.OperatorMethod is not null && !isBig && !IsDecimal(conversion))
        {
            return Value.Unknown("a conversion of the user's own runs only in the program", conversion.Syntax);
        }

        object? converted = Conversions.To(type, scalar.Content, out string? fault);
        if (fault is not null) return Value.Fault("the value " + Arithmetic.Show(scalar.Content) + " does not fit " + type.ToDisplayString(), conversion.Syntax);
        return converted is null
            ? Value.Unknown("this conversion is not read at compile time", conversion.Syntax)
            : new ScalarValue(converted, scalar.Literal);
    }

    // A cast that must succeed changes no object; one of the user's own, or `as`, may give another.
    private bool IsSameObject(IConversionOperation conversion, ObjectValue known) => conversion.OperatorMethod is null &&
        (!conversion.IsTryCast || (conversion.Type is { } target && _models.Compilation.ClassifyCommonConversion(known.Type, target) is { IsImplicit: true, IsUserDefined: false }));

    // decimal's conversions are operators of its own in metadata.
    private static bool IsDecimal(IConversionOperation conversion) =>
        conversion.Type?.SpecialType == SpecialType.System_Decimal || conversion.Operand.Type?.SpecialType == SpecialType.System_Decimal;

    // A sum of thousands of terms leans left: its spine is walked, not recursed into.
    private Value Binary(IBinaryOperation outermost, Frame frame)
    {
        var spine = new Stack<IBinaryOperation>();
        IOperation leftmost = outermost;
        while (leftmost is IBinaryOperation binary && !IsShortCircuit(binary))
        {
            spine.Push(binary);
            leftmost = binary.LeftOperand;
        }

        if (spine.Count == 0) return ShortCircuit(outermost, frame);
        var value = Evaluate(leftmost, frame);
        while (spine.Count > 0)
        {
            var binary = spine.Pop();
            if (++_steps > MostSteps) return Value.Unknown("the config takes too many steps to read", binary.Syntax);
            value = Combine(binary, value, Evaluate(binary.RightOperand, frame));
        }

        return value;
    }

    private static bool IsShortCircuit(IBinaryOperation binary) =>
        binary.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr;

    private Value ShortCircuit(IBinaryOperation binary, Frame frame)
    {
        var left = Evaluate(binary.LeftOperand, frame);
        if (left is not ScalarValue { Content: bool first }) return left is UnknownValue ? left : Value.Unknown("the condition is not known", binary.Syntax);
        return first == (binary.OperatorKind == BinaryOperatorKind.ConditionalOr) ? left : Evaluate(binary.RightOperand, frame);
    }

    private static Value Combine(IBinaryOperation binary, Value left, Value right)
    {
        if (left is UnknownValue) return left;
        if (right is UnknownValue) return right;
        if (left is not ScalarValue a || right is not ScalarValue b || binary.LeftOperand.Type?.SpecialType == SpecialType.System_Object) return Value.Unknown("this operator is not read at compile time", binary.Syntax);
        if (a.Content is null || b.Content is null) return NullOperand(binary, a.Content, b.Content);
        object? result = Arithmetic.Binary(binary.OperatorKind, a.Content, b.Content, out string? fault);
        if (fault is not null)
        {
            return Value.Fault(Arithmetic.Show(a.Content) + " " + Symbol(binary.OperatorKind) + " " + Arithmetic.Show(b.Content) + " " + fault, binary.Syntax);
        }

        return result is null
            ? Value.Unknown("this operator is not read at compile time", binary.Syntax)
            : new ScalarValue(result, binary.OperatorKind == BinaryOperatorKind.Multiply ? ProductLiteral(a, b) : null);
    }

    private static Value NullOperand(IBinaryOperation binary, object? a, object? b) => binary.OperatorKind switch
    {
        BinaryOperatorKind.Equals => new ScalarValue(a is null && b is null),
        BinaryOperatorKind.NotEquals => new ScalarValue(a is not null || b is not null),
        BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual when binary.IsLifted => new ScalarValue(false),

        // Of truths, one that is known may settle the matter.
        _ when binary.IsLifted && a is not bool && b is not bool => new ScalarValue(null),
        _ => Value.Unknown("this operator is not read at compile time", binary.Syntax),
    };

    // In 15 * Quantity.Trillion the 15 is what an editor would change; of two plain literals, the one that is no power of ten.
    private static EditableLiteral? ProductLiteral(ScalarValue a, ScalarValue b)
    {
        double? x = Numbers.ToDouble(a.Content);
        double? y = Numbers.ToDouble(b.Content);
        if (x is null || y is null) return null;
        var first = a.Literal is { IsShared: false } ? a.Literal : null;
        var second = b.Literal is { IsShared: false } ? b.Literal : null;
        if (first is not null && second is not null)
        {
            bool unitLeft = IsPowerOfTen(x.Value);
            if (unitLeft == IsPowerOfTen(y.Value)) return null;
            return unitLeft ? second.Times(x.Value) : first.Times(y.Value);
        }

        return first?.Times(y.Value) ?? second?.Times(x.Value);
    }

    private static bool IsPowerOfTen(double value)
    {
        while (value >= 10 && value / 10 == Math.Floor(value / 10)) value /= 10;
        return value == 1;
    }

    private static string Symbol(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Add => "+",
        BinaryOperatorKind.Subtract => "-",
        BinaryOperatorKind.Multiply => "*",
        BinaryOperatorKind.Divide => "/",
        BinaryOperatorKind.Remainder => "%",
        _ => "and",
    };

    private Value Unary(IUnaryOperation unary, Frame frame)
    {
        var operand = Evaluate(unary.Operand, frame);
        if (operand is UnknownValue or ScalarValue { Content: null }) return operand;
        if (operand is not ScalarValue { Content: { } content }) return Value.Unknown("this operator is not read at compile time", unary.Syntax);
        object? result = Arithmetic.Unary(unary.OperatorKind, content, out string? fault);
        if (fault is not null) return Value.Fault("-(" + Arithmetic.Show(content) + ") " + fault, unary.Syntax);
        return result is null ? Value.Unknown("this operator is not read at compile time", unary.Syntax) : new ScalarValue(result);
    }

    private Value Conditional(IConditionalOperation conditional, Frame frame)
    {
        var condition = Evaluate(conditional.Condition, frame);
        if (condition is not ScalarValue { Content: bool truth }) return condition is UnknownValue ? condition : Value.Unknown("the condition is not known", conditional.Syntax);
        return Evaluate(truth ? conditional.WhenTrue : conditional.WhenFalse, frame);
    }

    private Value Coalesce(ICoalesceOperation coalesce, Frame frame)
    {
        var value = Evaluate(coalesce.Value, frame);
        if (value is ScalarValue { Content: null }) return Evaluate(coalesce.WhenNull, frame);
        return coalesce.Type is { } type ? Coerce(value, type, coalesce.Syntax) : value;
    }

    private Value Switch(ISwitchExpressionOperation choice, Frame frame)
    {
        var input = Evaluate(choice.Value, frame);
        if (input is UnknownValue) return input;
        if (input is not ScalarValue { Content: var content }) return Value.Unknown("the switch is not read at compile time", choice.Syntax);
        foreach (var arm in choice.Arms)
        {
            bool? matches = Matches(arm.Pattern, content, frame);
            if (matches is null) return Value.Unknown("the pattern is not read at compile time", arm.Syntax);
            if (matches == false) continue;
            if (arm.Guard is null) return Evaluate(arm.Value, frame);
            var guard = Evaluate(arm.Guard, frame);
            if (guard is not ScalarValue { Content: bool holds }) return guard is UnknownValue ? guard : Value.Unknown("the guard is not known", arm.Syntax);
            if (holds) return Evaluate(arm.Value, frame);
        }

        return Value.Unknown("no arm of the switch matches", choice.Syntax);
    }

    private bool? Matches(IPatternOperation pattern, object? content, Frame frame)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation: return true;
            case IConstantPatternOperation constant:
                return Evaluate(constant.Value, frame) is ScalarValue { Content: var wanted }
                    ? content is null || wanted is null ? content is null && wanted is null : wanted.Equals(content)
                    : null;
            case IRelationalPatternOperation relation:
                return content is not null && Evaluate(relation.Value, frame) is ScalarValue { Content: { } bound }
                    ? Arithmetic.Binary(relation.OperatorKind, content, bound, out _) as bool?
                    : null;
            case INegatedPatternOperation negated: return !Matches(negated.Pattern, content, frame);
            case IBinaryPatternOperation both:
                bool? left = Matches(both.LeftPattern, content, frame);
                bool settles = both.OperatorKind == BinaryOperatorKind.Or;
                return left is null || left == settles ? left : Matches(both.RightPattern, content, frame);
            default: return null;
        }
    }
}
