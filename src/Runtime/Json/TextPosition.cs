using System.Globalization;

namespace ScalingAnalyzers;

/// <summary>A stretch of a text: as offsets for editors and compilers, as line and column for people.</summary>
public readonly record struct TextPosition
{
    /// <summary>Makes a position.</summary>
    /// <param name="start">The first character, counted from 0 in UTF-16 units.</param>
    /// <param name="length">The number of UTF-16 units; 0 at the end of the text.</param>
    /// <param name="line">The line of the first character, counted from 1; LF, CRLF and CR end a line.</param>
    /// <param name="column">The column of the first character, counted from 1 in UTF-16 units.</param>
    public TextPosition(int start, int length, int line, int column)
    {
        Start = start;
        Length = length;
        Line = line;
        Column = column;
    }

    /// <summary>The first character, counted from 0 in UTF-16 units.</summary>
    public int Start { get; init; }

    /// <summary>The number of UTF-16 units; 0 at the end of the text.</summary>
    public int Length { get; init; }

    /// <summary>The line of the first character, counted from 1; LF, CRLF and CR end a line.</summary>
    public int Line { get; init; }

    /// <summary>The column of the first character, counted from 1 in UTF-16 units.</summary>
    public int Column { get; init; }

    /// <summary>Line and column as compilers print them: (3,17).</summary>
    public override string ToString() =>
        "(" + Line.ToString(CultureInfo.InvariantCulture) + "," + Column.ToString(CultureInfo.InvariantCulture) + ")";

    /// <summary>The position of a stretch of a text.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="start">The first character, from 0.</param>
    /// <param name="length">The number of characters.</param>
    /// <returns>The position.</returns>
    public static TextPosition In(string text, int start, int length)
    {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < start; i++)
        {
            bool ends = text[i] == '\n' || (text[i] == '\r' && (i + 1 >= text.Length || text[i + 1] != '\n'));
            if (!ends) continue;
            line++;
            lineStart = i + 1;
        }

        return new TextPosition(start, length, line, start - lineStart + 1);
    }
}
