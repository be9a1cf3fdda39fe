using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Tests;

/// <summary>`scaling fit` on runs that follow a known law to the last digit.</summary>
public sealed class FitTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scaling-fit-").FullName;

    public FitTests()
    {
        var law = LawCatalog.Default;
        var rows = from flops in new[] { 1e18, 1e19, 1e20, 1e21 }
                   from share in new[] { 0.2, 0.4, 0.7, 1, 1.5, 2.5, 5 }
                   let parameters = law.Allocate(flops).Parameters * share
                   let tokens = flops / 6 / parameters
                   select FormattableString.Invariant($"{parameters:R},{tokens:R},{law.Loss(parameters, tokens):R}");
        File.WriteAllText(Path.Combine(_folder, "runs.csv"), "params,tokens,final_loss\n" + string.Join("\n", rows) + "\n");
        File.WriteAllText(Path.Combine(_folder, "bad.csv"),
            File.ReadAllText(Path.Combine(_folder, "runs.csv")) + "7B,nan,3.1\n");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_law_of_the_runs_comes_back_and_is_written_for_the_other_commands()
    {
        var (code, output, error) = Scaling.Run(_folder, "fit", "runs.csv", "--form", "additive", "-o", "our.law.json", "--json");
        Assert.True(code == 0, error);
        var coefficients = JsonNode.Parse(output)!["coefficients"]!.AsArray();
        double Value(string name) => (double)coefficients.Single(value => (string)value!["name"]! == name)!["value"]!;

        Assert.Equal(LawCatalog.Default.Irreducible, Value("E"), 1e-4);
        Assert.Equal(LawCatalog.Default.Parameters.Exponent, Value("alpha"), 1e-4);
        Assert.Equal(["bad.csv", "our.law.json", "runs.csv"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order());
        var plan = JsonNode.Parse(Scaling.Run(_folder, "plan", "--compute", "1e23", "--law", "our.law.json", "--json").Output)!["plan"]!;
        Assert.Equal(LawCatalog.Default.Allocate(1e23).Parameters, (double)plan["parameters"]!, 1e8);
    }

    [Fact]
    public void A_coupled_surface_has_intervals_by_a_bootstrap()
    {
        var (code, output, error) = Scaling.Run(Facts.RepositoryRoot, "fit", "tests/Facts/chinchilla-points.csv", "--form", "coupled",
            "--bootstrap", "100", "--json");
        Assert.True(code == 0, error);

        Assert.All(JsonNode.Parse(output)!["coefficients"]!.AsArray(), one => Assert.True(
            (double)one!["interval"]!["low"]! < (double)one["value"]! && (double)one["value"]! < (double)one["interval"]!["high"]!,
            one.ToJsonString()));
    }

    [Fact]
    public void Columns_that_are_missing_are_named_with_the_option_that_gives_them()
    {
        File.WriteAllText(Path.Combine(_folder, "other.csv"), "size,data,val_loss\n125M,2.5B,3.1\n");

        var (code, _, error) = Scaling.Run(_folder, "fit", "other.csv");

        Assert.Equal(2, code);
        Assert.Contains("--columns names them", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_row_stops_the_fit_and_is_named_by_its_line()
    {
        var (code, output, error) = Scaling.Run(_folder, "fit", "bad.csv");

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains("line 30", error, StringComparison.Ordinal);
        Assert.Equal(0, Scaling.Run(_folder, "fit", "bad.csv", "--skip-bad-rows").Code);
    }

    // A diverged run among good ones: 150M on 3B at 7.9 nats.
    [Fact]
    public void A_diverged_run_is_named_by_its_line()
    {
        string[] lines = File.ReadAllLines(Path.Combine(_folder, "runs.csv"));
        lines[13] = string.Join(",", lines[13].Split(',')[..2].Append("7.9"));
        File.WriteAllLines(Path.Combine(_folder, "diverged.csv"), lines);

        Assert.Contains("FIT021: 1 of 28 runs lies", Warnings("diverged.csv"), StringComparison.Ordinal);
        Assert.Contains("line 14 (", Warnings("diverged.csv"), StringComparison.Ordinal);
        Assert.DoesNotContain("FIT021", Warnings("runs.csv"), StringComparison.Ordinal);

        string Warnings(string file) => string.Join(' ', JsonNode.Parse(Scaling.Run(_folder, "fit", file, "--json").Output)!["warnings"]!
            .AsArray().Select(warning => (string)warning!["id"]! + ": " + (string)warning["message"]!));
    }

    // exp(3.1) is 22.2: a surface fitted to it is that of another quantity.
    [Theory]
    [InlineData("perplexity")]
    [InlineData("val_ppl")]
    [InlineData("perplexity", "--columns", "loss=perplexity")]
    public void A_perplexity_is_no_loss(string column, params string[] options)
    {
        File.WriteAllText(Path.Combine(_folder, "ppl.csv"), "params,tokens," + column + "\n125M,2.5B,22.2\n");

        var (code, _, error) = Scaling.Run(_folder, ["fit", "ppl.csv", .. options]);

        Assert.Equal(2, code);
        Assert.Contains("'" + column + "' is a perplexity", error, StringComparison.Ordinal);
        Assert.Contains("the loss is its natural logarithm", error, StringComparison.Ordinal);
        Assert.DoesNotContain("--columns names them", error, StringComparison.Ordinal);
    }

    // The runs follow the default law, whose optimum at 1e23 is known.
    [Fact]
    public void The_optimum_at_the_compute_of_a_prediction_is_shown_with_its_exponents()
    {
        string[] fit = ["fit", "runs.csv", "--form", "additive", "--predict", "10B,1666666666666"];
        var optimum = JsonNode.Parse(Scaling.Run(_folder, [.. fit, "--json"]).Output)!["optimum"]!;
        string page = string.Join(' ', Scaling.Run(_folder, fit).Output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(LawCatalog.Default.Allocate(1e23).Parameters, (double)optimum["parameters"]!, 1e8);
        Assert.Equal(0.3658 / (0.3478 + 0.3658), (double)optimum["parametersExponent"]!, 1e-3);
        Assert.Contains("Optimum at 1e23 FLOPs: ", page, StringComparison.Ordinal);
        Assert.Contains("N grows as C^0.51, D as C^0.49", page, StringComparison.Ordinal);
        Assert.Contains("--bootstrap 4000 gives the coefficients intervals", page, StringComparison.Ordinal);
        Assert.DoesNotContain("95%, 95%", page, StringComparison.Ordinal);
        Assert.DoesNotContain("form is true, 95%", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_back_test_is_about_the_form_that_was_chosen()
    {
        string ladder = Path.Combine(Facts.RepositoryRoot, "samples", "PredictTheBigRun", "ladder.csv");
        foreach (string form in new[] { "additive", "coupled" })
        {
            var tests = JsonNode.Parse(Scaling.Run(_folder, "fit", ladder, "--form", form, "--json").Output)!["backTests"]!.AsArray();

            Assert.NotEmpty(tests);
            Assert.All(tests, test => Assert.Equal(form, (string)test!["form"]!));
            Assert.All(tests, test => Assert.Contains(" by the " + form + " form (", (string)test!["summary"]!, StringComparison.Ordinal));
            Assert.All(tests, test => Assert.Equal((int)test!["heldOut"]!, test["runs"]!.AsArray().Count));
        }
    }

    [Fact]
    public void Profiles_give_the_exponent_of_the_optimum()
    {
        var fitted = JsonNode.Parse(Scaling.Run(_folder, "fit", "runs.csv", "--approach", "2", "--json").Output)!;
        double alpha = LawCatalog.Default.Parameters.Exponent, beta = LawCatalog.Default.Tokens.Exponent;

        // Hoffmann et al. 2022, equation 4: a = beta / (alpha + beta); parabolas over a wide range bend it a little.
        Assert.Equal(beta / (alpha + beta), (double)fitted["coefficients"]![0]!["value"]!, 0.02);
    }

    [Theory]
    [InlineData("no.csv", null, "cannot be read")]
    [InlineData("runs.csv", "--approach=4", "--approach: '4' is not known")]
    [InlineData("runs.csv", "--predict=8B", "expected parameters and tokens, such as 8B,15T")]
    [InlineData("runs.csv", "--form=round", "--form: 'round' is not known")]
    public void Errors_name_the_argument(string file, string? option, string expected)
    {
        string[] line = option is null ? ["fit", file] : ["fit", file, option];
        var (code, _, error) = Scaling.Run(_folder, line);

        Assert.Equal(2, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }
}
