using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingAnalyzers.Evaluation;

// Object initialisers, and `with`: what is assigned to an object once it is made.
internal sealed partial class Interpreter
{
    private void Initialize(ObjectValue built, IObjectOrCollectionInitializerOperation initializer, Frame frame)
    {
        foreach (var entry in initializer.Initializers)
        {
            switch (entry)
            {
                case ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Instance: IInstanceReferenceOperation } target } assignment:
                    Assign(built, target, Evaluate(assignment.Value, frame), assignment.Value.Syntax);
                    break;
                case IMemberInitializerOperation { InitializedMember: IMemberReferenceOperation nested } inner:
                    var holder = Member(nested.Member, built) is ObjectValue known ? known.Copy() : Clouded(nested);
                    Initialize(holder, inner.Initializer, frame);
                    built.Store(Dispatch.Get(nested.Member, built.Type), holder, inner.Syntax);
                    break;
                case IInvocationOperation:
                    built.Cloud(Value.Unknown("what is added to it is not followed", entry.Syntax));
                    break;
            }
        }
    }

    private static ObjectValue Clouded(IMemberReferenceOperation nested)
    {
        var holder = new ObjectValue(nested.Type as INamedTypeSymbol ?? nested.Member.ContainingType);
        holder.Cloud(Value.Unknown("the object behind '" + nested.Member.Name + "' is not known", nested.Syntax));
        return holder;
    }

    private Value With(IWithOperation with, Frame frame)
    {
        var operand = Evaluate(with.Operand, frame);
        if (operand is not ObjectValue original)
        {
            if (with.Type is not INamedTypeSymbol type) return operand;
            original = new ObjectValue(type);
            original.Cloud(operand as UnknownValue ?? Value.Unknown("the operand of `with` is not known", with.Syntax));
        }

        var copy = original.Copy();
        if (HasOwnCopyConstructor(copy.Type)) copy.Cloud(Value.Unknown("'" + copy.Type.Name + "' has a copy constructor of its own", with.Syntax));
        if (with.Initializer is { } initializer) Initialize(copy, initializer, frame);
        return copy;
    }

    private static bool HasOwnCopyConstructor(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? t = type; t is { IsRecord: true, IsValueType: false }; t = t.BaseType)
        {
            if (t.InstanceConstructors.Any(c => IsCopyConstructor(c) && !c.IsImplicitlyDeclared && c.DeclaringSyntaxReferences.Length > 0)) return true;
        }

        return false;
    }
}
