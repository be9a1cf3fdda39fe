using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Tests;

/// <summary>One sweep of a known law in every form in which people have their runs: each gives that law back.</summary>
public sealed class FitTablesTests : IDisposable
{
    private static readonly (double N, double D, double Loss)[] Runs =
    [
        .. from n in new[] { 1e8, 3e8, 1e9, 3e9 }
           from d in new[] { 2e9, 8e9, 3e10, 1e11 }
           select (n, d, LawCatalog.Default.Loss(n, d)),
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("scaling-tables-").FullName;

    public static TheoryData<string, string, string> Tables() => new()
    {
        { "tabs, upper case", "runs.tsv", Rows("PARAMS\tTokens\tFinal Loss", (n, d, l) => $"{n}\t{d}\t{l}") },
        { "semicolons, quotes, a byte order mark", "runs.csv", "\uFEFF" + Rows(
            "\"n\";\"d\";\"loss\"", (n, d, l) => $"\"{n}\";\"{d}\";\"{l}\"") },
        { "units in brackets", "runs.csv", Rows("Model Size (M),Tokens [B],loss (nats)", (n, d, l) => $"{n / 1e6},{d / 1e9},{l}") },
        { "units as words", "runs.csv", Rows("params_millions,tokens_B,loss", (n, d, l) => $"{n / 1e6},{d / 1e9},{l}") },
        { "bits", "runs.csv", Rows("n,d,loss (bits)", (n, d, l) => $"{n},{d},{l / Math.Log(2)}") },
        { "petaflop-days", "runs.csv", Rows("n,compute (PF-days),loss", (n, d, l) => $"{n},{6 * n * d / 8.64e19},{l}") },
        { "names of Weights and Biases", "runs.csv", Rows("Name,State,config.n_params,train/tokens,eval/loss",
            (n, d, l) => $"\"run, {n}\",finished,{n},{d},{l}") },
        { "JSON lines", "runs.jsonl", Rows("",
            (n, d, l) => $$"""{ "config": { "params": {{n}} }, "tokens": {{d}}, "eval/loss": {{l}} }""") },
        { "a JSON list", "runs.json", "[" + Rows("", (n, d, l) => $$"""{ "n": {{n}}, "d": {{d}}, "loss": {{l}} },""") + "]" },
        { "a table of Weights and Biases", "runs.json", """{ "columns": ["n", "d", "loss"], "data": [""" + string.Join(",",
            Runs.Select(run => FormattableString.Invariant($"[{run.N:R},{run.D:R},{run.Loss:R}]"))) + "] }" },
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_gives_the_law_back(string form, string file, string text)
    {
        File.WriteAllText(Path.Combine(_folder, file), text);

        AssertLaw(form, Fit("fit", file));
    }

    [Fact]
    public void Names_that_are_not_usual_are_given()
    {
        File.WriteAllText(Path.Combine(_folder, "runs.csv"), Rows("who,size,seen,nll,loss", (n, d, l) => $"r{n},{n},{d},{l},9"));

        AssertLaw("--columns", Fit("fit", "runs.csv", "--columns", "parameters=size,tokens=seen,loss=nll", "--by", "who"));
    }

    // 100 steps of 1M tokens and so on: a file a run, as TensorBoard's page downloads them.
    [Theory]
    [InlineData(".csv")]
    [InlineData(".json")]
    public void Curves_of_TensorBoard_need_sizes_and_tokens_of_a_step(string extension)
    {
        var names = new List<string>();
        foreach (var size in Runs.GroupBy(run => run.N))
        {
            string name = $"run-m{names.Count}-tag-loss{extension}";
            names.Add(name);
            var points = size.Select(run => (Step: run.D / 1e6, run.Loss));
            File.WriteAllText(Path.Combine(_folder, name), extension == ".csv"
                ? "Wall time,Step,Value\n" + string.Join("\n", points.Select(p =>
                    FormattableString.Invariant($"1.7e9,{p.Step},{p.Loss:R}")))
                : "[" + string.Join(",", points.Select(p => FormattableString.Invariant($"[1.7e9, {p.Step}, {p.Loss:R}]"))) + "]");
        }

        Assert.Contains("expected the parameters of m0, m1, m2, m3", Scaling.Run(_folder, ["fit", .. names]).Error,
            StringComparison.Ordinal);
        string[] sizes = ["--sizes", "m0=100M,m1=300M,m2=1B,m3=3B"];
        Assert.Contains("--tokens-per-step", Scaling.Run(_folder, ["fit", .. names, .. sizes]).Error, StringComparison.Ordinal);
        AssertLaw("curves", Fit(["fit", .. names, .. sizes, "--tokens-per-step", "1M"]));
    }

    // A chart's export: a column a run with its least and most; the axis is what the chart has.
    [Fact]
    public void A_chart_of_Weights_and_Biases_is_curves()
    {
        string[] runs = Runs.Select(run => run.N).Distinct().Select(n => FormattableString.Invariant($"m{n / 1e6}")).ToArray();
        string head = "\"tokens\"," + string.Join(",", runs.Select(run => $"\"{run} - loss\",\"{run} - loss__MIN\",\"{run} - loss__MAX\""));
        var rows = Runs.GroupBy(run => run.D).Select(group => group.Key.ToString("R", CultureInfo.InvariantCulture) + ","
            + string.Join(",", group.Select(run => FormattableString.Invariant($"{run.Loss:R},{run.Loss:R},{run.Loss:R}"))));
        File.WriteAllText(Path.Combine(_folder, "chart.csv"), head + "\n" + string.Join("\n", rows));

        AssertLaw("chart", Fit("fit", "chart.csv", "--sizes", "m100=100M,m300=300M,m1000=1B,m3000=3B"));
    }

    [Theory]
    [InlineData("n,d,loss (bpb)\n1e8,1e9,3\n", "The unit of the column 'loss (bpb)' is not known; expected nats or bits")]
    [InlineData("n,d,loss\n1e8,\"1\n\",3\n1e8,x,3\n", "line 4: tokens is 'x'")]
    [InlineData("{\"n\": 1e8,\n \"d\": 1e9, \"loss\": 3}\n{\"n\": 1e8, \"d\": null, \"loss\": 3}\n", "line 3: tokens is ''")]
    [InlineData("{\"n\": 1e8,\n \"d\": }", "is no JSON in line 2")]
    [InlineData("[1, 2]", "is no table")]
    [InlineData("a,b\n1,2\n", "The columns a, b have no parameters")]
    [InlineData("", "is empty")]
    public void What_cannot_be_read_is_named_by_line(string text, string expected)
    {
        File.WriteAllText(Path.Combine(_folder, "runs.csv"), text);
        var (code, output, error) = Scaling.Run(_folder, "fit", "runs.csv");

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    private static string Rows(string head, Func<double, double, double, FormattableString> row) =>
        (head.Length > 0 ? head + "\n" : "") + string.Join("\n",
            Runs.Select(run => FormattableString.Invariant(row(run.N, run.D, run.Loss)))) + "\n";

    private static void AssertLaw(string form, JsonNode fitted)
    {
        var coefficients = fitted["coefficients"]!.AsArray();
        double alpha = (double)coefficients.Single(value => (string)value!["name"]! == "alpha")!["value"]!;
        Assert.True(Math.Abs(alpha - LawCatalog.Default.Parameters.Exponent) < 1e-4, form + ": alpha is " + alpha);
        Assert.Equal(Runs.Length, (int)fitted["runs"]!);
    }

    private JsonNode Fit(params string[] line)
    {
        var (code, output, error) = Scaling.Run(_folder, [.. line, "--form", "additive", "--json"]);
        Assert.True(code == 0, error);
        return JsonNode.Parse(output)!;
    }
}
