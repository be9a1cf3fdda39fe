using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

/// <summary>What names mean while an expression is read: `this`, parameters and locals.</summary>
internal sealed class Frame
{
    private readonly Dictionary<ISymbol, Value> _names;
    private readonly Lazy<HashSet<ISymbol>>? _unsteady;

    public Frame(ObjectValue? self, INamedTypeSymbol? type = null, Func<HashSet<ISymbol>>? unsteady = null)
    {
        This = self;
        Holder = self;
        Type = type;
        _names = new(SymbolEqualityComparer.Default);
        if (unsteady is not null) _unsteady = new(unsteady);
    }

    private Frame(Frame outer, ObjectValue? self, ObjectValue? target)
    {
        This = self;
        Holder = outer.Holder;
        Target = target;
        Type = outer.Type;
        _names = outer._names;
        _unsteady = outer._unsteady;
    }

    public static Frame Empty => new(null);

    public ObjectValue? This { get; }

    /// <summary>The object that keeps the parameters of a primary constructor.</summary>
    public ObjectValue? Holder { get; }

    /// <summary>The object that an initialiser fills.</summary>
    public ObjectValue? Target { get; }

    /// <summary>The type whose code is read, with its type arguments.</summary>
    public INamedTypeSymbol? Type { get; }

    /// <summary>Whether nothing is known but what is in the source.</summary>
    public bool IsEmpty => This is null && Holder is null && Type is null && _names.Count == 0;

    /// <summary>The same names without `this`, the scope of field initialisers.</summary>
    public Frame WithoutThis() => new(this, null, null);

    /// <summary>The same names inside the initialiser of an object.</summary>
    public Frame Filling(ObjectValue target) => new(this, This, target);

    /// <summary>A type whose type parameters are replaced by the type arguments of the current code.</summary>
    public ITypeSymbol Concrete(ITypeSymbol type)
    {
        if (type is not ITypeParameterSymbol parameter || Type is null) return type;
        for (INamedTypeSymbol? t = Type; t is not null; t = t.ContainingType)
        {
            int index = t.OriginalDefinition.TypeParameters.IndexOf(parameter.OriginalDefinition);
            if (index >= 0) return t.TypeArguments[index];
        }

        return type;
    }

    public void Name(ISymbol symbol, Value value) => _names[symbol.OriginalDefinition] = value;

    /// <summary>The symbol that a name refers to; null where it is not declared in this code.</summary>
    public Value? Named(ISymbol symbol)
    {
        if (!_names.TryGetValue(symbol.OriginalDefinition, out var value)) return null;
        return _unsteady?.Value.Contains(symbol.OriginalDefinition) == true
            ? Value.Unknown(UnknownKind.AssignedUnfollowed, symbol.Name)
            : value;
    }
}
