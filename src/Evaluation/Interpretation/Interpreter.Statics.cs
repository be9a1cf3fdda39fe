using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingAnalyzers.Evaluation;

// What a static member holds once its type is initialised, and what may be seen of it before.
internal sealed partial class Interpreter
{
    private readonly Dictionary<ISymbol, (Value Value, IReadOnlyCollection<INamedTypeSymbol> Touched)> _statics = new(SymbolEqualityComparer.Default);
    private StaticTurn? _turn;

    private Value Static(ISymbol member)
    {
        bool isStored = IsInitialised(member);
        if (isStored && _turn is { } running)
        {
            if (running.ComesBefore(member)) return Value.Unknown("'" + member.Name + "' may be read before it is initialised");
            running.Touched.Add(member.ContainingType);
        }

        if (isStored || _turn is null)
        {
            if (_statics.TryGetValue(member, out var known))
            {
                return _turn?.IsEntangled(known.Touched, member.ContainingType) == true
                    ? Value.Unknown("types read each other's statics, and '" + member.Name + "' depends on which comes first")
                    : known.Value;
            }
        }
        else if (_turn.Computed.TryGetValue(member, out var computed))
        {
            return computed;
        }

        if (!_running.Add(member)) return Value.Unknown("'" + member.Name + "' refers to itself");
        try
        {
            return isStored ? InItsTurn(member) : Remembered(member, StaticCore(member));
        }
        finally
        {
            _running.Remove(member);
        }
    }

    private Value Remembered(ISymbol member, Value value)
    {
        if (_turn is not null) _turn.Computed[member] = value;
        else _statics[member] = (value, []);
        return value;
    }

    private Value InItsTurn(ISymbol member)
    {
        var outer = _turn;
        var own = _turn = new StaticTurn(member, outer);
        try
        {
            var value = StaticCore(member);
            _statics[member] = (value, own.Touched);
            outer?.Touched.UnionWith(own.Touched);
            return value;
        }
        finally
        {
            _turn = outer;
        }
    }

    // Constants are there before anything runs.
    private bool IsInitialised(ISymbol member) => member is not IFieldSymbol { IsConst: true } && Initializer(member) is not null;

    private Value StaticCore(ISymbol member)
    {
        if (member is IPropertySymbol property && Accessors.HasOwnGetter(property, _cancellation))
        {
            return Accessors.Getter(property, _cancellation) is { } body ? Computed(property, body, null) : Value.Unknown("'" + member.Name + "' does more than return an expression");
        }

        if (AssignedInStaticConstructor(member)) return Value.Unknown("'" + member.Name + "' is assigned in the static constructor");
        if (Initializer(member) is not { } initializer) return OfMetadata(member);
        return IsReadOnly(member) || ConfigAttributes.IsConfig(member.ContainingType)
            ? Initial(member, initializer, new Frame(null, member.ContainingType)) ?? OfMetadata(member)
            : Value.Unknown("'" + member.Name + "' can be assigned elsewhere");
    }

    private static Value OfMetadata(ISymbol member) => member is IFieldSymbol { HasConstantValue: true } constant ? new ScalarValue(constant.ConstantValue) : Unset(member);

    // A config's own settable members count by what is declared, others do not.
    private static bool IsReadOnly(ISymbol member) => member switch
    {
        IFieldSymbol field => field.IsConst || field.IsReadOnly,
        IPropertySymbol property => property.SetMethod is null || property.SetMethod.IsInitOnly,
        _ => false,
    };

    private bool AssignedInStaticConstructor(ISymbol member) => member is not IFieldSymbol { IsConst: true } && member.ContainingType.StaticConstructors
        .SelectMany(c => c.DeclaringSyntaxReferences)
        .Select(r => r.GetSyntax(_cancellation))
        .OfType<ConstructorDeclarationSyntax>()
        .Any(c => NameUses.Of((SyntaxNode?)c.Body ?? c.ParameterList, member.Name).IsTouched);
}
