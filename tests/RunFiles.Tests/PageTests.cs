using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ScalingAnalyzers.Tests;

namespace ScalingAnalyzers.RunFiles.Tests;

/// <summary>docs/run-files.md follows from the tables; UPDATE_DOCS=1 writes it.</summary>
public sealed class PageTests
{
    private const int Width = 120;

    [Fact]
    public void The_page_is_that_of_the_tables()
    {
        string path = Path.Combine(Facts.RepositoryRoot, "docs", "run-files.md");
        string page = Page();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(path, page);

        Assert.Equal(page, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_trainer_has_traps_and_a_source() =>
        Assert.All(AllTrainers.Tables, table => Assert.True(table.Traps.Count > 0 && table.Source.Length > 0, table.Name));

    private static string Page()
    {
        var page = new StringBuilder("# Run files of trainers\n\n");
        Wrap(page, "`RunFile.Read` reads the files in which trainers declare a run. A trainer is recognised from its keys, or "
            + "named; of two "
            + "candidates none is taken. A value that cannot be known is unknown, with the reason. Where a key is absent "
            + "and the file has one "
            + "that nearly is it, the default of the trainer is not taken. `# scaling: allow SCALE004 reason` silences a rule in its line, "
            + "alone in a line for the next one, and before the first key for the file.", "");
        page.Append('\n');
        Wrap(page, "Beside a run file are read: the model's config.json, an accelerate file (num_processes), a DeepSpeed file "
            + "(the ZeRO stage), "
            + "wandb-metadata.json (the accelerator; with Slurm's nodes also their number) and trainer_state.json. A W&B "
            + "config.yaml is read "
            + "as the trainer's keys under it.", "");
        page.Append('\n');
        Wrap(page, "Of Megatron-LM the arguments that it prints in a log are read. The arguments in its checkpoints are not: they are "
            + "pickled, and to read a pickle is to run it. The file is reported with this reason.", "");
        page.Append('\n');
        Wrap(page, "`RunFile.Apply` makes a fix: the digits of a literal change in place, also where a variable, a reference or a "
            + "product leads to it; what else changes with it is listed. A value that is computed, printed in a log or given as an "
            + "input is not changed, and the reason is given.", "");
        foreach (var table in AllTrainers.Tables)
        {
            page.Append("\n## ").Append(table.Name).Append("\n\n");
            Wrap(page, "Read as " + string.Join(", ", table.Formats.Select(Named)) + ". Source: " + table.Source + ".", "");
            if (table.Keys.Count > 0)
            {
                page.Append("\n| key | role | unit | default |\n|---|---|---|---|\n");
                foreach (var row in table.Keys)
                    page.Append($"| `{row.Key}` | {row.Role} | {row.Unit} | {(row.Default is null ? "" : Scalars.Show(row.Default))} |\n");
            }

            if (table.Model is { } model)
            {
                page.Append('\n');
                Wrap(page, "Model: " + string.Join(", ", model.Keys.Select(key => "`" + key.Key + "`")) + ".", "");
            }

            page.Append('\n');
            foreach (var trap in table.Traps) Wrap(page, "- " + trap.Text + " (" + trap.Source + ")", "  ");
        }

        return page.ToString();
    }

    private static string Named(FileFormat format) => format switch
    {
        FileFormat.ArgumentDump => "printed arguments",
        FileFormat.Shell => "shell",
        FileFormat.Python => "Python",
        _ => format.ToString().ToUpperInvariant(),
    };

    private static void Wrap(StringBuilder page, string text, string indent)
    {
        var line = new StringBuilder();
        foreach (string word in (IEnumerable<string>)text.Split(' '))
        {
            if (line.Length + word.Length + 1 > Width && line.Length > 0)
            {
                page.Append(line).Append('\n');
                line.Clear().Append(indent).Append(word);
            }
            else
            {
                line.Append(line.Length > 0 ? " " : "").Append(word);
            }
        }

        page.Append(line).Append('\n');
    }
}
