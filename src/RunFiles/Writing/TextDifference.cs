using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace ScalingAnalyzers.RunFiles;

/// <summary>The difference of two texts of equally many lines in the unified format, with three lines around each
/// change.</summary>
internal static class TextDifference
{
    private const int Context = 3;

    public static string Of(string file, string before, string after)
    {
        string[] old = before.Split('\n'), now = after.Split('\n');
        var changed = Enumerable.Range(0, Math.Min(old.Length, now.Length)).Where(i => old[i] != now[i]).ToList();
        if (changed.Count == 0) return "";
        var text = new StringBuilder().Append("--- ").Append(file).Append("\n+++ ").Append(file).Append('\n');
        for (int i = 0; i < changed.Count;)
        {
            int last = i;
            while (last + 1 < changed.Count && changed[last + 1] - changed[last] <= 2 * Context) last++;
            Hunk(text, old, now, changed.GetRange(i, last - i + 1));
            i = last + 1;
        }

        return text.ToString();
    }

    private static void Hunk(StringBuilder text, string[] old, string[] now, List<int> changed)
    {
        // The empty part after the last line break is no line.
        int lines = old[^1].Length == 0 && now[^1].Length == 0 ? old.Length - 1 : old.Length;
        int first = Math.Max(0, changed[0] - Context), end = Math.Min(lines, changed[^1] + Context + 1);
        string range = string.Create(CultureInfo.InvariantCulture, $"{first + 1},{end - first}");
        text.Append("@@ -").Append(range).Append(" +").Append(range).Append(" @@\n");
        for (int line = first; line < end; line++)
        {
            string ending = line == old.Length - 1 ? "\n\\ No newline at end of file\n" : "\n";
            if (old[line] == now[line]) text.Append(' ').Append(old[line]).Append(ending);
            else text.Append('-').Append(old[line]).Append(ending).Append('+').Append(now[line]).Append(ending);
        }
    }
}
