using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// Interpreters in which all static initialisers of a type have run. Where one of them changes something, a creation in
/// them that names a static of the type is read after all of them: they run once for all creations, not once for each.
/// </summary>
internal sealed class StartedTypes
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, Started> _started = new(SymbolEqualityComparer.Default);

    /// <summary>The type in whose static initialisers the operation stands, if it names a static of it.</summary>
    public static INamedTypeSymbol? Around(IOperation operation)
    {
        var root = operation;
        while (root.Parent is { } parent)
        {
            if (root is IAnonymousFunctionOperation) return null;
            root = parent;
        }

        ISymbol? member = root switch
        {
            IFieldInitializerOperation { InitializedFields: { Length: > 0 } fields } => fields[0],
            IPropertyInitializerOperation { InitializedProperties: { Length: > 0 } properties } => properties[0],
            _ => null,
        };
        return member is { IsStatic: true, ContainingType: { IsGenericType: false } type }
            && operation.Descendants().Any(part => part is IMemberReferenceOperation { Member: { IsStatic: true } named }
                && named is not IFieldSymbol { IsConst: true } && SymbolEqualityComparer.Default.Equals(named.ContainingType, type))
            ? type
            : null;
    }

    /// <summary>Reads in the interpreter of a type; one that the reading has changed is not used again.</summary>
    public T Read<T>(INamedTypeSymbol type, Func<Interpreter> make, Func<Interpreter, T> read, CancellationToken cancellation)
    {
        var started = _started.GetOrAdd(type, _ => new Started());
        lock (started)
        {
            var run = started.Run ?? make();
            bool isNew = started.Run is null;
            started.Run = null;
            run.Begin(cancellation);
            bool isStarted = !isNew || run.TryStart(type);
            run.Begin(cancellation);
            int before = run.Statics.Started;
            var entry = run.Heap.Enter();
            var value = read(run);
            bool isAsBefore = run.Heap.Changes == 0 && run.Statics.Started == before && !run.Fuel.IsOut;
            run.Heap.Leave(entry, forget: true);
            if (isStarted && isAsBefore) started.Run = run;
            return value;
        }
    }

    private sealed class Started
    {
        public Interpreter? Run { get; set; }
    }
}
