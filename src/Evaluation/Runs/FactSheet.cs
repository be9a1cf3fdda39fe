using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Evaluation;

/// <summary>The facts of one config by role, read as the units that each role has. Impossible values are noted and then unknown.</summary>
internal sealed class FactSheet
{
    private readonly Dictionary<ConfigRole, Fact> _facts = new();

    // Most configs have none of these.
    private List<ImpossibleValue>? _impossible;
    private List<(Fact First, Fact Second)>? _conflicts;

    /// <summary>Whether a type marked [ModelConfig] describes the model.</summary>
    public bool HasModel { get; set; }

    /// <summary>The type that `Model = typeof(X)` names, where it is not marked [ModelConfig] and says nothing of a model.</summary>
    public string? SilentModel { get; set; }

    /// <summary>The family that [ModelConfig] names; null where none is named.</summary>
    public string? Family { get; set; }

    /// <summary>The shape where something else than the facts' own dimensions says it: a JSON config.</summary>
    public FamilyShape? Shape { get; set; }

    public IReadOnlyCollection<Fact> All => _facts.Values;

    public IReadOnlyList<ImpossibleValue> Impossible => (IReadOnlyList<ImpossibleValue>?)_impossible ?? [];

    public IReadOnlyList<(Fact First, Fact Second)> Conflicts => (IReadOnlyList<(Fact First, Fact Second)>?)_conflicts ?? [];

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

        if (fact.Role is ConfigRole.StartingPoint)
        {
            // Several may say where a run starts; an adapter also says how little of the model is trained.
            if (Optimizers.IsAdapter(fact)) _facts[fact.Role] = fact;
            return;
        }

        if (SameValue(taken, fact)) return;
        if (taken.Unknown is null && fact.Unknown is null) (_conflicts ??= new()).Add((taken, fact));
        _facts[fact.Role] = new Fact(fact.Role, fact.Name, Value.Unknown("'" + taken.Name + "' and '" + fact.Name + "' play one role with different values", fact.At), 1, fact.At);
    }

    /// <summary>Adds what a base class says: of lower rank, but with its own conflicts.</summary>
    public void AddBase(FactSheet other)
    {
        foreach (var fact in other._facts.Values) Add(fact);
        if (other._conflicts is not null) (_conflicts ??= new()).AddRange(other._conflicts);
    }

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

        if (MeansUnset(fact) || Numbers.ToDouble(fact.Content) is not { } real) return null;
        if (double.IsNaN(real)) return Refuse(fact, Arithmetic.Show(fact.Content), "is not a number");
        return Numbers.ToDecimal(fact.Content) is { } amount
            ? Scaled(fact, amount, Arithmetic.Show(fact.Content))
            : Refuse(fact, Arithmetic.Show(fact.Content), "does not fit a 64-bit count");
    }

    /// <summary>A positive finite number; null where unknown, unset or impossible.</summary>
    public double? Positive(ConfigRole role)
    {
        if (Find(role) is not { } fact || IsOpen(fact)) return null;
        if (MeansUnset(fact)) return null;
        double? value = fact.Content switch
        {
            string text => Quantity.TryParseNumber(text, out decimal number) ? (double)number : null,
            TimeSpan time => InUnitsOf(fact.Role, time),
            _ => Numbers.ToDouble(fact.Content),
        };
        if (value is not { } real) return fact.Content is string said && said.Any(char.IsDigit) ? Refuse(fact, "\"" + said + "\"", "is not a number; write it as 0.4 or 2.5") : null;
        if (double.IsNaN(real)) return Refuse(fact, "NaN", "is not a number");
        if (real <= 0) return Refuse(fact, Arithmetic.Show(fact.Content), "must be positive");
        return double.IsInfinity(real * fact.Scale) ? Refuse(fact, Arithmetic.Show(real), "must be finite") : real * fact.Scale;
    }

    // A role that asks for a time may be written as one.
    private static double? InUnitsOf(ConfigRole role, TimeSpan time) => role switch
    {
        ConfigRole.MaxDays => KnownFunctions.Duration(time, "TotalDays"),
        ConfigRole.MaxAcceleratorHours or ConfigRole.AcceleratorHours => KnownFunctions.Duration(time, "TotalHours"),
        _ => null,
    };

    public string? Text(ConfigRole role) => Find(role)?.Content as string;

    /// <summary>A small number that chooses; null where unknown or unset.</summary>
    public int? Choice(ConfigRole role) => Find(role) is { Content: { } content } && Numbers.ToInteger(content) is { } number && number >= 0 && number < 1000 ? (int)number : null;

    /// <summary>Notes that a value, possible by itself, is impossible beside the others.</summary>
    public void Refuse(ConfigRole role, string why)
    {
        if (Find(role) is { } fact) Refuse(fact, Arithmetic.Show(fact.Content), why);
    }

    private bool IsOpen(Fact fact)
    {
        if (_impossible?.Any(i => i.Fact == fact) == true) return true;
        if (fact.Unknown is { IsFault: true } fault)
        {
            Refuse(fact, "without a value", "fails, for " + fault.Reason);
            return true;
        }

        return fact.Content is null;
    }

    private long? Refuse(Fact fact, string shown, string why)
    {
        if (_impossible?.Any(i => i.Fact == fact) != true) (_impossible ??= new()).Add(new ImpossibleValue(fact, shown, why));
        return null;
    }

    // -1 is how several trainers write "not set".
    private static bool MeansUnset(Fact fact) => fact.Role is
        ConfigRole.MaxSteps or ConfigRole.Epochs or ConfigRole.GradientAccumulationSteps or ConfigRole.WorldSize or ConfigRole.SequenceLength or
        ConfigRole.KeyValueHeads or ConfigRole.HeadSize or ConfigRole.GlobalBatchSequences or ConfigRole.MicroBatchSequences or ConfigRole.BatchSequences or
        ConfigRole.FeedForwardSize or ConfigRole.VocabularySize && Numbers.ToDouble(fact.Content) == -1;

    private long? Scaled(Fact fact, decimal value, string shown)
    {
        if (fact.Scale != 1) shown += " times " + Quantity.Format(fact.Scale);
        if (value <= 0) return Refuse(fact, shown, "must be positive");
        if ((double)value * fact.Scale > 9.3e18) return Refuse(fact, shown, "does not fit a 64-bit count");
        decimal rounded = Math.Round(value * (decimal)fact.Scale, 0, MidpointRounding.AwayFromZero);
        if (rounded <= 0) return Refuse(fact, shown, "must be positive");
        return rounded > long.MaxValue ? Refuse(fact, shown, "does not fit a 64-bit count") : (long)rounded;
    }

    // In decimals: 8.03 billion is 8,030,000,000, though not in doubles. And BF16 is bfloat16.
    private static bool SameValue(Fact a, Fact b)
    {
        if (Choices.IsChoice(a.Role)) (a, b) = (Choices.Resolved(a), Choices.Resolved(b));
        if (Amount(a) is { } x && Amount(b) is { } y) return x == y;
        if (Numbers.ToDouble(a.Content) is { } p && Numbers.ToDouble(b.Content) is { } q) return p * a.Scale == q * b.Scale;
        return a.Content is not null && a.Content.Equals(b.Content);
    }

    private static decimal? Amount(Fact fact)
    {
        decimal? unscaled = fact.Content is string text ? Quantity.TryParseNumber(text, out decimal number) ? number : null : Numbers.ToDecimal(fact.Content);
        return unscaled is { } amount && Math.Abs((double)amount * fact.Scale) < 7.9e28 ? amount * (decimal)fact.Scale : null;
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
        ConfigRole.Utilization or ConfigRole.PricePerAcceleratorHour or ConfigRole.AcceleratorHours or ConfigRole.LearningRate or ConfigRole.PeakFlopsPerSecond or
        ConfigRole.MaxFlops or ConfigRole.MaxAcceleratorHours or ConfigRole.MaxCost or ConfigRole.MaxDays or ConfigRole.Epochs;
}
