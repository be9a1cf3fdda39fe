using System;
using System.Globalization;
using ScalingAnalyzers.Checks;

namespace ScalingAnalyzers.RunFiles;

/// <summary>A value of a run file and the number that replaces it.</summary>
public sealed class RunFileEdit
{
    /// <summary>An edit.</summary>
    /// <param name="value">The value, one of <see cref="RunFile.Values"/>.</param>
    /// <param name="number">The new number, in the unit of the value.</param>
    /// <exception cref="ArgumentNullException">No value is given.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive and finite.</exception>
    public RunFileEdit(RunFileValue value, double number)
        : this(value, number, EditForm.AllDigits, "")
    {
        if (!(number > 0) || double.IsInfinity(number))
            throw new ArgumentOutOfRangeException(nameof(number), number, "The number must be positive and finite.");
    }

    internal RunFileEdit(RunFileValue value, double number, EditForm form, string text)
    {
        ArgumentNullException.ThrowIfNull(value);
        Value = value;
        Number = number;

        // Separators would be a change of more than digits.
        Form = form == EditForm.Separated ? EditForm.Up : form;
        Text = text;
    }

    /// <summary>The value.</summary>
    public RunFileValue Value { get; }

    /// <summary>The new number; not a number where a text changes.</summary>
    public double Number { get; }

    /// <summary>The new text where a text changes; else empty.</summary>
    public string Text { get; }

    internal EditForm Form { get; }

    /// <summary>The edit.</summary>
    /// <returns>"train_iters: 398000".</returns>
    public override string ToString() => Value.Key + ": " + (Text.Length > 0 ? Text : Number.ToString(CultureInfo.InvariantCulture));
}
