using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// How deeply a source is nested. The compiler's work grows with the square of the depth, and a second binding of the
/// same source is ours: a sum of forty thousand texts takes it half a minute.
/// </summary>
internal static class SyntaxDepth
{
    private const int Deepest = 2_000;

    private static readonly ConditionalWeakTable<SyntaxNode, object> Known = new();

    /// <summary>Whether the node is bound at all.</summary>
    public static bool IsReadable(SyntaxNode node) => node.FullSpan.Length < Deepest || (bool)Known.GetValue(node, n => IsFlat(n));

    private static object IsFlat(SyntaxNode root)
    {
        var rest = new Stack<(SyntaxNode Node, int Depth)>([(root, 0)]);
        while (rest.Count > 0)
        {
            var (node, depth) = rest.Pop();
            if (depth > Deepest) return false;
            foreach (var child in node.ChildNodes()) rest.Push((child, depth + 1));
        }

        return true;
    }
}
