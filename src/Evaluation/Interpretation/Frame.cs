using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

/// <summary>What names mean while an expression is read: `this`, parameters and locals.</summary>
internal sealed class Frame
{
    private readonly Dictionary<ISymbol, Func<Value>> _names = new(SymbolEqualityComparer.Default);
    private readonly Frame? _outer;

    public Frame(ObjectValue? self, Frame? outer = null)
    {
        This = self;
        _outer = outer;
    }

    public static Frame Empty => new(null);

    /// <summary>The same names without `this`, as field initialisers see them.</summary>
    public Frame WithoutThis() => new(null, this);

    public ObjectValue? This { get; }

    public void Name(ISymbol symbol, Func<Value> value) => _names[symbol.OriginalDefinition] = value;

    public Value? Named(ISymbol symbol)
    {
        for (var frame = this; frame is not null; frame = frame._outer)
        {
            if (frame._names.TryGetValue(symbol.OriginalDefinition, out var value)) return value();
        }

        return null;
    }
}
