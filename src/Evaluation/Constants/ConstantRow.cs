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
    /// <summary>The value: a long, double or string, by the type; null where it is not known.</summary>
    public Func<ConstantSource, object?> Value { get; init; } = static _ => null;

    /// <summary>The value as people write it; not asked of a text.</summary>
    public Func<double, string> Show { get; init; } = Quantity.Format;

    /// <summary>What follows the shown value where that is not the unit: nothing where the text has its own
    /// unit.</summary>
    public string? ShownUnit { get; init; }

    /// <summary>The hover text after the value; the formula where null.</summary>
    public Func<ConstantSource, string>? Remark { get; init; }

    /// <summary>Whether it describes the other constants, and exists only beside one.</summary>
    public bool Describes { get; init; }

    /// <summary>The value with its unit, and how it follows: the lines of the hover text.</summary>
    /// <param name="source">What the constant is read from.</param>
    /// <param name="value">The constant's value.</param>
    public string[] Comment(ConstantSource source, object value)
    {
        string remark = Remark?.Invoke(source) ?? source.Fill(Formula);
        if (Type == ConstantType.String) return new[] { remark };
        string shown = Show(value is long count ? count : (double)value);
        string unit = ShownUnit ?? Unit;
        return new[] { shown + (unit.Length == 0 ? "" : " " + unit) + ".", remark };
    }
}
