using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingAnalyzers.Evaluation;

/// <summary>The methods that run before anything else of the assembly.</summary>
internal static class ModuleInitializers
{
    private const string Attribute = "ModuleInitializerAttribute";

    // A tree stays when others are edited.
    private static readonly ConditionalWeakTable<SyntaxTree, MethodDeclarationSyntax[]> Attributed = new();

    public static IEnumerable<IMethodSymbol> Of(Compilation compilation, SourceModels models, CancellationToken cancellation)
    {
        // One file may name an alias of the attribute for all.
        if (!Mention.ModuleInitializer.Among(compilation.SyntaxTrees).Any()) yield break;
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var method in Attributed.GetValue(tree, t => AttributedMethods(t)))
            {
                if (models.SymbolOf(method, cancellation) is IMethodSymbol symbol
                    && symbol.GetAttributes().Any(a => a.AttributeClass?.Name == Attribute)) yield return symbol;
            }
        }
    }

    private static MethodDeclarationSyntax[] AttributedMethods(SyntaxTree tree) => tree.GetRoot()
        .DescendantNodes(node => node is not (BlockSyntax or ExpressionSyntax))
        .OfType<MethodDeclarationSyntax>()
        .Where(method => method.AttributeLists.Count > 0)
        .ToArray();
}
