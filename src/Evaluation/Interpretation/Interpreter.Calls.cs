using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingAnalyzers.Evaluation;

// What a name in a body and a call stand for: locals assigned once, known functions, factories of one expression.
internal sealed partial class Interpreter
{
    private Value Local(ILocalReferenceOperation reference, Frame frame) => frame.Named(reference.Local) ?? Local(reference.Local, reference.Syntax, frame);

    private Value Local(ILocalSymbol local, SyntaxNode at, Frame frame)
    {
        var declarator = local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellation) as VariableDeclaratorSyntax;
        if (declarator?.Initializer is not { } initializer) return Value.Unknown("local '" + local.Name + "' is known only at run time", at);
        var uses = NameUses.Of(declarator, local.Name);
        if (uses.IsReassigned) return Value.Unknown("local '" + local.Name + "' is assigned more than once", at);
        if (!_running.Add(local)) return Value.Unknown("'" + local.Name + "' refers to itself", at);
        try
        {
            var value = Evaluate(_models.OperationOf(initializer.Value, _cancellation), frame);
            return value switch
            {
                ObjectValue known => uses.Apply(known, _cancellation),
                ScalarValue { Literal: { } literal } scalar => Coerce(new ScalarValue(scalar.Content, literal.Through()), local.Type, initializer.Value),
                _ => Coerce(value, local.Type, initializer.Value),
            };
        }
        finally
        {
            _running.Remove(local);
        }
    }

    private Value Invoke(IInvocationOperation invocation, Frame frame)
    {
        var method = invocation.TargetMethod;
        if (method.Name == "GetValueOrDefault" && IsNullable(invocation.Instance?.Type)) return NullableOrDefault(invocation, frame);
        if (method.IsStatic && method.DeclaringSyntaxReferences.Length == 0) return InvokeKnown(invocation, frame);
        return method.IsStatic || invocation.Instance is IInstanceReferenceOperation
            ? InvokeFactory(invocation, frame)
            : Value.Unknown("the method '" + method.Name + "' runs only in the program", invocation.Syntax);
    }

    private Value NullableOrDefault(IInvocationOperation invocation, Frame frame)
    {
        var value = Evaluate(invocation.Instance, frame);
        if (value is not ScalarValue { Content: null }) return value;
        return invocation.Arguments.Length == 1
            ? Evaluate(invocation.Arguments[0].Value, frame)
            : Value.Unknown("it is null", invocation.Syntax);
    }

    private Value InvokeKnown(IInvocationOperation invocation, Frame frame)
    {
        var arguments = new List<object?>();
        foreach (var argument in invocation.Arguments.OrderBy(a => a.Parameter?.Ordinal ?? 0))
        {
            var read = Evaluate(argument.Value, frame);
            if (read is UnknownValue) return read;
            if (read is not ScalarValue scalar) return Value.Unknown("the method '" + invocation.TargetMethod.Name + "' runs only in the program", invocation.Syntax);
            arguments.Add(scalar.Content);
        }

        object? result = KnownFunctions.Call(invocation.TargetMethod, arguments, out string? fault);
        if (fault is not null) return Value.Fault(invocation.TargetMethod.Name + " " + fault, invocation.Syntax);
        return result is null
            ? Value.Unknown("the method '" + invocation.TargetMethod.Name + "' runs only in the program", invocation.Syntax)
            : new ScalarValue(result);
    }

    // A factory that is one return expression.
    private Value InvokeFactory(IInvocationOperation invocation, Frame frame)
    {
        var method = invocation.TargetMethod;
        var unread = Value.Unknown("the method '" + method.Name + "' runs only in the program", invocation.Syntax);
        if (method.IsVirtual || method.IsOverride || method.IsAbstract || method.IsAsync) return unread;
        var body = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellation) switch
        {
            MethodDeclarationSyntax { ExpressionBody: { } arrow } => arrow.Expression,
            MethodDeclarationSyntax { Body.Statements: { Count: 1 } statements } when statements[0] is ReturnStatementSyntax { Expression: { } returned } => returned,
            LocalFunctionStatementSyntax { ExpressionBody: { } arrow } => arrow.Expression,
            LocalFunctionStatementSyntax { Body.Statements: { Count: 1 } statements } when statements[0] is ReturnStatementSyntax { Expression: { } returned } => returned,
            _ => null,
        };
        if (body is null) return unread;
        var inner = new Frame(method.IsStatic ? null : frame.This, method.ContainingType);
        foreach (var pair in Arguments(invocation.Arguments, frame)) inner.Name(pair.Key, pair.Value.Value);
        return Coerce(Evaluate(_models.OperationOf(body, _cancellation), inner), method.ReturnType, body);
    }
}
