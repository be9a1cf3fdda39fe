using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// How deeply a source is nested, for the two things that the compiler does with it. It binds a chain of binary
/// operators that leans left in a loop, and all other nesting by recursion, whose work grows with the square of the
/// depth. To report a diagnostic, it first looks for generated code in the whole file by recursion
/// (GeneratedCodeTokenWalker of its AnalyzerDriver), also through such a chain: a sum of 40,000 terms overflows a stack
/// of 8 MB there, and 5,000 may overflow one of 1 MB.
/// </summary>
internal static class SyntaxDepth
{
    private const int Deepest = 2_000;

    // A second binding takes as long as the compiler's own.
    private const int MostTerms = 25_000;

    // A text of 10,000 holes takes as long.
    private const int MostHoles = 2_000;

    // So does a switch of 5,000 arms, and it holds 2 GB.
    private const int MostArms = 1_000;

    // Each element of a collection that is not an array is a call, of up to 6 KB in two readings.
    private const int MostAdded = 15_000;

    private static readonly ConditionalWeakTable<SyntaxNode, object> Readable = new();
    private static readonly ConditionalWeakTable<SyntaxNode, object> Reportable = new();

    /// <summary>Whether the node is bound at all.</summary>
    public static bool IsReadable(SyntaxNode node) => node.FullSpan.Length < Deepest
        || (bool)Readable.GetValue(node, n => IsFlat(n, MostTerms));

    /// <summary>Whether a diagnostic may be reported in the file of this root.</summary>
    public static bool IsReportable(SyntaxNode root) => root.FullSpan.Length < Deepest
        || (bool)Reportable.GetValue(root, n => IsFlat(n, 0));

    // In correct code and in code that is being written, a character opens fewer than four nodes within each other
    // (`a[` opens three).
    internal const int MostNodesPerCharacter = 4;

    private static object IsFlat(SyntaxNode root, int mostTerms)
    {
        var rest = new Stack<(SyntaxNode Node, int Depth, int Terms)>([(root, 0, 0)]);
        while (rest.Count > 0)
        {
            var (node, depth, terms) = rest.Pop();
            if (depth > Deepest || terms > mostTerms) return false;
            if (mostTerms > 0 && node is InterpolatedStringExpressionSyntax { Contents.Count: > MostHoles }
                or SwitchExpressionSyntax { Arms.Count: > MostArms } or SwitchStatementSyntax { Sections.Count: > MostArms }
                or SwitchSectionSyntax { Labels.Count: > MostArms }
                or InitializerExpressionSyntax { RawKind: (int)SyntaxKind.CollectionInitializerExpression, Expressions.Count: > MostAdded })
                return false;
            foreach (var child in node.ChildNodes())
            {
                if (depth + (child.FullSpan.Length * MostNodesPerCharacter) < Deepest) continue;
                bool isChain = mostTerms > 0 && child is BinaryExpressionSyntax && node is BinaryExpressionSyntax outer
                    && outer.Left == child;
                rest.Push(isChain ? (child, depth, terms + 1) : (child, depth + 1, 0));
            }
        }

        return true;
    }
}
