using System;

namespace ScalingAnalyzers.Evaluation;

/// <summary>Whether code may assign anything, by its text: the nodes of a long body are not made to find
/// none.</summary>
internal static class WrittenText
{
    public static bool MayAssign(string text)
    {
        if (Has(text, "++") || Has(text, "--") || Has(text, "ref")) return true;
        for (int i = text.IndexOf('='); i >= 0; i = text.IndexOf('=', i + 1))
        {
            char before = i > 0 ? text[i - 1] : ' ', after = i + 1 < text.Length ? text[i + 1] : ' ';
            bool isComparison = before is '=' or '!' || after is '=' or '>'
                || (before is '<' or '>' && (i < 2 || text[i - 2] != before));
            if (!isComparison) return true;
        }

        return false;
    }

    private static bool Has(string text, string part) => text.IndexOf(part, StringComparison.Ordinal) >= 0;
}
