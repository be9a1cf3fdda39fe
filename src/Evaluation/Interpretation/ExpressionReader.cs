using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// Reads expressions as C# evaluates them: all parts, in order, for what they do. A kind of expression that is not
/// named here is unknown, and so is what it may change.
/// </summary>
internal sealed partial class ExpressionReader : OperationVisitor<Frame, Value>
{
    // Kinds of C# 12 that the oldest Roslyn we run on does not name yet.
    private const OperationKind CollectionExpression = (OperationKind)127;
    private const OperationKind Spread = (OperationKind)128;

    private readonly Interpreter _run;

    public ExpressionReader(Interpreter run) => _run = run;

    public override Value DefaultVisit(IOperation operation, Frame argument)
    {
        if (operation is { Kind: CollectionExpression, Type: IArrayTypeSymbol }
            && !operation.ChildOperations.Any(child => child.Kind == Spread))
            return Elements(operation.ChildOperations.ToArray(), argument);
        _run.Disturb(operation, argument);
        return Value.Unknown(operation.Syntax, UnknownKind.ExpressionNotRead);
    }

    public override Value VisitInvalid(IInvalidOperation operation, Frame argument) =>
        Value.Unknown(operation.Syntax, UnknownKind.DoesNotCompile);

    public override Value VisitLiteral(ILiteralOperation operation, Frame argument)
    {
        if (!operation.ConstantValue.HasValue) return Value.Unknown(operation.Syntax, UnknownKind.NoValue);
        object? content = operation.ConstantValue.Value;
        if (content is string { Length: > Arithmetic.LongestText }) return Value.Unknown(operation.Syntax, UnknownKind.TooLarge);
        bool editable = Numbers.IsNumber(content) || content is string;
        return new ScalarValue(content, editable ? new EditableLiteral(operation.Syntax.GetFirstToken(), 1, isShared: false) : null);
    }

    public override Value VisitParenthesized(IParenthesizedOperation operation, Frame argument) =>
        _run.Evaluate(operation.Operand, argument);

    public override Value VisitFieldReference(IFieldReferenceOperation operation, Frame argument) =>
        _run.Members.Field(operation, argument);

    public override Value VisitPropertyReference(IPropertyReferenceOperation operation, Frame argument) =>
        _run.Members.Property(operation, argument);

    public override Value VisitLocalReference(ILocalReferenceOperation operation, Frame argument) => _run.Calls.Local(operation, argument);

    public override Value VisitParameterReference(IParameterReferenceOperation operation, Frame argument) =>
        argument.Named(operation.Parameter) ?? argument.Holder?.Stored(operation.Parameter)
            ?? Value.Unknown(operation.Syntax, UnknownKind.ParameterAtRunTime, operation.Parameter.Name);

    public override Value VisitInstanceReference(IInstanceReferenceOperation operation, Frame argument) => operation.ReferenceKind switch
    {
        InstanceReferenceKind.ContainingTypeInstance when argument.This is { } self => self,
        InstanceReferenceKind.ImplicitReceiver when argument.Target is { } target => target,
        _ => Value.Unknown(operation.Syntax, UnknownKind.ObjectUnknown),
    };

    public override Value VisitObjectCreation(IObjectCreationOperation operation, Frame argument) =>
        _run.Objects.Create(operation, argument);

    public override Value VisitWith(IWithOperation operation, Frame argument) => _run.Objects.With(operation, argument);

    public override Value VisitTypeParameterObjectCreation(ITypeParameterObjectCreationOperation operation, Frame argument)
    {
        if (operation is { Initializer: null, Type: { } created } && argument.Concrete(created) is INamedTypeSymbol concrete)
            return _run.Objects.CreateDefault(concrete);
        _run.Disturb(operation, argument);
        return Value.Unknown(operation.Syntax, UnknownKind.TypeArgumentUnknown);
    }

    public override Value VisitInvocation(IInvocationOperation operation, Frame argument) => _run.Calls.Invoke(operation, argument);

    public override Value VisitSimpleAssignment(ISimpleAssignmentOperation operation, Frame argument) =>
        _run.Assignments.Assign(operation, argument);

    public override Value VisitDeconstructionAssignment(IDeconstructionAssignmentOperation operation, Frame argument) =>
        _run.Assignments.Assign(operation, argument);

    public override Value VisitCoalesceAssignment(ICoalesceAssignmentOperation operation, Frame argument) =>
        _run.Assignments.Assign(operation, argument);

    public override Value VisitCompoundAssignment(ICompoundAssignmentOperation operation, Frame argument) =>
        _run.Assignments.Assign(operation, argument);

    public override Value VisitIncrementOrDecrement(IIncrementOrDecrementOperation operation, Frame argument) =>
        _run.Assignments.Step(operation, argument);

    public override Value VisitTypeOf(ITypeOfOperation operation, Frame argument) =>
        new TypeValue(argument.Concrete(operation.TypeOperand));

    public override Value VisitSizeOf(ISizeOfOperation operation, Frame argument) => Constant(operation);

    public override Value VisitNameOf(INameOfOperation operation, Frame argument) => Constant(operation);

    public override Value VisitDefaultValue(IDefaultValueOperation operation, Frame argument) =>
        operation is { ConstantValue: { HasValue: true } constant } && (constant.Value is not null || IsNullable(operation.Type)
            || operation.Type is { IsReferenceType: true }) ? new ScalarValue(constant.Value)
        : operation.Type is INamedTypeSymbol { IsValueType: true } type && Reach.IsScalar(type) && type.TypeKind != TypeKind.Enum
        ? Zero(type, operation)
        : Constant(operation);

    private static Value Zero(INamedTypeSymbol type, IOperation operation) => type switch
    {
        { Name: "TimeSpan" } => new ScalarValue(System.TimeSpan.Zero),
        _ when Conversions.IsBigInteger(type) => new ScalarValue(System.Numerics.BigInteger.Zero),
        _ => Constant(operation),
    };

    private static Value Constant(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: not null } constant
        ? new ScalarValue(constant.Value)
        : Value.Unknown(operation.Syntax, UnknownKind.ExpressionNotRead);

    public override Value VisitArrayCreation(IArrayCreationOperation operation, Frame argument)
    {
        if (operation.Initializer is { } elements && operation.DimensionSizes.Length == 1) return _run.Evaluate(elements, argument);
        _run.Disturb(operation, argument);
        return Value.Unknown(operation.Syntax, UnknownKind.ExpressionNotRead);
    }

    public override Value VisitArrayInitializer(IArrayInitializerOperation operation, Frame argument)
    {
        if (!operation.ElementValues.Any(e => e is IArrayInitializerOperation)) return Elements(operation.ElementValues, argument);
        _run.Disturb(operation, argument);
        return Value.Unknown(operation.Syntax, UnknownKind.ExpressionNotRead);
    }

    private CollectionValue Elements(IReadOnlyList<IOperation> elements, Frame frame)
    {
        List<Value>? objects = null;
        var written = new Value[elements.Count];
        for (int i = 0; i < written.Length; i++)
        {
            if (elements[i] is ILiteralOperation literal)
            {
                written[i] = Constant(literal);
                continue;
            }

            var value = MemberReader.Own(_run.Evaluate(elements[i], frame));
            written[i] = value;
            if (value is not (ScalarValue or UnknownValue)) (objects ??= new()).Add(value);
        }

        return new CollectionValue(elements.Count, objects, written);
    }

    public static bool IsNullable(ITypeSymbol? type) => type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>The type inside a nullable one, else the type itself.</summary>
    public static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;
}
