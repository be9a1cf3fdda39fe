using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// What a call may change, with all that the called code calls: found once for each method that is called from
/// elsewhere. Where that is more than <see cref="Extent.OfClosure"/>, it is everything.
/// </summary>
internal sealed class Closures
{
    private readonly EffectTable _table;
    private readonly ConcurrentDictionary<IMethodSymbol, (EffectSet Effects, Extent Extent)> _called = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, (EffectSet Effects, Extent Extent)> _dispatched =
        new(SymbolEqualityComparer.Default);

    public Closures(EffectTable table) => _table = table;

    /// <summary>What code and all that it calls may change.</summary>
    public EffectSet Whole(EffectSet direct, Extent around, CancellationToken cancellation)
    {
        if (!direct.HasCalls && !direct.HasLater && direct.LaterOrNull?.LaterOrNull is null) return direct;
        var extent = new Extent(Extent.OfClosure);
        var parts = new List<(EffectSet Effects, bool IsLater)>();
        bool isLater = false;
        for (EffectSet? own = direct; own is not null; own = own.LaterOrNull, isLater = true)
        {
            foreach (var method in own.Calls) if (!Add(Found(_called, method, isDispatched: false, cancellation))) break;
            foreach (var method in own.DispatchedOrNull ?? EffectSet.NoMethods)
                if (!Add(Found(_dispatched, method, isDispatched: true, cancellation))) break;
        }

        bool Add((EffectSet Effects, Extent Extent) part)
        {
            if (!part.Effects.IsNothing) parts.Add((part.Effects, isLater));
            return extent.Add(part.Extent);
        }

        around.Add(extent);

        // Where the limit is passed, more parts were left out; one that is cut stands for them too.
        if (parts.Count == 1 && !parts[0].IsLater && direct.IsOfCalls && direct.Starts.IsSubsetOf(parts[0].Effects.Starts)
            && (!extent.IsPassed || parts[0].Effects.IsCut)) return parts[0].Effects;
        if (extent.IsPassed || parts.Exists(part => part.Effects.IsCut)) return EffectSet.Everything(direct);
        var whole = new EffectSet { Leaves = direct.Leaves };
        whole.Locals.UnionWith(direct.Locals);
        whole.AddFlat(direct, isLater: false);
        foreach (var part in parts) whole.AddFlat(part.Effects, part.IsLater);
        return whole;
    }

    private (EffectSet Effects, Extent Extent) Found(
        ConcurrentDictionary<IMethodSymbol, (EffectSet Effects, Extent Extent)> found, IMethodSymbol method, bool isDispatched,
        CancellationToken cancellation)
    {
        if (found.TryGetValue(method, out var known)) return known;
        var direct = new EffectSet();
        (isDispatched ? direct.Dispatched : direct.Calls).Add(method);
        return found.GetOrAdd(method, Walk(direct, cancellation));
    }

    private (EffectSet Effects, Extent Extent) Walk(EffectSet direct, CancellationToken cancellation)
    {
        var whole = new EffectSet();
        var extent = new Extent(Extent.OfClosure);
        var seen = new HashSet<(IMethodSymbol Method, bool IsLater)>();
        HashSet<(IMethodSymbol Method, bool IsLater)>? dispatched = null;
        var rest = new Stack<(EffectSet Effects, bool IsLater)>([(direct, false)]);
        while (rest.Count > 0 && !extent.IsPassed)
        {
            cancellation.ThrowIfCancellationRequested();
            var (effects, isLater) = rest.Pop();
            whole.AddOwn(effects, isLater);
            if (effects.LaterOrNull is { } later) rest.Push((later, true));
            foreach (var method in effects.Calls)
            {
                if (extent.IsPassed) break;
                if (seen.Add((method, isLater))) rest.Push((_table.Own(method, extent, cancellation), isLater));
            }

            foreach (var method in effects.DispatchedOrNull ?? EffectSet.NoMethods)
            {
                if (extent.IsPassed) break;
                if ((dispatched ??= new()).Add((method, isLater))) rest.Push((_table.Overriding(method, extent, cancellation), isLater));
            }
        }

        return (extent.IsPassed ? EffectSet.Everything(direct) : whole, extent);
    }
}
