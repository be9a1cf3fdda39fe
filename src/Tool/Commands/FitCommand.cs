using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using ScalingAnalyzers.Fitting;
using ScalingAnalyzers.Tool.Fits;
using ScalingAnalyzers.Tool.Input;
using ScalingAnalyzers.Tool.Output;

namespace ScalingAnalyzers.Tool.Commands;

/// <summary>`scaling fit`: from a table of runs to a law.</summary>
internal sealed class FitCommand : ToolCommand
{
    private readonly Option<string> _approach = new("--approach")
    {
        Description = "Hoffmann's approach: 3 a loss surface, 2 isoFLOP profiles, 1 the envelope of curves; 3 otherwise.",
        HelpName = "1|2|3"
    };

    private readonly Option<string> _form = new("--form")
    { Description = "Form of the surface: additive or coupled; the data decide otherwise.", HelpName = "form" };

    private readonly Option<string> _bootstrap = new("--bootstrap")
    { Description = "Resamples for the intervals of an additive surface, such as 4000.", HelpName = "count" };

    private readonly Option<string> _predict = new("--predict")
    { Description = "Parameters and tokens of a run to predict, such as 8B,15T.", HelpName = "N,D" };

    private readonly Option<bool> _skip = new("--skip-bad-rows") { Description = "Leave out rows that cannot be read; they are listed." };

    private readonly Option<string> _output = new("--output", "-o")
    { Description = "Write the law to this file (.law.json), for --law and the analyzers.", HelpName = "file" };

    public override string Name => "fit";

    public override string Description => "Fit a law to a table of runs (CSV, TSV): parameters, tokens or FLOPs, loss.";

    public override string Question => "What law do my own runs follow?";

    public override string[] Examples =>
    [
        "scaling fit runs.csv",
        "scaling fit runs.csv --bootstrap 4000 --predict 8B,15T -o our.law.json",
        "scaling fit runs.csv --approach 2",
    ];

    public override Argument<string[]> Words { get; } = new("runs")
    {
        Description = "The table, head line first: columns parameters, tokens or flops, loss; run and weight where there are.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public override IEnumerable<Option> Options => [_approach, _form, _bootstrap, _predict, _skip, _output];

    protected override int Run(Given given, Terminal terminal)
    {
        string approach = given.Text(_approach) ?? "3";
        if (approach is not ("1" or "2" or "3")) throw new CommandException(Input.Words.Unknown("--approach", approach, "expected",
            ["1", "2", "3"]));
        SurfaceForm? form = given.Text(_form) is { } text ? Amounts.Choice<SurfaceForm>("--form", text) : null;
        int resamples = given.Text(_bootstrap) is { } count ? (int)Math.Min(int.MaxValue,
            Amounts.Count("--bootstrap", count, "resamples")) : 0;
        var predictions = given.Text(_predict) is { } run ? new[] { Point(run) } : [];
        if (approach != "3" && (form is not null || resamples > 0 || predictions.Length > 0))
            throw new CommandException($"--approach: {approach} has no loss surface; --form, --bootstrap and --predict need approach 3.");
        var file = Read(given, terminal);
        var output = given.Text(_output) is { } path ? LawOutput.Of(path, given.Words[0]) : null;
        var fitted = approach switch
        {
            "1" => Fitted.Envelope(file.Runs, output),
            "2" => Fitted.Profiles(file.Runs, output),
            _ => Fitted.Surface(file.Runs, form, resamples, predictions, output,
                terminal.ShowsProgress ? new CountShown(terminal, resamples) : null),
        };
        output?.Write(fitted.Law);
        return Show(new Shown(PageOf(fitted, file), DocumentOf(fitted, file)), given, terminal);
    }

    private SweepFile Read(Given given, Terminal terminal)
    {
        if (given.Words.Count != 1) throw new CommandException("runs: one table is expected, such as runs.csv.");
        var file = SweepFile.Parse(Known.Text("runs", given.Words[0]));
        if (file.Problems.Count == 0) return file;
        string listed = string.Join("\n", file.Problems.Take(20).Select(problem => "       " + problem))
            + (file.Problems.Count > 20 ? FormattableString.Invariant($"\n       and {file.Problems.Count - 20} more") : "");
        if (!given.Has(_skip))
        {
            throw new CommandException(
                $"runs: '{given.Words[0]}' has rows that cannot be read; --skip-bad-rows leaves them out:\n{listed}");
        }

        terminal.Error.WriteLine("left out:\n" + listed);
        return file;
    }

    private static (double Parameters, double Tokens) Point(string text)
    {
        string[] parts = text.Split(',');
        if (parts.Length != 2)
            throw new CommandException($"--predict: '{text}' is not accepted; expected parameters and tokens, such as 8B,15T.");
        return (Amounts.Number("--predict", parts[0], "parameters", "8B,15T"), Amounts.Number("--predict", parts[1], "tokens", "8B,15T"));
    }

    private static Page PageOf(Fitted fitted, SweepFile file)
    {
        var page = new Page();
        page.Heading(FormattableString.Invariant($"Fit of {file.Runs.Count} runs: {fitted.What}"));
        page.Text(fitted.Law.Formula);
        page.Table(["Coefficient", "Value", "Interval (95 %)"], fitted.Values.Select(value => new[]
        {
            value.Name, Quantity.Ratio(value.Value), value.Interval?.ToString() ?? "-",
        }).ToArray());
        if (fitted.Certificate is { } certificate)
        {
            page.Text((certificate.IsCertified ? "Certified: " : "Not certified: ")
                + $"gradient {Quantity.Scientific(certificate.GradientNorm)}, {certificate.StartsAtOptimum} of {certificate.Starts} "
                + "starts at the optimum"
                + (certificate.SecondStartAgrees ? ", a second search agrees." : ", a second search differs."));
        }

        page.Table(["N", "D", "Loss", "Interval", ""], fitted.Predictions.Select(prediction => new[]
        {
            Quantity.Format(prediction.Parameters), Quantity.Format(prediction.Tokens), Loss(prediction.Loss),
            Loss(prediction.Interval.Low) + " to " + Loss(prediction.Interval.High), prediction.Band,
        }).ToArray());
        foreach (string test in fitted.BackTests) page.Text("Back-test: " + test);
        foreach (var warning in fitted.Warnings) page.Text(warning.ToString());
        return page;
    }

    private JsonObject DocumentOf(Fitted fitted, SweepFile file)
    {
        var document = JsonForm.Document(Name);
        document["runs"] = file.Runs.Count;
        document["skippedRows"] = JsonForm.Texts(file.Problems.Select(problem => problem.ToString()));
        document["what"] = fitted.What;
        document["formula"] = fitted.Law.Formula;
        document["coefficients"] = JsonForm.List(fitted.Values.Select(value => new JsonObject
        {
            ["name"] = value.Name,
            ["value"] = JsonForm.Number(value.Value),
            ["interval"] = JsonForm.Range(value.Interval),
        }));
        document["isCertified"] = fitted.Certificate?.IsCertified;
        document["predictions"] = JsonForm.List(fitted.Predictions.Select(prediction => new JsonObject
        {
            ["parameters"] = JsonForm.Number(prediction.Parameters),
            ["tokens"] = JsonForm.Number(prediction.Tokens),
            ["loss"] = JsonForm.Number(prediction.Loss),
            ["interval"] = JsonForm.Range(prediction.Interval),
            ["band"] = prediction.Band,
        }));
        document["backTests"] = JsonForm.Texts(fitted.BackTests);
        document["warnings"] = JsonForm.List(fitted.Warnings.Select(warning => new JsonObject
        {
            ["id"] = warning.Id,
            ["message"] = warning.Message,
        }));
        return document;
    }

    private static string Loss(double loss) => loss.ToString("0.000", CultureInfo.InvariantCulture);

    private sealed class CountShown(Terminal terminal, int all) : IProgress<int>
    {
        private readonly TextWriter _error = TextWriter.Synchronized(terminal.Error);

        public void Report(int value)
        {
            if (value % 100 == 0 || value == all)
                _error.Write(FormattableString.Invariant($"\rresample {value} of {all}{(value == all ? "\n" : "")}"));
        }
    }
}
