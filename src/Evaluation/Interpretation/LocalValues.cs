using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// What the locals of methods that are not run from their beginning hold where they are declared, each read once a
/// compilation, after those that it refers to: a chain of a thousand runs costs a thousand steps. A value depends on
/// nothing but the source, so that it does not matter which run asks first.
/// </summary>
internal sealed class LocalValues
{
    private readonly ConcurrentDictionary<SyntaxNode, Value> _known = new();

    /// <summary>The value of a local by its initialiser, which the reader adopts.</summary>
    /// <param name="declarator">Where the local is declared.</param>
    /// <param name="initializer">The bound initialiser.</param>
    /// <param name="models">The models of the reader.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public Value Of(VariableDeclaratorSyntax declarator, IOperation initializer, SourceModels models, CancellationToken cancellation)
    {
        if (_known.TryGetValue(declarator, out var known)) return known;
        foreach (var (place, value) in Needed(declarator, initializer, cancellation).OrderBy(needed => needed.Declarator.SpanStart))
        {
            if (_known.ContainsKey(place)) continue;
            var interpreter = new Interpreter(models, cancellation) { LastLocal = place.SpanStart };
            var read = interpreter.Created(value);
            _known.TryAdd(place, read);
        }

        return _known[declarator];
    }

    // The locals that the initialiser refers to, and those that theirs refer to.
    private List<(VariableDeclaratorSyntax Declarator, IOperation Value)> Needed(
        VariableDeclaratorSyntax declarator, IOperation value, CancellationToken cancellation)
    {
        var found = new List<(VariableDeclaratorSyntax Declarator, IOperation Value)> { (declarator, value) };
        var seen = new HashSet<SyntaxNode> { declarator };
        for (int i = 0; i < found.Count; i++)
        {
            foreach (var reference in found[i].Value.DescendantsAndSelf().OfType<ILocalReferenceOperation>())
            {
                if (Declarator(reference.Local) is not { Initializer: { } written } other || _known.ContainsKey(other)
                    || !seen.Add(other) || other.SyntaxTree != declarator.SyntaxTree
                    || reference.SemanticModel is not { } model || Bound(model, written, cancellation) is not { } bound) continue;
                found.Add((other, bound));
            }
        }

        return found;
    }

    /// <summary>The value of an initialiser with the conversions that C# adds.</summary>
    public static IOperation? Bound(SemanticModel model, EqualsValueClauseSyntax initializer, CancellationToken cancellation) =>
        (model.GetOperation(initializer, cancellation) as ISymbolInitializerOperation)?.Value;

    /// <summary>The declaration of a local that has an initialiser; null where it has none.</summary>
    public static VariableDeclaratorSyntax? Declarator(ILocalSymbol local) => local.IsRef
        ? null
        : local.DeclaringSyntaxReferences.FirstOrDefault()?.ReadSyntax() as VariableDeclaratorSyntax;
}
