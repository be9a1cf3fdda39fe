using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace ScalingAnalyzers.RunFiles.Tests;

/// <summary>From a file to a finding, to an edit, and back: the number is the new one, and every other character is as
/// before.</summary>
public sealed class WriteBackTests
{
    private static RunFileOptions Options { get; } = new() { AcceleratorCount = 64, VocabularySize = 50304 };

    public static IEnumerable<TheoryDataRow<string>> Files => Directory
        .GetFiles(Path.GetDirectoryName(CheckedSums.Find("x"))!, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Path.GetDirectoryName(CheckedSums.Find("x"))!, path)).Order(StringComparer.Ordinal)
        .Select(name => new TheoryDataRow<string>(name));

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_number_of_a_file_can_be_doubled_in_place_or_the_reason_is_given(string name)
    {
        string text = File.ReadAllText(CheckedSums.Find(name)).ReplaceLineEndings("\r\n");
        var file = RunFile.Parse(text, name, Options);
        foreach (var value in file.Values.Where(value => value is { Line: > 0, Unknown: null, Content: long and > 0 or double and > 0 }))
        {
            double wanted = 2 * Convert.ToDouble(value.Content);
            var change = file.Apply([new RunFileEdit(value, wanted)]);
            if (change.WhyNot is { } whyNot)
            {
                Assert.True(IsComputed(name, value) || whyNot.Contains("differ", StringComparison.Ordinal)
                    || whyNot == "'hard_stop' would not be read any more", name + ": " + value + ": " + whyNot);
                continue;
            }

            string now = change.Files.Single().Text;
            AssertOnlyDigitsDiffer(text, now);
            var again = RunFile.Parse(now, name, Options).Values.Single(other => other.Role == value.Role && other.Key == value.Key);
            Assert.Equal(wanted, Convert.ToDouble(again.Content), 1e-12 * wanted);
            Assert.Equal((value.Line, value.Column), (again.Line, again.Column));
            Assert.True(change.Diff.Split('\n').Count(line => line.StartsWith('+') && !line.StartsWith("+++",
                StringComparison.Ordinal)) == 1,
                change.Diff);
        }
    }

    // Products of several keys, a product by a resolver, tokens shown as sequences, a word for a stage, and what a log
    // prints. Lengths in several places may only change together, and a later stop than the end of the run stops
    // nothing.
    private static bool IsComputed(string name, RunFileValue value) => name.EndsWith(".log", StringComparison.Ordinal)
        || value.Key.EndsWith("sharding_strategy", StringComparison.Ordinal)
        || value.Key == "use_distributed_optimizer"
        || (name, value.Key) is ("nemo-two-nodes.yaml", "model.global_batch_size") or ("nemo-126m-pile.yaml", "model.ffn_hidden_size")
        || value.Key.Contains(" x ", StringComparison.Ordinal) || value.Unit.Contains("as sequences", StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_fix_of_a_finding_makes_its_number_or_gives_the_reason(string name)
    {
        string text = File.ReadAllText(CheckedSums.Find(name));
        var file = RunFile.Parse(text, name, Options);
        foreach (var fix in file.Findings.SelectMany(finding => finding.Fixes))
        {
            var change = file.Apply(fix);
            if (change.WhyNot is not null) continue;
            string now = Assert.Single(change.Files).Text;
            AssertOnlyDigitsDiffer(text, now);
            var again = RunFile.Parse(now, name, Options);
            foreach (var edit in fix.Edits)
            {
                double number = Convert.ToDouble(again.Values.First(value => value.Key == edit.Member).Content);
                Assert.Equal(edit.Value, number, 0.01 * edit.Value); // three significant digits
            }
        }
    }

    // 7B on 10,000 steps of 1,048,576 tokens, 1.5 a parameter (Pythia 6.9B's shape, Biderman et al. 2023).
    private const string Neox = "{ \"num-layers\": 32, \"hidden-size\": 4096, \"num-attention-heads\": 32, \"pos-emb\": \"rotary\",\n"

            + "  \"train_micro_batch_size_per_gpu\": 8, \"seq_length\": 2048, # tokens\n"
        + "  \"train-iters\": 10000, \"model-parallel-size\": 1 }\n";

    [Theory]
    [InlineData("run.yml", Neox, "SCALE001", "scale-tokens", "\"train-iters\": 10000,")]
    [InlineData("plain.yaml", "num_layers: &n 12\nhidden_size: 768 # wide\nnum_attention_heads: 10\npos_emb: 'rotary'\n"
        + "train_micro_batch_size_per_gpu: 8\nseq_length: 2048\ntrain_iters: 20_000\n",
        "SCALE301", "nearest-divisor", "num_attention_heads: 10")]
    [InlineData("duration.yaml", "max_seq_len: 2048\nglobal_train_batch_size: 512\nmax_duration: \"10000ba\" # short\n"
        + "model: {name: mpt_causal_lm, d_model: 4096, n_heads: 32, n_layers: 32, expansion_ratio: 4, vocab_size: 50368, no_bias: true, "
        + "max_seq_len: 2048, attn_config: {alibi: true}}\n", "SCALE001", "scale-tokens", "\"10000ba\"")]
    [InlineData("pretrain.sh",
        "ITERS=10000\nARGS=(\n  --num-layers 32 --hidden-size 4096 --num-attention-heads 32\n  --micro-batch-size 8 \\\n"

            + "  --global-batch-size 512 --seq-length 2048 --train-iters $ITERS\n"
            + "  --tensor-model-parallel-size 1 --max-position-embeddings 2048\n)\n",
        "SCALE001", "scale-tokens", "ITERS=10000\n")]
    [InlineData("train_gpt2.py", "# XL\nn_layer = 48\nn_head = 25\nn_embd = 1600\nbatch_size = 12\nblock_size = 1024\n"
        + "gradient_accumulation_steps = 5 * 8\nmax_iters = 5_000 # try\n", "SCALE001", "scale-tokens", "max_iters = 5_000 #")]
    [InlineData("tiny.toml",
        "[training]\nsteps = 10_000 # short\nseq_len = 8192\nlocal_batch_size = 1\n[optimizer]\nname = 'AdamW'\nlr = 5e-1 # slip\n",
        "SCALE402", "use-suggested-learning-rate", "lr = 5e-1")]
    [InlineData("ds.json",
        "{ /* slip */ \"per_device_train_batch_size\": 8, \"max_steps\": 10000, \"max_length\": 2048, \"packing\": true,\n"
        + " \"optim\": \"adamw_torch\", \"learning_rate\": 0.5, \"world_size\": 64 }", "SCALE402", "use-suggested-learning-rate", "0.5,")]
    public void A_fix_changes_the_digits_of_its_literal(
        string name, string text, string rule, string key, string before)
    {
        var options = Options with
        {
            Parameters = text.Contains("lr", StringComparison.Ordinal)
            || name == "ds.json" ? 7_000_000_000 : null
        };
        var file = RunFile.Parse(text, name, options);
        var fixes = file.Findings.Where(finding => finding.Rule.Id == rule).SelectMany(finding => finding.Fixes).ToList();
        Assert.True(fixes.Exists(fix => fix.Kind.Key == key), string.Join("; ", file.Findings) + string.Join("; ", file.Needed));

        var change = file.Apply(fixes.First(fix => fix.Kind.Key == key));

        Assert.Null(change.WhyNot);
        string now = Assert.Single(change.Files).Text;
        Assert.DoesNotContain(before, now, StringComparison.Ordinal);
        AssertOnlyDigitsDiffer(text, now);
        Assert.DoesNotContain(RunFile.Parse(now, name, options).Findings, finding => finding.Rule.Id == rule);
    }

    // Every form of a number in every format, with what stands around it.
    [Theory]
    [InlineData("a.yaml", "tokens: {train_steps: 1000, sequence_length: 8}", "1000", 2000, "2000")]
    [InlineData("a.yaml", "tokens:\n  train_steps: &steps 1_000 # half\n  lr_decay_steps: *steps\n", "1_000", 2000, "2_000")]
    [InlineData("a.yaml", "tokens:\n  train_steps: !!int 1000\n", "1000", 2000, "2000")]
    [InlineData("a.yaml", "tokens:\n  train_steps: 1e3\n", "1e3", 20000, "2e4")]
    [InlineData("a.toml", "[training]\nsteps = 1_000 # half\nseq_len = 8\n", "1_000", 2000, "2_000")]
    [InlineData("a.toml", "training = { steps = 1000, seq_len = 8 }\n", "1000", 2000, "2000")]
    [InlineData("a.json", "{ \"training\": { \"steps\": 1000, \"seq_len\": 8 } }", "1000", 2000, "2000")]
    [InlineData("a.json", "{\r\n\t\"training\": { /* half */ \"seq_len\": 8, \"steps\":1e3, },\r\n}", "1e3", 3000, "3e3")]
    [InlineData("a.py", "max_iters = int(1e3)  # half\nbatch_size = 4\nblock_size = 8\n", "1e3", 3000, "3e3")]
    [InlineData("a.py", "n = 1_000\nmax_iters = n\nbatch_size = 4\nblock_size = 8\n", "1_000", 3000, "3_000")]
    [InlineData("a.py", "max_iters = 10 * 100\nbatch_size = 4\nblock_size = 8\n", "10 *", 3000, "30 *")]
    [InlineData("a.sh", "megatron --train-iters=1000 --micro-batch-size 4 --seq-length 8\n", "1000", 3000, "3000")]
    [InlineData("a.sh", "A=\"--train-iters 1000 --micro-batch-size 4\"\nrun $A\n", "1000", 3000, "3000")]
    [InlineData("a.sh", "N=$((10 * 100))\nrun --train-iters ${N} --micro-batch-size 4\n", "10 *", 3000, "30 *")]
    public void A_number_keeps_its_form(string name, string text, string before, double number, string after)
    {
        var file = RunFile.Parse(text, name);
        var change = file.Apply([new RunFileEdit(file.Values.Single(value => value.Role == ConfigRole.MaxSteps), number)]);

        Assert.Null(change.WhyNot);
        Assert.Equal(text.Replace(before, after, StringComparison.Ordinal), change.Files.Single().Text);
    }

    [Theory]
    [InlineData("a.yaml", "v: {s: 1000}\ntokens:\n  train_steps: ${v.s}\n", "v: {s: 2000}\ntokens:\n  train_steps: ${v.s}\n", "v.s")]
    [InlineData("a.yaml", "tokens:\n  train_steps: &s 1000\n  lr_decay_steps: *s\n",
        "tokens:\n  train_steps: &s 2000\n  lr_decay_steps: *s\n",
        "tokens.lr_decay_steps")]
    public void What_else_follows_from_a_literal_is_listed(string name, string text, string after, string also)
    {
        var file = RunFile.Parse(text, name);
        var change = file.Apply([new RunFileEdit(file.Values.Single(value => value.Role == ConfigRole.MaxSteps), 2000)]);

        Assert.Equal(after, change.Files.Single().Text);
        Assert.Equal([also], change.AlsoChanges);
    }

    [Theory]
    [InlineData("a.py", "max_iters = 10 + 990\nbatch_size = 4\nblock_size = 8\n", "not written as the number 1000")]
    [InlineData("a.yaml", "tokens: {train_steps: '${multiply:10,100}', sequence_length: 8}\n", "not written as the number 1000")]
    public void What_is_computed_is_not_changed(string name, string text, string why)
    {
        var file = RunFile.Parse(text, name);
        var change = file.Apply([new RunFileEdit(file.Values.Single(value => value.Role == ConfigRole.MaxSteps), 2000)]);

        Assert.Contains(why, change.WhyNot, StringComparison.Ordinal);
        Assert.Empty(change.Files);
    }

    [Fact]
    public void A_number_that_the_form_cannot_hold_and_an_input_are_refused()
    {
        var file = RunFile.Parse("max_iters = 3 * 7\nbatch_size = 4\nblock_size = 8\n", "a.py",
            new RunFileOptions { AcceleratorCount = 8 });

        Assert.Contains("cannot be written", file.Apply(
            [new RunFileEdit(file.Values.Single(value => value.Role == ConfigRole.MaxSteps), 20.5)]).WhyNot, StringComparison.Ordinal);
        Assert.Contains("it is an input", file.Apply(
            [new RunFileEdit(file.Values.Single(value => value.Role == ConfigRole.AcceleratorCount), 16)]).WhyNot,
                StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public void Saving_keeps_encoding_and_mark_and_refuses_a_file_that_has_changed(bool hasMark, bool isUtf16)
    {
        string path = Path.Combine(Path.GetTempPath(), "write-back-" + Guid.NewGuid().ToString("N") + ".yaml");
        Encoding encoding = isUtf16 ? new UnicodeEncoding(false, true) : new UTF8Encoding(hasMark);
        const string Text = "tokens: {train_steps: 1000} # größer\r\n";
        try
        {
            File.WriteAllText(path, Text, encoding);
            var file = RunFile.Read(path);
            var change = file.Apply([new RunFileEdit(file.Values.Single(value => value.Role == ConfigRole.MaxSteps), 2000)]);
            change.Files.Single().Save();

            Assert.Equal([.. encoding.GetPreamble(), .. encoding.GetBytes(Text.Replace("1000", "2000", StringComparison.Ordinal))],
                File.ReadAllBytes(path));
            Assert.Throws<IOException>(() => change.Files.Single().Save());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void The_difference_is_in_the_unified_format()
    {
        var file = RunFile.Parse("a: 1\nb: 2\nc: 3\nd: 4\ntokens:\n  train_steps: 1000\ne: 5", "run.yaml");
        var change = file.Apply([new RunFileEdit(file.Values.Single(value => value.Role == ConfigRole.MaxSteps), 2000)]);

        Assert.Equal("--- run.yaml\n+++ run.yaml\n@@ -3,5 +3,5 @@\n c: 3\n d: 4\n tokens:\n-  train_steps: 1000\n+  train_steps: 2000\n"
            + " e: 5\n\\ No newline at end of file\n", change.Diff);
    }

    private static void AssertOnlyDigitsDiffer(string before, string after)
    {
        int start = 0, end = 0;
        while (start < Math.Min(before.Length, after.Length) && before[start] == after[start]) start++;
        while (end < Math.Min(before.Length, after.Length) - start && before[^(end + 1)] == after[^(end + 1)]) end++;
        string[] middles = [before[start..^end], after[start..^end]];
        if (middles.Any(middle => middle.Contains('\n', StringComparison.Ordinal)))
        {
            // Two literals in two lines.
            string[] old = before.Split('\n'), now = after.Split('\n');
            Assert.Equal(old.Length, now.Length);
            for (int i = 0; i < old.Length; i++) AssertOnlyDigitsDiffer(old[i], now[i]);
            return;
        }

        Assert.All(middles, middle => Assert.All(middle, c => Assert.True(char.IsAsciiDigit(c)
            || c is '.' or '_' or 'e' or 'E' or '+' or '-',
            "'" + middle + "' in " + after)));
    }
}
