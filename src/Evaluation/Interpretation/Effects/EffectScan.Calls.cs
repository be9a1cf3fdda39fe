using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingAnalyzers.Evaluation;

// Calls of methods and constructors, and what the compiler calls for a statement.
internal sealed partial class EffectScan
{
    private void Invoke(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke || method.MethodKind == MethodKind.FunctionPointerSignature)
        {
            _into.ChangesAll = true;
            return;
        }

        HandReferences(invocation.Arguments, method);
        HandReceiver(method, invocation.Instance);
        bool isExact = IsExact(invocation.Instance, method);
        if (invocation.IsVirtual && !isExact && invocation.Instance is IInstanceReferenceOperation && !Dispatch.IsVirtual(method))
            isExact = true;
        if (_table.IsSource(method) || method.MethodKind == MethodKind.LocalFunction)
        {
            Call(method, isExact, _into);
            return;
        }

        if (!isExact) Call(method, isExact: false, _into);
        Foreign(method, invocation.Instance, invocation.Arguments);
    }

    // A method without source has what it is handed, and what that can reach.
    private void Foreign(IMethodSymbol method, IOperation? instance,
        System.Collections.Immutable.ImmutableArray<IArgumentOperation> arguments)
    {
        bool isKeeper = Reach.IsKeeper(method);
        if (!isKeeper && method.TypeArguments.Any(t => !_table.Reach.IsInert(t))) _into.ChangesAll = true;
        if (instance is not null) Hand(instance, isKeeper);
        foreach (var argument in arguments) Hand(argument.Value, isKeeper);
    }

    private void Hand(IOperation value, bool isKeeper)
    {
        if (_table.Reach.IsInert(value)) return;
        if (isKeeper && !IsDelegate(value.Type)) CallBack(value);
        else _into.ChangesAll = true;
    }

    private static bool IsDelegate(ITypeSymbol? type) => type?.TypeKind == TypeKind.Delegate;

    private void HandReferences(System.Collections.Immutable.ImmutableArray<IArgumentOperation> arguments, IMethodSymbol method)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.RefKind is not (RefKind.Ref or RefKind.Out)) continue;
            Assign(argument.Value);

            // Where a reference may be kept, it is assigned at any time.
            if (method.ReturnsByRef || method.ReturnsByRefReadonly || method.ReturnType.IsRefLikeType
                || method.ContainingType.IsRefLikeType) AddReferences(argument.Value, _into.Later);
        }
    }

    private void Create(IObjectCreationOperation creation)
    {
        if (creation.Constructor is not { } constructor) return;
        HandReferences(creation.Arguments, constructor);
        if (_table.IsSource(constructor)) Call(constructor, isExact: true, _into);
        else if (!(constructor.ContainingType.SpecialType != SpecialType.None || Reach.IsScalar(constructor.ContainingType)))
            Foreign(constructor, null, creation.Arguments);
    }

    private void Copy(IWithOperation with)
    {
        for (var type = with.Operand.Type as INamedTypeSymbol; type is { IsRecord: true, IsValueType: false }
            && _table.IsSource(type); type = type.BaseType)
        {
            foreach (var constructor in type.InstanceConstructors.Where(ObjectBuilder.IsCopyConstructor))
            {
                if (!constructor.IsImplicitlyDeclared) _into.Calls.Add(constructor.OriginalDefinition);
            }
        }
    }

    private void Deconstruct(IDeconstructionAssignmentOperation assignment)
    {
        Assign(assignment.Target);
        var value = assignment.Value;
        while (value is IConversionOperation conversion) value = conversion.Operand;
        if (value is ITupleOperation || value.Type is { IsTupleType: true }) return;
        if (value.Type is INamedTypeSymbol { IsRecord: true } record && record.GetMembers("Deconstruct").All(m => m.IsImplicitlyDeclared))
            CallBack(value);
        else _into.ChangesAll = true;
    }

    private void Look(IEventAssignmentOperation added)
    {
        if (added.EventReference is not IEventReferenceOperation { Event: var @event }) _into.ChangesAll = true;
        else if (!_table.IsSource(@event)) return;
        else if ((added.Adds ? @event.AddMethod : @event.RemoveMethod) is { } accessor)
        {
            if (!PartialMembers.Implementation(accessor).IsImplicitlyDeclared) Call(accessor, !Dispatch.IsVirtual(@event), _into);
            else _into.ChangesAll |= PartialMembers.IsPartial(@event, _cancellation);
        }
    }

    // A member of C# 14's extension blocks may have its receiver by reference, which an older Roslyn does not show.
    private void HandReceiver(ISymbol member, IOperation? receiver)
    {
        if (receiver?.Type is not { IsReferenceType: true } && member.ContainingType is { CanBeReferencedByName: false }) Assign(receiver);
    }

    private bool IsForeignCollection(ITypeSymbol? type) =>
        type is INamedTypeSymbol named && !_table.IsSource(named)
            && named.ContainingNamespace?.ToDisplayString() is "System" or "System.Collections.Generic" or "System.Collections.Immutable"
                or "System.Collections.ObjectModel";

    private void Iterate(IOperation collection)
    {
        while (collection is IConversionOperation { OperatorMethod: null } conversion) collection = conversion.Operand;
        if (collection.Type is IArrayTypeSymbol || collection.Type?.SpecialType == SpecialType.System_String
            || _table.Reach.IsInert(collection.Type)) return;
        if (collection.Type is INamedTypeSymbol named && !_table.IsSource(named) && IsForeignCollection(named)
            && _table.Types.Below(named).Count == 0) return;
        _into.ChangesAll = true;
    }

    private void Dispose(IOperation resources)
    {
        foreach (var part in resources.DescendantsAndSelf())
        {
            var type = part is IVariableDeclaratorOperation declarator ? declarator.Symbol.Type : part == resources ? part.Type : null;
            if (type is not null && !_table.Reach.IsInert(type)) _into.ChangesAll = true;
        }
    }
}
