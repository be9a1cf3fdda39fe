using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingAnalyzers.Evaluation;

/// <summary>Runs the statements of constructors, setters and methods. What is not followed makes unknown what it may
/// change, never wrong.</summary>
internal sealed class StatementRunner
{
    private readonly Interpreter _run;

    public StatementRunner(Interpreter run) => _run = run;

    private enum End
    {
        Reached,
        Returned,

        // It may have returned, or jumped: what follows may run or not.
        Uncertain,
    }

    /// <summary>Runs a body for what it does; gives what it returns, null where that is not certain.</summary>
    public Value? RunBody(IBlockOperation? body, Frame frame)
    {
        if (body is null) return null;
        if (!_run.TryEnter())
        {
            _run.Disturb(body, frame);
            return null;
        }

        try
        {
            var (end, returned) = Run(body, frame);
            if (!_run.Fuel.IsOut) return end == End.Returned ? returned : null;
            _run.Disturb(body, frame);
            return null;
        }
        finally
        {
            _run.Leave();
        }
    }

    private (End End, Value? Returned) Run(IBlockOperation block, Frame frame)
    {
        // A jump may lead anywhere, and what is used is disposed of at the end.
        if (block.Operations.Any(o => o is ILabeledOperation or IUsingDeclarationOperation))
        {
            _run.Disturb(block, frame);
            return (End.Uncertain, null);
        }

        var end = Reached;
        foreach (var statement in block.Operations)
        {
            if (end.End == End.Uncertain) _run.Disturb(statement, frame);
            else end = Run(statement, frame);
            if (end.End == End.Returned) break;
        }

        return end;
    }

    private static (End End, Value? Returned) Reached => (End.Reached, null);

    private (End End, Value? Returned) Run(IOperation statement, Frame frame)
    {
        switch (statement)
        {
            case IBlockOperation block: return Run(block, frame);
            case IEmptyOperation or ILocalFunctionOperation: return Reached;
            case IThrowOperation: return Thrown();
            case IExpressionStatementOperation { Operation: IThrowOperation }: return Thrown();
            case IExpressionStatementOperation { Operation: var expression }: _run.Evaluate(expression, frame); return Reached;
            case IReturnOperation { Kind: OperationKind.Return } result:
                return (End.Returned, result.ReturnedValue is { } value ? _run.Evaluate(value, frame) : null);
            case IVariableDeclarationGroupOperation group when group.Declarations.All(d => d.Declarators.All(v => !v.Symbol.IsRef)):
                Declare(group, frame);
                return Reached;
            case IConditionalOperation choice: return Choose(choice, frame);
            default: return (_run.Disturb(statement, frame) ? End.Uncertain : End.Reached, null);
        }
    }

    private void Declare(IVariableDeclarationGroupOperation group, Frame frame)
    {
        foreach (var declarator in group.Declarations.SelectMany(d => d.Declarators))
        {
            var initializer = declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer;
            var value = initializer is null
                ? Value.Unknown(UnknownKind.LocalUnassigned, declarator.Symbol.Name)
                : _run.Evaluate(initializer.Value, frame);
            if (value is ScalarValue { Literal: { } literal } scalar)
                value = new ScalarValue(scalar.Content, literal.Through()) { Boxed = scalar.Boxed };
            frame.Name(declarator.Symbol, MemberReader.Own(value));
        }
    }

    private (End End, Value? Returned) Choose(IConditionalOperation choice, Frame frame)
    {
        var condition = _run.Evaluate(choice.Condition, frame);

        // Where a check fails there is no object.
        if (IsThrow(choice.WhenTrue) && choice.WhenFalse is null && condition is not ScalarValue { Content: true }) return Reached;
        if (condition is ScalarValue { Content: bool truth })
        {
            var taken = truth ? choice.WhenTrue : choice.WhenFalse;
            return taken is null ? Reached : Run(taken, frame);
        }

        bool leaves = _run.Disturb(choice.WhenTrue, frame);
        if (choice.WhenFalse is { } other) leaves |= _run.Disturb(other, frame);
        return (leaves ? End.Uncertain : End.Reached, null);
    }

    // Nothing that is made here exists in the program.
    private (End End, Value? Returned) Thrown()
    {
        _run.Heap.LoseAllForGood();
        return (End.Returned, null);
    }

    private static bool IsThrow(IOperation? operation) => operation switch
    {
        IThrowOperation => true,
        IBlockOperation { Operations: { Length: 1 } inner } => IsThrow(inner[0]),
        IExpressionStatementOperation { Operation: var inner } => IsThrow(inner),
        _ => false,
    };
}
