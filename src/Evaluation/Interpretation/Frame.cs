using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

/// <summary>What names mean while an expression is read: `this`, parameters and locals.</summary>
internal sealed class Frame
{
    private readonly Frame? _outer;
    private Dictionary<ISymbol, Func<Value>>? _names;

    public Frame(ObjectValue? self, INamedTypeSymbol? type = null, Frame? outer = null)
    {
        This = self;
        Type = type;
        _outer = outer;
    }

    public static Frame Empty => new(null);

    /// <summary>The same names without `this`, as field initialisers see them.</summary>
    public Frame WithoutThis() => new(null, Type, this);

    public ObjectValue? This { get; }

    /// <summary>The type whose code is read, with its type arguments.</summary>
    public INamedTypeSymbol? Type { get; }

    /// <summary>A type with the type parameters of the code at hand replaced by what they stand for.</summary>
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

    public void Name(ISymbol symbol, Func<Value> value) => (_names ??= new(SymbolEqualityComparer.Default))[symbol.OriginalDefinition] = value;

    public Value? Named(ISymbol symbol)
    {
        for (var frame = this; frame is not null; frame = frame._outer)
        {
            if (frame._names is { } names && names.TryGetValue(symbol.OriginalDefinition, out var value)) return value();
        }

        return null;
    }
}
