using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ScalingAnalyzers.RunFiles.Tests;

/// <summary>Damaged files: no exception, no long search, and no number where the name of a key is damaged.</summary>
public sealed class MutationTests
{
    private const int MutantsOfFormat = 2000;

    public static IEnumerable<TheoryDataRow<string>> Extensions =>
        new[] { ".yml", ".yaml", ".toml", ".json", ".py", ".sh", ".log" }.Select(extension => new TheoryDataRow<string>(extension));

    [Theory]
    [MemberData(nameof(Extensions))]
    public void A_damaged_file_never_throws(string extension)
    {
        var files = Files(extension);
        var random = new Random(20261127);
        for (int i = 0; i < MutantsOfFormat; i++)
        {
            string mutant = Damaged(files[i % files.Count].Text, random);
            long before = GC.GetAllocatedBytesForCurrentThread();
            var file = RunFile.Parse(mutant, "mutant" + extension, new RunFileOptions { AcceleratorCount = 64, VocabularySize = 50304 });
            _ = file.Findings.Count + file.Needed.Count + file.Unread.Count;

            // No mutant takes a second; the bound is on the work, for time depends on the machine.
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 60_000_000, mutant);
        }
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public void A_damaged_key_gives_no_other_number(string extension)
    {
        var random = new Random(16);
        foreach (var (name, text) in Files(extension))
        {
            var options = new RunFileOptions { AcceleratorCount = 64, VocabularySize = 50304 };
            var whole = RunFile.Parse(text, name, options);
            foreach (string key in whole.Values.Where(value => value.Line > 0).Select(value =>
                value.Key[(value.Key.LastIndexOf('.') + 1)..]).Distinct())
            {
                string written = text.Contains(key, StringComparison.Ordinal) ? key : key.Replace('_', '-');
                if (written.Length < 4 || !text.Contains(written, StringComparison.Ordinal)) continue;
                string mangled = Mangled(written, random);
                var file = RunFile.Parse(text.Replace(written, mangled, StringComparison.Ordinal), name, options);
                if (file.Run is null) continue;
                long? tokens = file.Run.Declared.TrainingTokens, parameters = file.Estimate!.Counted.Shape?.Parameters;
                Assert.True(tokens is null || tokens == whole.Run!.Declared.TrainingTokens, name + ": " + mangled + " gives " + tokens);
                Assert.True(parameters is null || parameters == whole.Estimate!.Counted.Shape?.Parameters, name + ": " + mangled
                    + " gives " + parameters);
            }
        }
    }

    private static List<(string Name, string Text)> Files(string extension) => Directory
        .GetFiles(Path.GetDirectoryName(CheckedSums.Find("x"))!, "*" + extension).Order(StringComparer.Ordinal)
        .Where(path => Path.GetExtension(path) == extension).Select(path => (Path.GetFileName(path), File.ReadAllText(path))).ToList();

    private static string Damaged(string text, Random random)
    {
        const string Signs = "{}[]()\"'`$#:=-+*/\\,.0123456789eE_ \n\t&|<>!%@~\0aZé";
        for (int n = random.Next(1, 4); n > 0 && text.Length > 4; n--)
        {
            int at = random.Next(text.Length), length = Math.Min(random.Next(1, 12), text.Length - at);
            text = random.Next(4) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, text.Substring(at, length)),
                2 => text.Insert(at, new string(Signs[random.Next(Signs.Length)], random.Next(1, 80))),
                _ => text.Remove(at, 1).Insert(at, Signs[random.Next(Signs.Length)].ToString()),
            };
        }

        return text;
    }

    private static string Mangled(string key, Random random)
    {
        int at = random.Next(1, key.Length - 1);
        return random.Next(3) switch
        {
            0 => key.Remove(at, 1),
            1 => key.Insert(at, "q"),
            _ => key.Remove(at, 1).Insert(at, "q"),
        };
    }
}
