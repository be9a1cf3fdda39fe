using System.Text;

namespace ScalingAnalyzers.Json;

/// <summary>The escapes of JSON strings, RFC 8259 section 7.</summary>
internal static class JsonEscape
{
    /// <summary>The length of the escape that begins at a backslash; 0 where it is not an escape.</summary>
    public static int LengthAt(string text, int backslash)
    {
        if (backslash + 1 >= text.Length) return 0;
        char kind = text[backslash + 1];
        if (kind is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't') return 2;
        if (kind != 'u' || backslash + 5 >= text.Length) return 0;
        for (int i = backslash + 2; i <= backslash + 5; i++)
        {
            if (Digit(text[i]) < 0) return 0;
        }

        return 6;
    }

    /// <summary>The value of the characters between two quotes, whose escapes are known to be good.</summary>
    public static string Unescape(string text, int start, int length)
    {
        var value = new StringBuilder(length);
        int end = start + length;
        for (int i = start; i < end; i++)
        {
            if (text[i] != '\\')
            {
                value.Append(text[i]);
                continue;
            }

            char kind = text[++i];
            if (kind == 'u')
            {
                value.Append(
                    (char)((Digit(text[i + 1]) << 12) | (Digit(text[i + 2]) << 8) | (Digit(text[i + 3]) << 4) | Digit(text[i + 4])));
                i += 4;
            }
            else
            {
                value.Append(kind switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', _ => kind });
            }
        }

        return value.ToString();
    }

    private static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };
}
