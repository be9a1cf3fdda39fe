using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingAnalyzers.Evaluation;

internal sealed partial class Interpreter
{
    /// <summary>What `new T()` holds; unknown for types that cannot be created without arguments.</summary>
    public Value CreateDefault(INamedTypeSymbol type)
    {
        if (type.IsAbstract) return Value.Unknown("'" + type.Name + "' is abstract");
        return WithoutArguments(type) is { } constructor
            ? Construct(constructor, Defaults(constructor))
            : Value.Unknown("'" + type.Name + "' has no constructor without arguments");
    }

    private static IMethodSymbol? WithoutArguments(INamedTypeSymbol type) => type.InstanceConstructors
        .Where(c => !IsCopyConstructor(c) && c.Parameters.All(p => p.IsOptional || p.IsParams))
        .OrderBy(c => c.Parameters.Length)
        .FirstOrDefault();

    private Dictionary<ISymbol, Written> Defaults(IMethodSymbol constructor)
    {
        var values = new Dictionary<ISymbol, Written>(SymbolEqualityComparer.Default);
        foreach (var parameter in constructor.Parameters) values[parameter] = new Written(OptionalValue(parameter), null);
        return values;
    }

    // The folded constant is trusted only where no generated constant went into it.
    private Value OptionalValue(IParameterSymbol parameter)
    {
        if (!parameter.HasExplicitDefaultValue) return Value.Unset("parameter '" + parameter.Name + "' is not given");
        return parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellation) is ParameterSyntax { Default.Value: not LiteralExpressionSyntax and var written } &&
            Evaluate(_models.OperationOf(written, _cancellation), Frame.Empty) is UnknownValue { IsFault: false } unknown && _models.Compilation.ContainsSyntaxTree(written.SyntaxTree)
            ? unknown
            : new ScalarValue(parameter.ExplicitDefaultValue);
    }

    private Value Create(IObjectCreationOperation creation, Frame frame)
    {
        if (creation.Constructor is null || creation.Type is not INamedTypeSymbol type) return Value.Unknown("it does not compile", creation.Syntax);
        if (Conversions.IsBigInteger(type) || type.SpecialType == SpecialType.System_Decimal || IsTimeSpan(type)) return CreateScalar(creation, type, frame);
        var built = Construct(creation.Constructor, Arguments(creation.Arguments, frame));
        if (built is not ObjectValue result) return built;
        if (creation.Initializer is { } initializer) Initialize(result, initializer, frame);
        return result;
    }

    private static bool IsTimeSpan(INamedTypeSymbol type) => type is { Name: "TimeSpan", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private Value CreateScalar(IObjectCreationOperation creation, INamedTypeSymbol type, Frame frame)
    {
        if (creation.Arguments.Length == 0 && Conversions.IsBigInteger(type)) return new ScalarValue(System.Numerics.BigInteger.Zero);
        var arguments = creation.Arguments.OrderBy(a => a.Parameter?.Ordinal ?? 0).Select(a => Evaluate(a.Value, frame)).ToArray();
        if (arguments.OfType<UnknownValue>().FirstOrDefault() is { } unknown) return unknown;
        if (arguments.Length == 1 && arguments[0] is ScalarValue { Content: { } content } scalar && !IsTimeSpan(type))
        {
            object? converted = Conversions.To(type, content, out _);
            if (converted is not null) return new ScalarValue(converted, scalar.Literal);
        }

        int[] parts = arguments.OfType<ScalarValue>().Select(v => v.Content).OfType<int>().ToArray();
        if (IsTimeSpan(type) && parts.Length == arguments.Length && parts.All(p => Math.Abs((long)p) < 1_000_000))
        {
            if (parts.Length == 3) return new ScalarValue(new TimeSpan(parts[0], parts[1], parts[2]));
            if (parts.Length == 4) return new ScalarValue(new TimeSpan(parts[0], parts[1], parts[2], parts[3]));
        }

        return Value.Unknown("this creation is not read at compile time", creation.Syntax);
    }

    private Dictionary<ISymbol, Written> Arguments(IEnumerable<IArgumentOperation> arguments, Frame frame)
    {
        var values = new Dictionary<ISymbol, Written>(SymbolEqualityComparer.Default);
        foreach (var argument in arguments)
        {
            if (argument.Parameter is not { } parameter) continue;
            bool isGiven = argument.ArgumentKind != ArgumentKind.DefaultValue;
            values[parameter] = isGiven ? new Written(Evaluate(argument.Value, frame), argument.Value.Syntax) : new Written(OptionalValue(parameter), null);
        }

        return values;
    }

    private ObjectValue Construct(IMethodSymbol constructor, IDictionary<ISymbol, Written> arguments)
    {
        var built = new ObjectValue(constructor.ContainingType);
        RunConstructor(built, constructor, arguments);
        return built;
    }

    private void RunConstructor(ObjectValue built, IMethodSymbol constructor, IDictionary<ISymbol, Written> arguments)
    {
        if (++_steps > MostSteps || _depth >= DeepestNesting)
        {
            built.Cloud(Value.Unknown("the objects are nested too deeply"));
            return;
        }

        _depth++;
        try
        {
            Build(built, constructor, arguments);
        }
        finally
        {
            _depth--;
        }
    }

    private void Build(ObjectValue built, IMethodSymbol constructor, IDictionary<ISymbol, Written> arguments)
    {
        var type = constructor.ContainingType;
        if (type.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType) return;

        // A struct without arguments and without a constructor for that is all zeros, whatever its initialisers say.
        if (type.IsValueType && constructor.IsImplicitlyDeclared && constructor.Parameters.Length == 0) return;
        if (IsCopyConstructor(constructor) || !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _models.Compilation.Assembly))
        {
            built.Cloud(Value.Unknown(IsCopyConstructor(constructor) ? "'" + type.Name + "' is copied from another" : "'" + type.Name + "' is built in another assembly"));
            return;
        }

        var declaration = constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellation);
        var frame = new Frame(built, type);
        foreach (var pair in arguments) frame.Name(pair.Key, Argument(pair.Key, pair.Value, declaration));
        var explicitCall = (declaration as ConstructorDeclarationSyntax)?.Initializer;
        if (explicitCall is not null && explicitCall.IsKind(SyntaxKind.ThisConstructorInitializer))
        {
            CallConstructor(built, explicitCall, frame);
        }
        else
        {
            bool isPrimary = declaration is not null and not ConstructorDeclarationSyntax;
            if (isPrimary)
            {
                // Properties may read the parameters of a primary constructor later.
                foreach (var pair in arguments) built.Store(pair.Key, pair.Value.Value, pair.Value.At);
            }

            InitializeMembers(built, type, isPrimary ? constructor : null, arguments, frame);
            SyntaxNode? baseCall = explicitCall ?? (isPrimary ? PrimaryBaseCall(type) : null);
            if (baseCall is not null) CallConstructor(built, baseCall, frame);
            else if (type.BaseType is { } baseType) CallImplicitBase(built, baseType);
        }

        if (declaration is ConstructorDeclarationSyntax { ExpressionBody.Expression: { } arrow }) RunStatements(built, [arrow], frame);
        else if (declaration is ConstructorDeclarationSyntax { Body.Statements: var statements }) RunStatements(built, statements, frame);
    }

    private static Func<Value> Argument(ISymbol parameter, Written given, SyntaxNode? declaration)
    {
        if (declaration is not ConstructorDeclarationSyntax { ParameterList: { } list } || !NameUses.Of(list, parameter.Name).IsReassigned) return given.Value;
        var why = Value.Unknown("'" + parameter.Name + "' is assigned in the constructor");
        return () => why;
    }

    private SyntaxNode? PrimaryBaseCall(INamedTypeSymbol type) => type.DeclaringSyntaxReferences
        .Select(r => r.GetSyntax(_cancellation))
        .OfType<TypeDeclarationSyntax>()
        .SelectMany(d => d.BaseList?.Types ?? default)
        .OfType<PrimaryConstructorBaseTypeSyntax>()
        .FirstOrDefault();

    private void CallConstructor(ObjectValue built, SyntaxNode call, Frame frame)
    {
        if (_models.OperationOf(call, _cancellation) is IInvocationOperation { TargetMethod: { MethodKind: MethodKind.Constructor } target } invocation)
        {
            RunConstructor(built, target, Arguments(invocation.Arguments, frame));
            return;
        }

        built.Cloud(Value.Unknown("the constructor it calls is not known", call));
    }

    private void CallImplicitBase(ObjectValue built, INamedTypeSymbol baseType)
    {
        if (WithoutArguments(baseType) is { } constructor) RunConstructor(built, constructor, Defaults(constructor));
    }

    private static bool IsCopyConstructor(IMethodSymbol constructor) =>
        constructor.ContainingType.IsRecord && constructor.Parameters.Length == 1 &&
        SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, constructor.ContainingType);

    // Field and property initialisers, and the properties that positional parameters become. Each is read when it is asked for.
    private void InitializeMembers(ObjectValue built, INamedTypeSymbol type, IMethodSymbol? primary, IDictionary<ISymbol, Written> arguments, Frame frame)
    {
        foreach (var member in type.GetMembers())
        {
            if (member.IsStatic || member is not (IFieldSymbol or IPropertySymbol) || member is IFieldSymbol { AssociatedSymbol: not null }) continue;
            if (Initializer(member) is { } initializer)
            {
                built.Store(member, Once(member, () => Initial(member, initializer, frame.WithoutThis()) ?? Value.Unknown("'" + member.Name + "' is initialised in another assembly")), initializer);
            }
            else if (primary is not null && member is IPropertySymbol property && PositionalParameter(property, primary) is { } parameter && arguments.TryGetValue(parameter, out var given))
            {
                built.Store(member, given.Value, given.At);
            }
        }
    }

    private IParameterSymbol? PositionalParameter(IPropertySymbol property, IMethodSymbol primary)
    {
        if (!property.ContainingType.IsRecord) return null;
        bool isPositional = property.DeclaringSyntaxReferences.Any(r => r.GetSyntax(_cancellation) is ParameterSyntax);
        return isPositional ? primary.Parameters.FirstOrDefault(p => p.Name == property.Name) : null;
    }

    private Func<Value> Once(ISymbol member, Func<Value> read)
    {
        Value? known = null;
        var running = new object();
        var turn = _turn;
        return () =>
        {
            if (known is not null) return known;
            if (!_running.Add(running)) return Value.Unknown("'" + member.Name + "' refers to itself");

            // It is read late, but runs when the object is made: perhaps before the statics below are initialised.
            var now = _turn;
            _turn = turn;
            try
            {
                return known = read();
            }
            finally
            {
                _turn = now;
                _running.Remove(running);
            }
        };
    }

    private static Value Instance(IInstanceReferenceOperation instance, Frame frame) => instance.ReferenceKind switch
    {
        InstanceReferenceKind.ContainingTypeInstance when frame.This is { } self => self,
        _ => Value.Unknown("the object is not known", instance.Syntax),
    };
}
