using System;

namespace ScalingAnalyzers.Json;

/// <summary>
/// A JSON text read into a flat table of nodes that refer to the text. No value is copied before it is requested.
/// </summary>
/// <remarks>
/// RFC 8259, with // and /* */ comments and trailing commas accepted, duplicate names in one object rejected, and
/// limits on depth and length. Bad content never throws: <see cref="Error"/> gives the fault and its position, and
/// <see cref="Root"/> is missing then. Numbers keep their text: 64-bit integers are exact, fractions are read without a
/// culture.
/// </remarks>
internal sealed class JsonTree
{
    internal JsonTree(string text, JsonCell[] cells, int[] names, JsonError? error)
    {
        Text = text;
        Cells = cells;
        Names = names;
        Error = error;
    }

    /// <summary>The text as given.</summary>
    public string Text { get; }

    /// <summary>What is wrong with the text; null where nothing is.</summary>
    public JsonError? Error { get; }

    /// <summary>The outermost value; missing where the text has an error.</summary>
    public JsonNode Root => Error is null ? new JsonNode(this, 0) : default;

    internal JsonCell[] Cells { get; }

    /// <summary>
    /// The index of the outermost object's names, where it has more than a few: it is the last object to be completed.
    /// </summary>
    internal int[] Names { get; }

    /// <summary>Reads a text.</summary>
    /// <param name="text">JSON, with or without a byte order mark.</param>
    /// <param name="limits">Depth and length; the defaults where null.</param>
    /// <returns>The tree, or the error.</returns>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static JsonTree Read(string text, JsonLimits? limits = null) =>
        new JsonReader(text ?? throw new ArgumentNullException(nameof(text)), limits ?? JsonLimits.Default).Read();

    /// <summary>Line and column of a stretch of the text.</summary>
    public TextPosition PositionOf(int start, int length) => TextPosition.In(Text, start, length);
}

/// <summary>One value of a tree: its position, kind and name, and the next cell of its level.</summary>
internal struct JsonCell
{
    public int Start;
    public int Length;

    // Inside the quotes; -1 where the value is not a member of an object.
    public int NameStart;
    public int NameLength;

    // Of a member of an object with more than a few members, and not with very many; else 0.
    public int NameHash;

    // The next value of the same object or array; 0 after the last.
    public int Next;

    // Members or items; 0 for the rest.
    public int Count;
    public JsonKind Kind;

    // A name, or a string, with a backslash in it: its characters are not its value.
    public bool NameIsEscaped;
    public bool ValueIsEscaped;
}
