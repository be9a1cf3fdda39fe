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
    private const string Name = "ModuleInitializer";

    // A tree stays when others are edited.
    private static readonly ConditionalWeakTable<SyntaxTree, object> Mentioning = new();

    public static IEnumerable<IMethodSymbol> Of(Compilation compilation, SourceModels models, CancellationToken cancellation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!(bool)Mentioning.GetValue(tree, t => Mentions(t))) continue;
            foreach (var method in tree.GetRoot(cancellation)
                .DescendantNodes()
                .OfType<MethodDeclarationSyntax>()
                .Where(m => m.AttributeLists.Count > 0))
            {
                if (models.SymbolOf(method, cancellation) is IMethodSymbol symbol
                    && symbol.GetAttributes().Any(a => a.AttributeClass?.Name == Name + "Attribute")) yield return symbol;
            }
        }
    }

    // An alias of the attribute mentions it too.
    private static object Mentions(SyntaxTree tree)
    {
        var text = tree.GetText();
        for (int i = 0; i + Name.Length <= text.Length; i++)
        {
            if (text[i] != 'M') continue;
            int k = 1;
            while (k < Name.Length && text[i + k] == Name[k]) k++;
            if (k == Name.Length) return true;
        }

        return false;
    }
}
