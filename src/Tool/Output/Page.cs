using System.Collections.Generic;

namespace ScalingAnalyzers.Tool.Output;

/// <summary>What a command shows to people, in parts; text and markdown are written from it.</summary>
internal sealed class Page
{
    private readonly List<Part> _parts = [];

    /// <summary>The parts in order.</summary>
    public IReadOnlyList<Part> Parts => _parts;

    /// <summary>Adds a heading.</summary>
    public void Heading(string text) => _parts.Add(new Part.Line(text, IsHeading: true));

    /// <summary>Adds a sentence or a paragraph.</summary>
    public void Text(string text) => _parts.Add(new Part.Line(text, IsHeading: false));

    /// <summary>Adds lines that stay as they are, such as a difference.</summary>
    public void Lines(string text) => _parts.Add(new Part.Verbatim(text));

    /// <summary>Adds a table, unless it has no rows.</summary>
    public void Table(string[] columns, IReadOnlyList<string[]> rows, bool numbersRight = true)
    {
        if (rows.Count > 0) _parts.Add(new Part.Grid(columns, rows, numbersRight));
    }
}

/// <summary>One part of a page.</summary>
internal abstract record Part
{
    /// <summary>A heading or a paragraph.</summary>
    public sealed record Line(string Text, bool IsHeading) : Part;

    /// <summary>Lines that are neither wrapped nor cut.</summary>
    public sealed record Verbatim(string Text) : Part;

    /// <summary>A table; an empty list of columns has no head.</summary>
    public sealed record Grid(string[] Columns, IReadOnlyList<string[]> Rows, bool NumbersRight) : Part;
}
