using System.Collections.Generic;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Fitting;
using ScalingAnalyzers.Hardware;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Reports;

namespace ScalingAnalyzers.Report.Tests;

/// <summary>Contents of reports: published runs, a ladder of small runs, names that try to leave their place.</summary>
internal static class Examples
{
    public const string Hostile = "<script>alert(\"x\")</script> & 'y' | `z` %{x} $a$ <b>b</b>";

    public static ReportContent Published { get; } = Content([
        Run("Gopher", 280e9, 300e9, 4096, 0.325),
        Run("Chinchilla", 70e9, 1.4e12, 4096, 0.4),
        Run("Llama 3.1 8B", 8.03e9, 15e12, 1024, 0.4) with { InferenceTokens = 20_000_000_000_000, Shape = Llama8B },
        Run("Small, repeated", 1.3e9, 400e9, 64, 0.4) with { UniqueTokens = 40_000_000_000, Optimizer = Optimizer.Adam },
    ], proposed: 2);

    public static ReportContent HostileNames { get; } = Content([
        Run(Hostile, 70e9, 1.4e12, 1024, 0.4), Run(Hostile, 35e9, 1.4e12, 1024, 0.4),
    ], proposed: 0) with
    { Title = Hostile, Introduction = Hostile, Currency = Hostile };

    /// <summary>A law with a known surface at 6 budgets of 7 sizes, with scatter from a fixed sequence.</summary>
    public static ReportContent Fitted { get; } = new()
    {
        Title = "A ladder",
        Fits = [new ReportFit("ladder.csv", SweepFit.Fit(Ladder())) { Resamples = 100 }],
    };

    public static TransformerShape Llama8B { get; } = new()
    {
        Layers = 32,
        HiddenSize = 4096,
        Heads = 32,
        KeyValueHeads = 8,
        FeedForwardSize = 14336,
        VocabularySize = 128256,
        GatedFeedForward = true,
    };

    public static TrainingRun Run(string name, double parameters, double tokens, int chips, double utilization) => new()
    {
        Name = name,
        Parameters = (long)parameters,
        TrainingTokens = (long)tokens,
        Accelerator = Accelerators.Get("H100-SXM"),
        AcceleratorCount = chips,
        Utilization = utilization,
        PricePerAcceleratorHour = 2,
    };

    private static ReportContent Content(TrainingRun[] runs, int proposed)
    {
        var all = new List<ReportRun>();
        foreach (var run in runs) all.Add(new ReportRun(run));
        return new ReportContent { Title = "Published runs", Runs = all, Proposed = all[proposed], Currency = "dollars" };
    }

    private static IEnumerable<SweepRun> Ladder()
    {
        uint state = 7;
        foreach (double flops in (double[])[1e18, 3e18, 1e19, 3e19, 1e20, 3e20])
        {
            double middle = LawCatalog.Default.Allocate(flops).Parameters;
            foreach (double factor in (double[])[0.25, 0.4, 0.63, 1, 1.6, 2.5, 4])
            {
                state = (state * 1664525) + 1013904223;
                double parameters = middle * factor, tokens = flops / 6 / parameters;
                double scatter = 1 + (0.004 * ((state / (double)uint.MaxValue) - 0.5));
                yield return new SweepRun(parameters, tokens, LawCatalog.Default.Loss(parameters, tokens) * scatter);
            }
        }
    }
}
