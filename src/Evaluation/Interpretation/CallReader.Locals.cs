using Microsoft.CodeAnalysis.Operations;

namespace ScalingAnalyzers.Evaluation;

// Locals.
internal sealed partial class CallReader
{
    /// <summary>What a local holds: as it runs, or, in code that is not run from its beginning, by its only
    /// assignment.</summary>
    public Value Local(ILocalReferenceOperation reference, Frame frame)
    {
        if (frame.Named(reference.Local) is { } named) return named;
        var local = reference.Local;
        if (LocalValues.Declarator(local) is not { Initializer: { } initializer } declarator)
            return Value.Unknown(reference.Syntax, UnknownKind.LocalAtRunTime, local.Name);
        var uses = NameUses.Of(declarator, local.Name);
        if (uses.IsReassigned) return Value.Unknown(reference.Syntax, UnknownKind.LocalReassigned, local.Name);
        if (declarator.SpanStart >= _run.LastLocal || !_run.Running.Add(local))
            return Value.Unknown(reference.Syntax, UnknownKind.RefersToItself, local.Name);
        bool isBefore = _run.Heap.IsBefore;
        _run.Heap.IsBefore = true;
        try
        {
            var operation = reference.SemanticModel is { } model && model.SyntaxTree == initializer.SyntaxTree
                ? LocalValues.Bound(model, initializer, _run.Cancellation)
                : null;
            if (operation is null) return Value.Unknown(reference.Syntax, UnknownKind.LocalAtRunTime, local.Name);
            var value = frame.IsEmpty
                ? Adoption.Into(_run, _run.Effects.Locals.Of(declarator, operation, _run.Models, _run.Cancellation))
                : MemberReader.Own(_run.Evaluate(operation, frame));
            return value switch
            {
                ObjectValue known => uses.Apply(known, _run.Cancellation),
                ScalarValue { Literal: { } literal } scalar => new ScalarValue(scalar.Content, literal.Through()) { Boxed = scalar.Boxed },
                _ => value,
            };
        }
        finally
        {
            _run.Heap.IsBefore = isBefore;
            _run.Running.Remove(local);
        }
    }
}
