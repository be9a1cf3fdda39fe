using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingAnalyzers.Evaluation;

/// <summary>Calls of methods, accessors and operators: what they return where they are one expression, and always what
/// they do.</summary>
internal sealed partial class CallReader
{
    private readonly Interpreter _run;

    public CallReader(Interpreter run) => _run = run;

    public Value Invoke(IInvocationOperation invocation, Frame frame)
    {
        var method = invocation.TargetMethod;
        bool isSource = _run.Effects.IsSource(method)
            && method.MethodKind is MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.ExplicitInterfaceImplementation;
        if (!isSource && method.MethodKind is MethodKind.DelegateInvoke or MethodKind.FunctionPointerSignature)
            return Unread(invocation, frame);
        if (invocation.Arguments.Any(HandsPlace) || MayBeDropped(method) || method.IsAsync
            || method.ContainingType is { CanBeReferencedByName: false }) return Unread(invocation, frame);
        if (!isSource) return Foreign(invocation, frame);
        if (method.MethodKind == MethodKind.LocalFunction || (invocation.Instance is null && Dispatch.IsVirtual(method)))
            return invocation.Instance is null && method.IsStatic && !Dispatch.IsVirtual(method)
                ? Call(method, null, invocation, frame)
                : Unread(invocation, frame);
        if (invocation.Instance is not { } instance) return Call(method, null, invocation, frame);
        if (_run.Evaluate(instance, frame) is not ObjectValue receiver || receiver.Type.IsValueType) return Unread(invocation, frame);
        bool isBase = instance.Syntax is BaseExpressionSyntax;
        if (receiver.IsOfUnknownType && !isBase && Dispatch.IsVirtual(method)) return Unread(invocation, frame);
        var target = isBase ? method : Dispatch.Call(method, receiver.Type);
        return _run.Effects.IsSource(target) ? Call(target, receiver, invocation, frame) : Unread(invocation, frame);
    }

    private Value Unread(IInvocationOperation invocation, Frame frame)
    {
        _run.Disturb(invocation, frame);
        return Value.Unknown(invocation.Syntax, UnknownKind.MethodRunsInProgram, invocation.TargetMethod.Name);
    }

    /// <summary>Whether the method sees later changes of the place that is its argument, or makes them.</summary>
    public static bool HandsPlace(IArgumentOperation argument) => argument.Parameter?.RefKind switch
    {
        null or RefKind.None => false,
        RefKind.Ref or RefKind.Out => true,
        _ => argument.Value is IFieldReferenceOperation { Field.IsConst: false } or ILocalReferenceOperation { Local.IsConst: false }
            or IParameterReferenceOperation or IArrayElementReferenceOperation or IInstanceReferenceOperation
            or IInvocationOperation { TargetMethod.RefKind: not RefKind.None }
            or IPropertyReferenceOperation { Property.RefKind: not RefKind.None },
    };

    // Calls that the compiler may leave out, with their arguments. An override is as conditional as what it overrides.
    private static bool MayBeDropped(IMethodSymbol method)
    {
        if (method is { IsPartialDefinition: true, PartialImplementationPart: null }) return true;
        for (var m = method; m is not null; m = m.OverriddenMethod)
        {
            if (m.GetAttributes().Any(a => a.AttributeClass?.Name == "ConditionalAttribute")) return true;
        }

        return false;
    }

    private Value Call(IMethodSymbol method, ObjectValue? receiver, IInvocationOperation invocation, Frame frame)
    {
        var body = method.PartialImplementationPart ?? method;
        var arguments = Arguments(invocation.Arguments, frame);
        if (method.IsStatic) _run.Statics.Start(method.ContainingType);
        var inner = new Frame(receiver, Around(method, receiver, frame), Unsteady(body));
        foreach (var pair in arguments)
        {
            if (pair.Key is IParameterSymbol { Ordinal: var at } && at < body.Parameters.Length)
                inner.Name(body.Parameters[at], MemberReader.Own(pair.Value.Value()));
        }

        return Run(body, receiver, inner, new(UnknownKind.MethodRunsInProgram, method.Name), invocation.Syntax);
    }

    // The type whose code it is, with the type arguments of the object.
    private static INamedTypeSymbol Around(IMethodSymbol method, ObjectValue? receiver, Frame frame)
    {
        for (var type = receiver?.Type; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, method.ContainingType.OriginalDefinition)) return type;
        }

        return method.ContainingType;
    }

    /// <summary>An operator or conversion of the user's own.</summary>
    public Value Operator(IMethodSymbol method, IReadOnlyList<Value> operands, IOperation operation, Frame frame)
    {
        if (Dispatch.IsVirtual(method))
        {
            _run.Disturb(operation, frame);
            return Value.Unknown(operation.Syntax, UnknownKind.OperatorRunsInProgram);
        }

        _run.Statics.Start(method.ContainingType);
        var inner = new Frame(null, method.ContainingType, Unsteady(method));
        for (int i = 0; i < method.Parameters.Length && i < operands.Count; i++)
            inner.Name(method.Parameters[i], MemberReader.Own(operands[i]));
        int writes = _run.Heap.Writes;
        var result = Run(method, null, inner, new(UnknownKind.OperatorRunsInProgram), operation.Syntax);

        // An operand by reference sees what changes, in the other operand and in the operator.
        bool isStale = method.Parameters.Any(p => p.RefKind != RefKind.None)
            && (_run.Heap.Writes != writes || operation.ChildOperations.Skip(1).Any(Assigns));
        return isStale ? Value.Unknown(operation.Syntax, UnknownKind.OperatorRunsInProgram) : result;
    }

    private static bool Assigns(IOperation operand) => operand.DescendantsAndSelf()
        .Any(o => o is IAssignmentOperation or IIncrementOrDecrementOperation or IInvocationOperation);

    /// <summary>Runs a method's code: its value where it only returns an expression, and what it does in any
    /// case.</summary>
    public Value Run(IMethodSymbol method, ObjectValue? self, Frame frame, UnknownReason unread, SyntaxNode? at)
    {
        var node = Bodies.Of(method, _run.Cancellation).FirstOrDefault();
        var operation = node is null || Bodies.IsElsewhere(method, _run.Cancellation)
            ? null
            : _run.Bound(node);
        var block = Bodies.Block(operation);
        if (block is null || method.IsAsync || IsIterator(method, block) || !_run.TryEnter())
        {
            var effects = new EffectSet();
            effects.Calls.Add(method.OriginalDefinition);
            _run.Disturb(effects);
            return node is not null && operation is null
                ? Value.Unknown(at, UnknownKind.ComputedElsewhere, method.Name)
                : Value.Unknown(unread, at);
        }

        try
        {
            if (Bodies.Returned(block) is { } returned && !method.ReturnsByRef && !method.ReturnsByRefReadonly)
                return MemberReader.Own(_run.Evaluate(returned, frame));
            var value = _run.Statements.RunBody(block, frame);
            return value is null or UnknownValue || !IsByValue(method, self) ? Value.Unknown(unread, at) : MemberReader.Own(value);
        }
        finally
        {
            _run.Leave();
        }
    }

    // What statements assign may be seen through a reference; a struct may be a copy that the program forgets.
    private static bool IsByValue(IMethodSymbol method, ObjectValue? self) => !method.ReturnsByRef && !method.ReturnsByRefReadonly
        && self is not { Type.IsValueType: true } && method.Parameters.All(parameter => parameter.RefKind == RefKind.None);

    private static bool IsIterator(IMethodSymbol method, IBlockOperation block) =>
        method.ReturnType.TypeKind == TypeKind.Interface
            && block.Descendants().Any(o => o.Kind is OperationKind.YieldReturn or OperationKind.YieldBreak);

    /// <summary>Locals and parameters that a body assigns where it is not followed: in lambdas, local functions, and
    /// through references.</summary>
    public Func<HashSet<ISymbol>> Unsteady(IMethodSymbol method) => () =>
    {
        var found = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var node in Bodies.Of(method, _run.Cancellation))
        {
            if (_run.Bound(node) is { } body) UnsteadyNames.Add(body, found);
        }

        return found;
    };

    /// <summary>The values that the parameters get, in the order in which the arguments are evaluated.</summary>
    public Dictionary<ISymbol, Written> Arguments(IEnumerable<IArgumentOperation> arguments, Frame frame)
    {
        var values = new Dictionary<ISymbol, Written>(SymbolEqualityComparer.Default);
        foreach (var argument in arguments)
        {
            if (argument.Parameter is not { } parameter) continue;
            bool isGiven = argument.ArgumentKind != ArgumentKind.DefaultValue;
            values[parameter] = isGiven
                ? new Written(MemberReader.Own(_run.Evaluate(argument.Value, frame)), argument.Value.Syntax)
                : new Written(Optional(parameter, argument.Value), null);
        }

        return values;
    }

    /// <summary>The value of a parameter that is not given: what the compiler passes where it is known.</summary>
    public Value Optional(IParameterSymbol parameter, IOperation? passed)
    {
        if (parameter.GetAttributes().Any(a => a.AttributeClass?.Name.StartsWith("Caller", StringComparison.Ordinal) == true))
        {
            return passed?.ConstantValue is { HasValue: true, Value: { } told }
                ? new ScalarValue(told)
                : Value.Unknown(UnknownKind.CallerDecides, parameter.Name);
        }

        if (!parameter.HasExplicitDefaultValue)
            return parameter.IsParams ? new CollectionValue(0) : Value.Unset(parameter.Name);
        if (parameter.DeclaringSyntaxReferences.FirstOrDefault()?.ReadSyntax(
            _run.Cancellation) is ParameterSyntax { Default.Value: not LiteralExpressionSyntax and var written } &&
            _run.Models.Compilation.ContainsSyntaxTree(written.SyntaxTree)
                && _run.Evaluate(_run.Models.OperationOf(written, _run.Cancellation),
                    Frame.Empty) is UnknownValue { IsFault: false } unknown) return unknown;
        object? content = parameter.ExplicitDefaultValue;
        if (content is not null || parameter.Type.IsReferenceType || ExpressionReader.IsNullable(parameter.Type))
            return new ScalarValue(content);
        return KnownFunctions.IsTimeSpan(parameter.Type)
            ? new ScalarValue(TimeSpan.Zero)
            : Value.Unknown(UnknownKind.DefaultNotRead, parameter.Name);
    }
}
