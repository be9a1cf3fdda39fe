using System;
using System.Collections.Concurrent;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// What simple names mean in the body of a type, outside of its methods' locals and parameters. Each is looked up once:
/// the compiler searches all members of a type to bind one name.
/// </summary>
internal sealed class DeclaredNames
{
    private readonly SemanticModel _model;
    private readonly int _position;
    private readonly SyntaxNode? _outer;
    private ConcurrentDictionary<string, ISymbol?>? _names;
    private ConcurrentDictionary<(string Holder, string Name), IFieldSymbol?>? _constants;

    private DeclaredNames(INamedTypeSymbol type, TypeDeclarationSyntax declaration, SemanticModel model)
    {
        Type = type;
        _model = model;
        _position = declaration.OpenBraceToken.Span.End;
        _outer = HasScopeOfItsParent(type, declaration) ? declaration.Parent : null;
    }

    public INamedTypeSymbol Type { get; }

    // Most configs name nothing.
    private ConcurrentDictionary<string, ISymbol?> Names =>
        LazyInitializer.EnsureInitialized(ref _names, static () => new(1, 3, StringComparer.Ordinal))!;

    private ConcurrentDictionary<(string Holder, string Name), IFieldSymbol?> Constants =>
        LazyInitializer.EnsureInitialized(ref _constants, static () => new(1, 3))!;

    /// <summary>The names around an expression of a member; null where they cannot be known without binding.</summary>
    public static DeclaredNames? Around(ISymbol member, SyntaxNode expression, SourceModels models)
    {
        var declaration = expression.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        if (declaration is null || models.Of(declaration.SyntaxTree) is not { } model) return null;
        var known = EffectTable.Of(model.Compilation).Names;
        return known.TryGetValue(declaration, out var names) ? names : known.GetOrAdd(declaration, Of(member, declaration, model));
    }

    private static DeclaredNames? Of(ISymbol member, TypeDeclarationSyntax declaration, SemanticModel model) =>
        declaration.OpenBraceToken.Span.IsEmpty || HasParameters(declaration)
            ? null
            : new DeclaredNames(member.ContainingType.OriginalDefinition, declaration, model);

    // In the body of a type with a primary constructor, its parameters are names too. Roslyn 4.5 names the parameters
    // of records alone. They stand before the brace, thousands of members behind it.
    private static bool HasParameters(TypeDeclarationSyntax declaration)
    {
        int brace = declaration.OpenBraceToken.SpanStart;
        foreach (var node in declaration.ChildNodes())
        {
            if (node.SpanStart >= brace) break;
            if (node is ParameterListSyntax) return true;
        }

        return false;
    }

    /// <summary>What a name refers to; null where that is nothing, or more than one symbol.</summary>
    public ISymbol? Symbol(string name) => Names.GetOrAdd(name, text =>
    {
        // A member of the type hides all that is declared around it.
        var own = Type.GetMembers(text);
        if (!own.IsEmpty) return own.Length == 1 ? own[0] : null;
        return _outer is null
            ? Visible(text)
            : EffectTable.Of(_model.Compilation).OuterNames.GetOrAdd((_outer, text), _ => Visible(text));
    });

    private ISymbol? Visible(string name) => _model.LookupSymbols(_position, name: name) is { Length: 1 } one ? one[0] : null;

    /// <summary>Whether a name that the type does not declare means in it what it means beside it.</summary>
    public static bool HasScopeOfItsParent(INamedTypeSymbol type, TypeDeclarationSyntax declaration) =>
        declaration.Parent is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax && type.TypeParameters.IsEmpty
            && type.BaseType is { SpecialType: SpecialType.System_Object or SpecialType.System_ValueType } && !HasParameters(declaration);

    /// <summary>The constant `Holder.Name` of a type; null where it is anything else.</summary>
    public IFieldSymbol? Constant(string holder, string name) => Constants.GetOrAdd((holder, name), pair =>
        Symbol(pair.Holder) is INamedTypeSymbol type && type.GetMembers(pair.Name) is { Length: 1 } members
            && members[0] is IFieldSymbol { IsConst: true } constant && _model.IsAccessible(_position, constant) ? constant : null);
}
