using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

/// <summary>Which types of the compilation derive from a type or implement an interface: where a virtual call may
/// lead.</summary>
internal sealed class SourceTypes
{
    private readonly Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>> _derived = new(SymbolEqualityComparer.Default);

    // An interface as each of the types below it implements it, with its type arguments.
    private readonly Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>> _implemented = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, IReadOnlyList<IMethodSymbol>> _overrides = new(SymbolEqualityComparer.Default);

    public SourceTypes(Compilation compilation, CancellationToken cancellation)
    {
        var rest = new Stack<INamespaceOrTypeSymbol>([compilation.Assembly.GlobalNamespace]);
        while (rest.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var current = rest.Pop();
            if (current is INamespaceSymbol space)
            {
                foreach (var member in space.GetMembers()) rest.Push(member);
                continue;
            }

            var type = (INamedTypeSymbol)current;
            foreach (var nested in type.GetTypeMembers()) rest.Push(nested);
            for (var t = type.BaseType; t is not null && t.SpecialType == SpecialType.None; t = t.BaseType) Add(t, type, _derived);
            foreach (var implemented in type.AllInterfaces)
            {
                Add(implemented, type, _derived);
                Add(implemented, implemented, _implemented);
            }
        }
    }

    /// <summary>The types below it, in this compilation.</summary>
    public IReadOnlyList<INamedTypeSymbol> Below(INamedTypeSymbol type) =>
        _derived.TryGetValue(type.OriginalDefinition, out var found) ? found : [];

    /// <summary>The methods that a call of a virtual one may run instead, found once.</summary>
    public IReadOnlyList<IMethodSymbol> Overrides(IMethodSymbol method)
    {
        if (_overrides.TryGetValue(method.OriginalDefinition, out var known)) return known;
        var found = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var types = Below(method.ContainingType);
        for (int i = 0; i < types.Count; i++)
        {
            if (method.ContainingType.TypeKind != TypeKind.Interface)
            {
                found.UnionWith(types[i].GetMembers(method.Name).OfType<IMethodSymbol>().Where(m => Dispatch.Overrides(m, method)));
                continue;
            }

            // An interface has what it writes itself; what is written above it is found there.
            if (types[i].TypeKind == TypeKind.Interface)
            {
                found.UnionWith(types[i].GetMembers().OfType<IMethodSymbol>().Where(m => m.ExplicitInterfaceImplementations
                    .Any(e => SymbolEqualityComparer.Default.Equals(e.OriginalDefinition, method.OriginalDefinition))));
                continue;
            }

            foreach (var member in _implemented[method.ContainingType.OriginalDefinition][i].GetMembers(method.Name))
            {
                if (member is IMethodSymbol called
                    && SymbolEqualityComparer.Default.Equals(called.OriginalDefinition, method.OriginalDefinition)
                    && types[i].FindImplementationForInterfaceMember(called) is IMethodSymbol) found.Add(Dispatch.Call(called, types[i]));
            }
        }

        return _overrides.GetOrAdd(method.OriginalDefinition, found.ToArray());
    }

    private static void Add(
        INamedTypeSymbol of, INamedTypeSymbol added, Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>> into)
    {
        if (!into.TryGetValue(of.OriginalDefinition, out var list)) into[of.OriginalDefinition] = list = new();
        list.Add(added);
    }
}
