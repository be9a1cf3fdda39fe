using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

/// <summary>The semantic models an evaluation needs: the one at hand, and those of other files only when a value leads there.</summary>
internal sealed class SourceModels
{
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = new();

    public SourceModels(SemanticModel model)
    {
        Compilation = model.Compilation;
        _models[model.SyntaxTree] = model;
    }

    public Compilation Compilation { get; }

    /// <summary>The operation of an expression; null where the node lies in another compilation or has none.</summary>
    public IOperation? OperationOf(SyntaxNode node, CancellationToken cancellation)
    {
        if (!_models.TryGetValue(node.SyntaxTree, out var model))
        {
            if (!Compilation.ContainsSyntaxTree(node.SyntaxTree)) return null;
            model = Compilation.GetSemanticModel(node.SyntaxTree);
            _models[node.SyntaxTree] = model;
        }

        return model.GetOperation(node, cancellation);
    }

    public ISymbol? SymbolOf(SyntaxNode node, CancellationToken cancellation)
    {
        if (!Compilation.ContainsSyntaxTree(node.SyntaxTree)) return null;
        if (!_models.TryGetValue(node.SyntaxTree, out var model))
        {
            model = Compilation.GetSemanticModel(node.SyntaxTree);
            _models[node.SyntaxTree] = model;
        }

        return model.GetDeclaredSymbol(node, cancellation) ?? model.GetSymbolInfo(node, cancellation).Symbol;
    }
}
