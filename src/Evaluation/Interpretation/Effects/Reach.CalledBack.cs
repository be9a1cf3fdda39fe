using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingAnalyzers.Evaluation;

/// <content>The code of the source that code without source may run for a value that it has.</content>
internal sealed partial class Reach
{
    private readonly ConcurrentDictionary<ITypeSymbol, (bool IsKnown, INamedTypeSymbol[] Types)> _parts =
        new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<ITypeSymbol, (bool IsKnown, IMethodSymbol[] Methods)> _calledBack =
        new(SymbolEqualityComparer.Default);

    /// <summary>Adds the methods in source that a framework method may call on a value: what its type overrides or
    /// implements of types without source. An object of no particular type may have any of them.</summary>
    /// <param name="type">The type of the value.</param>
    /// <param name="receiverOf">The method whose receiver it is; null where it is an argument.</param>
    /// <param name="into">Where they are added.</param>
    public void AddCalledBack(ITypeSymbol? type, IMethodSymbol? receiverOf, EffectSet into)
    {
        var asked = receiverOf is null || !IsAddition(receiverOf) ? type
            : IsKeyed(receiverOf.ContainingType) && type is INamedTypeSymbol { TypeArguments: { Length: > 0 } given } ? given[0] : null;
        if (asked is null ? receiverOf is null || !IsAddition(receiverOf) : !CalledBack(asked).IsKnown)
        {
            into.ChangesAll = true;
            return;
        }

        if (type is not null) into.Calls.UnionWith(CalledBack(type).Methods);
    }

    /// <summary>Adds the methods that may run at any later time where a value is kept by what asks it ever
    /// after.</summary>
    public void AddAsked(ITypeSymbol? type, EffectSet into)
    {
        if (type is not INamedTypeSymbol named || IsScalar(named) || !IsAsked(named)) return;
        foreach (var one in _table.Types.Below(named).Concat([named]))
        {
            if (_table.IsSource(one)) AddCalledBack(one, null, into.Later);
        }
    }

    /// <summary>Adds what a member of a base without source may run of an object of the source, and what keeps the
    /// object may run later.</summary>
    public void AddOwn(ITypeSymbol? type, EffectSet into)
    {
        if (type is not INamedTypeSymbol named) return;
        foreach (var one in _table.Types.Below(named).Concat([named]))
        {
            if (!_table.IsSource(one)) continue;
            AddCalledBack(one, null, into);
            AddCalledBack(one, null, into.Later);
        }
    }

    // Found once a type: many values of it may be handed on.
    private (bool IsKnown, INamedTypeSymbol[] Types) Parts(ITypeSymbol whole)
    {
        if (_parts.TryGetValue(whole, out var known)) return known;
        var types = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        bool isKnown = Gather(whole, types);
        return _parts.GetOrAdd(whole, (isKnown, types.ToArray()));
    }

    private (bool IsKnown, IMethodSymbol[] Methods) CalledBack(ITypeSymbol asked)
    {
        if (_calledBack.TryGetValue(asked, out var known)) return known;
        var types = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        bool isKnown = Gather(asked, types);
        var methods = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var rest = new Stack<INamedTypeSymbol>(types);
        while (rest.Count > 0)
        {
            var named = rest.Pop();
            foreach (var one in _table.Types.Below(named).Concat([named]))
            {
                foreach (var method in OfSource(one))
                {
                    if (!methods.Add(method.OriginalDefinition)) continue;

                    // What it returns is called back too: an enumerator, a formatter.
                    var returned = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
                    isKnown &= GatherReturned(method, returned);
                    foreach (var part in returned)
                    {
                        if (types.Add(part)) rest.Push(part);
                    }
                }
            }
        }

        return _calledBack.GetOrAdd(asked, (isKnown, methods.ToArray()));
    }

    // A copy is not asked, nor are elements and results: what asks those has their type as a type argument.
    private bool GatherReturned(IMethodSymbol method, HashSet<INamedTypeSymbol> found)
    {
        bool isKnown = true;
        string name = method.Name.Substring(method.Name.LastIndexOf('.') + 1);
        bool isAsked = method.ReturnType.SpecialType != SpecialType.System_Object
            || name is not ("Clone" or "get_Current" or "get_Item" or "get_Key" or "get_Value" or "get_SyncRoot" or "Execute");
        if (isAsked && !method.ReturnsVoid) isKnown = Gather(method.ReturnType, found, isReturned: true);
        foreach (var parameter in method.Parameters.Where(p => p.RefKind is RefKind.Out or RefKind.Ref))
            isKnown &= Gather(parameter.Type, found, isReturned: true);
        return isKnown;
    }

    /// <summary>The same for what no object of the source can be reached from: structs have code too.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isKeeper">Whether what gets it only shows, compares or collects it, and reads no property.</param>
    /// <param name="into">Where they are added.</param>
    public void AddCalledBackOfInert(IOperation value, bool isKeeper, EffectSet into)
    {
        switch (value)
        {
            case IConversionOperation { OperatorMethod: null } conversion: AddCalledBackOfInert(conversion.Operand, isKeeper, into); return;
            case IParenthesizedOperation inner: AddCalledBackOfInert(inner.Operand, isKeeper, into); return;
            case IArgumentOperation argument: AddCalledBackOfInert(argument.Value, isKeeper, into); return;
            case ILiteralOperation or IDefaultValueOperation or IInterpolatedStringOperation or INameOfOperation
                or IAnonymousFunctionOperation or IDelegateCreationOperation:
                return;
            case IArrayCreationOperation { Initializer: { } elements }:
                foreach (var element in elements.ElementValues) AddCalledBackOfInert(element, isKeeper, into);
                return;
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements) AddCalledBackOfInert(element, isKeeper, into);
                return;
            default:
                if (value.Type is null or INamedTypeSymbol { SpecialType: not SpecialType.None }) return;
                if (isKeeper) AddCalledBack(value.Type, null, into);
                else AddCode(value.Type, into);
                if (isKeeper) AddAsked(value.Type, into);
                return;
        }
    }

    /// <summary>Adds all code of the structs of the source that a value is made of, now and later: a serialiser reads
    /// properties, makes objects and parses.</summary>
    public void AddCode(ITypeSymbol? type, EffectSet into)
    {
        if (type is null) return;
        var (isKnown, types) = Parts(type);
        if (!isKnown)
        {
            into.ChangesAll = true;
            into.Later.ChangesAll = true;
            return;
        }

        foreach (var named in types)
        {
            if (!_table.IsSource(named)) continue;
            foreach (var method in named.GetMembers().OfType<IMethodSymbol>())
            {
                if (method.IsImplicitlyDeclared) continue;
                into.Calls.Add(method.OriginalDefinition);
                into.Later.Calls.Add(method.OriginalDefinition);
            }
        }
    }

    /// <summary>Adds what a method without source may run of its type arguments: what lambdas give has their
    /// types.</summary>
    public void AddTypeArguments(IMethodSymbol method, bool isKeeper, EffectSet into)
    {
        foreach (var type in method.TypeArguments)
        {
            if (!isKeeper) AddCode(type, into);
            else if (type is not INamedTypeSymbol named || !IsScalar(named)) AddCalledBack(type, null, into);
        }
    }

    private static bool IsAnything(ITypeSymbol? type) => type is null
        or { SpecialType: SpecialType.System_Object or SpecialType.System_ValueType }
        or { TypeKind: TypeKind.TypeParameter or TypeKind.Dynamic }
        || type is INamedTypeSymbol named && IsHolder(named);

    // The types whose code may run for a value: those that it is made of. False where it may be made of anything. Of
    // what its code returns, elements and type parameters have their types as type arguments of what asks.
    private bool Gather(ITypeSymbol? type, HashSet<INamedTypeSymbol> found, bool isReturned = false)
    {
        bool isKnown = true;
        var rest = new Stack<ITypeSymbol?>([type]);
        while (rest.Count > 0)
        {
            var next = rest.Pop();
            while (next is IArrayTypeSymbol array) next = array.ElementType;
            bool isAsked = !isReturned || next is not (ITypeParameterSymbol or { Name: "IEnumerator" });
            isKnown &= !(isAsked && IsAnything(next)) && found.Count <= MostTypes;
            if (next is not INamedTypeSymbol named || IsScalar(named) || found.Count > MostTypes || !found.Add(named)) continue;
            foreach (var argument in named.TypeArguments) rest.Push(argument);
            foreach (var below in _table.Types.Below(named).Where(IsMadeOfParts)) rest.Push(below);
            if (!_table.IsSource(named) || !IsMadeOfParts(named)) continue;
            for (var t = named; t is not null && _table.IsSource(t); t = t.BaseType)
            {
                // A record and a struct are compared and printed part by part.
                foreach (var member in t.GetMembers())
                {
                    if (!member.IsStatic && member is IFieldSymbol or IPropertySymbol { IsIndexer: false })
                        rest.Push(member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type);
                }
            }
        }

        return isKnown;
    }

    private static bool IsMadeOfParts(INamedTypeSymbol type) => type.IsRecord || type.IsValueType || type.IsAnonymousType;

    private IEnumerable<IMethodSymbol> OfSource(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? t = type; t is not null && _table.IsSource(t); t = t.BaseType)
        {
            foreach (var method in t.GetMembers().OfType<IMethodSymbol>())
            {
                // What a record prints are its properties.
                bool isPrinted = t.IsRecord && !method.IsStatic && (IsOfRecords(method)
                    || (method is { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: IPropertySymbol property }
                        && Accessors.HasOwnGetter(property, CancellationToken.None)));
                if (isPrinted || method.MethodKind == MethodKind.Destructor || OverridesForeign(method) || ImplementsForeign(method))
                    yield return method;
            }
        }
    }

    /// <summary>Whether what the compiler writes for a record calls it, where the record writes it itself.</summary>
    public static bool IsOfRecords(IMethodSymbol method) => !method.IsImplicitlyDeclared
        && method.Name is "PrintMembers" or "Equals" or "GetHashCode" or "ToString" or "get_EqualityContract";

    private bool OverridesForeign(IMethodSymbol method)
    {
        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            if (!_table.IsSource(overridden.ContainingType)) return !method.IsImplicitlyDeclared;
        }

        return false;
    }

    private bool ImplementsForeign(IMethodSymbol method)
    {
        if (method.IsStatic || method.IsImplicitlyDeclared) return false;
        if (method.ExplicitInterfaceImplementations.Any(i => !_table.IsSource(i.ContainingType))) return true;
        if (method.DeclaredAccessibility != Accessibility.Public) return false;
        return method.ContainingType.AllInterfaces.Where(i => !_table.IsSource(i)).SelectMany(i => i.GetMembers(method.Name)).Any();
    }
}
