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
    private readonly ConcurrentDictionary<string, Meanings?> _meanings = new(StringComparer.Ordinal);

    private OtherMeanings(Compilation compilation) => _compilation = compilation;

    public static OtherMeanings Of(Compilation compilation) => Tables.GetValue(compilation, c => new OtherMeanings(c));

    /// <summary>What such code means by the name, or a type below that has a member of the name; null where
    /// neither.</summary>
    public ISymbol? Of(INamedTypeSymbol type, string name, CancellationToken cancellation)
    {
        var meanings = MeaningsOf(name, cancellation);
        if (meanings is null || !meanings.Below.TryGetValue(type.OriginalDefinition, out var below)) return null;
        var member = below.Members.FirstOrDefault(m => !SymbolEqualityComparer.Default.Equals(m.ContainingType, type));
        return member ?? below.Uses.SelectMany(use => Meant(use, name)).FirstOrDefault(symbol => !IsNearer(symbol, type));
    }

    /// <summary>What any code means by the name, if not the type itself; null where nothing.</summary>
    public ISymbol? Of(string name, INamedTypeSymbol? expected, CancellationToken cancellation) =>
        MeaningsOf(name, cancellation)?.Uses
            .SelectMany(use => use.Model.LookupSymbols(use.Name.SpanStart, name: name))
            .FirstOrDefault(symbol => !SymbolEqualityComparer.Default.Equals(symbol, expected));

    // Most projects have no other meaning for the name, so that nothing need be bound.
    private Meanings? MeaningsOf(string name, CancellationToken cancellation) =>
        _meanings.GetOrAdd(name, n => MayHave(n, cancellation) ? Found(n, cancellation) : null);

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

    private Meanings Found(string name, CancellationToken cancellation)
    {
        var found = new Meanings();
        foreach (var member in _compilation.GetSymbolsWithName(name, SymbolFilter.TypeAndMember, cancellation))
        {
            if (member.ContainingType is not null && !Emission.IsOurs(member)) found.Add(member, member.ContainingType);
        }

        foreach (var tree in _compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            int before = found.Uses.Count;
            AddUses(found, tree, name, cancellation);
            if (found.Uses.Count > before) ReadTrees.Mark(tree);
        }

        return found;
    }

    // In the order of the source, so that the types around are those not ended yet.
    private void AddUses(Meanings found, SyntaxTree tree, string name, CancellationToken cancellation)
    {
        SemanticModel? model = null;
        var around = new Stack<TypeDeclarationSyntax>();
        foreach (var node in tree.GetRoot(cancellation).DescendantNodes())
        {
            while (around.Count > 0 && !around.Peek().FullSpan.Contains(node.SpanStart)) around.Pop();
            if (node is TypeDeclarationSyntax type) around.Push(type);
            if (node is not IdentifierNameSyntax identifier || identifier.Identifier.ValueText != name || !IsFirst(identifier)) continue;
            model ??= _compilation.GetSemanticModel(tree);
            found.Add(new Use(identifier, model), around.Select(a => model.GetDeclaredSymbol(a, cancellation)).OfType<INamedTypeSymbol>());
        }
    }

    private static bool IsFirst(IdentifierNameSyntax node) => node.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == node,
        QualifiedNameSyntax qualified => qualified.Left == node,
        MemberBindingExpressionSyntax or AliasQualifiedNameSyntax or NameColonSyntax or NameEqualsSyntax => false,
        _ => true,
    };

    private static IEnumerable<ISymbol> Meant(Use use, string name) =>
        use.Model.LookupSymbols(use.Name.SpanStart, name: name).Where(symbol => !Emission.IsOurs(symbol));

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

    /// <summary>Where the name stands by itself, not after a dot.</summary>
    private sealed record Use(IdentifierNameSyntax Name, SemanticModel Model);

    /// <summary>All meanings of one name, and by type those in the type and in those that derive from it.</summary>
    private sealed class Meanings
    {
        public List<Use> Uses { get; } = [];

        public Dictionary<INamedTypeSymbol, (List<ISymbol> Members, List<Use> Uses)> Below { get; } = new(SymbolEqualityComparer.Default);

        public void Add(ISymbol member, INamedTypeSymbol owner)
        {
            foreach (var type in Bases(owner)) At(type).Members.Add(member);
        }

        public void Add(Use use, IEnumerable<INamedTypeSymbol> around)
        {
            Uses.Add(use);
            foreach (var type in around.SelectMany(Bases).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default))
                At(type).Uses.Add(use);
        }

        private (List<ISymbol> Members, List<Use> Uses) At(INamedTypeSymbol type) =>
            Below.TryGetValue(type, out var found) ? found : Below[type] = ([], []);

        private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol owner)
        {
            for (var type = owner; type is not null; type = type.BaseType) yield return type.OriginalDefinition;
        }
    }
}
