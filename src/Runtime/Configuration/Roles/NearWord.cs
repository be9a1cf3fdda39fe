using System;
using System.Collections.Generic;

namespace ScalingAnalyzers.Configuration;

/// <summary>
/// Whether a name is another one with a slip of the keyboard: one or two letters off within one word, all other words
/// equal. A word with a meaning of its own is no slip: patch for batch, min for max.
/// </summary>
internal static class NearWord
{
    private const int ShortestWord = 5;
    private const int TwoSlips = 8;

    // Words that come near a word of the table and mean something else.
    private static readonly HashSet<string> Own = new(StringComparer.Ordinal)
    {
        "token", "layer", "head", "step", "expert", "epoch", "param", "parameter", "device", "model", "models", "player", "players",
        "patch", "match", "latch", "catch", "hatch", "watch", "word", "words", "would", "macro", "cpus", "tpus", "npus", "stop", "stops",
        "steep", "reads", "leads", "loads", "heaps", "beads", "exports", "export", "reserved", "deserved", "preserved", "unused", "shard",
        "shards", "share", "shares", "shape", "state", "states", "staged", "stages", "costs", "cost", "rates", "rates", "ratio", "trainer",
        "trained", "untrained", "text", "test", "tests", "local", "tied", "path", "date", "learned", "waiting", "vocal", "active",
        "inactive", "reactive", "tensors", "sensor", "censor", "precise", "previous", "pretraining", "retraining", "untraining",
        "retrained", "pretrained", "draining", "batches", "sequences", "hours", "hour", "price", "prices", "prize", "house", "flop",
        "tflops", "mflops", "gflops", "eflops", "pflops", "kflops", "budgets", "gadget", "width", "depth", "hidden", "ridden", "bidden",
        "optima", "optimise", "optimize", "optimiser", "optimisers", "optimal", "optimised", "optimized",
        "stale", "expects", "expect", "vision", "audio",
        "image", "input", "output", "inner", "outer", "experts", "sizes", "lengths", "counts", "mount", "amount",
    };

    /// <summary>The first letter or digit, in lower case, which a slip does not change.</summary>
    public static char First(string name)
    {
        foreach (char c in name)
        {
            if (char.IsLetterOrDigit(c)) return char.ToLowerInvariant(c);
        }

        return '\0';
    }

    /// <summary>Whether the name is the known one with a slip.</summary>
    /// <param name="name">The name, which is not known itself.</param>
    /// <param name="known">A name that is read.</param>
    public static bool IsSlip(WordsOfName name, WordsOfName known)
    {
        var (written, meant) = (name.Words, known.Words);
        if (written.Count != meant.Count)
            return (written.Count == 1 || meant.Count == 1) && IsSlipOfOneWord(name.Together, known.Together);
        int different = -1;
        for (int i = 0; i < written.Count; i++)
        {
            if (written[i] == meant[i]) continue;
            if (different >= 0) return false;
            different = i;
        }

        if (different < 0) return false;
        string word = written[different], other = meant[different];

        // NumLayer: one word of several without its plural.
        if (written.Count > 1 && word.Length >= 4 && IsPlural(other, word)) return true;
        return IsSlipOfWord(word, other);
    }

    /// <summary>Whether two names have different short words in one place: min_flops is no slip for
    /// max_flops.</summary>
    public static bool HasAnotherShortWord(string name, string known)
    {
        var (written, meant) = (Words(name).Words, Words(known).Words);
        if (written.Count != meant.Count) return false;
        for (int i = 0; i < written.Count; i++)
        {
            if (written[i].Length <= 3 && meant[i].Length <= 3 && Distance(written[i], meant[i]) > 1) return true;
        }

        return false;
    }

    // BatchSiez and batchsize: words that are not set apart.
    private static bool IsSlipOfOneWord(string name, string known) =>
        name.Length >= TwoSlips && name[0] == known[0] && Math.Abs(name.Length - known.Length) <= 1 && !IsPlural(name, known)
            && !EndsInDigit(name) && !EndsInDigit(known) && Distance(name, known) == 1;

    private static bool IsSlipOfWord(string word, string known)
    {
        if (word.Length < ShortestWord || known.Length < ShortestWord || word[0] != known[0]
            || Math.Abs(word.Length - known.Length) > 2 || Own.Contains(word)) return false;
        if (IsPlural(known, word) || IsPlural(word, known) || EndsInDigit(word) != EndsInDigit(known)) return false;
        int distance = Distance(word, known);
        return distance == 1 || (distance == 2 && Math.Min(word.Length, known.Length) >= TwoSlips);
    }

    private static bool IsPlural(string word, string of) =>
        word.Length == of.Length + 1 && word[of.Length] == 's' && word.StartsWith(of, StringComparison.Ordinal);

    private static bool EndsInDigit(string name) => name.Length > 0 && char.IsDigit(name[name.Length - 1]);

    /// <summary>The words of a name in lower case: GlobalBatchSize and global_batch_size have three.</summary>
    public static WordsOfName Words(string name)
    {
        var words = new List<string>();
        int start = 0;
        for (int i = 1; i <= name.Length; i++)
        {
            bool ends = i == name.Length || !char.IsLetterOrDigit(name[i]) || !char.IsLetterOrDigit(name[i - 1])
                || (char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]));
            if (!ends) continue;
            string word = name.Substring(start, i - start).ToLowerInvariant();
            if (char.IsLetterOrDigit(word[0])) words.Add(word);
            start = i;
        }

        return new(words, string.Concat(words));
    }

    /// <summary>Changes, insertions, deletions and exchanges of neighbours that make one text the other.</summary>
    public static int Distance(string a, string b)
    {
        var before = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var now = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++) last[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                now[j] = Math.Min(change, Math.Min(last[j], now[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = Math.Min(now[j], before[j - 2] + 1);
            }

            (before, last, now) = (last, now, before);
        }

        return last[b.Length];
    }
}

/// <summary>The words of a name in lower case, apart and together.</summary>
internal sealed record WordsOfName(IReadOnlyList<string> Words, string Together);
