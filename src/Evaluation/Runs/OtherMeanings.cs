using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// What a simple name means today in code that would see a nested type of that name: all parts of the type, the types
/// in it, and those that derive from it.
/// </summary>
internal sealed class OtherMeanings
{
    private static readonly ConditionalWeakTable<Compilation, OtherMeanings> Tables = new();

    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<string, bool> _mayHave = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<IdentifierNameSyntax>> _uses = new(StringComparer.Ordinal);

    private OtherMeanings(Compilation compilation) => _compilation = compilation;

    public static OtherMeanings Of(Compilation compilation) => Tables.GetValue(compilation, c => new OtherMeanings(c));

    /// <summary>What such code means by the name, or a type below that has a member of the name; null where
    /// neither.</summary>
    public ISymbol? Of(INamedTypeSymbol type, string name, CancellationToken cancellation)
    {
        // Most projects have no other meaning for the name, so that nothing need be bound.
        if (!_mayHave.GetOrAdd(name, n => MayHave(n, cancellation))) return null;
        foreach (var member in _compilation.GetSymbolsWithName(name, SymbolFilter.TypeAndMember, cancellation))
        {
            if (!Emission.IsOurs(member) && !SymbolEqualityComparer.Default.Equals(member.ContainingType, type)
                && Dispatch.Derives(member.ContainingType, type)) return member;
        }

        foreach (var use in _uses.GetOrAdd(name, n => Uses(n, cancellation)))
        {
            if (Meant(use, type, name, cancellation) is { } meant) return meant;
        }

        return null;
    }

    /// <summary>What any code means by the name, if not the type itself; null where nothing.</summary>
    public ISymbol? Of(string name, INamedTypeSymbol? expected, CancellationToken cancellation) =>
        _mayHave.GetOrAdd(name, n => MayHave(n, cancellation))
            ? _uses.GetOrAdd(name, n => Uses(n, cancellation))
                .SelectMany(use => _compilation.GetSemanticModel(use.SyntaxTree).LookupSymbols(use.SpanStart, name: name))
                .FirstOrDefault(symbol => !SymbolEqualityComparer.Default.Equals(symbol, expected))
            : null;

    private bool MayHave(string name, CancellationToken cancellation) =>
        _compilation.ContainsSymbolsWithName(name, SymbolFilter.All, cancellation)
        || _compilation.SourceModule.ReferencedAssemblySymbols.Any(a => a.TypeNames.Contains(name) || a.NamespaceNames.Contains(name))
        || _compilation.SyntaxTrees.SelectMany(tree => Usings(tree.GetRoot(cancellation))).Any(u =>
            u.Alias?.Name.Identifier.ValueText == name
            || (u.StaticKeyword.IsKind(SyntaxKind.StaticKeyword) && BringsIn(u, name, cancellation)));

    private static IEnumerable<UsingDirectiveSyntax> Usings(SyntaxNode node) => node switch
    {
        CompilationUnitSyntax unit => unit.Usings.Concat(unit.Members.OfType<BaseNamespaceDeclarationSyntax>().SelectMany(Usings)),
        BaseNamespaceDeclarationSyntax space =>
            space.Usings.Concat(space.Members.OfType<BaseNamespaceDeclarationSyntax>().SelectMany(Usings)),
        _ => [],
    };

    private bool BringsIn(UsingDirectiveSyntax directive, string name, CancellationToken cancellation) => directive.Name is { } named
        && _compilation.GetSemanticModel(directive.SyntaxTree).GetSymbolInfo(named, cancellation).Symbol is INamedTypeSymbol type
        && !type.GetMembers(name).IsEmpty;

    // Where the name stands by itself, not after a dot.
    private IReadOnlyList<IdentifierNameSyntax> Uses(string name, CancellationToken cancellation)
    {
        var found = new List<IdentifierNameSyntax>();
        foreach (var tree in _compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            int before = found.Count;
            found.AddRange(tree.GetRoot(cancellation).DescendantNodes().OfType<IdentifierNameSyntax>()
                .Where(node => node.Identifier.ValueText == name && IsFirst(node)));
            if (found.Count > before) ReadTrees.Mark(tree);
        }

        return found;
    }

    private static bool IsFirst(IdentifierNameSyntax node) => node.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == node,
        QualifiedNameSyntax qualified => qualified.Left == node,
        MemberBindingExpressionSyntax or AliasQualifiedNameSyntax or NameColonSyntax or NameEqualsSyntax => false,
        _ => true,
    };

    private ISymbol? Meant(IdentifierNameSyntax use, INamedTypeSymbol type, string name, CancellationToken cancellation)
    {
        if (!use.Ancestors().OfType<TypeDeclarationSyntax>().Any()) return null;
        var model = _compilation.GetSemanticModel(use.SyntaxTree);
        return use.Ancestors().OfType<TypeDeclarationSyntax>()
            .Any(around => model.GetDeclaredSymbol(around, cancellation) is { } declared && Dispatch.Derives(declared, type))
            ? model.LookupSymbols(use.SpanStart, name: name).FirstOrDefault(symbol => !Emission.IsOurs(symbol) && !IsNearer(symbol, type))
            : null;
    }

    // What is declared inside hides the nested type there, as it does today.
    private static bool IsNearer(ISymbol symbol, INamedTypeSymbol type)
    {
        if (symbol is ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or ILabelSymbol
            or ITypeParameterSymbol { DeclaringMethod: not null }) return true;
        for (var t = symbol.ContainingType; t is not null; t = t.ContainingType)
        {
            if (Dispatch.Derives(t, type)) return true;
        }

        return false;
    }
}
