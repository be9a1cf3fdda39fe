using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>Half-typed and garbled configs: an analyzer or generator that throws on one is our worst bug.</summary>
public class BrokenSourceTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task No_source_however_broken_crashes_the_toolkit(int seed)
    {
        var random = new Random(seed);
        string[] sources = Directory.EnumerateFiles(Path.Combine(Facts.RepositoryRoot, "samples", "ConfigStyles"), "*.cs")
            .Select(File.ReadAllText)
            .ToArray();
        for (int i = 0; i < 40; i++)
        {
            string text = sources[random.Next(sources.Length)];
            text = random.Next(4) switch
            {
                0 => text[..random.Next(text.Length)],
                1 => text[random.Next(text.Length)..],
                2 => Without(text, random),
                _ => Swapped(text, random),
            };
            var code = Config.Code.With(text).AllowCompilerErrors();

            // The harness fails on AD0001 and on a generator that throws.
            await code.Diagnostics();
            await code.Generate();
        }
    }

    private static string Without(string text, Random random)
    {
        for (int k = 0; k < 5; k++)
        {
            int start = random.Next(text.Length);
            text = text.Remove(start, Math.Min(random.Next(12), text.Length - start));
        }

        return text;
    }

    private static string Swapped(string text, Random random)
    {
        string[] words = text.Split(' ');
        for (int k = 0; k < 6; k++)
        {
            int a = random.Next(words.Length), b = random.Next(words.Length);
            (words[a], words[b]) = (words[b], words[a]);
        }

        return string.Join(' ', words);
    }
}
