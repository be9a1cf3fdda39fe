using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingAnalyzers.Evaluation;

// Object initialisers, and `with`: what is assigned to an object once it is made.
internal sealed partial class ObjectBuilder
{
    private void Initialize(ObjectValue built, IObjectOrCollectionInitializerOperation initializer, Frame frame)
    {
        var inside = frame.Filling(built);
        foreach (var entry in initializer.Initializers)
        {
            switch (entry)
            {
                case ISimpleAssignmentOperation assignment:
                    _run.Assignments.Assign(assignment, inside);
                    break;
                case IMemberInitializerOperation nested:
                    if (_run.Evaluate(nested.InitializedMember, inside) is ObjectValue holder)
                        Initialize(holder, nested.Initializer, frame);
                    else _run.Disturb(nested.Initializer, inside);
                    if (nested.InitializedMember is IMemberReferenceOperation place)
                        built.Locate(Dispatch.Get(place.Member, built.Type), nested.Syntax);
                    break;
                default:
                    // What is added.
                    _run.Evaluate(entry, inside);
                    break;
            }
        }
    }

    public Value With(IWithOperation with, Frame frame)
    {
        var operand = _run.Evaluate(with.Operand, frame);
        ObjectValue copy;
        if (operand is ObjectValue original)
        {
            copy = original.Copy();
        }
        else
        {
            if (with.Type is not INamedTypeSymbol type)
            {
                if (with.Initializer is not null) _run.Disturb(with.Initializer, frame);
                return operand;
            }

            copy = new ObjectValue(type, _run.Heap) { IsOfUnknownType = !type.IsSealed && !type.IsValueType };
            copy.Cloud(operand as UnknownValue ?? Value.Unknown(with.Syntax, UnknownKind.OperandUnknown));
        }

        RunCopyConstructors(copy, with);
        if (with.Initializer is { } initializer) Initialize(copy, initializer, frame);
        return copy;
    }

    private void RunCopyConstructors(ObjectValue copy, IWithOperation with)
    {
        var effects = new EffectSet();
        effects.Calls.UnionWith(EffectScan.CopyConstructors(_run.Effects, copy.Type, isExact: !copy.IsOfUnknownType));
        if (effects.Calls.Count == 0) return;
        _run.Disturb(effects);
        copy.Cloud(Value.Unknown(with.Syntax, UnknownKind.OwnCopyConstructor, copy.Type.Name));
    }
}
