using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

/// <summary>Which namespace of the framework a type is in, without making a text of its name.</summary>
internal static class Namespaces
{
    /// <summary>Whether it is `System`.</summary>
    public static bool IsSystem(INamespaceSymbol? space) => space is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>Whether it is the one of that name in `System`.</summary>
    public static bool IsInSystem(INamespaceSymbol? space, string name) =>
        space is not null && space.Name == name && IsSystem(space.ContainingNamespace);

    /// <summary>Whether it is one for collections that hold objects of one type.</summary>
    public static bool IsOfCollections(INamespaceSymbol? space) =>
        space is { Name: "Generic" or "ObjectModel" } && IsInSystem(space.ContainingNamespace, "Collections");
}
