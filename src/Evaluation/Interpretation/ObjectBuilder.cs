using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingAnalyzers.Evaluation;

/// <summary>Makes objects as C# does: initialisers, base constructor, body, object initialiser, in that
/// order.</summary>
internal sealed partial class ObjectBuilder
{
    // Each of a chain of configs reads all above it.
    private const int MostBases = 64;

    private readonly Interpreter _run;

    public ObjectBuilder(Interpreter run) => _run = run;

    /// <summary>The object of `new T()`; unknown for types that cannot be created without arguments.</summary>
    public Value CreateDefault(INamedTypeSymbol type)
    {
        if (type.IsAbstract) return Value.Unknown(UnknownKind.Abstract, type.Name);
        return ConstructorChoice.WithoutArguments(type, _run.Models, _run.Cancellation) is { } constructor
            ? Construct(constructor, Defaults(constructor))
            : Value.Unknown(UnknownKind.NoDefaultConstructor, type.Name);
    }

    private Dictionary<ISymbol, Written> Defaults(IMethodSymbol constructor)
    {
        var values = new Dictionary<ISymbol, Written>(SymbolEqualityComparer.Default);
        foreach (var parameter in constructor.Parameters) values[parameter] = new Written(_run.Calls.Optional(parameter, null), null);
        return values;
    }

    public Value Create(IObjectCreationOperation creation, Frame frame)
    {
        if (creation.Constructor is null || creation.Type is not INamedTypeSymbol type)
            return Value.Unknown(creation.Syntax, UnknownKind.DoesNotCompile);
        if (Reach.IsScalar(type)) return CreateScalar(creation, type, frame);
        if (creation.Arguments.Any(CallReader.HandsPlace))
        {
            _run.Disturb(creation, frame);
            return Value.Unknown(creation.Syntax, UnknownKind.HandedReferences);
        }

        var arguments = _run.Calls.Arguments(creation.Arguments, frame);
        var result = Construct(creation.Constructor, arguments, creation);
        if (creation.Initializer is { } initializer) Initialize(result, initializer, frame);
        return result;
    }

    private Value CreateScalar(IObjectCreationOperation creation, INamedTypeSymbol type, Frame frame)
    {
        var arguments = creation.Arguments.OrderBy(a => a.Parameter?.Ordinal ?? 0).Select(a => _run.Evaluate(a.Value, frame)).ToArray();
        if (creation.Arguments.Length == 0 && Conversions.IsBigInteger(type)) return new ScalarValue(System.Numerics.BigInteger.Zero);
        if (arguments.OfType<UnknownValue>().FirstOrDefault() is { } unknown) return unknown;
        if (arguments.Length == 1 && arguments[0] is ScalarValue { Content: { } content } scalar
            && (Conversions.IsBigInteger(type) || type.SpecialType == SpecialType.System_Decimal))
        {
            object? converted = Conversions.To(type, content, out _);
            if (converted is not null) return new ScalarValue(converted, scalar.Literal);
        }

        int[] parts = arguments.OfType<ScalarValue>().Select(v => v.Content).OfType<int>().ToArray();
        if (KnownFunctions.IsTimeSpan(type) && parts.Length == arguments.Length && parts.All(p => Math.Abs((long)p) < 1_000_000))
        {
            if (parts.Length == 3) return new ScalarValue(new TimeSpan(parts[0], parts[1], parts[2]));
            if (parts.Length == 4) return new ScalarValue(new TimeSpan(parts[0], parts[1], parts[2], parts[3]));
        }

        return Value.Unknown(creation.Syntax, UnknownKind.CreationNotRead);
    }

    private ObjectValue Construct(
        IMethodSymbol constructor, IDictionary<ISymbol, Written> arguments, IObjectCreationOperation? creation = null)
    {
        var built = new ObjectValue(constructor.ContainingType, _run.Heap);
        if (IsDeep(constructor.ContainingType))
        {
            built.Cloud(Value.Unknown(UnknownKind.ObjectsNestedTooDeeply));
            _run.Heap.LoseAllForGood();
            return built;
        }

        if (!constructor.ContainingType.StaticConstructors.IsEmpty) _run.Statics.Start(constructor.ContainingType);
        if (_run.Effects.Finalizers(constructor.ContainingType) is { } finalizers) _run.Disturb(finalizers);
        RunConstructor(built, constructor, arguments, creation);
        return built;
    }

    /// <summary>Whether a type derives from more types than a reading follows.</summary>
    public static bool IsDeep(INamedTypeSymbol type)
    {
        int bases = 0;
        for (var above = type.BaseType; above is not null && bases <= MostBases; above = above.BaseType) bases++;
        return bases > MostBases;
    }

    private void RunConstructor(
        ObjectValue built, IMethodSymbol constructor, IDictionary<ISymbol, Written> arguments, IOperation? call = null)
    {
        if (!_run.TryEnter())
        {
            Lose(built, constructor, Value.Unknown(UnknownKind.ObjectsNestedTooDeeply));
            return;
        }

        try
        {
            Build(built, constructor, arguments, call);
        }
        finally
        {
            _run.Leave();
        }
    }

    // The constructor is not followed: what it may change is unknown, and all of the object.
    private void Lose(ObjectValue built, IMethodSymbol constructor, UnknownValue why)
    {
        var effects = new EffectSet();
        if (_run.Effects.IsSource(constructor)) effects.Calls.Add(constructor.OriginalDefinition);
        _run.Disturb(effects);
        built.Cloud(why);
    }

    private void Build(ObjectValue built, IMethodSymbol constructor, IDictionary<ISymbol, Written> arguments, IOperation? call)
    {
        var type = constructor.ContainingType;
        if (type.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType) return;

        // A struct created without arguments and without a parameterless constructor is all zeros, regardless of its
        // initialisers.
        if (type.IsValueType && constructor.IsImplicitlyDeclared && constructor.Parameters.Length == 0 && _run.Effects.IsSource(type))
            return;
        if (!_run.Effects.IsSource(type))
        {
            BuildElsewhere(built, constructor, arguments, call);
            return;
        }

        var code = PartialMembers.Implementation(constructor);
        var declaration = code.DeclaringSyntaxReferences.FirstOrDefault()?.ReadSyntax(_run.Cancellation);
        bool isAlone = declaration is ConstructorDeclarationSyntax written && Bodies.IsDeclarationAlone(written);
        if (IsCopyConstructor(constructor) || isAlone)
        {
            Lose(built, constructor,
                isAlone ? Value.Unknown(UnknownKind.PartialConstructor) : Value.Unknown(UnknownKind.Copied, type.Name));
            return;
        }

        bool isPrimary = declaration is not null and not ConstructorDeclarationSyntax;
        var frame = new Frame(built, type, _run.Calls.Unsteady(constructor));
        foreach (var pair in arguments)
        {
            // Properties may read the parameters of a primary constructor later.
            if (isPrimary) built.Store(pair.Key, MemberReader.Own(pair.Value.Value()), pair.Value.At);
            else frame.Name(ParameterOf(code, pair.Key), pair.Value.Value());
        }

        var explicitCall = (declaration as ConstructorDeclarationSyntax)?.Initializer;
        if (explicitCall is not null && explicitCall.IsKind(SyntaxKind.ThisConstructorInitializer))
        {
            CallConstructor(built, explicitCall, frame.WithoutThis());
        }
        else
        {
            InitializeMembers(built, type, isPrimary ? constructor : null, arguments, frame.WithoutThis());
            SyntaxNode? baseCall = explicitCall as SyntaxNode ?? (isPrimary ? EffectScan.PrimaryBaseCall(type, _run.Cancellation) : null);
            if (baseCall is not null) CallConstructor(built, baseCall, frame.WithoutThis());
            else if (type.BaseType is { } baseType) CallImplicitBase(built, baseType);
        }

        if (declaration is not ConstructorDeclarationSyntax) return;
        if (_run.Bound(declaration) is { } body)
            _run.Statements.RunBody(Bodies.Block(body), frame);
        else Lose(built, constructor, Value.Unknown(UnknownKind.MemberNestedTooDeeply, type.Name));
    }

    // Callers name the parameters of the declaring part, the code those of its own.
    private static ISymbol ParameterOf(IMethodSymbol code, ISymbol given) =>
        given is IParameterSymbol { Ordinal: var at } && at < code.Parameters.Length ? code.Parameters[at] : given;

    // Its own members are not known; of ours, only what it may call of ours can assign.
    private void BuildElsewhere(ObjectValue built, IMethodSymbol constructor, IDictionary<ISymbol, Written> arguments, IOperation? call)
    {
        built.IsBuiltElsewhere = true;
        bool isKeeper = Reach.IsKeeper(constructor);
        foreach (var given in arguments.Values)
        {
            var value = given.Value();
            built.Hold(value);
            if (!isKeeper) _run.Calls.Hand(value);
            else if (value is ObjectValue asked) _run.Calls.Asked(asked.Type);
        }

        foreach (var argument in call?.ChildOperations.OfType<IArgumentOperation>() ?? [])
        {
            var value = arguments.TryGetValue(argument.Parameter!, out var given) ? given.Value() : null;
            if (!isKeeper) _run.Calls.HandUnknown(argument.Value, value);
            else if (value is UnknownValue) _run.Calls.Asked(argument.Value.Type);
        }

        if (call is IObjectCreationOperation && _run.Effects.Reach.MakesTypeArguments(constructor)) _run.Heap.LoseAllForGood();
        if (SymbolEqualityComparer.Default.Equals(built.Type, constructor.ContainingType)) return;
        var effects = new EffectSet();
        _run.Effects.Reach.AddCalledBack(built.Type, null, effects);
        _run.Disturb(effects);
        _run.Heap.Publish();
    }

    private void CallConstructor(ObjectValue built, SyntaxNode call, Frame frame)
    {
        if (_run.Bound(call) is { } operation)
        {
            var invocation = operation as IInvocationOperation
                ?? (operation as IExpressionStatementOperation)?.Operation as IInvocationOperation;
            if (invocation is { TargetMethod: { MethodKind: MethodKind.Constructor } target }
                && !invocation.Arguments.Any(CallReader.HandsPlace))
            {
                RunConstructor(built, target, _run.Calls.Arguments(invocation.Arguments, frame), invocation);
                return;
            }

            _run.Disturb(operation, frame);
        }
        else
        {
            _run.Heap.LoseAllForGood();
        }

        built.Cloud(Value.Unknown(call, UnknownKind.ConstructorUnknown));
    }

    private void CallImplicitBase(ObjectValue built, INamedTypeSymbol baseType)
    {
        if (ConstructorChoice.OfBase(baseType, built.Type) is { } constructor) RunConstructor(built, constructor, Defaults(constructor));
        else
        {
            built.Cloud(Value.Unknown(UnknownKind.BaseConstructorUnknown));
            _run.Heap.LoseAll();
        }
    }

    public static bool IsCopyConstructor(IMethodSymbol constructor) =>
        constructor.ContainingType.IsRecord && !constructor.ContainingType.IsValueType && constructor.Parameters.Length == 1 &&
        SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, constructor.ContainingType);

    // Field and property initialisers, and the properties that positional parameters become.
    private void InitializeMembers(
        ObjectValue built, INamedTypeSymbol type, IMethodSymbol? primary, IDictionary<ISymbol, Written> arguments, Frame frame)
    {
        var positional = type.IsRecord && primary is not null ? primary.Parameters.ToLookup(p => p.Name, StringComparer.Ordinal) : null;
        foreach (var member in type.GetMembers())
        {
            if (member.IsStatic || member is not (IFieldSymbol or IPropertySymbol) || member is IFieldSymbol { AssociatedSymbol: not null })
                continue;
            if (Bodies.Initializer(member, _run.Cancellation) is { } initializer)
            {
                built.Store(member, InitialOf(member, initializer, frame), initializer);
            }
            else if (positional is not null && member is IPropertySymbol property && IsPositional(property)
                && positional[property.Name].FirstOrDefault() is { } parameter && arguments.TryGetValue(parameter, out var given))
            {
                built.Store(member, built.Stored(parameter) ?? given.Value(), given.At);
            }
        }
    }

    // A literal, or arithmetic of constants, is read when it is asked for; all else runs now, with fuel of its own.
    private Func<Value> InitialOf(ISymbol member, ExpressionSyntax initializer, Frame frame)
    {
        if (initializer is LiteralExpressionSyntax && _run.Members.Plain(member, initializer) is { } plain) return () => plain;
        if (ConstantInitializers.Is(member, initializer, _run.Models, _run.Cancellation))
        {
            Value? known = null;
            return () => known ??= Constant(member, initializer);
        }

        int left = _run.Fuel.Share();
        var value = _run.Members.Initial(member, initializer, frame) ?? _run.Members.Unbound(member, initializer);
        bool isCut = _run.Fuel.IsOut;
        _run.Fuel.Resume(left);
        if (isCut && _run.Models.OperationOf(initializer.Parent!, _run.Cancellation) is { } operation) _run.Disturb(operation, frame);
        return () => value;
    }

    private Value Constant(ISymbol member, ExpressionSyntax initializer)
    {
        int left = _run.Fuel.Share();
        try
        {
            return _run.Members.Initial(member, initializer, Frame.Empty) ?? _run.Members.Unbound(member, initializer);
        }
        finally
        {
            _run.Fuel.Resume(left);
        }
    }

    private bool IsPositional(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.Any(r => r.ReadSyntax(_run.Cancellation) is ParameterSyntax);
}
