using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// The declaration of a member for an object's type: overrides and implementations have precedence; a hidden member is
/// another member.
/// </summary>
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

    /// <summary>The member that is assigned. A property without setter is assigned in its own constructor, past all
    /// overrides.</summary>
    public static ISymbol Set(ISymbol member, INamedTypeSymbol type)
    {
        if (member is not IPropertySymbol property || WithSetter(property) is not { } settable) return member;
        return MostDerived(settable, type) is IPropertySymbol found ? WithSetter(found) ?? found : settable;
    }

    /// <summary>The property itself or the nearest overridden one that has a setter.</summary>
    public static IPropertySymbol? WithSetter(IPropertySymbol property)
    {
        for (IPropertySymbol? found = property; found is not null; found = found.OverriddenProperty)
        {
            if (found.SetMethod is not null) return found;
        }

        return null;
    }

    /// <summary>The method that runs.</summary>
    public static IMethodSymbol Call(IMethodSymbol method, INamedTypeSymbol type)
    {
        if (!IsVirtual(method)) return method;
        if (method.ContainingType.TypeKind == TypeKind.Interface)
        {
            // What implements it in a base type may be overridden below.
            return type.FindImplementationForInterfaceMember(method) is not IMethodSymbol implemented ? method
                : implemented.ContainingType.TypeKind == TypeKind.Interface ? implemented
                : Call(implemented, type);
        }

        for (INamedTypeSymbol? t = type; t is not null; t = t.BaseType)
        {
            foreach (var candidate in t.GetMembers(method.Name).OfType<IMethodSymbol>())
            {
                if (Overrides(candidate, method)) return candidate;
            }
        }

        return method;
    }

    /// <summary>Whether one method is or overrides another.</summary>
    public static bool Overrides(IMethodSymbol? candidate, IMethodSymbol method)
    {
        for (; candidate is not null; candidate = candidate.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, method.OriginalDefinition)) return true;
        }

        return false;
    }

    /// <summary>Whether a type is another or derives from it, whatever their type arguments.</summary>
    public static bool Derives(INamedTypeSymbol? type, INamedTypeSymbol? from)
    {
        if (from is null) return false;
        for (; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, from.OriginalDefinition)) return true;
        }

        return false;
    }

    private static ISymbol MostDerived(ISymbol member, INamedTypeSymbol type)
    {
        if (!IsVirtual(member)) return member;
        if (member.ContainingType.TypeKind == TypeKind.Interface)
        {
            return type.FindImplementationForInterfaceMember(member) is not { } implemented ? member
                : implemented.ContainingType.TypeKind == TypeKind.Interface ? implemented
                : MostDerived(implemented, type);
        }

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
