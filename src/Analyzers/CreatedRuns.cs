using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Analyzers;

/// <summary>
/// The creations of config objects. An action for operations would make the compiler build those of every body and
/// initialiser; here only what may be a config is bound, by the name of its type.
/// </summary>
internal sealed class CreatedRuns
{
    private readonly Compilation _compilation;
    private HashSet<string>? _names;

    public CreatedRuns(Compilation compilation) => _compilation = compilation;

    /// <summary>Whether a compilation can create config objects at all, by its texts and references: this check costs
    /// milliseconds.</summary>
    public static bool AreLikely(Compilation compilation) =>
        Mention.TrainingConfig.Among(compilation.SyntaxTrees).Any()
            || compilation.SourceModule.ReferencedAssemblySymbols.Any(CarriesConfigs);

    /// <summary>The operation of a creation or `with` that makes a run to assess; null where it makes none.</summary>
    public IOperation? Of(SyntaxNodeAnalysisContext context)
    {
        if (NameOf(context.Node) is { } name && !Names().Contains(name)) return null;
        var operation = context.SemanticModel.GetOperation(context.Node, context.CancellationToken);
        while (operation is IConversionOperation { IsImplicit: true } conversion) operation = conversion.Operand;
        return operation is not null && ObjectRuns.IsRun(operation) ? operation : null;
    }

    private static bool CarriesConfigs(IAssemblySymbol assembly) =>
        assembly.Modules.Any(m => m.ReferencedAssemblies.Any(r => r.Name == "ScalingAnalyzers.Runtime"));

    // The simple name of the created type; null where only binding shows it.
    private static string? NameOf(SyntaxNode creation) => creation switch
    {
        ObjectCreationExpressionSyntax { Type: var type } => NameOf(type),
        ImplicitObjectCreationExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: var target } } => target switch
        {
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: var type } } => NameOf(type),
            PropertyDeclarationSyntax { Type: var type } => NameOf(type),
            _ => null,
        },
        _ => null,
    };

    private static string NameOf(TypeSyntax type) => type switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        QualifiedNameSyntax name => name.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax name => name.Name.Identifier.ValueText,
        NullableTypeSyntax nullable => NameOf(nullable.ElementType),
        _ => "",
    };

    // The names of all config types, and all aliases, which may name one. Several threads may find the same.
    private HashSet<string> Names()
    {
        if (_names is not null) return _names;
        var names = new HashSet<string>(StringComparer.Ordinal);
        Add(_compilation.Assembly.GlobalNamespace, names);
        foreach (var assembly in _compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (CarriesConfigs(assembly)) Add(assembly.GlobalNamespace, names);
        }

        foreach (var tree in _compilation.SyntaxTrees)
        {
            if (tree.GetRoot() is CompilationUnitSyntax unit) Add(unit.Usings, unit.Members, names);
        }

        return _names = names;
    }

    private static void Add(INamespaceOrTypeSymbol root, HashSet<string> names)
    {
        var rest = new Stack<INamespaceOrTypeSymbol>([root]);
        while (rest.Count > 0)
        {
            var current = rest.Pop();
            if (current is INamespaceSymbol space)
            {
                foreach (var member in space.GetMembers()) rest.Push(member);
                continue;
            }

            if (ConfigAttributes.Training(current) is not null) names.Add(current.Name);
            foreach (var nested in current.GetTypeMembers()) rest.Push(nested);
        }
    }

    private static void Add(
        SyntaxList<UsingDirectiveSyntax> usings, SyntaxList<MemberDeclarationSyntax> members, HashSet<string> names)
    {
        foreach (var directive in usings)
        {
            if (directive.Alias is { } alias) names.Add(alias.Name.Identifier.ValueText);
        }

        foreach (var member in members)
        {
            if (member is BaseNamespaceDeclarationSyntax space) Add(space.Usings, space.Members, names);
        }
    }
}
