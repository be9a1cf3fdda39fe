using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Hardware;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Tool;

namespace ScalingAnalyzers.Tests;

/// <summary>What holds for every command: help, errors, exit codes, plain output.</summary>
public class CommandTests(ExampleFolder folder) : IClassFixture<ExampleFolder>
{
    // Loading a project takes seconds; ProjectTests do that.
    public static TheoryData<string> Examples() => new(CommandLine.All().SelectMany(command => command.Examples)
        .Where(line => !line.Contains(".csproj", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_of_the_help_runs_in_80_plain_columns(string line)
    {
        var (code, output, error) = Scaling.Start(folder.Path, line["scaling ".Length..].Split(' '));

        Assert.True(code == 0, error);
        Assert.Empty(error);
        Assert.DoesNotContain('\u001b', output);
        if (line.Contains("--format", StringComparison.Ordinal)) return;
        Assert.All(output.Split('\n'), text => Assert.True(text.Length <= 80 && text == text.TrimEnd(), text));
    }

    [Theory]
    [InlineData("--parameters 7B", "compute, loss and hours need --tokens")]
    [InlineData("--tokens 1T", "the rest needs --parameters")]
    [InlineData("--parameters 7B --tokens 1T", "hours need --accelerator and --mfu, or --tokens-per-second")]
    [InlineData("--parameters 7B --tokens 1T --mfu 0.4", "hours need --accelerator")]
    [InlineData("--parameters 7B --tokens 1T --accelerator a100 --mfu 0.4", "days need --gpus; cost needs --price")]
    public void An_estimate_names_the_options_that_would_show_more(string options, string expected) =>
        Assert.Contains("Not shown: " + expected + ".", Scaling.Line("scaling estimate " + options).Output.ReplaceLineEndings(" "),
            StringComparison.Ordinal);

    // The sign of a currency is not read: amounts and prices are in one currency.
    [Fact]
    public void Money_may_have_the_sign_of_its_currency() => Assert.Equal(
        Scaling.Line("scaling plan --budget 100K --price 2 --accelerator h100-sxm --mfu 0.4"),
        Scaling.Line("scaling plan --budget $100K --price $2 --accelerator h100-sxm --mfu 0.4"));

    // Seven parameters are meant in billions: what would follow from seven is not printed.
    [Fact]
    public void An_estimate_of_a_suspicious_count_is_the_suspicion_alone()
    {
        string output = Scaling.Line("scaling estimate --parameters 7 --tokens 300B").Output;

        Assert.Contains("SCALE907", output, StringComparison.Ordinal);
        Assert.DoesNotContain("FLOPs", output, StringComparison.Ordinal);
        Assert.DoesNotContain("besiroglu-2024", output, StringComparison.Ordinal);
    }

    [Fact]
    public void One_run_is_counted_in_the_singular() =>
        Assert.Contains("1 run is given", Scaling.Line("scaling compare 7B,1T").Error, StringComparison.Ordinal);

    [Fact]
    public void Help_shows_every_command_and_its_examples()
    {
        string root = Scaling.Line("scaling --help").Output;
        foreach (var command in CommandLine.All())
        {
            Assert.Contains("\n  " + command.Name, root, StringComparison.Ordinal);
            var (code, output, _) = Scaling.Line("scaling " + command.Name + " --help");
            Assert.Equal(0, code);
            string joined = output.Replace(" \\\n      ", " ", StringComparison.Ordinal);
            foreach (string example in command.Examples) Assert.Contains(example, joined, StringComparison.Ordinal);
            Assert.All(output.Split('\n'), line => Assert.True(line.Length <= 80, line));
        }
    }

    [Theory]
    [InlineData("scaling paln", "no command 'paln'. Did you mean plan?")]
    [InlineData("scaling estimate --parmeters 70B --tokens 1T", "no option '--parmeters'. Did you mean --parameters?")]
    [InlineData("scaling plan --compute 1e23 --pric 2", "no option '--pric'. Did you mean --price?")]
    [InlineData("scaling estimate --parameters 8B --tokens 1T --count 8", "no option '--count'. Did you mean --gpus?")]
    [InlineData("scaling plan --flops 1e23", "no option '--flops'. Did you mean --compute?")]
    [InlineData("scaling plan --compute 1e23 --batch_size 4M", "no option '--batch_size'.")]
    [InlineData("scaling estimate --parameters 70Q --tokens 1T", "--parameters: '70Q' is not accepted; expected a whole number")]
    [InlineData("scaling estimate --parameters 0 --tokens 1T", "--parameters: '0'")]
    [InlineData("scaling estimate --parameters 8B --tokens 1T --mfu 40", "(0, 1], such as 0.4 or 40%; 40 percent is written 40%")]
    [InlineData("scaling estimate --parameters 8B --tokens 1T --accelerator h100-smx", "Did you mean H100-SXM")]
    [InlineData("scaling estimate --parameters 8B --tokens 1T --law hofmann", "Did you mean hoffmann-2022")]
    [InlineData("scaling estimate --parameters 8B --tokens 1T --precision bf17", "--precision: 'bf17' is not known. Did you mean BF16")]
    [InlineData("scaling estimate --parameters 8B --tokens 1T --format yaml", "--format: 'yaml' is not known")]
    [InlineData("scaling estimate", "expected a file, or --parameters and --tokens")]
    [InlineData("scaling estimate no-such-file.yaml", "'no-such-file.yaml' cannot be read")]
    [InlineData("scaling laws hoffman-2022-approach1", "Did you mean hoffmann-2022-approach1")]
    [InlineData("scaling check no-such-folder", "'no-such-folder' does not exist")]
    [InlineData("scaling check src --fail-on SCALE01", "--fail-on: 'SCALE01' is not known. Did you mean SCALE001")]
    public void An_error_names_the_argument_the_value_and_what_is_accepted(string line, string expected)
    {
        var (code, output, error) = Scaling.Line(line);

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.StartsWith("error: ", error, StringComparison.Ordinal);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_have_every_law_and_every_accelerator()
    {
        Assert.Equal(LawCatalog.All.Select(law => law.Id), Texts(Scaling.Json("scaling laws")["laws"]!.AsArray(), "id"));
        Assert.Equal(Accelerators.All.Select(chip => chip.Name),
            Texts(Scaling.Json("scaling accelerators")["accelerators"]!.AsArray(), "name"));
    }

    // Hoffmann et al. 2022, table 3: Chinchilla, 70B on 1.4T, 5.76e23 FLOPs by their own count; 6ND is 5.88e23.
    [Fact]
    public void Chinchilla_is_estimated_as_6ND()
    {
        var estimate = Scaling.Json("scaling estimate --parameters 70B --tokens 1.4T")["estimate"]!;

        Assert.Equal(5.88e23, (double)estimate["trainingFlops"]!);
        Assert.Equal(20, (double)estimate["tokensPerParameter"]!);
        Assert.Null(estimate["acceleratorHours"]);
    }

    [Fact]
    public void Explain_gives_the_formula_of_each_quantity()
    {
        var document = Scaling.Json("scaling estimate --parameters 70B --tokens 1.4T --explain");

        Assert.Equal(((IDictionary<string, System.Text.Json.Nodes.JsonNode?>)document["estimate"]!.AsObject()).Keys,
            ((IDictionary<string, System.Text.Json.Nodes.JsonNode?>)document["formulas"]!.AsObject()).Keys);
    }

    [Fact]
    public void Markdown_has_tables()
    {
        string output = Scaling.Line("scaling plan --compute 1e23 --format markdown").Output;

        Assert.Contains("\n| Law |", output, StringComparison.Ordinal);
        Assert.Contains("\n|---|", output, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Texts(System.Text.Json.Nodes.JsonArray items, string key) =>
        items.Select(item => (string)item![key]!);
}
