using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingAnalyzers.Evaluation;

// Calls into other assemblies.
internal sealed partial class CallReader
{
    private Value Foreign(IInvocationOperation invocation, Frame frame)
    {
        var method = invocation.TargetMethod;
        var receiver = invocation.Instance is { } instance ? _run.Evaluate(instance, frame) : null;
        if (method.Name == "GetValueOrDefault" && ExpressionReader.IsNullable(method.ContainingType))
            return NullableOrDefault(invocation, receiver!, frame);
        var arguments = invocation.Arguments.Select(a => (Argument: a, Value: _run.Evaluate(a.Value, frame))).ToArray();
        var unread = Value.Unknown(invocation.Syntax, UnknownKind.MethodRunsInProgram, method.Name);

        // What may be called back, and what a type argument or a virtual member in source may do.
        _run.Disturb(AsCalled(invocation, receiver, arguments.Select(a => (a.Argument, a.Value))));
        if (receiver is not null and not ScalarValue || arguments.Any(a => a.Value is not ScalarValue))
        {
            bool isKeeper = Reach.IsKeeper(method);
            if (receiver is ObjectValue collection && isKeeper) foreach (var (_, value) in arguments) collection.Hold(value);
            if (receiver is ObjectValue changed && !_run.Effects.IsSource(changed.Type)) changed.Cloud(unread);
            if (!isKeeper)
            {
                if (receiver is not null) Hand(receiver);
                foreach (var (_, value) in arguments) Hand(value);
                foreach (var (argument, value) in arguments) HandUnknown(argument.Value, value);
                if (invocation.Instance is { } unknown) HandUnknown(unknown, receiver);
            }
        }

        if (arguments.Select(a => a.Value).FirstOrDefault(v => v is UnknownValue) is { } stopped) return stopped;
        if (!method.IsStatic || arguments.Any(a => a.Value is not ScalarValue { Boxed: null })) return unread;
        var contents = arguments.OrderBy(a => a.Argument.Parameter?.Ordinal ?? 0).Select(a => ((ScalarValue)a.Value).Content).ToList();
        if (!_run.Fuel.Spend(contents.Sum(Arithmetic.Size))) return unread;
        object? result = KnownFunctions.Call(method, contents, out UnknownKind? fault);
        if (fault is { } why) return Value.Unknown(invocation.Syntax, why, method.Name);
        return result is null ? unread : new ScalarValue(result);
    }

    private Value NullableOrDefault(IInvocationOperation invocation, Value value, Frame frame)
    {
        var otherwise = invocation.Arguments.Length == 1 ? _run.Evaluate(invocation.Arguments[0].Value, frame) : null;
        if (value is not ScalarValue { Content: null }) return value;
        return otherwise ?? Value.Unknown(invocation.Syntax, UnknownKind.IsNull);
    }

    // The call by itself, without its parts, which have run: what it calls back, and everything where it uses
    // reflection.
    private EffectSet AsCalled(IInvocationOperation invocation, Value? receiver, IEnumerable<(IArgumentOperation, Value)> arguments)
    {
        var method = invocation.TargetMethod;
        var reach = _run.Effects.Reach;
        bool isKeeper = Reach.IsKeeper(method);
        var effects = new EffectSet
        {
            ChangesAll = Reach.IsByName(method) || (!isKeeper && method.TypeArguments.Any(t => !reach.IsInert(t))),
        };
        reach.AddTypeArguments(method, isKeeper, effects);
        if (Reach.KeepsReferences(method, invocation.Arguments)) effects.Later.ChangesAll = true;
        if (invocation.Instance is { } instance) AddCalledBack(instance, receiver, method, isKeeper, effects);
        foreach (var (argument, value) in arguments)
        {
            if (Reach.CallsBack(method, argument.Parameter)) AddCalledBack(argument.Value, value, null, isKeeper, effects);
        }

        if (Dispatch.IsVirtual(method))
            effects.Dispatched.Add(method.OriginalDefinition);
        return effects;
    }

    private void AddCalledBack(IOperation part, Value? value, IMethodSymbol? receiverOf, bool isKeeper, EffectSet into)
    {
        var reach = _run.Effects.Reach;
        if (reach.IsInert(part))
        {
            reach.AddCalledBackOfInert(part, isKeeper, into);
            return;
        }

        while (part is IConversionOperation { OperatorMethod: null } conversion) part = conversion.Operand;
        if (part is ITypeOfOperation || part.Type is { TypeKind: TypeKind.Delegate } or null)
        {
            into.ChangesAll |= part is not ITypeOfOperation || !isKeeper;
        }
        else if (part is IArrayCreationOperation { Initializer.ElementValues: { } elements }
            && value is CollectionValue { Written: { } written } && written.Count == elements.Length)
        {
            for (int i = 0; i < elements.Length; i++) AddCalledBack(elements[i], written[i], null, isKeeper, into);
        }
        else if (value is not ScalarValue)
        {
            var type = value is ObjectValue { IsOfUnknownType: false } known ? known.Type : part.Type;
            reach.AddCalledBack(type, receiverOf, into);
            reach.AddAsked(type, into);
        }
    }

    /// <summary>Gives an object, and all that it reaches, to code without source.</summary>
    public void Hand(Value value)
    {
        var rest = new Stack<Value>([value]);
        while (rest.Count > 0)
        {
            switch (rest.Pop())
            {
                case ObjectValue { HasEscaped: false } handed:
                    if (!_run.Fuel.Spend(handed.Size)) _run.Heap.LoseAll();
                    foreach (var inner in handed.Reachable.ToArray()) rest.Push(inner);
                    if (handed.Clouded is not null || handed.Reachable.Any(v => v is UnknownValue)) _run.Heap.LoseAll();
                    handed.Escape(Value.Unknown(UnknownKind.ChangedByOtherAssembly));
                    Kept(handed.Type);
                    break;
                case CollectionValue array:
                    foreach (var inner in array.Elements) rest.Push(inner);
                    break;
            }
        }
    }

    /// <summary>Notes that code without source gets what is not known: it may be any object, unless its type says that
    /// it cannot.</summary>
    public void HandUnknown(IOperation expression, Value? value)
    {
        if (value is not UnknownValue || _run.Effects.Reach.IsInert(expression)) return;
        _run.Heap.LoseAll();
        while (expression is IConversionOperation { OperatorMethod: null } conversion) expression = conversion.Operand;
        if (expression.Type is not { TypeKind: TypeKind.Delegate }) Kept(expression.Type);
    }

    /// <summary>Notes that what is made with a value may ask it at any later time.</summary>
    public void Asked(ITypeSymbol? type)
    {
        var effects = new EffectSet();
        _run.Effects.Reach.AddAsked(type, effects);
        if (effects.HasLater) _run.Disturb(effects);
    }

    // Code without source may keep it, and call its overrides at any later time.
    public void Kept(ITypeSymbol? type)
    {
        var effects = new EffectSet();
        _run.Effects.Reach.AddCalledBack(type, null, effects);
        if (effects.IsNone) return;
        var later = new EffectSet();
        later.Later.Add(effects);
        _run.Disturb(later);
    }
}
