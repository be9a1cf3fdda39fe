using System.Globalization;

namespace ScalingAnalyzers;

/// <summary>A stretch of a text: as offsets for editors and compilers, as line and column for people.</summary>
/// <param name="Start">The first character, counted from 0 in UTF-16 units.</param>
/// <param name="Length">The number of UTF-16 units; 0 at the end of the text.</param>
/// <param name="Line">The line of the first character, counted from 1; LF, CRLF and CR end a line.</param>
/// <param name="Column">The column of the first character, counted from 1 in UTF-16 units.</param>
public readonly record struct TextPosition(int Start, int Length, int Line, int Column)
{
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
