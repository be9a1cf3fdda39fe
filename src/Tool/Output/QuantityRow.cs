using System;

namespace ScalingAnalyzers.Tool.Output;

/// <summary>One quantity of a run: its key in JSON, its name, its value, and how it follows.</summary>
internal sealed record QuantityRow(string Key, string Label, double? Value, string Unit, string Formula)
{
    /// <summary>How the number is written.</summary>
    public Func<double, string> Format { get; init; } = Quantity.Format;

    /// <summary>Number and unit, as people read it.</summary>
    public string Shown => Value is { } value ? Format(value) + (Unit.Length > 0 ? " " + Unit : "") : "";
}
