using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingAnalyzers.Evaluation;

/// <summary>Which constructor `new T()` and an implicit `base()` call: the one that C# chooses.</summary>
internal static class ConstructorChoice
{
    /// <summary>The constructor of `new T()` as code around the type sees it; null where there is none, or where C#
    /// would not say which.</summary>
    public static IMethodSymbol? WithoutArguments(INamedTypeSymbol type, SourceModels models, CancellationToken cancellation)
    {
        var possible = type.InstanceConstructors.Where(IsCallable).ToArray();
        if (possible.Length <= 1) return possible.FirstOrDefault();
        if (possible.Any(HasPriority)) return Bound(type, models, cancellation);
        var visible = possible.Where(c => c.DeclaredAccessibility is not Accessibility.Private).ToArray();
        if (visible.Length == 0) return possible.FirstOrDefault(c => c.Parameters.Length == 0);
        if (visible.Length == 1) return visible[0];
        return visible.FirstOrDefault(c => c.Parameters.Length == 0) ?? Bound(type, models, cancellation);
    }

    /// <summary>The constructor that a derived one calls which names none.</summary>
    public static IMethodSymbol? OfBase(INamedTypeSymbol type, INamedTypeSymbol derived)
    {
        var possible = type.InstanceConstructors
            .Where(c => IsCallable(c) && (c.DeclaredAccessibility != Accessibility.Private || IsInside(derived, type)))
            .ToArray();
        return possible.Length <= 1 ? possible.FirstOrDefault()
            : possible.Any(HasPriority) ? null
            : possible.FirstOrDefault(c => c.Parameters.Length == 0);
    }

    // C# 13: the attribute decides before the number of parameters does.
    private static bool HasPriority(IMethodSymbol constructor) =>
        constructor.GetAttributes().Any(a => a.AttributeClass?.Name == "OverloadResolutionPriorityAttribute");

    private static bool IsCallable(IMethodSymbol constructor) =>
        !ObjectBuilder.IsCopyConstructor(constructor) && constructor.Parameters.All(p => p.IsOptional || p.IsParams);

    private static bool IsInside(INamedTypeSymbol type, INamedTypeSymbol outer)
    {
        for (var t = type.ContainingType; t is not null; t = t.ContainingType)
        {
            if (SymbolEqualityComparer.Default.Equals(t.OriginalDefinition, outer.OriginalDefinition)) return true;
        }

        return false;
    }

    // Asks the compiler, before the type's own head, where its private members are not seen.
    private static IMethodSymbol? Bound(INamedTypeSymbol type, SourceModels models, CancellationToken cancellation)
    {
        if (type.IsGenericType
            || type.DeclaringSyntaxReferences.FirstOrDefault()?.ReadSyntax(cancellation) is not TypeDeclarationSyntax declaration
            || models.Of(declaration.SyntaxTree) is not { } model) return null;
        var creation = SyntaxFactory.ParseExpression("new " + type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + "()");
        return model.GetSpeculativeSymbolInfo(declaration.Keyword.SpanStart, creation, SpeculativeBindingOption.BindAsExpression).Symbol
            as IMethodSymbol;
    }
}
