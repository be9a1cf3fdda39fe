using System.Collections.Concurrent;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// The semantic models of an evaluation: the current one, and those of other files only when a value refers to them.
/// </summary>
internal sealed class SourceModels
{
    // Most configs need one.
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new(1, 3);

    public SourceModels(SemanticModel model)
        : this(model.Compilation)
    {
        ReadTrees.Mark(model.SyntaxTree);
        _models[model.SyntaxTree] = model;
    }

    public SourceModels(Compilation compilation) => Compilation = compilation;

    public Compilation Compilation { get; }

    /// <summary>
    /// The operation of a node; null where it lies in another compilation or has none, or is nested so deeply that the
    /// compiler takes seconds to bind it.
    /// </summary>
    public IOperation? OperationOf(SyntaxNode node, CancellationToken cancellation) =>
        SyntaxDepth.IsReadable(node) ? Of(node.SyntaxTree)?.GetOperation(node, cancellation) : null;

    public ISymbol? SymbolOf(SyntaxNode node, CancellationToken cancellation) => Of(node.SyntaxTree) is { } model
        ? model.GetDeclaredSymbol(node, cancellation) ?? model.GetSymbolInfo(node, cancellation).Symbol
        : null;

    /// <summary>Takes the models of another reader of the compilation: what is bound in them is not bound
    /// again.</summary>
    public void Share(SourceModels other)
    {
        foreach (var pair in other._models) _models.TryAdd(pair.Key, pair.Value);
    }

    /// <summary>The model of a tree; null where it belongs to another compilation.</summary>
    public SemanticModel? Of(SyntaxTree tree)
    {
        if (_models.TryGetValue(tree, out var model)) return model;
        ReadTrees.Mark(tree);
        return Compilation.ContainsSyntaxTree(tree) ? _models.GetOrAdd(tree, Compilation.GetSemanticModel(tree)) : null;
    }
}
