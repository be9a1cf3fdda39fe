using System.Linq;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

/// <summary>How the fields of a type lie in memory.</summary>
internal static class Layouts
{
    private const int Explicit = 2;

    /// <summary>Whether fields may overlap, so that to assign one of them changes another.</summary>
    public static bool Overlap(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? t = type; t is not null; t = t.BaseType)
        {
            if (t.DeclaringSyntaxReferences.Length > 0 && t.GetAttributes().Any(IsExplicit)) return true;
        }

        return false;
    }

    private static bool IsExplicit(AttributeData attribute) => attribute.AttributeClass?.Name == "StructLayoutAttribute"
        && attribute.ConstructorArguments is { Length: 1 } given && given[0].Value is Explicit or (short)Explicit;
}
