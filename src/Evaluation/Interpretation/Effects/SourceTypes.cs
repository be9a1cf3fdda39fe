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
            for (var t = type.BaseType; t is not null && t.SpecialType == SpecialType.None; t = t.BaseType) Add(t, type);
            foreach (var implemented in type.AllInterfaces) Add(implemented, type);
        }
    }

    /// <summary>The types below it, in this compilation.</summary>
    public IReadOnlyList<INamedTypeSymbol> Below(INamedTypeSymbol type) =>
        _derived.TryGetValue(type.OriginalDefinition, out var found) ? found : [];

    /// <summary>The methods that a call of a virtual one may run instead.</summary>
    public IEnumerable<IMethodSymbol> Overrides(IMethodSymbol method)
    {
        foreach (var type in Below(method.ContainingType))
        {
            if (method.ContainingType.TypeKind == TypeKind.Interface)
            {
                // The interface as this type implements it, with its type arguments.
                foreach (var implemented in type.AllInterfaces
                    .Where(i => SymbolEqualityComparer.Default.Equals(i.OriginalDefinition, method.ContainingType.OriginalDefinition)))
                {
                    foreach (var member in implemented.GetMembers(method.Name)
                        .OfType<IMethodSymbol>()
                        .Where(m => SymbolEqualityComparer.Default.Equals(m.OriginalDefinition, method.OriginalDefinition)))
                    {
                        if (type.FindImplementationForInterfaceMember(member) is IMethodSymbol) yield return Dispatch.Call(member, type);
                    }
                }
            }
            else
            {
                foreach (var candidate in type.GetMembers(method.Name).OfType<IMethodSymbol>())
                {
                    if (Dispatch.Overrides(candidate, method)) yield return candidate;
                }
            }
        }
    }

    private void Add(INamedTypeSymbol from, INamedTypeSymbol derived)
    {
        if (!_derived.TryGetValue(from.OriginalDefinition, out var list)) _derived[from.OriginalDefinition] = list = new();
        list.Add(derived);
    }
}
