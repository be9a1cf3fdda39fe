using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingAnalyzers.Evaluation;

/// <summary>Assigns as C# does: an override's setter runs, a setter of the user's own does what it says, all names of
/// an object see it.</summary>
internal sealed partial class Assigner
{
    private readonly Interpreter _run;

    public Assigner(Interpreter run) => _run = run;

    public Value Assign(ISimpleAssignmentOperation assignment, Frame frame)
    {
        if (assignment.IsRef || !IsPlace(assignment.Target)) return Unfollowed(assignment, frame);
        var receiver = Receiver(assignment.Target, frame);
        var value = _run.Evaluate(assignment.Value, frame);
        Put(assignment.Target, receiver, value, assignment.Value.Syntax, frame);
        return value;
    }

    public Value Assign(ICompoundAssignmentOperation assignment, Frame frame)
    {
        bool isBuiltIn = assignment.OperatorMethod is not { } method || !(_run.Effects.IsSource(method) || Dispatch.IsVirtual(method));
        if (!isBuiltIn || !IsPlace(assignment.Target) || !assignment.InConversion.IsIdentity || !assignment.OutConversion.IsIdentity
            || assignment.IsLifted) return Unfollowed(assignment, frame);
        var receiver = Receiver(assignment.Target, frame);
        var before = Get(assignment.Target, receiver, frame);
        var operand = _run.Evaluate(assignment.Value, frame);
        var value = Combined(assignment.OperatorKind, before, operand, assignment);
        Put(assignment.Target, receiver, value, assignment.Syntax, frame);
        return value;
    }

    public Value Step(IIncrementOrDecrementOperation step, Frame frame)
    {
        if (step.OperatorMethod is { } method && (_run.Effects.IsSource(method) || Dispatch.IsVirtual(method))
            || !IsPlace(step.Target) || step.IsLifted)
            return Unfollowed(step, frame);
        var receiver = Receiver(step.Target, frame);
        var before = Get(step.Target, receiver, frame);
        object? one = before is ScalarValue { Content: { } content }
            ? content switch { int => 1, long => 1L, uint => 1u, ulong => 1ul, double => 1.0, float => 1f, decimal => 1m, _ => null }
            : null;
        bool isUp = step.Kind == OperationKind.Increment;
        var after = one is null
            ? before as UnknownValue ?? Value.Unknown(step.Syntax, UnknownKind.OperatorNotRead)
            : Combined(isUp ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract, before, new ScalarValue(one), step);
        Put(step.Target, receiver, after, step.Syntax, frame);
        return step.IsPostfix ? before : after;
    }

    private static Value Combined(BinaryOperatorKind kind, Value before, Value operand, IOperation operation)
    {
        if (before is UnknownValue) return before;
        if (operand is UnknownValue) return operand;
        if (before is not ScalarValue { Content: { } a, Boxed: null } || operand is not ScalarValue { Content: { } b, Boxed: null }
            || (a.GetType() != b.GetType() && !(b is int && kind is BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift)))
            return Value.Unknown(operation.Syntax, UnknownKind.OperatorNotRead);
        object? result = Arithmetic.Binary(kind, a, b, out UnknownKind? fault);
        if (fault is { } why) return Value.Unknown(operation.Syntax, why, Arithmetic.Show(a) + " and " + Arithmetic.Show(b));
        return result is null || result.GetType() != a.GetType()
            ? Value.Unknown(operation.Syntax, UnknownKind.OperatorNotRead)
            : new ScalarValue(result);
    }

    private Value Unfollowed(IOperation operation, Frame frame)
    {
        _run.Disturb(operation, frame);
        return Value.Unknown(operation.Syntax, UnknownKind.AssignmentUnfollowed);
    }

    // Places that are followed; all others lose what they may name.
    private bool IsPlace(IOperation target) => target switch
    {
        IFieldReferenceOperation { Field.RefKind: RefKind.None } => true,
        IPropertyReferenceOperation { Property: { IsIndexer: false, ReturnsByRef: false } property } reference =>
            property.ContainingType.CanBeReferencedByName && !(reference.Instance is null && Dispatch.IsVirtual(property)),
        ILocalReferenceOperation { Local.IsRef: false } => true,
        IParameterReferenceOperation { Parameter.RefKind: RefKind.None } => true,
        IDiscardOperation => true,
        _ => false,
    };

    private Value? Receiver(IOperation target, Frame frame) =>
        target is IMemberReferenceOperation { Instance: { } instance } ? _run.Evaluate(instance, frame) : null;

    private Value Get(IOperation target, Value? receiver, Frame frame) => target switch
    {
        IMemberReferenceOperation { Member.IsStatic: true } member => _run.Members.Read(member.Member, null),
        IMemberReferenceOperation member when receiver is ObjectValue known =>
            _run.Members.Read(member.Member, known, isVirtual: member.Instance?.Syntax is not BaseExpressionSyntax),
        IMemberReferenceOperation member => _run.Evaluate(member, frame),
        _ => _run.Evaluate(target, frame),
    };

    private void Put(IOperation target, Value? receiver, Value value, SyntaxNode at, Frame frame)
    {
        value = MemberReader.Own(value);
        switch (target)
        {
            case ILocalReferenceOperation local: frame.Name(local.Local, value); return;
            case IParameterReferenceOperation { Parameter: var parameter }:
                if (frame.Named(parameter) is null && frame.Holder is { } holder) holder.Store(parameter, value, at);
                else frame.Name(parameter, value);
                return;
            case IMemberReferenceOperation { Member.IsStatic: true } member: PutStatic(member, value, at, frame); return;
            case IMemberReferenceOperation member when receiver is ObjectValue known: Put(known, member, value, at, frame); return;
            case IMemberReferenceOperation member: LoseTarget(member); return;
        }
    }

    private void PutStatic(IMemberReferenceOperation target, Value value, SyntaxNode at, Frame frame)
    {
        if (target.Member is IPropertySymbol { SetMethod: { } set } property
            && Accessors.OwnSetter(property, _run.Cancellation) is not null) RunSetter(null, property, set, value, at);
        else if (!_run.Effects.IsSource(target.Member)) _run.Calls.Hand(value);
        else _run.Statics.Assign(target.Member, value, at);
    }

    private void Put(ObjectValue known, IMemberReferenceOperation target, Value value, SyntaxNode at, Frame frame)
    {
        bool isBase = target.Instance?.Syntax is BaseExpressionSyntax;
        if (known.IsOfUnknownType && !isBase && Dispatch.IsVirtual(target.Member))
        {
            LoseTarget(target);
            known.Cloud(Value.Unknown(at, UnknownKind.SetterUnknown));
            return;
        }

        var member = isBase ? target.Member : Dispatch.Set(target.Member, known.Type);
        if (member is IFieldSymbol { AssociatedSymbol: IPropertySymbol backed }) member = PartialMembers.Definition(backed);
        else if (member is IEventSymbol) return;
        else if (member is IPropertySymbol { SetMethod: { } set } property && Accessors.OwnSetter(property, _run.Cancellation) is not null)
        {
            RunSetter(known, property, set, value, at);
            known.Locate(property, at);
            return;
        }
        else if (member is IPropertySymbol { SetMethod: not null } elsewhere && !_run.Effects.IsSource(elsewhere)
            && !Accessors.OnlyStores(elsewhere, _run.Cancellation))
        {
            _run.Calls.Hand(value);

            // It may keep another value, and change what else the code without source has made.
            if (!_run.Effects.IsSource(known.Type)) known.Cloud(Value.Unknown(at, UnknownKind.SetterUnknown));
            value = Value.Unknown(at, UnknownKind.SetterUnknown);
        }

        known.Store(member, value, at);
    }

    private void RunSetter(ObjectValue? built, IPropertySymbol property, IMethodSymbol setter, Value value, SyntaxNode at)
    {
        setter = PartialMembers.Implementation(setter);
        var frame = new Frame(built, property.ContainingType, _run.Calls.Unsteady(setter));
        frame.Name(setter.Parameters.Last(), value);
        _run.Calls.Run(setter, built, frame, new(UnknownKind.SetterReturnsNothing), at);
    }

    // The object is not known: the member is lost of every object.
    private void LoseTarget(IMemberReferenceOperation target) =>
        _run.Disturb(EffectScan.OfAssignment(_run.Effects, target, _run.Cancellation));
}
