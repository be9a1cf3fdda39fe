using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// A static member whose initialiser is being read, and those that wait for it. C# initialises the statics of a type in
/// textual order, so that one read before its turn is still zero, and two types that read each other depend on which is
/// used first.
/// </summary>
internal sealed class StaticTurn
{
    private readonly ISymbol _member;
    private readonly StaticTurn? _outer;

    public StaticTurn(ISymbol member, StaticTurn? outer)
    {
        _member = member;
        _outer = outer;
    }

    /// <summary>The type whose initialiser runs.</summary>
    public INamedTypeSymbol Type => _member.ContainingType;

    /// <summary>Types whose statics are part of the value.</summary>
    public HashSet<INamedTypeSymbol> Touched { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// Static properties computed during this initialisation: later, when more is initialised, they may have another
    /// value.
    /// </summary>
    public Dictionary<ISymbol, Value> Computed { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Whether the program may read the member before its initialiser has run.</summary>
    public bool ComesBefore(ISymbol member)
    {
        bool isContiguous = true;
        for (var turn = this; turn is not null; turn = turn._outer)
        {
            if (!SameType(turn._member.ContainingType, member.ContainingType)) isContiguous = false;
            else if (!isContiguous || !IsEarlier(member, turn._member)) return true;
        }

        return false;
    }

    /// <summary>Whether a type with pending initialisation is part of a value of another type.</summary>
    public bool IsEntangled(IEnumerable<INamedTypeSymbol> touched, INamedTypeSymbol owner)
    {
        foreach (var type in touched)
        {
            if (SameType(type, owner)) continue;
            for (var turn = this; turn is not null; turn = turn._outer)
            {
                if (SameType(turn._member.ContainingType, type)) return true;
            }
        }

        return false;
    }

    // Parts in different files have no order that C# promises.
    private static bool IsEarlier(ISymbol member, ISymbol than) =>
        member.Locations[0] is { SourceTree: { } tree } place && than.Locations[0] is { } other &&
        tree == other.SourceTree && place.SourceSpan.Start < other.SourceSpan.Start;

    private static bool SameType(INamedTypeSymbol a, INamedTypeSymbol b) => SymbolEqualityComparer.Default.Equals(a, b);
}
