using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

/// <summary>A value in an object, the expression that wrote it, and when.</summary>
internal readonly struct Written
{
    public Written(Func<Value> value, SyntaxNode? at, int time = 0)
    {
        Value = value;
        At = at;
        Time = time;
    }

    public Written(Value value, SyntaxNode? at, int time = 0)
        : this(() => value, at, time)
    {
    }

    public Func<Value> Value { get; }

    public SyntaxNode? At { get; }

    /// <summary>The heap's time of the assignment: what code that is not followed may have changed since then is
    /// unknown.</summary>
    public int Time { get; }
}

/// <summary>An object with its members. It has an identity: all names of the object see what is assigned through one of
/// them.</summary>
internal sealed class ObjectValue : Value
{
    private readonly Heap _heap;
    private readonly Dictionary<ISymbol, Written> _members;
    private readonly Dictionary<ISymbol, SyntaxNode?> _assigned = new(SymbolEqualityComparer.Default);
    private List<Value>? _held;
    private readonly int _time;

    public ObjectValue(INamedTypeSymbol type, Heap heap)
        : this(type, heap, new Dictionary<ISymbol, Written>(SymbolEqualityComparer.Default))
    {
    }

    private ObjectValue(INamedTypeSymbol type, Heap heap, Dictionary<ISymbol, Written> members)
    {
        Type = type;
        _heap = heap;
        _members = members;
        _time = heap.Time;
        Number = heap.NextNumber();
        Turn = heap.Turn;
    }

    public INamedTypeSymbol Type { get; }

    /// <summary>Objects are numbered in the order in which they are made.</summary>
    public int Number { get; }

    /// <summary>The static initialiser that made it; null outside one.</summary>
    public StaticTurn? Turn { get; }

    /// <summary>Set where code that is not followed may have changed any member, or where the object itself is not
    /// known.</summary>
    public UnknownValue? Clouded { get; private set; }

    /// <summary>Whether the object may be of a derived type, because it is not known where it was made.</summary>
    public bool IsOfUnknownType { get; init; }

    /// <summary>Whether it is a struct that has been boxed: what holds it shares it, and nothing copies it.</summary>
    public bool IsBox { get; private init; }

    /// <summary>Whether part of it was built by code of another assembly.</summary>
    public bool IsBuiltElsewhere { get; set; }

    /// <summary>Whether code that is not followed may keep it, and change it at any later time.</summary>
    public bool HasEscaped { get; private set; }

    /// <summary>What the object holds that code which gets it can reach.</summary>
    public IEnumerable<Value> Reachable => _members.Values.Select(m => m.Value()).Concat(_held ?? Enumerable.Empty<Value>());

    public int Size => _members.Count + 1;

    /// <summary>A snapshot, as `with`, boxing, and the assignment of a struct make it.</summary>
    public ObjectValue Copy(bool isBox = false)
    {
        if (_heap.Fuel?.Spend(Size) == false)
        {
            return new ObjectValue(Type, _heap)
            {
                Clouded = Unknown(UnknownKind.TooManySteps),
                IsOfUnknownType = IsOfUnknownType,
                IsBox = isBox,
            };
        }

        var copy = new ObjectValue(Type, _heap, new Dictionary<ISymbol, Written>(_members.Count, SymbolEqualityComparer.Default))
        {
            Clouded = Clouded ?? (_heap.WhyAllLost(_time) is { } lost ? lost : null),
            IsOfUnknownType = IsOfUnknownType,
            IsBuiltElsewhere = IsBuiltElsewhere,
            IsBox = isBox,
            _held = _held?.ToList(),
        };
        foreach (var pair in _members)
        {
            var value = Read(pair.Key, pair.Value);
            var now = value is ObjectValue { Type.IsValueType: true, IsBox: false } part
                ? new Written(part.Copy(), pair.Value.At, _heap.Time)
                : value is UnknownValue ? new Written(value, pair.Value.At, _heap.Time)
                : new Written(pair.Value.Value, pair.Value.At, _heap.Time);
            copy._members[pair.Key] = now;
        }

        foreach (var symbol in _heap.LostOf(Type, _time))
        {
            if (!_members.ContainsKey(symbol)) copy.Store(symbol, _heap.Why, null);
        }

        foreach (var pair in _assigned) copy._assigned[pair.Key] = pair.Value;
        return copy;
    }

    /// <summary>An object of the same kind on another heap, without members.</summary>
    public ObjectValue On(Heap heap) => new(Type, heap)
    {
        Clouded = Clouded ?? _heap.WhyAllLost(_time),
        IsOfUnknownType = IsOfUnknownType,
        IsBuiltElsewhere = IsBuiltElsewhere,
        IsBox = IsBox,
        HasEscaped = HasEscaped,
    };

    /// <summary>Takes what another holds.</summary>
    public void AdoptMembers(ObjectValue other, Func<Value, Value> adopt)
    {
        foreach (var pair in other._members)
            _members[pair.Key] = new Written(adopt(other.Read(pair.Key, pair.Value)), pair.Value.At, _time);
        foreach (var symbol in other._heap.LostOf(Type, other._time))
        {
            if (!other._members.ContainsKey(symbol)) _members[symbol] = new Written(other._heap.Why, null, _time);
        }

        foreach (var pair in other._assigned) _assigned[pair.Key] = pair.Value;
        _held = other._held?.ConvertAll(value => adopt(value));
    }

    public void Store(ISymbol member, Func<Value> value, SyntaxNode? at)
    {
        _heap.Note(this, member);
        if (_time == 0 && _heap.Time > 0 && !IsScalar(member)) _heap.Publish();
        if (_heap.IsRecorded) _heap.Undoable(Was(member.OriginalDefinition));
        _members[member.OriginalDefinition] = new Written(value, at, _heap.Time);
    }

    private static bool IsScalar(ISymbol member) => member switch
    {
        IFieldSymbol { Type: INamedTypeSymbol type } => Reach.IsScalar(type),
        IPropertySymbol { Type: INamedTypeSymbol type } => Reach.IsScalar(type),
        _ => false,
    };

    private Action Was(ISymbol member)
    {
        bool wasWritten = _members.TryGetValue(member, out var before);
        return () =>
        {
            if (wasWritten) _members[member] = before;
            else _members.Remove(member);
        };
    }

    private Action WasWhole()
    {
        var members = _members.ToArray();
        var (clouded, hasEscaped) = (Clouded, HasEscaped);
        return () =>
        {
            (Clouded, HasEscaped) = (clouded, hasEscaped);
            _members.Clear();
            foreach (var pair in members) _members[pair.Key] = pair.Value;
        };
    }

    public void Store(ISymbol member, Value value, SyntaxNode? at) => Store(member, () => value, at);

    /// <summary>Notes where a property was assigned whose setter stores the value elsewhere.</summary>
    public void Locate(ISymbol property, SyntaxNode? at) => _assigned[property.OriginalDefinition] = at;

    /// <summary>Notes what the object keeps besides its members.</summary>
    public void Hold(Value value)
    {
        _held ??= new();
        _held.Add(value);
        if (_time == 0 && _heap.Time > 0) _heap.Publish();
        if (_heap.IsRecorded) _heap.Undoable(() => _held.RemoveAt(_held.Count - 1));
    }

    /// <summary>Everything written so far may have changed.</summary>
    public void Cloud(UnknownValue why)
    {
        _heap.Note(this, null);
        if (_heap.IsRecorded) _heap.Undoable(WasWhole());
        _members.Clear();
        Clouded = why;
    }

    /// <summary>Code that is not followed has the object, and may change it now or later.</summary>
    public void Escape(UnknownValue why)
    {
        _heap.Note(this, null);
        if (_heap.IsRecorded) _heap.Undoable(WasWhole());
        HasEscaped = true;
        Clouded = why;
    }

    /// <summary>What a member holds; null where nothing was written.</summary>
    public Value? Stored(ISymbol member)
    {
        if (HasEscaped) return Clouded;
        if (Layouts.Overlap(Type)) return Unknown(UnknownKind.ChangedBefore);
        var symbol = member.OriginalDefinition;
        if (_members.TryGetValue(symbol, out var written)) return Read(symbol, written);
        if (Clouded is not null) return Clouded;
        return _heap.WhyLost(symbol, _time, _time) ?? (IsBuiltElsewhere && member.DeclaringSyntaxReferences.Length == 0
            ? Unknown(UnknownKind.BuiltElsewhere, Type.Name)
            : null);
    }

    private Value Read(ISymbol symbol, Written written) => _heap.WhyLost(symbol, written.Time, _time) ?? written.Value();

    /// <summary>The expression that wrote a member.</summary>
    public SyntaxNode? WrittenAt(ISymbol member) =>
        _members.TryGetValue(member.OriginalDefinition, out var written) ? written.At
        : _assigned.TryGetValue(member.OriginalDefinition, out var at) ? at
        : null;
}
