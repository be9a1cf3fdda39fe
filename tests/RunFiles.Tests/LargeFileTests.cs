using System;
using System.Globalization;
using System.Linq;

namespace ScalingAnalyzers.RunFiles.Tests;

/// <summary>Files that are made to grow while they are read: the work stays in proportion to the text. Measured in
/// bytes allocated, for no test depends on time.</summary>
public sealed class LargeFileTests
{
    private const string Shell = "--train-iters 10 --micro-batch-size 2 --num-layers 2 --tensor-model-parallel-size 1\n";

    private const string Yaml = "max_duration: 100ba\nglobal_train_batch_size: 8\nmax_seq_len: 128\ntrain_loader: 1\n";

    private const string Toml = "[training]\nsteps = 10\nseq_len = 128\nlocal_batch_size = 1\n[model]\nname = 'llama3'\n";

    private const string Python = "max_iters = 10\nbatch_size = 2\n";

    public static TheoryData<string, string> Kinds => new()
    {
        { "line.yaml", "a" }, { "keys.yaml", "k{0}: {0}\n" }, { "references.yaml", "k{0}: ${{k{1}}}\n" }, { "comment.yaml", "# {0}\n" },
        { "keys.toml", "k{0} = {0}\n" }, { "tables.toml", "[[t]]\na = {0}\n" }, { "keys.py", "k{0} = {0}\n" },
        { "chain.py", "k{1} = k{0} + 1\n" }, { "sum.py", "+1" }, { "flags.sh", "--f{0} {0} " }, { "words.sh", "{0} " },
        { "variables.sh", "V{0}={0}\n" }, { "ticks.sh", "`" }, { "dollars.sh", "$(" }, { "braces.sh", "${{" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_work_is_in_proportion_to_the_text(string name, string part)
    {
        _ = Allocated(name, part, 500);
        long once = Allocated(name, part, 2_000), fourTimes = Allocated(name, part, 8_000);

        Assert.True(fourTimes < (6 * once) + 1_000_000, name + ": " + once + " and " + fourTimes + " bytes");
    }

    // 2^60 characters, 9^11 items, 3^30 members, a path of 20,000 parts, 200,000 levels.
    [Theory]
    [InlineData("doubling.sh", "A{1}=$A{0}$A{0}\n", 60)]
    [InlineData("quoted.sh", "A{1}=\"--x $A{0} $A{0}\"\n", 60)]
    [InlineData("aliases.yaml", "a{1}: &a{1} [*a{0}, *a{0}, *a{0}, *a{0}, *a{0}, *a{0}, *a{0}, *a{0}, *a{0}]\n", 11)]
    [InlineData("merges.yaml", "a{1}: &a{1} {{<<: [*a{0}, *a{0}, *a{0}], y{1}: 1}}\n", 30)]
    [InlineData("dots.toml", "x.", 20_000)]
    [InlineData("deep.toml", "[", 100_000)]
    [InlineData("deep.yaml", "[", 200_000)]
    [InlineData("deep.json", "[", 200_000)]
    [InlineData("deep.py", "(", 200_000)]
    public void What_would_grow_without_end_is_not_read(string name, string part, int times)
    {
        string start = name.StartsWith("deep", StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal)
            ? "{\"train_batch_size\": 1, \"x\": "
            : Start(name) + (name.EndsWith(".yaml", StringComparison.Ordinal) ? part == "[" ? "x: " : "a0: &a0 {k: 1}\n" : "")
                + (part is "[" or "(" && !name.EndsWith(".yaml", StringComparison.Ordinal) ? "x = " : "")
                + (part[0] == 'A' ? "A0=0123456789\n" : "");
        long before = GC.GetAllocatedBytesForCurrentThread();
        var file = RunFile.Parse(start + Repeated(part, times) + (name == "dots.toml" ? "y = 1\n" : "\n"), name);
        _ = file.Findings.Count + file.Unread.Count;

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 400_000_000, name);
    }

    private static long Allocated(string name, string part, int times)
    {
        string text = Start(name) + (name == "line.yaml" ? "x: " : name == "sum.py" ? "x = 1" : name == "chain.py" ? "k0 = 0\n" : "")
            + Repeated(part, times) + "\n";
        long before = GC.GetAllocatedBytesForCurrentThread();
        var file = RunFile.Parse(text, name);
        _ = file.Findings.Count + file.Unread.Count;
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Start(string name) => name[name.LastIndexOf('.')..] switch
    {
        ".sh" => Shell,
        ".toml" => Toml,
        ".py" => Python,
        ".json" => "",
        _ => Yaml,
    };

    private static string Repeated(string part, int times) => part.Contains('{', StringComparison.Ordinal)
        ? string.Concat(Enumerable.Range(0, times).Select(i => string.Format(CultureInfo.InvariantCulture, part, i, i + 1)))
        : string.Concat(Enumerable.Repeat(part, times));
}
