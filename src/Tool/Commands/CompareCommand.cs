using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using ScalingAnalyzers.Tool.Checks;
using ScalingAnalyzers.Tool.Comparisons;
using ScalingAnalyzers.Tool.Input;
using ScalingAnalyzers.Tool.Output;

namespace ScalingAnalyzers.Tool.Commands;

/// <summary>`scaling compare`: runs side by side, what differs and what it costs.</summary>
internal sealed class CompareCommand : ToolCommand
{
    private const int Most = 6;
    private readonly IReadOnlyList<RunOption> _values = RunOption.All();
    private readonly LawOption _law = new();
    private readonly TrainerOption _trainer = new();

    public override string Name => "compare";

    public override string Description => "Show runs side by side, what differs and what it costs: files, or counts such as 70B,1.4T.";

    public override string Question => "What does the other choice cost?";

    public override string[] Examples =>
    [
        "scaling compare 70B,1.4T 8B,15T --accelerator h100-sxm --mfu 0.4 --price 2",
        "scaling compare small.yaml large.yaml --gpus 96",
    ];

    public override Argument<string[]> Words { get; } = new("run")
    {
        Description = "Run files, config.json, or parameters and tokens such as 70B,1.4T.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public override IEnumerable<Option> Options => [.. _values.Select(value => (Option)value.Option), _law.Option, _trainer.Option];

    protected override int Run(Given given, Terminal terminal)
    {
        if (given.Words.Count is < 2 or > Most)
            throw new CommandException(FormattableString.Invariant($"run: {given.Words.Count} ")
                + FormattableString.Invariant($"{(given.Words.Count == 1 ? "run is" : "runs are")} given; expected 2 to {Most}."));
        var runs = given.Words.Select(word => new ComparedRun(word, Read(word, given))).ToArray();
        var compared = new ComparedRuns(runs, _law.Of(given, OwnLawFiles.Beside(given.Words).Library));
        return Show(new Shown(ComparePage.Of(compared), ComparePage.Json(compared)), given, terminal);
    }

    private RunSource Read(string word, Given given)
    {
        var values = RunOption.Values(_values, given);
        var checks = _law.Checks(given, OwnLawFiles.Beside([word]).Library);
        if (RunSource.OfCounts(word, values, checks) is { } counts) return counts;
        try
        {
            var source = RunSource.OfFile(word, _trainer.Of(given), values, checks);
            return source.Run is not null ? source : throw new CommandException(word + ": " + source.ProblemText);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"run: '{word}' cannot be read: {error.Message}");
        }
    }
}
