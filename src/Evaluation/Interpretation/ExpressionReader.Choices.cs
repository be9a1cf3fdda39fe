using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingAnalyzers.Evaluation;

// Conditions and switches: only the branch that is taken runs; where it is not known which, either may have.
internal sealed partial class ExpressionReader
{
    public override Value VisitConditional(IConditionalOperation operation, Frame argument)
    {
        var condition = _run.Evaluate(operation.Condition, argument);
        if (condition is ScalarValue { Content: bool truth })
        {
            var taken = truth ? operation.WhenTrue : operation.WhenFalse;
            return operation.IsRef ? DefaultVisit(operation, argument) : _run.Evaluate(taken, argument);
        }

        _run.Disturb(operation.WhenTrue, argument);
        if (operation.WhenFalse is { } other) _run.Disturb(other, argument);
        return condition is UnknownValue ? condition : Value.Unknown(operation.Syntax, UnknownKind.ConditionUnknown);
    }

    public override Value VisitCoalesce(ICoalesceOperation operation, Frame argument)
    {
        var value = _run.Evaluate(operation.Value, argument);
        if (value is ScalarValue { Content: null }) return _run.Evaluate(operation.WhenNull, argument);
        if (value is UnknownValue) _run.Disturb(operation.WhenNull, argument);
        if (operation.ValueConversion.MethodSymbol is { } method) return Unfollowed(operation, method, UnknownKind.ConversionNotRead);
        return value is ScalarValue && operation.Type is { IsValueType: true } type
            ? _run.Members.Coerce(value, type, operation.Syntax)
            : value;
    }

    public override Value VisitSwitchExpression(ISwitchExpressionOperation operation, Frame argument)
    {
        var input = _run.Evaluate(operation.Value, argument);
        Value? unknown = input is UnknownValue
            ? input
            : input is ScalarValue
            ? null
            : Value.Unknown(operation.Syntax, UnknownKind.SwitchNotRead);
        foreach (var arm in operation.Arms)
        {
            if (unknown is not null)
            {
                _run.Disturb(arm, argument);
                continue;
            }

            bool? matches = Matches(arm.Pattern, (ScalarValue)input, argument);
            if (matches is null)
            {
                unknown = Value.Unknown(arm.Syntax, UnknownKind.PatternNotRead);
                _run.Disturb(arm, argument);
                continue;
            }

            if (matches == false) continue;
            if (arm.Guard is null) return _run.Evaluate(arm.Value, argument);
            var guard = _run.Evaluate(arm.Guard, argument);
            if (guard is ScalarValue { Content: true }) return _run.Evaluate(arm.Value, argument);
            if (guard is ScalarValue { Content: false }) continue;
            unknown = guard is UnknownValue ? guard : Value.Unknown(arm.Syntax, UnknownKind.GuardUnknown);
            _run.Disturb(arm.Value, argument);
        }

        return unknown ?? Value.Unknown(operation.Syntax, UnknownKind.NoArmMatches);
    }

    public override Value VisitIsPattern(IIsPatternOperation operation, Frame argument)
    {
        var input = _run.Evaluate(operation.Value, argument);
        if (input is ScalarValue scalar && Matches(operation.Pattern, scalar, argument) is { } matches) return new ScalarValue(matches);
        _run.Disturb(operation.Pattern, argument);
        return input is UnknownValue ? input : Value.Unknown(operation.Syntax, UnknownKind.PatternNotRead);
    }

    private bool? Matches(IPatternOperation pattern, ScalarValue input, Frame frame)
    {
        object? content = input.Content;

        // Of what type a value of a type argument is, its content does not say: an enum holds a number.
        if (pattern.InputType is { TypeKind: TypeKind.TypeParameter or TypeKind.Dynamic }) return null;
        switch (pattern)
        {
            case IDiscardPatternOperation: return true;
            case IConstantPatternOperation constant:
                if (_run.Evaluate(constant.Value, frame) is not ScalarValue { Content: var wanted } value) return null;
                if (content is null || wanted is null) return content is null && wanted is null;
                return IsOfType(input, value.Boxed ?? constant.Value.Type) is { } isOfType ? isOfType && wanted.Equals(content) : null;
            case IRelationalPatternOperation relation:
                if (content is null || _run.Evaluate(relation.Value, frame) is not ScalarValue { Content: { } bound })
                    return content is null ? false : null;
                return IsOfType(input, relation.Value.Type) switch
                {
                    true => Arithmetic.Binary(relation.OperatorKind, content, bound, out _) as bool?,
                    false => false,
                    null => null,
                };
            case INegatedPatternOperation negated: return !Matches(negated.Pattern, input, frame);
            case IBinaryPatternOperation both:
                bool? left = Matches(both.LeftPattern, input, frame);
                bool settles = both.OperatorKind == BinaryOperatorKind.Or;
                return left is null || left == settles ? left : Matches(both.RightPattern, input, frame);
            default: return null;
        }
    }

    // A box matches constants of its own type alone; what is no box has the type of the switch.
    private static bool? IsOfType(ScalarValue input, ITypeSymbol? type) => input.Boxed is null
        ? input.Content is not string || type?.SpecialType == SpecialType.System_String
        : type is null ? null : SymbolEqualityComparer.Default.Equals(input.Boxed, Underlying(type));
}
