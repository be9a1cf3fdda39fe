using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace ScalingAnalyzers.Testing;

/// <summary>The snapshots of one test.</summary>
internal sealed record Snapshots(string Folder, string Test)
{
    /// <summary>The snapshots beside a test's file, named by the test that runs, or by file and method where none
    /// does.</summary>
    public static Snapshots Beside(string sourceFile, string method) =>
        new(Path.GetDirectoryName(SourceFile.Find(sourceFile))!,
            TestName.Current ?? $"{Path.GetFileNameWithoutExtension(sourceFile)}.{method}");

    /// <summary>Compares C# files by hint; a verified file that nothing was received for is a difference too.</summary>
    public async Task Compare(IReadOnlyDictionary<string, string> received)
    {
        var differences = new List<string>();
        foreach ((string hint, string text) in received) differences.AddRange(await Differences($"{Test}#{hint}", text, "cs"));
        differences.AddRange(Directory.EnumerateFiles(Folder, $"{Test}#*.verified.cs")
            .Where(file => !received.ContainsKey(HintOf(file)))
            .Order(StringComparer.Ordinal)
            .Select(file => $"{SourceFile.InRepository(file)} is verified, but nothing like it was generated: delete it if that is meant"));
        Fail(differences);
    }

    /// <summary>Compares one text.</summary>
    public async Task Compare(string received, string extension) => Fail(await Differences(Test, received, extension));

    private static void Fail(IReadOnlyCollection<string> differences)
    {
        if (differences.Count > 0) Assert.Fail("Snapshots differ.\n" + string.Join("\n", differences));
    }

    private string HintOf(string file)
    {
        string name = Path.GetFileName(file);
        return name.Substring(Test.Length + 1, name.Length - Test.Length - 1 - ".verified.cs".Length);
    }

    private async Task<ImmutableArray<string>> Differences(string name, string text, string extension)
    {
        string verified = Path.Combine(Folder, $"{name}.verified.{extension}");
        string received = Path.Combine(Folder, $"{name}.received.{extension}");
        string now = Normal(text);
        string? was = File.Exists(verified) ? Normal(await File.ReadAllTextAsync(verified)) : null;
        if (now == was)
        {
            File.Delete(received);
            return ImmutableArray<string>.Empty;
        }

        await File.WriteAllTextAsync(received, now);
        string how = was is null ? "new" : Report.FirstDifference(was, now);
        return ImmutableArray.Create($"received {SourceFile.InRepository(received)}\nverified {SourceFile.InRepository(verified)}: {how}");
    }

    private static string Normal(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}
