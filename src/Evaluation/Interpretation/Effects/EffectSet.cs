using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

/// <summary>What a piece of code may change, by the members it assigns: no alias of an object is forgotten that
/// way.</summary>
internal sealed class EffectSet
{
    private EffectSet? _later;
    private HashSet<INamedTypeSymbol>? _touches;
    private HashSet<IMethodSymbol>? _dispatched;

    /// <summary>Whether it may change whatever there is: settable statics, and the members of every object.</summary>
    public bool ChangesAll { get; set; }

    /// <summary>Fields, stored properties and captured parameters of primary constructors.</summary>
    public HashSet<ISymbol> Assigned { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Locals and parameters.</summary>
    public HashSet<ISymbol> Locals { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Methods in source that it may call, each with effects of its own.</summary>
    public HashSet<IMethodSymbol> Calls { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Virtual methods that it may call on an object of any type: whatever overrides them.</summary>
    public HashSet<IMethodSymbol> Dispatched => _dispatched ??= new(SymbolEqualityComparer.Default);

    /// <summary>The same, where there are none too.</summary>
    public HashSet<IMethodSymbol>? DispatchedOrNull => _dispatched;

    /// <summary>Types whose static initialisers it may start.</summary>
    public HashSet<INamedTypeSymbol> Starts { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Types of which it reads or assigns a static that is stored: where C# starts a type that has no static
    /// constructor.</summary>
    public HashSet<INamedTypeSymbol> Touches => _touches ??= new(SymbolEqualityComparer.Default);

    public IEnumerable<INamedTypeSymbol> Touched => _touches ?? Enumerable.Empty<INamedTypeSymbol>();

    /// <summary>Whether it may leave the body around it: a return, or a jump.</summary>
    public bool Leaves { get; set; }

    /// <summary>What delegates made here change whenever they are called.</summary>
    public EffectSet Later => _later ??= new EffectSet();

    public bool HasLater => _later is not null && !_later.IsNone;

    /// <summary>The same, where a later start of a type counts too.</summary>
    public EffectSet? LaterOrNull => _later;

    /// <summary>Whether it changes nothing but locals, as far as its calls do not.</summary>
    public bool IsNone => !ChangesAll && Assigned.Count == 0 && !HasCalls && !HasLater;

    /// <summary>Whether it stands for code that was not followed to its end: that may start any type too.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Whether it does nothing by itself but call and start.</summary>
    public bool IsOfCalls => !ChangesAll && !Leaves && Assigned.Count == 0 && Locals.Count == 0 && _touches is null && _later is null;

    /// <summary>Whether it does nothing that its callers have to know.</summary>
    public bool IsNothing => IsNone && Starts.Count == 0 && _touches is null && _later is null;

    /// <summary>Whether it calls anything in source.</summary>
    public bool HasCalls => Calls.Count > 0 || _dispatched is not null;

    public static IReadOnlyCollection<IMethodSymbol> NoMethods { get; } = Array.Empty<IMethodSymbol>();

    /// <summary>What code may change that is not followed to its end: whatever there is, now and later.</summary>
    public static EffectSet Everything(EffectSet direct)
    {
        var everything = new EffectSet { ChangesAll = true, IsCut = true, Leaves = direct.Leaves };
        everything.Later.ChangesAll = true;
        everything.Locals.UnionWith(direct.Locals);
        everything.Starts.UnionWith(direct.Starts);
        return everything;
    }

    /// <summary>Adds what another changes by itself, now or later, without what it calls.</summary>
    public void AddOwn(EffectSet other, bool isLater)
    {
        var into = isLater ? Later : this;
        into.ChangesAll |= other.ChangesAll;
        into.Assigned.UnionWith(other.Assigned);
        into.Starts.UnionWith(other.Starts);
        if (other._touches is not null) into.Touches.UnionWith(other._touches);
    }

    /// <summary>The same, with what it changes later.</summary>
    public void AddFlat(EffectSet other, bool isLater)
    {
        AddOwn(other, isLater);
        for (var later = other._later; later is not null; later = later._later) AddOwn(later, isLater: true);
    }

    public void Add(EffectSet other)
    {
        ChangesAll |= other.ChangesAll;
        Assigned.UnionWith(other.Assigned);
        Locals.UnionWith(other.Locals);
        Calls.UnionWith(other.Calls);
        if (other._dispatched is not null) Dispatched.UnionWith(other._dispatched);
        Starts.UnionWith(other.Starts);
        if (other._touches is not null) Touches.UnionWith(other._touches);
        if (other._later is not null) Later.Add(other._later);
    }
}
