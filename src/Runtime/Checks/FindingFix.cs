using System;
using System.Collections.Generic;

namespace ScalingAnalyzers.Checks;

/// <summary>How a new value is written in place of the old one.</summary>
public enum EditForm
{
    /// <summary>Three significant digits, rounded down.</summary>
    Down,

    /// <summary>Three significant digits, rounded up.</summary>
    Up,

    /// <summary>
    /// A whole number to its last digit; the edit is impossible where the literal cannot represent it.
    /// </summary>
    Exact,

    /// <summary>
    /// All digits, including a fraction; the edit is impossible where the literal cannot represent them.
    /// </summary>
    AllDigits,

    /// <summary>All digits, with separators where the number is plain digits.</summary>
    Separated,

    /// <summary>The decimal point two places to the left: 40 becomes 0.40.</summary>
    Hundredth,

    /// <summary>Another text.</summary>
    Text,
}

/// <summary>
/// One value that a fix changes, with its new content. The code that shows the finding writes the text.
/// </summary>
public sealed class FindingEdit
{
    internal FindingEdit(string member, int source, double value, EditForm form, string text = "")
    {
        Member = member;
        Source = source;
        Value = value;
        Form = form;
        Text = text;
    }

    /// <summary>The member, key or argument that changes, as the config names it.</summary>
    public string Member { get; }

    /// <summary>The new value, in the unit of its role; not a number where a text changes.</summary>
    public double Value { get; }

    /// <summary>How the value is written.</summary>
    public EditForm Form { get; }

    /// <summary>The new text where a text changes; else empty.</summary>
    public string Text { get; }

    internal int Source { get; }
}

/// <summary>One way to correct a finding. Of several with one key, the first that can be written applies.</summary>
public sealed class FindingFix
{
    internal FindingFix(FixKind kind, string title, params FindingEdit[] edits)
    {
        Kind = kind;
        Title = title;
        Edits = Array.AsReadOnly(edits);
    }

    /// <summary>The kind.</summary>
    public FixKind Kind { get; }

    /// <summary>The title, with result and price; "{0}" is replaced by the new text of the first edit.</summary>
    public string Title { get; }

    /// <summary>The changed values; none where the fix adds syntax.</summary>
    public IReadOnlyList<FindingEdit> Edits { get; }

    /// <summary>The kind and the title.</summary>
    /// <returns>"same-compute: Train 67.5B parameters on 1.25T tokens: same compute".</returns>
    public override string ToString() => Kind + ": " + Title;
}
