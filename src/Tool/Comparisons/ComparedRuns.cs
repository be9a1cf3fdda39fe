using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;
using ScalingAnalyzers.Tool.Input;
using ScalingAnalyzers.Tool.Output;

namespace ScalingAnalyzers.Tool.Comparisons;

/// <summary>A run by the word that names it on the command line.</summary>
internal sealed record ComparedRun(string Word, RunSource Source)
{
    /// <summary>The word without its folders.</summary>
    public string Name => System.IO.Path.GetFileName(Word);

    public ConfigRun Run => Source.Run!;
}

/// <summary>A value that differs between runs, as each of them has it; empty where a run does not.</summary>
internal sealed record DifferentValue(ConfigRole Role, IReadOnlyList<string> Values);

/// <summary>Runs under one law, counted alike, each compared with the first.</summary>
internal sealed class ComparedRuns
{
    public ComparedRuns(IReadOnlyList<ComparedRun> runs, ScalingLaw? law)
    {
        Runs = runs;
        WithFirst = Comparison.WithFirst(runs.Select(run => run.Run), law);
        Estimates = [WithFirst[0].Second, .. WithFirst.Select(one => one.First)];
        Rows = runs.Zip(Estimates).Select(pair => EstimateRows.Of(pair.First.Run, pair.Second)).ToArray();
        Differences = DifferencesOf(runs).ToArray();
    }

    public IReadOnlyList<ComparedRun> Runs { get; }

    /// <summary>The estimates, hours counted alike.</summary>
    public IReadOnlyList<Estimate> Estimates { get; }

    /// <summary>The known quantities of each run.</summary>
    public IReadOnlyList<IReadOnlyList<QuantityRow>> Rows { get; }

    /// <summary>Each run after the first with the first.</summary>
    public IReadOnlyList<Comparison> WithFirst { get; }

    /// <summary>What the files declare and differs: of counts on the command line the table shows all.</summary>
    public IReadOnlyList<DifferentValue> Differences { get; }

    private static IEnumerable<DifferentValue> DifferencesOf(IReadOnlyList<ComparedRun> runs)
    {
        if (runs.Any(run => run.Source.File is null)) yield break;
        var values = runs.Select(run => run.Source.File!.Values.Where(value => value.Content is not null).GroupBy(value => value.Role)
            .ToDictionary(group => group.Key, group => Text(group.First().Content!))).ToArray();
        foreach (var role in values.SelectMany(own => own.Keys).Distinct().Order())
        {
            string[] texts = values.Select(own => own.GetValueOrDefault(role, "")).ToArray();
            if (texts.Distinct(StringComparer.Ordinal).Count() > 1) yield return new(role, texts);
        }
    }

    private static string Text(object content) => content switch
    {
        bool truth => truth ? "true" : "false",
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => content.ToString() ?? "",
    };
}
