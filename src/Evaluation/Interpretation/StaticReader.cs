using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// What a static member holds once its type is initialised, and what may be seen of it before. Where the initialisers
/// of a type change nothing but what they make, each is read when it is asked for; else all of them run, in textual
/// order.
/// </summary>
internal sealed class StaticReader
{
    private readonly Interpreter _run;
    private readonly Dictionary<ISymbol, (Value Value, IReadOnlyCollection<INamedTypeSymbol> Touched)> _initial =
        new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, Written> _assigned = new(SymbolEqualityComparer.Default);
    private readonly HashSet<INamedTypeSymbol> _started = new(SymbolEqualityComparer.Default);
    private StaticTurn? _turn;

    public StaticReader(Interpreter run) => _run = run;

    /// <summary>How many types have been started.</summary>
    public int Started => _started.Count;

    private CancellationToken Cancellation => _run.Cancellation;

    public Value Read(ISymbol member)
    {
        bool isConstant = member is IFieldSymbol { IsConst: true };
        bool isStored = !isConstant && Bodies.Initializer(member, Cancellation) is not null;
        if (!isConstant) Start(member.ContainingType);
        if (isStored && _turn is { } running)
        {
            if (running.ComesBefore(member)) return Value.Unknown(UnknownKind.ReadBeforeInitialised, member.Name);
            if (!SymbolEqualityComparer.Default.Equals(running.Type, member.ContainingType)
                && _run.Effects.Order.MayStart(member.ContainingType, running.Type, _run.Fuel.Code, Cancellation))
                return Value.Unknown(UnknownKind.StaticsReadEachOther, member.Name);
            running.Touched.Add(member.ContainingType);
        }

        if (_assigned.TryGetValue(member.OriginalDefinition, out var assigned)) return Current(member, assigned.Value(), assigned.Time);
        if (isStored || _turn is null)
        {
            if (_initial.TryGetValue(member, out var known))
            {
                return _turn?.IsEntangled(known.Touched, member.ContainingType) == true
                    ? Value.Unknown(UnknownKind.StaticsReadEachOther, member.Name)
                    : Current(member, known.Value, 0);
            }
        }

        if (member is IPropertySymbol property && Accessors.HasOwnGetter(property, Cancellation))
            return _run.Members.Computed(property, null);
        if (!_run.Running.Add(member)) return Value.Unknown(UnknownKind.RefersToItself, member.Name);
        try
        {
            return isStored ? Current(member, InItsTurn(member), 0) : NotInitialised(member);
        }
        finally
        {
            _run.Running.Remove(member);
        }
    }

    /// <summary>Runs all static initialisers of a type in order, where one of them changes something.</summary>
    public void Start(INamedTypeSymbol type)
    {
        if (_started.Contains(type) || !_run.Effects.IsSource(type)) return;
        _started.Add(type);
        if (_run.Effects.IsTooLarge(type, Cancellation)) _run.Fuel.Exhaust();
        if (_run.Fuel.IsSpent)
        {
            _run.Heap.Abandon();
            return;
        }

        if (_run.Effects.IsQuiet(type, _run.Fuel.Code, Cancellation)) return;
        if (!_run.TryEnter())
        {
            // It starts when it is next asked for; what it changes now is not known.
            _started.Remove(type);
            _run.Heap.LoseAllForGood();
            return;
        }

        try
        {
            foreach (var member in type.GetMembers())
            {
                if (member is not (IFieldSymbol { IsConst: false } or IPropertySymbol) || !member.IsStatic
                    || Bodies.Initializer(member, Cancellation) is null) continue;
                if (_run.Fuel.IsSpent) break;
                if (!_initial.ContainsKey(member) && _run.Running.Add(member))
                {
                    InItsTurn(member);
                    _run.Running.Remove(member);
                }
            }

            if (_run.Fuel.IsSpent) _run.Heap.Abandon();
            else RunStaticConstructor(type);
        }
        finally
        {
            _run.Leave();
        }
    }

    /// <summary>Assigns a static field or stored property.</summary>
    public void Assign(ISymbol member, Value value, SyntaxNode? at)
    {
        Start(member.ContainingType);
        _run.Heap.NoteStatic(member);
        if (value is not ScalarValue) _run.Heap.Publish();

        // Each construction of a generic type has statics of its own, and code of the type does not name which.
        if (member.ContainingType.IsGenericType) _run.Heap.LoseForGood(member);
        if (_run.Heap.IsRecorded) _run.Heap.Undoable(Was(member.OriginalDefinition));
        _assigned[member.OriginalDefinition] = new Written(value, at, _run.Heap.Time);
    }

    private System.Action Was(ISymbol member)
    {
        bool wasAssigned = _assigned.TryGetValue(member, out var before);
        return () =>
        {
            if (wasAssigned) _assigned[member] = before;
            else _assigned.Remove(member);
        };
    }

    // What the static constructor assigns is followed as in any method.
    private void RunStaticConstructor(INamedTypeSymbol type)
    {
        foreach (var constructor in type.StaticConstructors.Where(c => !c.IsImplicitlyDeclared))
        {
            var outer = _turn;
            _run.Heap.Turn = _turn = new StaticTurn(constructor, outer);
            try
            {
                var frame = new Frame(null, type, _run.Calls.Unsteady(constructor));
                _run.Calls.Run(constructor, null, frame, new(UnknownKind.SetterReturnsNothing), null);
            }
            finally
            {
                _run.Heap.Turn = _turn = outer;
            }
        }
    }

    private Value InItsTurn(ISymbol member)
    {
        var outer = _turn;
        var own = new StaticTurn(member, outer);
        int left = _run.Fuel.Share();
        var entry = _run.Heap.Enter();
        _run.Heap.Turn = _turn = own;
        try
        {
            var value = Initial(member);
            if (_run.Fuel.IsOut) Cut(member);
            _initial[member] = (value, own.Touched);
            outer?.Touched.UnionWith(own.Touched);
            return value;
        }
        finally
        {
            _run.Heap.Turn = _turn = outer;
            _run.Heap.Leave(entry, forget: true);
            _run.Fuel.Resume(left);
        }
    }

    // What was left undone may have changed what it names.
    private void Cut(ISymbol member)
    {
        if (Bodies.Initializer(member, Cancellation) is { } initializer
            && _run.Models.OperationOf(initializer.Parent!, Cancellation) is { } operation) _run.Disturb(operation, Frame.Empty);
    }

    private Value Initial(ISymbol member)
    {
        var initializer = Bodies.Initializer(member, Cancellation)!;
        var value = _run.Members.Initial(member, initializer, new Frame(null, member.ContainingType)) ?? Unbound(member, initializer);
        return IsReadOnly(member) || ConfigAttributes.IsConfig(member.ContainingType)
            ? value
            : Value.Unknown(UnknownKind.AssignedElsewhere, member.Name);
    }

    private Value NotInitialised(ISymbol member)
    {
        if (AssignedInStaticConstructor(member)) return Value.Unknown(UnknownKind.AssignedInStaticConstructor, member.Name);
        if (Bodies.Initializer(member, Cancellation) is not { } initializer) return Current(member, OfMetadata(member), 0);
        return _run.Members.Initial(member, initializer, new Frame(null, member.ContainingType)) ?? Unbound(member, initializer);
    }

    // Code that was not followed may have changed it since.
    private Value Current(ISymbol member, Value value, int time)
    {
        if (member is IFieldSymbol { IsConst: true }) return value;
        if (_run.Heap.WhyLostStatic(member.OriginalDefinition, time, isReadOnly: IsReadOnly(member)) is { } lost)
        {
            return AssignedInStaticConstructor(member)
                ? Value.Unknown(UnknownKind.AssignedInStaticConstructor, member.Name)
                : lost;
        }

        return value;
    }

    private Value Unbound(ISymbol member, ExpressionSyntax initializer) =>
        SyntaxDepth.IsReadable(initializer) ? OfMetadata(member) : _run.Members.Unbound(member, initializer);

    private static Value OfMetadata(ISymbol member) =>
        member is IFieldSymbol { HasConstantValue: true } constant ? new ScalarValue(constant.ConstantValue) : MemberReader.Unset(member);

    // A config's own settable members count with their declared values, others do not.
    private static bool IsReadOnly(ISymbol member) => member switch
    {
        IFieldSymbol field => field.IsConst || field.IsReadOnly,
        IPropertySymbol property => property.SetMethod is null || property.SetMethod.IsInitOnly,
        _ => false,
    };

    private bool AssignedInStaticConstructor(ISymbol member) =>
        member is not IFieldSymbol { IsConst: true } && member.ContainingType.StaticConstructors
        .SelectMany(c => c.DeclaringSyntaxReferences)
        .Select(r => r.ReadSyntax(Cancellation))
        .OfType<ConstructorDeclarationSyntax>()
        .Any(c => NameUses.Of((SyntaxNode?)c.Body ?? c.ParameterList, member.Name).IsTouched);
}
