using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingAnalyzers.Evaluation;

/// <summary>Whether an Estimates type can be added to a type; the generator and SCALE903 use the same test.</summary>
internal static class Emission
{
    /// <summary>The obstacle as text; null where there is none.</summary>
    public static string? Obstacle(INamedTypeSymbol type, CancellationToken cancellation)
    {
        for (INamedTypeSymbol? t = type; t is not null; t = t.ContainingType)
        {
            if (t.IsFileLocal) return "'" + t.Name + "' is file-local";
            if (!IsPartial(t, cancellation)) return "'" + t.Name + "' is not partial";
        }

        if (type.Name == "Estimates") return "a type cannot hold another of its own name";
        return type.GetMembers("Estimates").Any(m => !IsOurs(m)) || type.TypeParameters.Any(p => p.Name == "Estimates")
            ? "'" + type.Name + "' already has a member named Estimates"
            : null;
    }

    /// <summary>Whether a type is declared partial in every part.</summary>
    public static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation) => type.DeclaringSyntaxReferences
        .Select(r => r.GetSyntax(cancellation))
        .OfType<TypeDeclarationSyntax>()
        .All(d => d.Modifiers.Any(SyntaxKind.PartialKeyword));

    // The analyzers see the generator's output.
    private static bool IsOurs(ISymbol member) => member.GetAttributes().Any(a =>
        a.AttributeClass is { Name: "GeneratedCodeAttribute" } && a.ConstructorArguments.Length > 0
            && a.ConstructorArguments[0].Value is "ScalingAnalyzers");
}
