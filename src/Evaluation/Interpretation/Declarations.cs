using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// What binding takes from a file that is not read itself: all of it but the bodies of methods and constructors.
/// Initialisers, accessors, attributes, usings, directives and top-level statements count.
/// </summary>
internal static class Declarations
{
    /// <summary>Whether two versions of a file declare the same, token by token.</summary>
    public static bool AreSame(SyntaxTree one, SyntaxTree other, CancellationToken cancellation = default) =>
        one.FilePath == other.FilePath && one.Options.Equals(other.Options)
        && SameDirectives(one.GetRoot(cancellation), other.GetRoot(cancellation))
        && AreSame(one.GetRoot(cancellation), other.GetRoot(cancellation));

    private static bool AreSame(SyntaxNode one, SyntaxNode other)
    {
        if (one.RawKind != other.RawKind) return false;
        if (one is not (CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax or BaseMethodDeclarationSyntax))
            return SyntaxFactory.AreEquivalent(one, other, topLevel: false);
        bool isMethod = one is MethodDeclarationSyntax or ConstructorDeclarationSyntax;
        ChildSyntaxList parts = one.ChildNodesAndTokens(), others = other.ChildNodesAndTokens();
        if (parts.Count != others.Count) return false;
        for (int i = 0; i < parts.Count; i++)
        {
            SyntaxNodeOrToken part = parts[i], same = others[i];
            if (part.AsNode() is { } node)
            {
                if (same.AsNode() is not { } otherNode) return false;
                bool isBody = isMethod && node is BlockSyntax or ArrowExpressionClauseSyntax && node.RawKind == otherNode.RawKind;
                if (!isBody && !AreSame(node, otherNode)) return false;
            }
            else if (same.IsNode || !SyntaxFactory.AreEquivalent(part.AsToken(), same.AsToken()))
            {
                return false;
            }
        }

        return true;
    }

    // #nullable and #line are no tokens, and hold from within a body on.
    private static bool SameDirectives(SyntaxNode one, SyntaxNode other) =>
        (!one.ContainsDirectives && !other.ContainsDirectives)
        || Directives(one).SequenceEqual(Directives(other), System.StringComparer.Ordinal);

    private static IEnumerable<string> Directives(SyntaxNode root) =>
        root.DescendantTrivia().Where(trivia => trivia.IsDirective).Select(trivia => trivia.ToString());
}
