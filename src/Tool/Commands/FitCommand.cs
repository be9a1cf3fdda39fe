using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using ScalingAnalyzers.Fitting;
using ScalingAnalyzers.Tool.Fits;
using ScalingAnalyzers.Tool.Input;
using ScalingAnalyzers.Tool.Output;

namespace ScalingAnalyzers.Tool.Commands;

/// <summary>`scaling fit`: from a table of runs to a law.</summary>
internal sealed class FitCommand : ToolCommand
{
    private readonly FitInputs _inputs = new();

    private readonly Option<string> _approach = new("--approach")
    {
        Description = "Hoffmann's approach: 3 a loss surface, 2 isoFLOP profiles, 1 the envelope of curves; 3 otherwise.",
        HelpName = "1|2|3",
    };

    private readonly Option<string> _form = new("--form")
    { Description = "Form of the surface: additive or coupled; the data decide otherwise.", HelpName = "form" };

    private readonly Option<string> _bootstrap = new("--bootstrap")
    { Description = "Resamples for the intervals of a surface, such as 4000.", HelpName = "count" };

    private readonly Option<string> _predict = new("--predict")
    { Description = "Parameters and tokens of a run to predict, such as 8B,15T.", HelpName = "N,D" };

    private readonly Option<string> _output = new("--output", "-o")
    { Description = "Write the law to this file (.law.json), for --law and the analyzers.", HelpName = "file" };

    public override string Name => "fit";

    public override string Description => "Fit a law to a table of runs: parameters, tokens or FLOPs, loss.";

    public override string Question => "What law do my own runs follow?";

    public override string[] Examples =>
    [
        "scaling fit runs.csv",
        "scaling fit runs.csv --bootstrap 4000 --predict 8B,15T -o our.law.json",
        "scaling fit runs.csv --approach 2",
        "scaling fit checkpoints.jsonl --by run_name --columns loss=eval/nll",
        "scaling fit chart.csv --sizes s=125M,m=350M,l=1.3B --tokens-per-step 524288",
    ];

    public override Argument<string[]> Words { get; } = new("runs")
    {
        Description = "CSV, TSV, JSON, JSON lines, or exports of Weights and Biases or TensorBoard, with columns parameters, tokens or "
            + "flops, and loss; units in brackets, as in 'tokens (B)'.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public override IEnumerable<Option> Options => [_approach, _form, _bootstrap, _predict, _output, .. _inputs.Options];

    protected override int Run(Given given, Terminal terminal)
    {
        string approach = given.Text(_approach) ?? "3";
        if (approach is not ("1" or "2" or "3"))
            throw new CommandException(Input.Words.Unknown("--approach", approach, "expected", ["1", "2", "3"]));
        SurfaceForm? form = given.Text(_form) is { } text ? Amounts.Choice<SurfaceForm>("--form", text) : null;
        int resamples = given.Text(_bootstrap) is { } count
            ? (int)Math.Min(int.MaxValue, Amounts.Count("--bootstrap", count, "resamples")) : 0;
        var predictions = given.Text(_predict) is { } run ? new[] { Point(run) } : [];
        if (approach != "3" && (form is not null || resamples > 0 || predictions.Length > 0))
            throw new CommandException($"--approach: {approach} has no loss surface; --form, --bootstrap and --predict need approach 3.");
        var file = _inputs.Read(given, terminal);
        var output = given.Text(_output) is { } path ? LawOutput.Of(path, given.Words[0]) : null;
        var fitted = approach switch
        {
            "1" => Fitted.Envelope(file.Runs, output),
            "2" => Fitted.Profiles(file.Runs, output),
            _ => Fitted.Surface(file.Runs, form, resamples, predictions, output,
                terminal.ShowsProgress ? new CountShown(terminal, resamples) : null),
        };
        output?.Write(fitted.Law);
        return Show(new Shown(FitPage.Of(fitted, file), FitPage.Json(fitted, file)), given, terminal);
    }

    private static (double Parameters, double Tokens) Point(string text)
    {
        string[] parts = text.Split(',');
        if (parts.Length != 2)
            throw new CommandException($"--predict: '{text}' is not accepted; expected parameters and tokens, such as 8B,15T.");
        return (Amounts.Number("--predict", parts[0], "parameters", "8B,15T"), Amounts.Number("--predict", parts[1], "tokens", "8B,15T"));
    }

    private sealed class CountShown(Terminal terminal, int all) : IProgress<int>
    {
        private const int Width = 20;
        private readonly TextWriter _error = TextWriter.Synchronized(terminal.Error);

        public void Report(int value)
        {
            if (value % 100 == 0 || value == all)
                _error.Write($"\r{Bar(value)}{(value == all ? "\n" : "")}");
        }

        // "resamples [##########          ] 2000 of 4000".
        private string Bar(int value)
        {
            string done = new('#', (int)((long)Width * value / all));
            return FormattableString.Invariant($"resamples [{done.PadRight(Width)}] {value} of {all}");
        }
    }
}
