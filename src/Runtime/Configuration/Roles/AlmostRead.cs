using System;
using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.Configuration;

/// <summary>Names that are read, near one that is not.</summary>
internal static class AlmostRead
{
    // Fields of one family each, which its mapping reads.
    private static readonly HashSet<string> OfOneFamily =
        new(PlainName.Comparer) { "num_shared_expert", "tie_embedding", "routed_expert", "v_head_dim", "kv_n_heads" };

    // The words of all names that are read, by their first letter: a settings file may ask for thousands.
    private static readonly ILookup<char, (RoleRow Row, string Text, WordsOfName Words)> Known = RoleTable.Rows
        .SelectMany(row => row.Names.Select(name => (Row: row, name.Text, Words: NearWord.Words(name.Text))))
        .ToLookup(known => NearWord.First(known.Text));

    /// <summary>The name of a role that was meant; null where none is near, or the nearest names have two
    /// roles.</summary>
    /// <param name="name">A member's or metadata's name that means no role.</param>
    /// <param name="isAllowed">Which roles the place can fill.</param>
    public static (string Meant, ConfigRole Role)? Role(string name, Func<RoleRow, bool> isAllowed)
    {
        if (name.Length is < 5 or > 64 || OfOneFamily.Contains(name) || RoleTable.IsRelative(name)
            || RoleTable.Of(name).Role != ConfigRole.None)
        {
            return null;
        }

        var words = NearWord.Words(name);
        (string Meant, ConfigRole Role)? found = null;
        foreach (var (row, text, meant) in Known[NearWord.First(name)])
        {
            if (Math.Abs(text.Length - name.Length) > 4 || !isAllowed(row) || !NearWord.IsSlip(words, meant)) continue;
            if (found is { } other && other.Role != row.Role) return null;
            found ??= (text, row.Role);
        }

        return found;
    }

    /// <summary>The one text of several that was meant; null where none is near, or two are equally near.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="known">The texts that are known.</param>
    /// <param name="digitsCount">Whether another digit is a slip too: a version number is none.</param>
    public static string? Text(string text, IEnumerable<string> known, bool digitsCount)
    {
        string written = Plain(text);
        if (written.Length is < 3 or > 64) return null;
        string? best = null;
        int least = int.MaxValue;
        bool isUnique = true;
        foreach (string candidate in known)
        {
            string plain = Plain(candidate);
            if (plain == written) return candidate;
            int allowed = Math.Min(plain.Length, written.Length) switch { < 4 => 0, < 8 => 1, _ => 2 };
            if (Math.Abs(plain.Length - written.Length) > allowed
                || NearWord.Distance(written, plain) is var distance && distance > allowed)
            {
                continue;
            }

            if ((!digitsCount && Digits(plain) != Digits(written)) || NearWord.HasAnotherShortWord(text, candidate)) continue;
            isUnique = distance < least || (isUnique && distance > least);
            if (distance >= least) continue;
            (least, best) = (distance, candidate);
        }

        return isUnique ? best : null;
    }

    private static string Plain(string text) => new(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).ToArray());

    private static string Digits(string text) => new(text.Where(char.IsDigit).ToArray());
}
