using System;
using System.Collections.Concurrent;
using System.Linq;
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
    private readonly ConcurrentDictionary<string, ISymbol?> _names = new(1, 3, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Holder, string Name), IFieldSymbol?> _constants = new(1, 3);

    private DeclaredNames(INamedTypeSymbol type, TypeDeclarationSyntax declaration, SemanticModel model)
    {
        Type = type;
        _model = model;
        _position = declaration.OpenBraceToken.Span.End;
    }

    public INamedTypeSymbol Type { get; }

    /// <summary>The names around an expression of a member; null where they cannot be known without binding.</summary>
    public static DeclaredNames? Around(ISymbol member, SyntaxNode expression, SourceModels models)
    {
        var declaration = expression.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        return declaration is null || models.Of(declaration.SyntaxTree) is not { } model
            ? null
            : EffectTable.Of(model.Compilation).Names.GetOrAdd(declaration, _ => declaration.OpenBraceToken.Span.IsEmpty
                || HasParameters(declaration) ? null : new DeclaredNames(member.ContainingType.OriginalDefinition, declaration, model));
    }

    // In the body of a type with a primary constructor, its parameters are names too. Roslyn 4.5 names the parameters
    // of records alone. They stand before the brace, thousands of members behind it.
    private static bool HasParameters(TypeDeclarationSyntax declaration) => declaration.ChildNodes()
        .TakeWhile(node => node.SpanStart < declaration.OpenBraceToken.SpanStart).Any(node => node is ParameterListSyntax);

    /// <summary>What a name refers to; null where that is nothing, or more than one symbol.</summary>
    public ISymbol? Symbol(string name) => _names.GetOrAdd(name, text =>
    {
        // A member of the type hides all that is declared around it.
        var own = Type.GetMembers(text);
        if (own.IsEmpty) own = _model.LookupSymbols(_position, name: text);
        return own.Length == 1 ? own[0] : null;
    });

    /// <summary>The constant `Holder.Name` of a type; null where it is anything else.</summary>
    public IFieldSymbol? Constant(string holder, string name) => _constants.GetOrAdd((holder, name), pair =>
        Symbol(pair.Holder) is INamedTypeSymbol type && type.GetMembers(pair.Name) is { Length: 1 } members
            && members[0] is IFieldSymbol { IsConst: true } constant && _model.IsAccessible(_position, constant) ? constant : null);
}
