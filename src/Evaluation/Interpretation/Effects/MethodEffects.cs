using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// What the statements of a method change, each from where it stands: an object made further down is judged by what ran
/// before it. In a loop, a lambda or a local function, all of the method may have run before.
/// </summary>
internal sealed class MethodEffects
{
    private readonly Dictionary<ISymbol, int> _first = new(SymbolEqualityComparer.Default);
    private int _firstOfAll = int.MaxValue;

    public MethodEffects(EffectTable table, IOperation root, CancellationToken cancellation)
    {
        // Initialisers and expression bodies have no statement before what they make.
        if (root is not (IMethodBodyBaseOperation or IBlockOperation)) return;
        foreach (var statement in Statements(root))
        {
            if (Extent.IsPassed)
            {
                _firstOfAll = 0;
                return;
            }

            var effects = table.Closures.Whole(WithoutOwnLocals(table, statement, cancellation), Extent, cancellation);
            Note(effects, statement.Syntax.SpanStart);
            if (effects.HasLater) Note(effects.Later, statement.Syntax.SpanStart);
            Note(table.OfStarts(effects, Extent, cancellation), statement.Syntax.SpanStart);
        }
    }

    /// <summary>The code that the statements call.</summary>
    public Extent Extent { get; } = new(Extent.OfReading);

    /// <summary>Notes on the heap what may have changed before an operation is reached.</summary>
    public void Apply(Heap heap, IOperation operation)
    {
        int place = IsRepeated(operation) ? int.MaxValue : operation.Syntax.SpanStart;
        if (_firstOfAll < place) heap.LoseAllBefore();
        foreach (var pair in _first)
        {
            if (pair.Value < place) heap.LoseBefore(pair.Key);
        }
    }

    // Simple statements, wherever they stand.
    private static IEnumerable<IOperation> Statements(IOperation root)
    {
        var rest = new Stack<IOperation>([root]);
        while (rest.Count > 0)
        {
            var operation = rest.Pop();
            if (operation is IMethodBodyBaseOperation or IBlockOperation) foreach (var inner in operation.ChildOperations) rest.Push(inner);
            else yield return operation;
        }
    }

    // Members assigned through a local that holds an object made for it are followed by name, for that object alone.
    private static EffectSet WithoutOwnLocals(EffectTable table, IOperation statement, CancellationToken cancellation)
    {
        if (statement is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { IsRef: false } assignment }
            && assignment.Target is IMemberReferenceOperation { Instance: ILocalReferenceOperation local } target
            && target is IFieldReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: false }
            && IsMadeHere(local.Local, cancellation)
            && (target.Member is IFieldSymbol || (target.Member is IPropertySymbol property && table.IsSource(property)
                && Accessors.OwnSetter(property, cancellation) is null)))
        {
            return EffectScan.Of(table, assignment.Value, cancellation);
        }

        return EffectScan.Of(table, statement, cancellation);
    }

    private static bool IsMadeHere(ILocalSymbol local, CancellationToken cancellation) =>
        local.Type.IsReferenceType && !local.IsRef &&
        local.DeclaringSyntaxReferences
            .FirstOrDefault()?.ReadSyntax(cancellation) is VariableDeclaratorSyntax
        {
            Initializer.Value: ObjectCreationExpressionSyntax
                or ImplicitObjectCreationExpressionSyntax or WithExpressionSyntax
        };

    private static bool IsRepeated(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation or ILabeledOperation) return true;
        }

        return false;
    }

    private void Note(EffectSet effects, int place)
    {
        if (effects.ChangesAll && place < _firstOfAll) _firstOfAll = place;
        foreach (var symbol in effects.Assigned)
        {
            if (!_first.TryGetValue(symbol, out int first) || place < first) _first[symbol] = place;
        }
    }
}
