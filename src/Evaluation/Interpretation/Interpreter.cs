using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// A small interpreter over IOperation. It runs no user code, guesses nothing and always ends. A value is known only if
/// all that ran before it was understood: what an expression does is followed, or what it may change
/// (<see cref="EffectScan"/>) becomes unknown. What it does not know is an <see cref="UnknownValue"/> that says which
/// expression stopped it.
/// </summary>
internal sealed class Interpreter
{
    private const int DeepestNesting = 220;

    private readonly ExpressionReader _expressions;
    private int _depth;

    public Interpreter(SourceModels models, CancellationToken cancellation)
    {
        Models = models;
        Cancellation = cancellation;
        Fuel = new Fuel(cancellation);
        Heap = new Heap { Fuel = Fuel };
        Effects = EffectTable.Of(models.Compilation);
        Effects.Models.Share(models);
        _expressions = new ExpressionReader(this);
        Statics = new StaticReader(this);
        Members = new MemberReader(this);
        Unbound = new UnboundArithmetic(this);
        Objects = new ObjectBuilder(this);
        Calls = new CallReader(this);
        Statements = new StatementRunner(this);
        Assignments = new Assigner(this);
    }

    public SourceModels Models { get; }

    public CancellationToken Cancellation { get; private set; }

    public Fuel Fuel { get; }

    public Heap Heap { get; }

    public EffectTable Effects { get; }

    public StaticReader Statics { get; }

    public MemberReader Members { get; }

    public UnboundArithmetic Unbound { get; }

    public ObjectBuilder Objects { get; }

    public CallReader Calls { get; }

    public StatementRunner Statements { get; }

    public Assigner Assignments { get; }

    /// <summary>What is being read now: a value that needs itself is unknown.</summary>
    public HashSet<object> Running { get; } = new();

    /// <summary>Where the local stands whose value is read: those from there on have none yet.</summary>
    public int LastLocal { get; init; } = int.MaxValue;

    /// <summary>Begins another reading, with what one config may cost.</summary>
    public void Begin(CancellationToken cancellation)
    {
        Cancellation = cancellation;
        Fuel.Refill(cancellation);
    }

    /// <summary>The value of a field or property: of the object, or of the type where it is static.</summary>
    public Value Member(ISymbol member, ObjectValue? receiver) => Alone(() => Read(member, receiver));

    // Whoever reads a config reads one member of it: what the getter of another would change has not happened.
    private Value Read(ISymbol member, ObjectValue? receiver)
    {
        int left = Fuel.Share();
        if (member.IsStatic && !member.ContainingType.StaticConstructors.IsEmpty)
        {
            // It has run before any read, once; what it changes elsewhere is lost for good.
            var before = Heap.Enter();
            Statics.Start(member.ContainingType);
            Heap.Leave(before, forget: true);
        }

        var entry = Heap.Enter();
        Heap.Record();
        Heap.IsWithoutSlice = member.IsStatic;
        bool isSteady = false;
        try
        {
            var value = Members.Read(member, receiver);
            isSteady = Heap.Changes == 0 && !Fuel.IsOut;

            // Read twice, it would have two values.
            return isSteady || value is UnknownValue ? value
                : Value.Unknown(UnknownKind.ChangesWhenRead, member.Name);
        }
        finally
        {
            Heap.IsWithoutSlice = false;
            Heap.EndRecord(undo: !isSteady);
            Heap.Leave(entry, forget: true);
            Fuel.Resume(left);
        }
    }

    /// <summary>Runs the static initialisers of a type before anything of it is read; false where they cost more than a
    /// config may.</summary>
    public bool TryStart(INamedTypeSymbol type)
    {
        Alone(() =>
        {
            var before = Heap.Enter();
            Statics.Start(type);
            Heap.Leave(before, forget: true);
            return Value.Unknown(UnknownKind.NoValue);
        });
        return !Fuel.IsOut;
    }

    /// <summary>The object of `new T()`; unknown for types that cannot be created without arguments.</summary>
    public Value CreateDefault(INamedTypeSymbol type) => Alone(() => Objects.CreateDefault(type));

    /// <summary>What a creation or `with` in a body makes, after what the statements before it do.</summary>
    public Value Created(IOperation creation) => Alone(() =>
    {
        var around = Effects.Around(creation, Cancellation);
        Fuel.Code.Add(around.Extent);
        around.Apply(Heap, creation);
        return Evaluate(creation, Frame.Empty);
    });

    // What fails here, through a fault of ours or for want of stack, is not known, and costs no other value.
    private Value Alone(Func<Value> read)
    {
        try
        {
            Start();
            var value = read();

            // What was left undone may have changed anything.
            if (Fuel.IsSpent) Heap.Abandon();
            else if (Fuel.IsOut) Heap.LoseAllForGood();
            return value;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Heap.LoseAllForGood();
            return Value.Unknown(UnknownKind.ReadingFails, e.GetType().Name);
        }
    }

    /// <summary>The expression in which a member's value is written: an assignment, its initialiser, or its
    /// getter.</summary>
    public SyntaxNode? WrittenAt(ISymbol member, ObjectValue? receiver)
    {
        if (receiver is not null) member = Dispatch.Get(member, receiver.Type);
        return receiver?.WrittenAt(member) ?? Bodies.Initializer(member, Cancellation)
            ?? (member is IPropertySymbol property ? Accessors.Getter(property, Cancellation) : null);
    }

    /// <summary>The value of an expression.</summary>
    public Value Evaluate(IOperation? operation, Frame frame)
    {
        if (operation is null) return Value.Unknown(UnknownKind.NoValue);
        if (!Fuel.Spend()) return Value.Unknown(operation.Syntax, UnknownKind.TooManySteps);
        if (_depth >= DeepestNesting)
        {
            Disturb(operation, frame);
            return Value.Unknown(operation.Syntax, UnknownKind.NestedTooDeeply);
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        _depth++;
        try
        {
            return operation.Accept(_expressions, frame)!;
        }
        finally
        {
            _depth--;
        }
    }

    /// <summary>The operation of called code; null where the config has more bound than it may, or where the code has
    /// none.</summary>
    public IOperation? Bound(SyntaxNode body) => Fuel.Code.Add(body) ? Models.OperationOf(body, Cancellation) : null;

    /// <summary>Whether something more may be nested; each success is followed by <see cref="Leave"/>.</summary>
    public bool TryEnter()
    {
        if (!Fuel.Spend() || _depth >= DeepestNesting) return false;
        _depth++;
        return true;
    }

    public void Leave() => _depth--;

    /// <summary>Makes unknown what an operation may change that is not followed; says whether it may leave the body
    /// around it.</summary>
    public bool Disturb(IOperation operation, Frame frame)
    {
        if (Fuel.IsSpent)
        {
            Heap.Abandon();
            return true;
        }

        var effects = Effects.OfPart(operation, Cancellation);
        Disturb(effects);
        Heap.Publish();
        foreach (var local in effects.Locals)
        {
            if (frame.Named(local) is not null)
                frame.Name(local, Value.Unknown(operation.Syntax, UnknownKind.AssignedUnfollowed, local.Name));
        }

        return effects.Leaves;
    }

    /// <summary>Makes unknown what these effects and all that is called may change.</summary>
    public void Disturb(EffectSet effects)
    {
        var whole = Fuel.IsSpent ? effects : Effects.Closures.Whole(effects, Fuel.Code, Cancellation);
        if (Fuel.IsSpent)
        {
            // Nothing more is read of this config.
            Heap.Abandon();
            return;
        }

        foreach (var type in whole.Starts) Statics.Start(type);
        if (!whole.IsNone) Heap.Publish();
        if (whole.ChangesAll) Heap.LoseAll();
        Heap.Lose(whole.Assigned);
        if (whole.LaterOrNull is not { } later) return;
        foreach (var type in later.Starts) Statics.Start(type);
        if (later.ChangesAll) Heap.LoseAllForGood();
        foreach (var symbol in later.Assigned) Heap.LoseForGood(symbol);
    }

    // Module initialisers run before anything else.
    private void Start()
    {
        if (_hasStarted) return;
        _hasStarted = true;
        var first = Effects.First(Cancellation);
        if (first.ChangesAll) Heap.LoseAllBefore();
        foreach (var symbol in first.Assigned) Heap.LoseBefore(symbol);
        var started = Effects.OfStarts(first, Fuel.Code, Cancellation);
        if (started.ChangesAll) Heap.LoseAllBefore();
        foreach (var symbol in started.Assigned) Heap.LoseBefore(symbol);

        // What they leave behind may run at any later time.
        if (!first.HasLater) return;
        Heap.IsShared = first.Later.ChangesAll;
        foreach (var symbol in first.Later.Assigned) Heap.LoseForGood(symbol);
    }

    private bool _hasStarted;
}
