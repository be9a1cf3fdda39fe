using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;
using ScalingAnalyzers.Reports.Charts;

namespace ScalingAnalyzers.Reports.Contents;

/// <summary>A report before it is written: texts, tables and charts, all numbers computed.</summary>
internal sealed class ReportModel
{
    private ReportModel(ReportContent content, IReadOnlyList<ReportedRun> runs)
    {
        Content = content;
        Runs = runs;
        Proposed = runs.FirstOrDefault(run => run.IsProposed);
        Laws = content.Laws.Prepend(content.Law).DistinctBy(law => law.Id, StringComparer.Ordinal).Where(law => law is IAllocationLaw)
            .ToArray();
        Decision = Decision.Of(this);
        Charts = RunCharts.Of(this).ToArray();
        Fits = content.Fits.Select(fit => FitSection.Of(fit)).ToArray();
        RunTable = Contents.RunTable.Of(this);
        Sources = Contents.Sources.Of(this);
    }

    public ReportContent Content { get; }

    /// <summary>The law of the report.</summary>
    public ScalingLaw Law => Content.Law;

    /// <summary>The law and its source in a line.</summary>
    public string LawLine => "Law of this report: " + Law + ", " + Law.Source;

    /// <summary>How the hours of several runs in one place are counted, where a run alone has others; empty where every
    /// run keeps its own.</summary>
    public string CountedAlike => Runs.Any(run => run.Own.AcceleratorHours != run.Estimate.AcceleratorHours)
        ? "Hours and what follows from them are counted alike for all runs here, "
            + Decision.Basis(Runs.First(run => run.Own.AcceleratorHours != run.Estimate.AcceleratorHours).Estimate.UtilizationBasis)
            + "; a run's own estimate counts its attention where that is known."
        : "";

    /// <summary>The laws with a frontier, that of the report first.</summary>
    public IReadOnlyList<ScalingLaw> Laws { get; }

    public IReadOnlyList<ReportedRun> Runs { get; }

    public ReportedRun? Proposed { get; }

    public Decision Decision { get; }

    public Table RunTable { get; }

    public IReadOnlyList<Chart> Charts { get; }

    public IReadOnlyList<FitSection> Fits { get; }

    public Sources Sources { get; }

    public IEnumerable<Chart> AllCharts => Charts.Concat(Fits.SelectMany(fit => fit.Charts));

    /// <summary>The plot style of a law: its place among the laws.</summary>
    public int StyleOf(ScalingLaw law) => Laws.TakeWhile(other => other.Id != law.Id).Count();

    /// <summary>Whether charts show a law before the reader asks for it.</summary>
    public bool IsShownAtFirst(ScalingLaw law) => StyleOf(law) < 3;

    public static ReportModel Of(ReportContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var proposed = content.Proposed ?? (content.Runs.Count == 1 ? content.Runs[0] : null);
        if (proposed is not null && !content.Runs.Contains(proposed))
            throw new ArgumentException("The proposed run is not one of the runs.", nameof(content));
        var estimates = Comparison.ConfigsCountedAlike(content.Runs.Select(run => run.Run), content.Law);
        Estimate Own(ReportRun run) => Comparison.ConfigsCountedAlike([run.Run], content.Law)[0];
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        return new(content, content.Runs.Select((run, i) => new ReportedRun(run, Own(run), estimates[i], i, ReferenceEquals(run, proposed))
        {
            Name = Unique(run.Name, names),
        }).ToArray());
    }

    private static string Unique(string name, Dictionary<string, int> names)
    {
        int count = names[name] = names.GetValueOrDefault(name) + 1;
        return count == 1 ? name : FormattableString.Invariant($"{name} ({count})");
    }
}
