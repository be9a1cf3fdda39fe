using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

/// <summary>The facts of one config by role, read as the units that each role has. Impossible values are noted and then unknown.</summary>
internal sealed class FactSheet
{
    private readonly Dictionary<ConfigRole, Fact> _facts = new();
    private readonly List<ImpossibleValue> _impossible = new();
    private readonly List<(Fact First, Fact Second)> _conflicts = new();
    private readonly HashSet<Fact> _refused = new();

    /// <summary>Whether a type marked [ModelConfig] describes the model.</summary>
    public bool HasModel { get; set; }

    /// <summary>The type that `Model = typeof(X)` names, where it is not marked [ModelConfig] and says nothing of a model.</summary>
    public string? SilentModel { get; set; }

    /// <summary>The family that [ModelConfig] names; null where none is named.</summary>
    public string? Family { get; set; }

    /// <summary>The shape where something else than the facts' own dimensions says it: a JSON config.</summary>
    public FamilyShape? Shape { get; set; }

    public IReadOnlyCollection<Fact> All => _facts.Values;

    public IReadOnlyList<ImpossibleValue> Impossible => _impossible;

    public IReadOnlyList<(Fact First, Fact Second)> Conflicts => _conflicts;

    /// <summary>Adds a fact unless its role is taken by one of higher rank. An unset one ranks lowest.</summary>
    public void Add(Fact fact)
    {
        if (!_facts.TryGetValue(fact.Role, out var taken) || taken.Unknown is { IsUnset: true }) _facts[fact.Role] = fact;
    }

    /// <summary>Adds a fact of equal rank: a different value for the same role is a conflict, and the role becomes unknown.</summary>
    public void AddEqual(Fact fact)
    {
        if (!_facts.TryGetValue(fact.Role, out var taken) || taken.Unknown is { IsUnset: true } || fact.Unknown is { IsUnset: true })
        {
            Add(fact);
            return;
        }

        if (fact.Role is ConfigRole.StartingPoint || SameValue(taken, fact)) return;
        if (taken.Unknown is null && fact.Unknown is null) _conflicts.Add((taken, fact));
        _facts[fact.Role] = new Fact(fact.Role, fact.Name, Value.Unknown("'" + taken.Name + "' and '" + fact.Name + "' play one role with different values", fact.At), 1, fact.At);
    }

    public void AddConflicts(FactSheet other) => _conflicts.AddRange(other._conflicts);

    /// <summary>
    /// Takes away the literals that another declaration holds: a type's default and the operand of a `with` belong to other runs too,
    /// and a fix of this one may not change them.
    /// </summary>
    public void DisownLiterals(SyntaxNode run)
    {
        foreach (var fact in _facts.Values.ToArray())
        {
            if (fact.Literal is not { InFile: null, IsShared: false } literal) continue;
            if (literal.Token.SyntaxTree == run.SyntaxTree && run.Span.Contains(literal.Token.Span)) continue;
            _facts[fact.Role] = new Fact(fact.Role, fact.Name, new ScalarValue(fact.Content), fact.Scale, fact.At) { InFile = fact.InFile };
        }
    }

    /// <summary>Whether a value is there that cannot be read.</summary>
    public bool IsUnreadable(ConfigRole role) => Find(role) is { Unknown: { IsUnset: false } };

    public Fact? Find(ConfigRole role) => _facts.TryGetValue(role, out var fact) ? fact : null;

    public bool Has(ConfigRole role) => Find(role) is { Unknown: not { IsUnset: true } };

    /// <summary>A positive whole count; null where unknown, unset or impossible.</summary>
    public long? Count(ConfigRole role)
    {
        if (Find(role) is not { } fact || IsOpen(fact)) return null;
        if (fact.Content is string text)
        {
            // What a text member holds before anyone sets it.
            if (string.IsNullOrWhiteSpace(text)) return null;
            if (Quantity.TryParseNumber(text, out decimal number)) return Scaled(fact, number, "\"" + text + "\"");
            return Refuse(fact, "\"" + text + "\"", "is not a quantity; write a number, or a text such as \"70B\" or \"1.4T\"");
        }

        if (MeansUnset(fact)) return null;
        if (fact.Content is double d && !(Math.Abs(d) < 7.9e27)) return Refuse(fact, Arithmetic.Show(d), double.IsNaN(d) ? "is not a number" : "does not fit a 64-bit count");
        if (fact.Content is float f && !(Math.Abs(f) < 7.9e27f)) return Refuse(fact, Arithmetic.Show(f), float.IsNaN(f) ? "is not a number" : "does not fit a 64-bit count");
        if (Numbers.ToInteger(fact.Content) is { } whole && fact.Scale == 1) return Whole(fact, whole);
        return Numbers.ToDouble(fact.Content) is { } real ? Scaled(fact, (decimal)real, Arithmetic.Show(fact.Content)) : null;
    }

    /// <summary>A positive finite number; null where unknown, unset or impossible.</summary>
    public double? Positive(ConfigRole role)
    {
        if (Find(role) is not { } fact || IsOpen(fact)) return null;
        if (MeansUnset(fact)) return null;
        double? value = fact.Content switch
        {
            string text => Quantity.TryParseNumber(text, out decimal number) ? (double)number : null,
            TimeSpan time => Duration(fact.Role, time),
            _ => Numbers.ToDouble(fact.Content),
        };
        if (value is not { } real) return null;
        if (double.IsNaN(real)) return Refuse(fact, "NaN", "is not a number");
        if (real <= 0) return Refuse(fact, Arithmetic.Show(fact.Content), "must be positive");
        if (double.IsInfinity(real)) return Refuse(fact, Arithmetic.Show(real), "must be finite");
        return real * fact.Scale;
    }

    // A role that asks for a time may be written as one.
    private static double? Duration(ConfigRole role, TimeSpan time) => role switch
    {
        ConfigRole.MaxDays => time.TotalDays,
        ConfigRole.MaxAcceleratorHours or ConfigRole.AcceleratorHours => time.TotalHours,
        _ => null,
    };

    public string? Text(ConfigRole role) => Find(role)?.Content as string;

    /// <summary>An enum value by its number; null where unknown or unset.</summary>
    public int? Choice(ConfigRole role) => Find(role) is { Content: { } content } && Numbers.ToInteger(content) is { } number && number >= 0 && number < 1000 ? (int)number : null;

    /// <summary>Notes that a value, possible by itself, is impossible beside the others.</summary>
    public void Refuse(ConfigRole role, string why)
    {
        if (Find(role) is { } fact) Refuse(fact, Arithmetic.Show(fact.Content), why);
    }

    private bool IsOpen(Fact fact)
    {
        if (_refused.Contains(fact)) return true;
        if (fact.Unknown is { IsFault: true } fault)
        {
            Refuse(fact, fact.Name, fault.Reason);
            return true;
        }

        return fact.Content is null;
    }

    private long? Refuse(Fact fact, string shown, string why)
    {
        if (_refused.Add(fact)) _impossible.Add(new ImpossibleValue(fact, shown, why));
        return null;
    }

    // -1 is how several trainers write "not set".
    private static bool MeansUnset(Fact fact) => fact.Role is
        ConfigRole.MaxSteps or ConfigRole.Epochs or ConfigRole.GradientAccumulationSteps or ConfigRole.WorldSize or ConfigRole.SequenceLength or
        ConfigRole.KeyValueHeads or ConfigRole.HeadSize or ConfigRole.GlobalBatchSequences or ConfigRole.MicroBatchSequences or ConfigRole.BatchSequences or
        ConfigRole.FeedForwardSize or ConfigRole.VocabularySize && Numbers.ToDouble(fact.Content) == -1;

    private long? Scaled(Fact fact, decimal value, string shown)
    {
        if ((double)value * fact.Scale > 9.3e18) return Refuse(fact, shown, "does not fit a 64-bit count");
        decimal rounded = Math.Round(value * (decimal)fact.Scale, 0, MidpointRounding.AwayFromZero);
        if (rounded <= 0) return Refuse(fact, shown, "must be positive");
        return rounded > long.MaxValue ? Refuse(fact, shown, "does not fit a 64-bit count") : (long)rounded;
    }

    private long? Whole(Fact fact, BigInteger value)
    {
        if (value.Sign <= 0) return Refuse(fact, Arithmetic.Show(fact.Content), "must be positive");
        return value > long.MaxValue ? Refuse(fact, Arithmetic.Show(fact.Content), "does not fit a 64-bit count") : (long)value;
    }

    private static bool SameValue(Fact a, Fact b)
    {
        if (Numbers.ToDouble(a.Content) is { } x && Numbers.ToDouble(b.Content) is { } y) return x * a.Scale == y * b.Scale;
        return a.Content is not null && a.Content.Equals(b.Content);
    }

    /// <summary>Reads every role once, so that impossible values are noted whether or not they are needed.</summary>
    public void ReadAll()
    {
        foreach (var role in _facts.Keys.ToArray())
        {
            if (Choices.IsChoice(role)) _facts[role] = Choices.Resolved(_facts[role]);
            else if (IsPositiveNumber(role)) Positive(role);
            else if (role >= ConfigRole.Parameters && role <= ConfigRole.SequenceLength || role is ConfigRole.AcceleratorCount || role >= ConfigRole.FineTuningTokens) Count(role);
        }
    }

    private static bool IsPositiveNumber(ConfigRole role) => role is
        ConfigRole.Utilization or ConfigRole.PricePerAcceleratorHour or ConfigRole.AcceleratorHours or ConfigRole.LearningRate or
        ConfigRole.MaxFlops or ConfigRole.MaxAcceleratorHours or ConfigRole.MaxCost or ConfigRole.MaxDays or ConfigRole.Epochs;
}
