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
    public static string? Obstacle(INamedTypeSymbol type, SemanticModel model, CancellationToken cancellation)
    {
        for (INamedTypeSymbol? t = type; t is not null; t = t.ContainingType)
        {
            if (t.IsFileLocal) return "'" + t.Name + "' is file-local";
            if (!IsOfKnownKind(t, cancellation)) return "it is, or is nested in, a kind of type that is not supported";
            if (!IsPartial(t, cancellation)) return "'" + t.Name + "' is not partial";
        }

        string name = NameFor(type);
        if (!SyntaxFacts.IsValidIdentifier(name)) return "'" + name + "' is no name of a class";
        if (type.Name == name) return "a type cannot hold another of its own name" + Remedy;
        if (ConfigNames.Free(name) != name) return "a constant is named " + name + Remedy;
        if (!CanMark(model.Compilation)) return "the program has a '" + Mark + "' of its own";

        // The generator, which asked before, has found no obstacle.
        if (type.GetMembers(name) is { IsEmpty: false } made && made.All(IsOurs) && type.TypeParameters.IsEmpty) return null;
        if (type.GetMembers(name).Any(m => !IsOurs(m)) || type.TypeParameters.Any(p => p.Name == name) || IsReserved(type, name))
            return "'" + type.Name + "' already has a member named " + name + Remedy;
        if (Inherited(type, name) is { } owner) return "'" + owner + "' has a member named " + name + ", which it would hide" + Remedy;
        return InScope(type, name, model) is { } seen
            ? "'" + seen.ToDisplayString() + "' is in scope there under that name" + Remedy
            : OtherMeanings.Of(model.Compilation).Of(type, name, cancellation) is { } other
            ? "'" + other.ToDisplayString() + "' is used under that name in a part or a derived type" + Remedy
            : null;
    }

    // A part of a kind to come could not be written. The file of a top-level program is a part of its class.
    private static bool IsOfKnownKind(INamedTypeSymbol type, CancellationToken cancellation) => type.DeclaringSyntaxReferences
        .All(part => part.ReadSyntax(cancellation).Kind() is SyntaxKind.ClassDeclaration or SyntaxKind.StructDeclaration
            or SyntaxKind.RecordDeclaration or SyntaxKind.RecordStructDeclaration or SyntaxKind.InterfaceDeclaration
            or SyntaxKind.CompilationUnit);

    // Names that the compiler takes: of an indexer in metadata, of a record's copying method.
    private static bool IsReserved(INamedTypeSymbol type, string name) => (type.IsRecord && name == "Clone")
        || type.GetMembers("this[]").Any(member => member.MetadataName == name);

    /// <summary>Whether the framework's attribute can be named that marks what is generated.</summary>
    public static bool CanMark(Compilation compilation)
    {
        var table = EffectTable.Of(compilation);
        return !table.Declares("System") && !table.Declares("System.CodeDom") && !table.Declares("System.CodeDom.Compiler")
            && (!table.Declares(Mark) || compilation.Assembly.GetTypeByMetadataName(Mark)!.InstanceConstructors.Any(constructor =>
                constructor.Parameters.Length == 2 && constructor.Parameters.All(p => p.Type.SpecialType == SpecialType.System_String)));
    }

    public const string Mark = "System.CodeDom.Compiler.GeneratedCodeAttribute";

    /// <summary>The name of the nested type: Estimates, or the name in the attribute.</summary>
    public static string NameFor(INamedTypeSymbol type) =>
        NameIn(ConfigAttributes.Training(type)) ?? NameIn(ConfigAttributes.Model(type)) ?? NameIn(ConfigAttributes.Plans(type)) ?? Standard;

    private static string? NameIn(AttributeData? attribute)
    {
        if (attribute is null) return null;
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == "EstimatesName") return argument.Value.Value is string { Length: > 0 } given ? given : null;
        }

        return null;
    }

    private const string Standard = "Estimates";

    private const string Remedy = "; EstimatesName of the attribute chooses another";

    private static string? Inherited(INamedTypeSymbol type, string name)
    {
        for (var t = type.BaseType; t is not null; t = t.BaseType)
        {
            if (t.GetMembers(name).Any(m => !IsOurs(m) && m.DeclaredAccessibility != Accessibility.Private)) return t.Name;
        }

        return type.AllInterfaces.FirstOrDefault(t => t.GetMembers(name).Any(m => !IsOurs(m)))?.Name;
    }

    // What the name means in the body today: a nested type would hide it there.
    private static ISymbol? InScope(INamedTypeSymbol type, string name, SemanticModel model)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.SyntaxTree != model.SyntaxTree || reference.ReadSyntax() is not TypeDeclarationSyntax declaration) continue;
            var found = HasScopeOfItsParent(type, name, declaration)
                ? EffectTable.Of(model.Compilation).Obstacles.GetOrAdd((declaration.Parent!, name), _ =>
                    InScope(type, name, model, declaration))
                : InScope(type, name, model, declaration);
            if (found is not null) return found;
        }

        return null;
    }

    // Nothing of its own has the name, so that it means what it means beside the type.
    private static bool HasScopeOfItsParent(INamedTypeSymbol type, string name, TypeDeclarationSyntax declaration) =>
        type.GetMembers(name).IsEmpty && DeclaredNames.HasScopeOfItsParent(type, declaration);

    private static ISymbol? InScope(INamedTypeSymbol type, string name, SemanticModel model, TypeDeclarationSyntax declaration)
    {
        int position = declaration.OpenBraceToken.IsMissing || declaration.OpenBraceToken.Span.IsEmpty
            ? declaration.Identifier.SpanStart
            : declaration.OpenBraceToken.Span.End;
        return model.LookupSymbols(position, name: name).FirstOrDefault(symbol => !IsOurs(symbol)
            && !SymbolEqualityComparer.Default.Equals(symbol.ContainingType, type) && symbol is not INamespaceSymbol);
    }

    /// <summary>Whether a type is declared partial in every part.</summary>
    public static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.ReadSyntax(cancellation) is TypeDeclarationSyntax declaration
                && !declaration.Modifiers.Any(SyntaxKind.PartialKeyword)) return false;
        }

        return true;
    }

    // The analyzers see the generator's output.
    internal static bool IsOurs(ISymbol member) => member.GetAttributes().Any(a =>
        a.AttributeClass is { Name: "GeneratedCodeAttribute" } && a.ConstructorArguments.Length > 0
            && a.ConstructorArguments[0].Value is "ScalingAnalyzers");
}
