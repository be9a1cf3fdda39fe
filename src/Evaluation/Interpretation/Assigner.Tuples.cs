using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingAnalyzers.Evaluation;

/// <summary>(A, B) = (a, b), and A ??= a.</summary>
internal sealed partial class Assigner
{
    // Both sides written as tuples: the receivers, then the values, then the assignments, each in order.
    public Value Assign(IDeconstructionAssignmentOperation assignment, Frame frame)
    {
        var source = assignment.Value;
        while (source is IConversionOperation { OperatorMethod: null } conversion) source = conversion.Operand;
        var target = assignment.Target is IDeclarationExpressionOperation declared ? declared.Expression : assignment.Target;
        if (target is not ITupleOperation targets || source is not ITupleOperation values
            || targets.Elements.Length != values.Elements.Length
            || targets.Elements.Any(place => place.Type is null || !IsPlace(place))
            || values.Elements.Where((value, i) => IsConvertedByCode(value, targets.Elements[i])).Any())
            return Unfollowed(assignment, frame);
        var receivers = targets.Elements.Select(place => Receiver(place, frame)).ToArray();
        var read = values.Elements
            .Select((value, i) => Converted(MemberReader.Own(_run.Evaluate(value, frame)), targets.Elements[i].Type!, value))
            .ToArray();
        for (int i = 0; i < read.Length; i++)
            Put(targets.Elements[i], receivers[i], read[i], values.Elements[i].Syntax, frame);
        return Value.Unknown(assignment.Syntax, UnknownKind.AssignmentUnfollowed);
    }

    public Value Assign(ICoalesceAssignmentOperation assignment, Frame frame)
    {
        if (!IsPlace(assignment.Target)) return Unfollowed(assignment, frame);
        var receiver = Receiver(assignment.Target, frame);
        var before = Get(assignment.Target, receiver, frame);
        switch (before)
        {
            case ScalarValue { Content: not null } or ObjectValue or CollectionValue or TypeValue:
                return before;
            case ScalarValue { Content: null }:
                var value = _run.Evaluate(assignment.Value, frame);
                Put(assignment.Target, receiver, value, assignment.Value.Syntax, frame);
                return value;
            default:
                return Unfollowed(assignment, frame);
        }
    }

    private bool IsConvertedByCode(IOperation value, IOperation target) => value.Type is not null
        && _run.Models.Compilation.ClassifyCommonConversion(value.Type, target.Type!).IsUserDefined;

    // A tuple's elements are converted one by one to what they are assigned to.
    private static Value Converted(Value value, ITypeSymbol type, IOperation operation)
    {
        if (value is not ScalarValue { Content: { } content } scalar
            || SymbolEqualityComparer.Default.Equals(operation.Type, type)) return value;
        object? converted = Conversions.To(ExpressionReader.Underlying(type), content, out var fault);
        return fault is null && converted is not null
            ? new ScalarValue(converted, scalar.Literal)
            : Value.Unknown(operation.Syntax, UnknownKind.AssignmentUnfollowed);
    }
}
