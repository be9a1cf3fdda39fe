using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// The files that any reading has looked into beyond what they declare. A mark stays as long as its tree, whoever
/// reads: a tree without one has bodies that no value can come from.
/// </summary>
internal static class ReadTrees
{
    private static readonly ConditionalWeakTable<SyntaxTree, object> Marked = new();

    /// <summary>The declaration's syntax, whose tree is marked: the one way to it in this assembly.</summary>
    public static SyntaxNode ReadSyntax(this SyntaxReference reference, CancellationToken cancellation = default)
    {
        Mark(reference.SyntaxTree);
        return reference.GetSyntax(cancellation);
    }

    public static void Mark(SyntaxTree tree)
    {
        if (!IsRead(tree)) Marked.GetValue(tree, static _ => Marked);
    }

    public static bool IsRead(SyntaxTree tree) => Marked.TryGetValue(tree, out _);
}
