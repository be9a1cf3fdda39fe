using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// The state that a slice of the program runs on: when each member was last changed by code that is not followed. A
/// value written before that is unknown, in every object, so that no alias of an object can be forgotten.
/// </summary>
internal sealed class Heap
{
    private const int Always = int.MaxValue;

    private readonly Dictionary<ISymbol, int> _lost = new(SymbolEqualityComparer.Default);
    private int _allLost;
    private bool _isAbandoned;
    private int _now = 1;
    private int _number;
    private int _entry;
    private Stack<Action>? _undo;

    /// <summary>What a copy of an object costs.</summary>
    public Fuel? Fuel { get; init; }

    /// <summary>Whether what changes now may have to be undone: each change records how.</summary>
    public bool IsRecorded => _undo is not null;

    /// <summary>The reason that a lost value is unknown.</summary>
    public UnknownValue Why { get; } = Value.Unknown(UnknownKind.ChangedBefore);

    /// <summary>The static initialiser that runs; null outside one.</summary>
    public StaticTurn? Turn { get; set; }

    /// <summary>Whether what is read now was made before the slice: statics, and locals of the method around
    /// it.</summary>
    public bool IsBefore { get; set; }

    /// <summary>Whether only what static initialisers made is read: a static has a value before an object of its type
    /// is made, and after.</summary>
    public bool IsWithoutSlice { get; set; }

    /// <summary>The time that a value written now has. What is made before the slice is older than all that the slice
    /// runs.</summary>
    public int Time => Turn is not null || IsBefore || IsWithoutSlice ? 0 : _now;

    /// <summary>How often something that was there at the last <see cref="Enter"/> has changed since.</summary>
    public int Changes { get; private set; }

    /// <summary>How often anything has been written or lost.</summary>
    public int Writes { get; private set; }

    /// <summary>Whether something that began before the slice may run at any time in it, and change whatever it can
    /// reach: statics, objects that were there before, and those that the slice hands out.</summary>
    public bool IsShared { get; set; }

    public int NextNumber() => ++_number;

    /// <summary>Notes that code which runs at any time may reach what the slice makes.</summary>
    public void Publish()
    {
        if (IsShared) LoseAllForGood();
    }

    /// <summary>From here on, changes of objects that exist are counted; gives what <see cref="Leave"/>
    /// takes.</summary>
    public (int Entry, int Changes) Enter()
    {
        var before = (_entry, Changes);
        _entry = _number;
        Changes = 0;
        return before;
    }

    public void Leave((int Entry, int Changes) before, bool forget = false)
    {
        Changes = forget ? before.Changes : before.Changes + Changes;
        _entry = before.Entry;
    }

    /// <summary>From here on, what changes can be undone.</summary>
    public void Record() => _undo = new();

    public void Undoable(Action undo) => _undo?.Push(undo);

    /// <summary>Ends the recording. What was changed since its beginning is undone where it did not happen: but what a
    /// static initialiser may have changed stays lost, for it may have run in any case.</summary>
    public void EndRecord(bool undo)
    {
        var recorded = _undo!;
        _undo = null;
        while (undo && recorded.Count > 0) recorded.Pop()();
    }

    /// <summary>Notes that an object is changed. A static initialiser that changes what it has not made runs at a time
    /// that C# leaves open.</summary>
    public void Note(ObjectValue changed, ISymbol? member)
    {
        Writes++;
        if (changed.Number <= _entry) Changes++;
        if (Turn is null || ReferenceEquals(changed.Turn?.Type, Turn.Type)
            || SymbolEqualityComparer.Default.Equals(changed.Turn?.Type, Turn.Type)) return;
        if (member is null) LoseAll();
        else LoseForGood(member);
    }

    /// <summary>Notes that a static is assigned.</summary>
    public void NoteStatic(ISymbol member)
    {
        Writes++;
        Changes++;
        if (Turn is not null && !SymbolEqualityComparer.Default.Equals(Turn.Type, member.ContainingType)) LoseForGood(member);
    }

    public void Lose(ISymbol member)
    {
        Writes++;
        Changes++;
        if (Turn is not null) LoseForGood(member);
        else if (!_lost.TryGetValue(member.OriginalDefinition, out int time) || time != Always) SetLost(member, ++_now);
    }

    /// <summary>The same for all members that a call may change.</summary>
    public void Lose(HashSet<ISymbol> members)
    {
        if (members.Count == 0) return;
        Fuel?.Lose(members.Count);
        if (!IsRecorded || Turn is not null)
        {
            foreach (var member in members) Lose(member);
            return;
        }

        // The set stays as it is: what undoes it needs the times alone.
        int[] before = new int[members.Count];
        int i = 0;
        foreach (var member in members)
        {
            bool wasLost = _lost.TryGetValue(member, out before[i]);
            i++;
            if (!wasLost || before[i - 1] != Always) _lost[member] = ++_now;
        }

        Writes += members.Count;
        Changes += members.Count;
        Undoable(() => Restore(members, before));
    }

    // No member is lost at time zero.
    private void Restore(HashSet<ISymbol> members, int[] before)
    {
        int i = 0;
        foreach (var member in members)
        {
            if (before[i] != 0) _lost[member] = before[i];
            else _lost.Remove(member);
            i++;
        }
    }

    private void SetLost(ISymbol member, int time)
    {
        var symbol = member.OriginalDefinition;
        if (IsRecorded && Turn is null) Undoable(Was(symbol));
        _lost[symbol] = time;
    }

    private Action Was(ISymbol symbol)
    {
        bool wasLost = _lost.TryGetValue(symbol, out int before);
        return () =>
        {
            if (wasLost) _lost[symbol] = before;
            else _lost.Remove(symbol);
        };
    }

    private void SetAllLost(int time)
    {
        if (IsRecorded && Turn is null) Undoable(WasAll());
        _allLost = time;
    }

    private Action WasAll()
    {
        int before = _allLost;
        return () => _allLost = before;
    }

    public void LoseForGood(ISymbol member)
    {
        Writes++;
        Changes++;
        SetLost(member, Always);
    }

    public void LoseAll()
    {
        Writes++;
        Changes++;
        if (_allLost != Always) SetAllLost(Turn is not null ? Always : ++_now);
    }

    public void LoseAllForGood()
    {
        Writes++;
        Changes++;
        SetAllLost(Always);
    }

    /// <summary>Nothing is known from here on, but constants: the code that may have changed it is not looked
    /// at.</summary>
    public void Abandon()
    {
        LoseAllForGood();
        _isAbandoned = true;
    }

    /// <summary>Notes that a member was changed before the slice begins.</summary>
    public void LoseBefore(ISymbol member)
    {
        if (!_lost.ContainsKey(member.OriginalDefinition)) _lost[member.OriginalDefinition] = 1;
    }

    public void LoseAllBefore() => _allLost = Math.Max(_allLost, 1);

    public UnknownValue? WhyAllLost(int time) => time < _allLost ? Why : null;

    /// <summary>Why a value of that time, in an object of another, is unknown; null where it is not.</summary>
    public UnknownValue? WhyLost(ISymbol member, int time, int made)
    {
        if (_isAbandoned || (IsShared && made == 0)) return Why;
        if (time < _allLost || (_lost.Count > 0 && _lost.TryGetValue(member, out int lost) && time < lost)) return Why;

        // A static initialiser has run before what was written since.
        return IsLater(time) ? Value.Unknown(UnknownKind.AssignedAfterStatic, member.Name) : null;
    }

    private bool IsLater(int time) => time > 0 && (Turn is not null || IsWithoutSlice);

    /// <summary>Why a static of that time is unknown; null where it is not. What may change everything still assigns no
    /// readonly static.</summary>
    public UnknownValue? WhyLostStatic(ISymbol member, int time, bool isReadOnly)
    {
        if (_isAbandoned || (!isReadOnly && (IsShared || time < _allLost))) return Why;
        if (_lost.TryGetValue(member, out int lost) && time < lost) return Why;
        return IsLater(time) ? Value.Unknown(UnknownKind.AssignedAfterStatic, member.Name) : null;
    }

    /// <summary>The members of a type that were lost after that time.</summary>
    public IEnumerable<ISymbol> LostOf(INamedTypeSymbol type, int time)
    {
        foreach (var pair in _lost)
        {
            if (pair.Value > time && Dispatch.Derives(type, pair.Key.ContainingType)) yield return pair.Key;
        }
    }
}
