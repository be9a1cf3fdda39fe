using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

// What the compiler writes by itself.
internal sealed partial class EffectScan
{
    // Members of records compare, copy and print the fields, each by what its type does, and call what the record, one
    // above or one below writes itself.
    private static void AddSynthesized(EffectTable table, IMethodSymbol method, EffectSet into)
    {
        if (method is { MethodKind: MethodKind.PropertySet, AssociatedSymbol: IPropertySymbol set })
            into.Assigned.Add(set.OriginalDefinition);
        if (method.MethodKind is MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove) return;
        var types = new List<INamedTypeSymbol>(table.Types.Below(method.ContainingType));
        for (var t = method.ContainingType; t is not null && table.IsSource(t); t = t.BaseType) types.Add(t);
        foreach (var member in types.SelectMany(t => t.GetMembers()))
        {
            if (member.IsStatic) continue;
            switch (member)
            {
                case IFieldSymbol field: table.Reach.AddCalledBack(field.Type, null, into); break;
                case IPropertySymbol { GetMethod: { } getter } property when Accessors.HasOwnGetter(property, CancellationToken.None):
                    into.Calls.Add(getter.OriginalDefinition);
                    break;
                case IMethodSymbol { IsImplicitlyDeclared: false } written when Reach.IsOfRecords(written):
                    into.Calls.Add(written.OriginalDefinition);
                    break;
            }
        }
    }

    // The task of an asynchronous method may be of the source, and so what makes it.
    private static bool IsBuiltBySource(EffectTable table, IMethodSymbol method) => method.IsAsync
        && (table.IsSource(method.ReturnType.OriginalDefinition)
            || method.GetAttributes().Any(a => a.AttributeClass?.Name == "AsyncMethodBuilderAttribute"));

    // An object that the compiler makes of a type that the source declares.
    private void Make(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol named || !_table.IsSource(named.OriginalDefinition)) return;
        foreach (var constructor in named.OriginalDefinition.InstanceConstructors) Call(constructor, isExact: true, _into);
    }

    // A set asks its elements; what is spread is enumerated, and its elements may be converted.
    private void Collect(IOperation collection)
    {
        var spreads = collection.ChildOperations.Where(part => part.Kind == Spread).ToArray();
        if ((collection.Type is not IArrayTypeSymbol && !IsForeignCollection(collection.Type))
            || spreads.Any(part => !KeepsElements(part, collection.Type))) _into.ChangesAll = true;
        foreach (var spread in spreads)
        {
            if (spread.ChildOperations.FirstOrDefault() is { } spreaded) Iterate(spreaded);
        }

        if (collection.Type is INamedTypeSymbol set && Reach.IsKeyed(set)) _table.Reach.AddCalledBack(set, null, _into);
    }
}
