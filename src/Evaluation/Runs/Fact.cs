using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

/// <summary>One thing a config says: a role, its value, and where it is written.</summary>
internal sealed class Fact
{
    public Fact(ConfigRole role, string name, Value value, double scale, SyntaxNode? at)
    {
        Role = role;
        Name = name;
        Value = value;
        Scale = scale;
        At = at;
    }

    public ConfigRole Role { get; }

    /// <summary>The member or attribute argument, as the user calls it.</summary>
    public string Name { get; }

    public Value Value { get; }

    /// <summary>What one unit of the member is worth.</summary>
    public double Scale { get; }

    /// <summary>The expression that holds the value; null where it comes from an option.</summary>
    public SyntaxNode? At { get; }

    /// <summary>Where the value stands in a file that is no C#; null in C#, and for what a project file says.</summary>
    public Location? InFile { get; init; }

    public UnknownValue? Unknown => Value as UnknownValue;

    public object? Content => (Value as ScalarValue)?.Content;

    /// <summary>The literal to edit, with the scale of the member in its factor.</summary>
    public EditableLiteral? Literal => (Value as ScalarValue)?.Literal?.Times(Scale);
}

/// <summary>A value that cannot be: zero, negative, not a number, overflow.</summary>
internal sealed class ImpossibleValue
{
    public ImpossibleValue(Fact fact, string shown, string why)
    {
        Fact = fact;
        Shown = shown;
        Why = why;
    }

    public Fact Fact { get; }

    public string Shown { get; }

    public string Why { get; }
}

/// <summary>Tokens of a run, and the member whose literal decides them.</summary>
internal sealed class TokenCount
{
    public TokenCount(long value, Fact decidedBy, EditableLiteral? literal, string formula)
    {
        Value = value;
        DecidedBy = decidedBy;
        Literal = literal;
        Formula = formula;
    }

    public long Value { get; }

    /// <summary>The declared tokens, or the steps or epochs they follow from.</summary>
    public Fact DecidedBy { get; }

    public EditableLiteral? Literal { get; }

    /// <summary>"declared", "MaxSteps x GlobalBatchSize x SequenceLength", ...</summary>
    public string Formula { get; }
}
