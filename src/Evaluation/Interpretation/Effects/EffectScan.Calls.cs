using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
        if (!isKeeper && method.TypeArguments.Any(t => !_table.Reach.IsInert(t)) || Reach.IsByName(method)) _into.ChangesAll = true;
        _table.Reach.AddTypeArguments(method, isKeeper, _into);
        if (Reach.KeepsReferences(method, arguments)) _into.Later.ChangesAll = true;
        if (instance is not null) Hand(instance, isKeeper, method);
        foreach (var argument in arguments)
        {
            if (Reach.CallsBack(method, argument.Parameter)) Hand(argument.Value, isKeeper, null);
        }
    }

    private void Hand(IOperation value, bool isKeeper, IMethodSymbol? receiverOf)
    {
        if (_table.Reach.IsInert(value))
        {
            _table.Reach.AddCalledBackOfInert(value, isKeeper, _into);
            return;
        }

        if (isKeeper && !IsDelegate(value.Type))
        {
            CallBack(value, receiverOf);
            _table.Reach.AddAsked(value.Type, _into);
            _table.Reach.AddAsked(WithoutConversions(value).Type, _into);
            return;
        }

        // It may be kept, and called back at any later time.
        _into.ChangesAll = true;
        value = WithoutConversions(value);
        if (!IsDelegate(value.Type) && value is not ITypeOfOperation) _table.Reach.AddCalledBack(value.Type, null, _into.Later);
    }

    private static IOperation WithoutConversions(IOperation value)
    {
        while (value is IConversionOperation { OperatorMethod: null } conversion) value = conversion.Operand;
        return value;
    }

    private static bool IsDelegate(ITypeSymbol? type) => type?.TypeKind == TypeKind.Delegate;

    private void HandReferences(System.Collections.Immutable.ImmutableArray<IArgumentOperation> arguments, IMethodSymbol method)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.RefKind is null or RefKind.None) continue;
            bool isWritten = argument.Parameter.RefKind is RefKind.Ref or RefKind.Out;
            if (!isWritten && !method.ReturnsByRef) continue;
            if (isWritten) Assign(argument.Value);

            // Where a reference may be kept, it is assigned at any time.
            if (Reach.GivesReferences(method) || method.ContainingType.IsRefLikeType) AddReferences(argument.Value, _into.Later);
        }
    }

    private void Create(IObjectCreationOperation creation)
    {
        if (creation.Constructor is not { } constructor) return;
        HandReferences(creation.Arguments, constructor);
        if (_table.Finalizers(constructor.ContainingType) is { } finalizers) _into.Add(finalizers);
        if (_table.IsSource(constructor)) Call(constructor, isExact: true, _into);
        else if (!(constructor.ContainingType.SpecialType != SpecialType.None || Reach.IsScalar(constructor.ContainingType)))
            Foreign(constructor, null, creation.Arguments);
        if (_table.Reach.MakesTypeArguments(constructor)) _into.Later.ChangesAll = true;
    }

    private void Copy(IWithOperation with)
    {
        if (with.Operand.Type is INamedTypeSymbol { IsRecord: true, IsValueType: false } type)
            _into.Calls.UnionWith(CopyConstructors(_table, type, isExact: false));
    }

    /// <summary>The copy constructors of the user's own that a `with` may run.</summary>
    public static IEnumerable<IMethodSymbol> CopyConstructors(EffectTable table, INamedTypeSymbol type, bool isExact)
    {
        var types = new List<INamedTypeSymbol>();
        for (var t = type; t is { IsRecord: true, IsValueType: false } && table.IsSource(t); t = t.BaseType) types.Add(t);
        return (isExact ? types : types.Concat(table.Types.Below(type)))
            .SelectMany(t => t.InstanceConstructors)
            .Where(c => ObjectBuilder.IsCopyConstructor(c) && !c.IsImplicitlyDeclared)
            .Select(c => c.OriginalDefinition);
    }

    private void Deconstruct(IDeconstructionAssignmentOperation assignment)
    {
        Assign(assignment.Target);
        if (assignment.Syntax is AssignmentExpressionSyntax written && assignment.SemanticModel is { } model)
            Convert(model.GetDeconstructionInfo(written));
        var value = assignment.Value;
        while (value is IConversionOperation conversion) value = conversion.Operand;
        if (value is ITupleOperation || value.Type is { IsTupleType: true }) return;
        if (value.Type is INamedTypeSymbol { IsRecord: true } record && record.GetMembers("Deconstruct").All(m => m.IsImplicitlyDeclared))
            CallBack(value);
        else _into.ChangesAll = true;
    }

    private void Look(IEventAssignmentOperation added)
    {
        if (added.EventReference is not IEventReferenceOperation { Event: var @event })
        {
            _into.ChangesAll = true;
            return;
        }

        if (@event.IsStatic) Start(@event.ContainingType);
        if ((added.Adds ? @event.AddMethod : @event.RemoveMethod) is not { } accessor) return;
        Call(accessor, IsExactReceiver(added.EventReference), _into);
        _into.ChangesAll |= _table.IsSource(@event) && PartialMembers.Implementation(accessor).IsImplicitlyDeclared
            && PartialMembers.IsPartial(@event, _cancellation);
    }

    // A member of C# 14's extension blocks may have its receiver by reference, which an older Roslyn does not show.
    private void HandReceiver(ISymbol member, IOperation? receiver)
    {
        if (receiver?.Type is { IsReferenceType: true } || member.ContainingType is not { CanBeReferencedByName: false }) return;
        Assign(receiver);
        if (Reach.GivesReferences(member as IMethodSymbol ?? (member as IPropertySymbol)?.GetMethod)) AddReferences(receiver, _into.Later);
    }

    // What is spread may be converted, element by element.
    private static bool KeepsElements(IOperation spread, ITypeSymbol? collection)
    {
        var (from, to) = (ElementOf(spread.ChildOperations.FirstOrDefault()?.Type), ElementOf(collection));
        if (from is null || to is null) return false;
        return SymbolEqualityComparer.Default.Equals(from, to)
            || (from is INamedTypeSymbol a && to is INamedTypeSymbol b && Reach.IsScalar(a) && Reach.IsScalar(b));
    }

    private static ITypeSymbol? ElementOf(ITypeSymbol? collection) => collection switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: { Length: 1 } one } => one[0],
        _ => null,
    };

    private bool IsForeignCollection(ITypeSymbol? type) =>
        type is INamedTypeSymbol named && !_table.IsSource(named)
            && named.ContainingNamespace is var space && (Namespaces.IsSystem(space) || Namespaces.IsOfCollections(space)
                || (space is { Name: "Immutable" } && Namespaces.IsInSystem(space.ContainingNamespace, "Collections")));

    // The variable of a loop may be converted, or deconstructed.
    private void Iterate(IForEachLoopOperation loop)
    {
        switch (loop.Syntax)
        {
            case ForEachVariableStatementSyntax parts when loop.SemanticModel is { } model:
                Convert(model.GetDeconstructionInfo(parts));
                break;
            case ForEachStatementSyntax one when loop.SemanticModel is { } model:
                Operator(model.GetForEachStatementInfo(one).ElementConversion.MethodSymbol);
                break;
            default: _into.ChangesAll = true; break;
        }

        // GetEnumerator may be an extension, of any type.
        if (loop.Syntax is CommonForEachStatementSyntax each && loop.SemanticModel is { } around)
        {
            var info = around.GetForEachStatementInfo(each);
            var calls = new[] { info.GetEnumeratorMethod, info.MoveNextMethod, info.CurrentProperty?.GetMethod, info.DisposeMethod };
            foreach (var called in calls)
                _into.ChangesAll |= called is not null && _table.IsSource(called);
        }

        Iterate(loop.Collection);
    }

    // The parts of a tuple are converted each by itself; a Deconstruct may change anything.
    private void Convert(DeconstructionInfo info)
    {
        if (info.Method is { IsImplicitlyDeclared: false }) _into.ChangesAll = true;
        Operator(info.Conversion?.MethodSymbol);
        foreach (var part in info.Nested) Convert(part);
    }

    private void Iterate(IOperation collection)
    {
        while (collection is IConversionOperation { OperatorMethod: null } conversion) collection = conversion.Operand;
        if (collection.Type is IArrayTypeSymbol || collection.Type?.SpecialType == SpecialType.System_String) return;
        bool isOfSource = collection.Type is INamedTypeSymbol own && _table.IsSource(own);
        if (!isOfSource && _table.Reach.IsInert(collection.Type)) return;
        if (collection.Type is INamedTypeSymbol named && !_table.IsSource(named) && IsForeignCollection(named)
            && _table.Types.Below(named).Count == 0) return;
        _into.ChangesAll = true;
    }

    private void Dispose(IOperation resources)
    {
        foreach (var part in resources.DescendantsAndSelf())
        {
            var type = part is IVariableDeclaratorOperation declarator ? declarator.Symbol.Type : part == resources ? part.Type : null;
            if (type is not null && (_table.IsSource(type) || !_table.Reach.IsInert(type))) _into.ChangesAll = true;
        }
    }
}
