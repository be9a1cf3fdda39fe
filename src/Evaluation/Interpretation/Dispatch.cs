using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

/// <summary>Which declaration of a member an object's type has: overrides and implementations win; a hidden member is another member.</summary>
internal static class Dispatch
{
    /// <summary>Whether an object's own type decides.</summary>
    public static bool IsVirtual(ISymbol member) => member.IsVirtual || member.IsAbstract || member.IsOverride;

    /// <summary>The member that is read.</summary>
    public static ISymbol Get(ISymbol member, INamedTypeSymbol type)
    {
        var found = MostDerived(member, type);
        while (found is IPropertySymbol { GetMethod: null, OverriddenProperty: { } overridden }) found = overridden;
        return found;
    }

    /// <summary>The member that is assigned. A property without setter is assigned in its own constructor, past all overrides.</summary>
    public static ISymbol Set(ISymbol member, INamedTypeSymbol type)
    {
        if (member is not IPropertySymbol { SetMethod: not null }) return member;
        var found = MostDerived(member, type);
        while (found is IPropertySymbol { SetMethod: null, OverriddenProperty: { } overridden }) found = overridden;
        return found;
    }

    private static ISymbol MostDerived(ISymbol member, INamedTypeSymbol type)
    {
        if (!IsVirtual(member)) return member;
        if (member.ContainingType.TypeKind == TypeKind.Interface) return type.FindImplementationForInterfaceMember(member) ?? member;
        for (INamedTypeSymbol? t = type; t is not null; t = t.BaseType)
        {
            foreach (var candidate in t.GetMembers(member.Name))
            {
                for (var p = candidate as IPropertySymbol; p is not null; p = p.OverriddenProperty)
                {
                    if (SymbolEqualityComparer.Default.Equals(p.OriginalDefinition, member.OriginalDefinition)) return candidate;
                }
            }
        }

        return member;
    }
}
