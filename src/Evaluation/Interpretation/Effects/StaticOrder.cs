using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// Which types the static initialisers of a type start. Of two types that start each other, it depends on the rest of
/// the program which is first, and what the other sees of it.
/// </summary>
internal sealed class StaticOrder
{
    /// <summary>Types that start more than this are not followed: they may start any.</summary>
    public const int MostTypes = 250;

    /// <summary>Types with more static initialisers that may do more than calculate are not read: each is
    /// bound.</summary>
    public const int MostInitializers = 6_000;

    private readonly EffectTable _table;
    private readonly ConcurrentDictionary<INamedTypeSymbol, (HashSet<INamedTypeSymbol>? Types, Extent Extent)> _touched =
        new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<INamedTypeSymbol, ConcurrentDictionary<INamedTypeSymbol, (bool MayStart, Extent Extent)>>
        _answers = new(SymbolEqualityComparer.Default);

    public StaticOrder(EffectTable table) => _table = table;

    /// <summary>Whether the static initialisers of one type may start another.</summary>
    public bool MayStart(INamedTypeSymbol from, INamedTypeSymbol to, Extent around, CancellationToken cancellation)
    {
        from = from.OriginalDefinition;
        to = to.OriginalDefinition;
        var answers = _answers.GetOrAdd(from, _ => new(SymbolEqualityComparer.Default));
        if (!answers.TryGetValue(to, out var known)) known = answers.GetOrAdd(to, Find(from, to, cancellation));
        around.Add(known.Extent);
        return known.MayStart;
    }

    private (bool MayStart, Extent Extent) Find(INamedTypeSymbol from, INamedTypeSymbol to, CancellationToken cancellation)
    {
        var extent = new Extent(Extent.OfReading);
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default) { from };
        var rest = new Stack<INamedTypeSymbol>([from]);
        while (rest.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var touched = TouchedBy(rest.Pop(), cancellation);
            if (touched.Types is null || !extent.Add(touched.Extent)) return (true, extent);
            foreach (var type in touched.Types)
            {
                if (SymbolEqualityComparer.Default.Equals(type, to) || seen.Count > MostTypes) return (true, extent);
                if (seen.Add(type)) rest.Push(type);
            }
        }

        return (false, extent);
    }

    // Null where it may be any.
    private (HashSet<INamedTypeSymbol>? Types, Extent Extent) TouchedBy(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (_touched.TryGetValue(type, out var known)) return known;
        var extent = new Extent(Extent.OfReading);
        var whole = _table.Closures.Whole(OfInitialisers(type, cancellation), extent, cancellation);
        if (whole.IsCut) return _touched.GetOrAdd(type, (null, extent));
        var found = new HashSet<INamedTypeSymbol>(whole.Touched, SymbolEqualityComparer.Default);
        if (whole.LaterOrNull is { } later) found.UnionWith(later.Touched);
        return _touched.GetOrAdd(type, (found, extent));
    }

    /// <summary>What the static initialisers and the static constructor of a type may change, without what they
    /// call.</summary>
    public EffectSet OfInitialisers(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var direct = new EffectSet();
        var initializers = Initializers(type, cancellation);
        if (initializers.Count > MostInitializers) return EffectSet.Everything(direct);
        foreach (var initializer in initializers)
        {
            if (_table.Models.OperationOf(initializer.Parent!, cancellation) is { } operation)
                direct.Add(EffectScan.Of(_table, operation, cancellation));
        }

        foreach (var constructor in type.StaticConstructors)
        {
            if (!constructor.IsImplicitlyDeclared) direct.Calls.Add(constructor);
        }

        return direct;
    }

    /// <summary>The initialisers of statics that may do more than calculate.</summary>
    public IReadOnlyList<ExpressionSyntax> Initializers(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var found = new List<ExpressionSyntax>();
        foreach (var member in type.GetMembers())
        {
            if (member.IsStatic && member is (IFieldSymbol { IsConst: false } or IPropertySymbol)
                && Bodies.Initializer(member, cancellation) is { } initializer and not LiteralExpressionSyntax
                && !ConstantInitializers.IsQuiet(member, initializer, _table.Models, cancellation)) found.Add(initializer);
        }

        return found;
    }
}
