using System;
using System.IO;
using System.Linq;

namespace ScalingAnalyzers.Tests;

/// <summary>docs/mistakes.md: what `scaling` prints for the mistakes that people make in run files and on its command
/// line. UPDATE_DOCS=1 writes the tables.</summary>
public sealed class MistakePageTests : IDisposable
{
    private const string Page = "docs/mistakes.md";

    // MPT-7B's published block in the format of llm-foundry; 63,900 batches are its 134B tokens.
    private const string Mpt = """
        max_seq_len: 2048
        model:
          name: mpt_causal_lm
          d_model: 4096
          n_heads: 32
          n_layers: 32
          vocab_size: 50368
          no_bias: true
          attn_config:
            alibi: true
        max_duration: 63900ba
        global_train_batch_size: 1024

        """;

    private static readonly (string Mistake, string Name, string Text)[] Files =
    [
        ("`max_duration: 4000ba: x`, malformed YAML", "run.yaml", Changed("63900ba", "4000ba: x")),
        ("a line is indented by a tab", "run.yaml", Changed("  n_heads", "\tn_heads")),
        ("`betas: [0.9, 0.95`, a bracket is not closed", "run.yaml", Changed("no_bias: true", "betas: [0.9, 0.95")),
        ("`n_heads` twice", "run.yaml", Changed("  n_layers: 32", "  n_layers: 32\n  n_heads: 16")),
        ("`max_duratoin: ...`, so that the trainer is not recognised", "run.yaml", Changed("max_duration", "max_duratoin")),
        ("`n_heads: 30`, which does not divide", "run.yaml", Changed("n_heads: 32", "n_heads: 30")),
        ("`d_model: wide`, not a number", "run.yaml", Changed("d_model: 4096", "d_model: wide")),
        ("`d_mоdel: 4096`, with a Cyrillic о", "run.yaml", Changed("d_model", "d_m\u043Edel")),
        ("`d_model: ４０９６`, in full-width digits", "run.yaml", Changed("4096", "\uFF14\uFF10\uFF19\uFF16")),
        ("`global_train_batch_size: 1,024`", "run.yaml", Changed("1024", "1,024")),
        ("the batch is missing", "run.yaml", Changed("global_train_batch_size: 1024\n", "")),
        ("`max_duration: 1ep`, whose length depends on the data", "run.yaml", Changed("63900ba", "1ep")),
        ("a file of no trainer", "run.yaml", "name: something else\n"),
        ("JSON that ends too early", "config.json", "{ \"model_type\": \"llama\", \"hidden_size\": 4096,"),
        ("JSON with one name twice", "config.json", """{ "model_type": "llama", "hidden_size": 4096, "hidden_size": 2048 }"""),
    ];

    // Three of the rows that a fit needs; each mistake is found before rows are counted.
    private const string Runs = """
        run,parameters,tokens,loss
        a,190M,3.8B,3.60
        b,370M,7.4B,3.35
        c,760M,15B,3.11

        """;

    private static readonly (string Mistake, string Text)[] Tables =
    [
        ("no column of losses", InRuns(",loss", ",accuracy")),
        ("`lоss`, with a Cyrillic о", InRuns("loss", "l\u043Ess")),
        ("two columns `loss`", InRuns("run,", "loss,")),
        ("`loss (bpb)`, a unit that depends on the tokenizer", InRuns("loss", "loss (bpb)")),
        ("`eight` in the place of a number", InRuns("370M", "eight")),
        ("`3,35` with a decimal comma", InRuns("3.35", "3,35")),
        ("`-3.35`, a negative loss", InRuns("3.35", "-3.35")),
        ("`nan`, a run that diverged", InRuns("3.35", "nan")),
        ("`370`, meant in millions", InRuns("370M", "370")),
        ("a cell is missing", InRuns("b,370M,7.4B,3.35", "b,370M,7.4B")),
        ("a quote is not closed", InRuns("b,", "\"b,")),
        ("only the head line", "parameters,tokens,loss\n"),
        ("too few runs", Runs),
    ];

    private static readonly string[] Lines =
    [
        "scaling paln",
        "scaling estimate",
        "scaling estimate --parmeters 70B --tokens 1T",
        "scaling estimate --parameters 70Q --tokens 1T",
        "scaling estimate --parameters 0 --tokens 1T",
        "scaling estimate --parameters 8B --tokens 1T --mfu 40",
        "scaling estimate --parameters 8B --tokens 1T --accelerator h100-smx",
        "scaling estimate --parameters 8B --tokens 1T --law hofmann",
        "scaling estimate --parameters 8B --tokens 1T --precision bf17",
        "scaling estimate --parameters 8B --parameters 9B --tokens 1T",
        "scaling estimate --parameters ８B --tokens 1T",
        "scaling estimate --parameters 8B --tokens 1,5T",
        "scaling estimate --parameters 8B --tokens −1T",
        "scaling estimate no-such-file.yaml",
        "scaling plan --budget 1M",
        "scaling check no-such-folder",
        "scaling fit no-such-table.csv",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("scaling-mistakes-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_page_has_what_is_printed_for_files() => GeneratedFile.Is(Page, page => GeneratedFile.WithTable(
        page,
        "| in a run file | printed |",
        string.Concat(Files.Select(row =>
        {
            string path = Path.Combine(_folder, row.Name);
            File.WriteAllText(path, row.Text);
            var (_, output, error) = Scaling.Run(_folder, "check", row.Name, "--gpus", "8");
            File.Delete(path);
            Assert.Contains(row.Name, output + error, StringComparison.Ordinal);
            return $"| {row.Mistake} | {Cell(output + error)} |\n";
        }))));

    [Fact]
    public void The_page_has_what_is_printed_for_tables() => GeneratedFile.Is(Page, page => GeneratedFile.WithTable(
        page,
        "| in a table of runs | printed |",
        string.Concat(Tables.Select(row =>
        {
            File.WriteAllText(Path.Combine(_folder, "runs.csv"), row.Text);
            var (code, output, error) = Scaling.Run(_folder, "fit", "runs.csv");
            Assert.Equal((2, ""), (code, output));
            return $"| {row.Mistake} | {Cell(error)} |\n";
        }))));

    [Fact]
    public void The_page_has_what_is_printed_for_command_lines() => GeneratedFile.Is(Page, page => GeneratedFile.WithTable(
        page,
        "| on the command line | printed |",
        string.Concat(Lines.Select(line =>
        {
            var (code, output, error) = Scaling.Line(line);
            Assert.Equal((2, ""), (code, output));
            return $"| `{line}` | {Cell(error)} |\n";
        }))));

    private static string Changed(string from, string to) => Changed(Mpt, from, to);

    private static string InRuns(string from, string to) => Changed(Runs, from, to);

    private static string Changed(string text, string from, string to)
    {
        Assert.Contains(from, text, StringComparison.Ordinal);
        return text.Replace(from, to, StringComparison.Ordinal);
    }

    // What is printed about the mistake: without the lines of a table, the sums of a check, and the place of the
    // checkout.
    private static string Cell(string printed) => string.Join(' ', string.Join('\n', printed
        .Split('\n')
        .Where(line => !line.Contains(" fail the gate", StringComparison.Ordinal) && !line.StartsWith("  Line ", StringComparison.Ordinal)))
        .Replace("─", "", StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace(Path.Join(Path.TrimEndingDirectorySeparator(Facts.RepositoryRoot), "/"), "", StringComparison.Ordinal)
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
