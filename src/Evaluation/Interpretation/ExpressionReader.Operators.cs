using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingAnalyzers.Evaluation;

// Operators and conversions.
internal sealed partial class ExpressionReader
{
    public override Value VisitConversion(IConversionOperation operation, Frame argument)
    {
        if (operation.Operand is IAnonymousFunctionOperation or IMethodReferenceOperation || operation.Type is null)
            return DefaultVisit(operation, argument);
        var operand = _run.Evaluate(operation.Operand, argument);
        if (operation.OperatorMethod is { } method && _run.Effects.IsSource(method))
        {
            bool isSame = IsNullable(operation.Type) == IsNullable(method.ReturnType)
                && IsNullable(operation.Operand.Type) == IsNullable(method.Parameters[0].Type);
            return isSame ? _run.Calls.Operator(method, [operand], operation, argument) : Lifted(operation, method, operand, argument);
        }

        return operand switch
        {
            ObjectValue known => Convert(operation, known),
            ScalarValue scalar => Convert(operation, scalar, operation.Type),
            CollectionValue when operation.IsTryCast
                || operation.OperatorMethod is not null => Value.Unknown(operation.Syntax, UnknownKind.ConversionNotRead),
            _ => operand,
        };
    }

    private Value Unfollowed(IOperation operation, IMethodSymbol method, UnknownKind why)
    {
        var effects = new EffectSet();
        effects.Calls.Add(method.OriginalDefinition);
        _run.Disturb(effects);
        return Value.Unknown(operation.Syntax, why);
    }

    // A cast that must succeed changes no object; `as` may give another.
    private Value Convert(IConversionOperation conversion, ObjectValue known)
    {
        bool isSame = SymbolEqualityComparer.Default.Equals(conversion.Type, conversion.Operand.Type)
            || conversion.OperatorMethod is null && conversion.Type is not null &&
            (known.IsOfUnknownType ? !conversion.IsTryCast : _run.Models.Compilation
                .ClassifyCommonConversion(known.Type, conversion.Type) is { IsImplicit: true, IsUserDefined: false });
        if (!isSame) return Value.Unknown(conversion.Syntax, UnknownKind.ConversionNotRead);
        if (!known.Type.IsValueType) return known;
        bool boxes = conversion.Type is { IsReferenceType: true };
        return boxes && known.IsBox ? known : known.Copy(boxes);
    }

    private static Value Convert(IConversionOperation conversion, ScalarValue scalar, ITypeSymbol type)
    {
        var unread = Value.Unknown(conversion.Syntax, UnknownKind.ConversionNotRead);
        var from = conversion.Operand.Type;
        if (type.TypeKind is TypeKind.TypeParameter or TypeKind.Dynamic || from is { TypeKind: TypeKind.TypeParameter or TypeKind.Dynamic })
            return unread;
        if (scalar.Content is null) return !type.IsValueType || IsNullable(type) ? scalar : unread;
        if (type.IsReferenceType) return (Value?)ToReference(conversion, scalar, from, type) ?? unread;
        var target = Underlying(type);
        if (from is { IsReferenceType: true }) return (Value?)Unboxed(conversion, scalar, target) ?? unread;
        bool isBig = Conversions.IsBigInteger(target) || (from is not null && Conversions.IsBigInteger(Underlying(from)));
        if (conversion.OperatorMethod is not null && !isBig && !IsDecimal(conversion))
            return Value.Unknown(conversion.Syntax, UnknownKind.ConversionRunsInProgram);
        object? converted = Conversions.To(target, scalar.Content, out UnknownKind? fault);
        if (fault is not null)
            return Value.Unknown(conversion.Syntax, UnknownKind.DoesNotFit, Arithmetic.Show(scalar.Content), target.ToDisplayString());
        return converted is null ? unread : new ScalarValue(converted, scalar.Literal);
    }

    // Boxing keeps the type; a reference is known to be a text or a box.
    private static ScalarValue? ToReference(IConversionOperation conversion, ScalarValue scalar, ITypeSymbol? from, ITypeSymbol type)
    {
        var boxed = scalar.Boxed ?? (from is { IsValueType: true } ? Underlying(from) : null);
        if (type.SpecialType == SpecialType.System_String)
        {
            if (scalar.Content is string) return scalar;
            return conversion.IsTryCast && boxed is not null ? new ScalarValue(null) : null;
        }

        if (boxed is null && scalar.Content is not string) return null;
        bool isImplicit = conversion.Conversion.IsImplicit;
        return isImplicit ? new ScalarValue(scalar.Content, scalar.Literal) { Boxed = boxed } : null;
    }

    private static ScalarValue? Unboxed(IConversionOperation conversion, ScalarValue scalar, ITypeSymbol target)
    {
        if (scalar.Boxed is null && scalar.Content is not string) return null;
        if (scalar.Boxed is not null && SymbolEqualityComparer.Default.Equals(scalar.Boxed, target))
            return new ScalarValue(scalar.Content, scalar.Literal);
        return conversion.IsTryCast ? new ScalarValue(null) : null;
    }

    // decimal's conversions are user-defined operators in metadata.
    private static bool IsDecimal(IConversionOperation conversion) =>
        conversion.Type?.SpecialType == SpecialType.System_Decimal || conversion.Operand.Type?.SpecialType == SpecialType.System_Decimal;

    // A sum of thousands of terms leans left: its spine is walked, not recursed into.
    public override Value VisitBinaryOperator(IBinaryOperation operation, Frame argument)
    {
        var spine = new Stack<IBinaryOperation>();
        IOperation leftmost = operation;
        while (leftmost is IBinaryOperation binary && !IsShortCircuit(binary))
        {
            spine.Push(binary);
            leftmost = binary.LeftOperand;
        }

        if (spine.Count == 0) return ShortCircuit(operation, argument);
        var value = _run.Evaluate(leftmost, argument);
        while (spine.Count > 0)
        {
            var binary = spine.Pop();
            value = MemberReader.Own(value);
            var right = _run.Evaluate(binary.RightOperand, argument);
            if (!_run.Fuel.Spend()) return Value.Unknown(binary.Syntax, UnknownKind.TooManySteps);
            value = binary.OperatorMethod is { } method && _run.Effects.IsSource(method)
                ? binary.IsLifted
                    ? Lifted(binary, method, value, right, argument)
                    : _run.Calls.Operator(method, [value, right], binary, argument)
                : IsOfTypeArgument(binary.OperatorMethod) && !(value is ScalarValue && right is ScalarValue)
                ? DefaultVisit(binary, argument)
                : Combine(binary, value, right);
        }

        return value;
    }

    // Which operator runs, the type argument decides.
    private static bool IsOfTypeArgument(IMethodSymbol? method) => method is not null && Dispatch.IsVirtual(method);

    private static bool IsShortCircuit(IBinaryOperation binary) =>
        binary.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr;

    private Value ShortCircuit(IBinaryOperation binary, Frame frame)
    {
        if (binary.OperatorMethod is not null) return DefaultVisit(binary, frame);
        var left = _run.Evaluate(binary.LeftOperand, frame);
        if (left is ScalarValue { Content: bool first })
            return first == (binary.OperatorKind == BinaryOperatorKind.ConditionalOr) ? left : _run.Evaluate(binary.RightOperand, frame);
        _run.Disturb(binary.RightOperand, frame);
        return left is UnknownValue ? left : Value.Unknown(binary.Syntax, UnknownKind.ConditionUnknown);
    }

    private Value Combine(IBinaryOperation binary, Value left, Value right)
    {
        bool isText = binary.Type?.SpecialType == SpecialType.System_String;
        if (isText && (left is not ScalarValue { Content: string } || right is not ScalarValue { Content: string }))
            _run.Disturb(Shown(binary));
        if (left is UnknownValue) return left;
        if (right is UnknownValue) return right;
        var unread = Value.Unknown(binary.Syntax, UnknownKind.OperatorNotRead);
        if (left is not ScalarValue a || right is not ScalarValue b || a.Boxed is not null || b.Boxed is not null
            || binary.LeftOperand.Type?.SpecialType == SpecialType.System_Object) return unread;
        if (a.Content is null || b.Content is null) return NullOperand(binary, a.Content, b.Content);
        if (!_run.Fuel.Spend(Arithmetic.Size(a.Content) + Arithmetic.Size(b.Content)))
            return Value.Unknown(binary.Syntax, UnknownKind.TooManySteps);
        object? result = Arithmetic.Binary(binary.OperatorKind, a.Content, b.Content, out UnknownKind? fault);
        if (fault is { } why)
        {
            return Value.Unknown(binary.Syntax, why,
                Arithmetic.Show(a.Content) + " " + Symbol(binary.OperatorKind) + " " + Arithmetic.Show(b.Content));
        }

        return result is null
            ? unread
            : new ScalarValue(result, binary.OperatorKind == BinaryOperatorKind.Multiply ? ProductLiteral(a, b) : null);
    }

    // A text made of an object runs its ToString; the operands themselves have been read.
    private EffectSet Shown(IBinaryOperation binary)
    {
        var effects = new EffectSet();
        foreach (var operand in new[] { binary.LeftOperand, binary.RightOperand })
        {
            if (_run.Effects.Reach.IsInert(operand)) _run.Effects.Reach.AddCalledBackOfInert(operand, isKeeper: true, effects);
            else
                _run.Effects.Reach.AddCalledBack((operand as IConversionOperation)?.Operand.Type ?? operand.Type, null, effects);
        }

        return effects;
    }

    private static Value NullOperand(IBinaryOperation binary, object? a, object? b)
    {
        var unread = Value.Unknown(binary.Syntax, UnknownKind.OperatorNotRead);
        if (!binary.IsLifted && binary.OperatorMethod is { ContainingType.SpecialType: not SpecialType.System_String }) return unread;
        return binary.OperatorKind switch
        {
            BinaryOperatorKind.Equals => new ScalarValue(a is null && b is null),
            BinaryOperatorKind.NotEquals => new ScalarValue(a is not null || b is not null),
            BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan
                or BinaryOperatorKind.GreaterThanOrEqual when binary.IsLifted => new ScalarValue(false),

            // Of truths, one that is known may settle the matter.
            _ when binary.IsLifted && a is not bool && b is not bool && !IsTruth(binary.Type) => new ScalarValue(null),
            _ => unread,
        };
    }

    private static bool IsTruth(ITypeSymbol? type) => type is not null && Underlying(type).SpecialType == SpecialType.System_Boolean;

    // In 15 * Quantity.Trillion the editable literal is 15; of two plain literals, it is the one that is not a power of
    // ten.
    internal static EditableLiteral? ProductLiteral(ScalarValue a, ScalarValue b)
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
        while (value >= 10 && value / 10 == Math.Floor(value / 10) && !double.IsInfinity(value)) value /= 10;
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

    public override Value VisitUnaryOperator(IUnaryOperation operation, Frame argument)
    {
        if (operation.OperatorKind == UnaryOperatorKind.Hat) return DefaultVisit(operation, argument);
        var operand = _run.Evaluate(operation.Operand, argument);
        if (operation.OperatorMethod is { } method && _run.Effects.IsSource(method))
        {
            if (!operation.IsLifted) return _run.Calls.Operator(method, [operand], operation, argument);
            if (IsNull(operand)) return operand;
            return operand is UnknownValue
                ? Unfollowed(operation, method, UnknownKind.NullnessUnknown)
                : _run.Calls.Operator(method, [operand], operation, argument);
        }

        if (IsOfTypeArgument(operation.OperatorMethod) && operand is not ScalarValue) return DefaultVisit(operation, argument);
        if (operand is UnknownValue or ScalarValue { Content: null }) return operand;
        if (operand is not ScalarValue { Content: { } content, Boxed: null })
            return Value.Unknown(operation.Syntax, UnknownKind.OperatorNotRead);
        object? result = Arithmetic.Unary(operation.OperatorKind, content, out UnknownKind? fault);
        if (fault is { } why) return Value.Unknown(operation.Syntax, why, "-(" + Arithmetic.Show(content) + ")");
        return result is null ? Value.Unknown(operation.Syntax, UnknownKind.OperatorNotRead) : new ScalarValue(result);
    }
}
