using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Reports.Contents;

/// <summary>Where each figure comes from, and how it is counted.</summary>
internal sealed record Sources(IReadOnlyList<string> Laws, IReadOnlyList<string> Conventions)
{
    public static Sources Of(ReportModel report) => new((report.Runs.Count > 0 ? report.Laws
        : report.Content.Fits.Select(fit => fit.Fit.ScalingLaw)).Select(Law).ToArray(), Texts(report).ToArray());

    private static string Law(ScalingLaw law) => string.Join("; ", new[]
    {
        law + ": " + law.Formula, "counts " + Convention(law.Convention), "fitted on " + law.FittedRange,
        law.Source.ToString(), law.Caution,
    }.Where(part => part.Length > 0)) + (law.Caution.Length > 0 ? "" : ".");

    private static string Convention(ParameterConvention convention) => convention switch
    {
        ParameterConvention.NonEmbedding => "parameters without embeddings",
        ParameterConvention.NonEmbeddingWithHead => "parameters without the input embedding",
        ParameterConvention.Active => "active parameters",
        _ => "all parameters",
    };

    private static IEnumerable<string> Texts(ReportModel report)
    {
        yield return "Training compute is 6 * active parameters * tokens (Kaplan et al. 2020, section 2.1); hours count attention only "
            + "where it is known of every run of the report (PaLM, appendix B), or as a run declares.";
        yield return "Loss is in nats per token on the law's own data and tokenizer: it compares runs and promises no loss. Losses of two "
            + "laws compare only where both have the same data.";
        yield return "The coefficient band is 95 %: the coefficients may be off, the form of the law is taken as true. The single-run band "
            + "adds the scatter of runs. The spread of laws goes from the lowest to the highest loss of the laws on the same data. None "
            + "contains another.";
        yield return "Hours = FLOPs / (dense peak * utilization * 3600). Days are hours over the accelerators, longer by the declared "
            + "availability. The price is that of the final run. Energy is the thermal design power of the chips alone.";
        yield return "Training state is weights, gradients, 32-bit master weights and moments, divided as declared (Rajbhandari et al. "
            + "2020, arXiv:1910.02054). GB are 1e9 bytes.";
        yield return "Served tokens cost 2 * active parameters each (forward pass); attention over the context is not counted.";
        yield return "What is not declared and does not follow is not known: no default utilization, price or count is assumed.";
        foreach (var chip in report.Runs.Select(run => run.Estimate.Counted.Accelerator).OfType<Hardware.Accelerator>()
            .DistinctBy(c => c.Name, StringComparer.Ordinal))
            yield return chip.Name + ": " + chip.Source + FormattableString.Invariant($" (seen {chip.Verified}).");
    }
}
