using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

/// <summary>How the fields of a type lie in memory.</summary>
internal static class Layouts
{
    private const int Explicit = 2;

    // Asked with each member that is read.
    private static readonly ConditionalWeakTable<INamedTypeSymbol, object> Overlapping = new();

    /// <summary>Whether fields may overlap, so that to assign one of them changes another.</summary>
    public static bool Overlap(INamedTypeSymbol type) =>
        Overlapping.TryGetValue(type, out object? known) ? (bool)known : (bool)Overlapping.GetValue(type, Find);

    private static object Find(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? t = type; t is not null; t = t.BaseType)
        {
            if (Overlapping.TryGetValue(t, out object? known)) return known;
            if (t.DeclaringSyntaxReferences.Length > 0 && t.GetAttributes().Any(IsExplicit)) return true;
        }

        return false;
    }

    private static bool IsExplicit(AttributeData attribute) => attribute.AttributeClass?.Name == "StructLayoutAttribute"
        && attribute.ConstructorArguments is { Length: 1 } given && given[0].Value is Explicit or (short)Explicit;
}
