using System;

namespace ScalingAnalyzers.Evaluation;

/// <summary>The C# type of a constant.</summary>
internal enum ConstantType
{
    /// <summary>A count.</summary>
    Long,

    /// <summary>A quantity.</summary>
    Double,

    /// <summary>A text.</summary>
    String,
}

/// <summary>What a constant is about: the rows of the table in docs/csharp.md.</summary>
internal enum ConstantGroup
{
    /// <summary>The run itself.</summary>
    Run,

    /// <summary>Its compute.</summary>
    Compute,

    /// <summary>What the law gives.</summary>
    Law,

    /// <summary>Time, cost and energy on the declared hardware.</summary>
    Hardware,

    /// <summary>Bytes.</summary>
    Memory,

    /// <summary>What the config leaves to a plan.</summary>
    Plan,

    /// <summary>What comes before, beside and after the run.</summary>
    Lifetime,
}

/// <summary>One generated constant: reserved names, the generator, the tables of docs/csharp.md and docs/constants.md
/// derive from it.</summary>
/// <param name="Name">The name in Estimates.</param>
/// <param name="Type">Its C# type.</param>
/// <param name="Group">What it is about.</param>
/// <param name="Unit">The unit of the value, as it follows a number: "tokens", "FLOPs per token".</param>
/// <param name="Formula">How it follows, with {active} for the parameters that are counted and {law} for the law and
/// its source.</param>
internal sealed record ConstantRow(string Name, ConstantType Type, ConstantGroup Group, string Unit, string Formula)
{
    private readonly string? _shownUnit;

    // Made once a row, not once a config.
    private readonly string _afterValue = End(Unit);

    /// <summary>The value: a long, double or string, by the type; null where it is not known.</summary>
    public Func<ConstantSource, object?> Value { get; init; } = static _ => null;

    /// <summary>The value as people write it; not asked of a text.</summary>
    public Func<double, string> Show { get; init; } = Quantity.Format;

    /// <summary>What follows the shown value where that is not the unit: nothing where the text has its own
    /// unit.</summary>
    public string? ShownUnit
    {
        get => _shownUnit;
        init
        {
            _shownUnit = value;
            _afterValue = End(value ?? Unit);
        }
    }

    /// <summary>Adds the hover text after the value; the formula where null.</summary>
    public Action<CommentText, ConstantSource>? Remark { get; init; }

    /// <summary>Whether it describes the other constants, and exists only beside one.</summary>
    public bool Describes { get; init; }

    private FormulaText Follows { get; } = new(Formula);

    private static string End(string unit) => unit.Length > 0 ? " " + unit + "." : ".";

    /// <summary>Adds the value with its unit: the first line of the hover text of a number.</summary>
    /// <param name="text">Where it goes.</param>
    /// <param name="value">The constant's value.</param>
    public void AddValue(CommentText text, object value)
    {
        text.AddOwn(Show(value is long count ? count : (double)value));
        text.Add(_afterValue);
    }

    /// <summary>Adds how the value follows: the last line of the hover text.</summary>
    /// <param name="text">Where it goes.</param>
    /// <param name="source">What the constant is read from.</param>
    public void AddRemark(CommentText text, ConstantSource source)
    {
        if (Remark is { } remark) remark(text, source);
        else Follows.AddTo(text, source);
    }
}
