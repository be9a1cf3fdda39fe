using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingAnalyzers.Evaluation;

// Bodies of constructors and setters, as far as they assign. What else they do makes the object unknown, never wrong.
internal sealed partial class Interpreter
{
    private void RunStatements(ObjectValue built, IEnumerable<SyntaxNode> statements, Frame frame)
    {
        foreach (var statement in statements)
        {
            var operation = _models.OperationOf(statement, _cancellation);
            if (operation is IReturnOperation { ReturnedValue: null }) return;
            if (RunStatement(built, operation, frame)) continue;
            built.Cloud(Value.Unknown("the constructor does more than assign members", statement));

            // After what may leave the body early, nothing is certain any more.
            if (statement.DescendantNodesAndSelf().Any(n => n is ReturnStatementSyntax or GotoStatementSyntax)) return;
        }
    }

    private bool RunStatement(ObjectValue built, IOperation? operation, Frame frame)
    {
        if (operation is IExpressionStatementOperation expression) operation = expression.Operation;
        switch (operation)
        {
            case ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Instance: IInstanceReferenceOperation } target } assignment:
                var value = Evaluate(assignment.Value, frame);
                if (Disturbs(assignment.Value, value is ScalarValue)) return false;
                Assign(built, target, value, assignment.Value.Syntax);
                return true;
            case ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member.IsStatic: true }, Value: var given }:
                return !Disturbs(given, isKnown: false);
            case IConditionalOperation { WhenTrue: var guarded, WhenFalse: null, Condition: var condition } when IsThrow(guarded):
                return !Disturbs(condition, isKnown: false);
            case IInvocationOperation { TargetMethod: { IsStatic: true, Name: var name } } guard when name.StartsWith("ThrowIf", StringComparison.Ordinal):
                return !Disturbs(guard, isKnown: false);
            case IVariableDeclarationGroupOperation group:
                return group.Declarations.All(d => d.Declarators.All(v => Declare(v, frame)));
            case IEmptyOperation:
                return true;
            default:
                return false;
        }
    }

    // A local is read here and now: the members it is made of may be assigned before it is used.
    private bool Declare(IVariableDeclaratorOperation declarator, Frame frame)
    {
        if (declarator.Initializer is not { } initializer || Disturbs(initializer.Value, isKnown: false)) return false;
        var value = Local(declarator.Symbol, declarator.Syntax, frame);
        frame.Name(declarator.Symbol, () => value);
        return true;
    }

    private static bool IsThrow(IOperation? operation) => operation switch
    {
        IThrowOperation => true,
        IBlockOperation { Operations: { Length: 1 } inner } => IsThrow(inner[0]),
        IExpressionStatementOperation { Operation: var inner } => IsThrow(inner),
        _ => false,
    };

    // Whether computing the value may assign something on the way. What could be read in full has called nothing that does.
    private static bool Disturbs(IOperation value, bool isKnown) => value.DescendantsAndSelf().Any(part => part switch
    {
        IAssignmentOperation assignment => assignment.Parent is not IObjectOrCollectionInitializerOperation,
        IIncrementOrDecrementOperation => true,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } self => !isKnown && self.Parent is not (IFieldReferenceOperation or IPropertyReferenceOperation),
        _ => false,
    });

    // Assigns as C# does: an override's setter runs, a setter of the user's own does what it says.
    private void Assign(ObjectValue built, IMemberReferenceOperation target, Value value, SyntaxNode at)
    {
        var member = target.Instance?.Syntax is BaseExpressionSyntax ? target.Member : Dispatch.Set(target.Member, built.Type);
        if (member is IFieldSymbol { AssociatedSymbol: IPropertySymbol backed }) member = backed;
        else if (member is IPropertySymbol { IsIndexer: true }) built.Cloud(Value.Unknown("an indexer is not followed", at));
        else if (member is IPropertySymbol property && Accessors.OwnSetter(property, _cancellation) is { } setter)
        {
            RunSetter(built, property, setter, value, at);
            return;
        }

        built.Store(member, value, at);
    }

    private void RunSetter(ObjectValue built, IPropertySymbol property, AccessorDeclarationSyntax setter, Value value, SyntaxNode at)
    {
        IEnumerable<SyntaxNode>? body = setter.ExpressionBody is { } arrow ? [arrow.Expression] : setter.Body?.Statements;
        if (body is null || property.SetMethod is not { } method || ++_steps > MostSteps || _depth >= DeepestNesting || NameUses.Of(setter, "value").IsReassigned)
        {
            built.Cloud(Value.Unknown("what '" + property.Name + "' does with its value is not followed", at));
            return;
        }

        var frame = new Frame(built, property.ContainingType);
        var given = Coerce(value, property.Type, at);
        frame.Name(method.Parameters.Last(), () => given);
        _depth++;
        try
        {
            RunStatements(built, body, frame);
            built.Locate(property, at);
        }
        finally
        {
            _depth--;
        }
    }
}
