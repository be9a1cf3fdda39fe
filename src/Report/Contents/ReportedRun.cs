using System.Linq;
using ScalingAnalyzers.Checks;

namespace ScalingAnalyzers.Reports.Contents;

/// <summary>A run with its estimate under the law of the report.</summary>
/// <param name="Of">The run.</param>
/// <param name="Own">Its own estimate, as it would be alone.</param>
/// <param name="Estimate">The same with hours counted as those of the other runs are: for tables and charts of
/// several.</param>
/// <param name="Index">Its place.</param>
/// <param name="IsProposed">Whether the report proposes it.</param>
internal sealed record ReportedRun(ReportRun Of, Estimate Own, Estimate Estimate, int Index, bool IsProposed)
{
    /// <summary>Compute beyond the optimum's that is worth a word, a share.</summary>
    public const double LeastExcess = 0.001;

    /// <summary>Its name, unique in the report.</summary>
    public required string Name { get; init; }

    /// <summary>What controls show and hide.</summary>
    public string Toggle => System.FormattableString.Invariant($"run-{Index}");

    /// <summary>Parameters that the law counts, and all tokens that the model has seen.</summary>
    public double? Parameters => Estimate.Balance?.Parameters ?? Estimate.Counted.ComputeParameters;

    /// <summary>Tokens that the law counts.</summary>
    public double? Tokens => Estimate.Balance?.Tokens ?? Estimate.Counted.TrainingTokens;

    /// <summary>Findings that are shown, the gravest first.</summary>
    public Finding[] Findings => Of.Findings.Where(finding => finding.Severity > FindingSeverity.Hidden)
        .OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.Rule.Id, System.StringComparer.Ordinal).ToArray();

    /// <summary>Tokens served after which the run has paid for its longer training; null where it needs hardly more
    /// compute than the optimum of its loss, so that rounding would decide.</summary>
    public double? PaysBackAfter => Estimate.ExcessCompute >= LeastExcess ? Estimate.PaybackTokens : null;

    /// <summary>Passes over the unique tokens; null where those are not known.</summary>
    public double? Epochs => Estimate.Counted is { TrainingTokens: { } tokens, UniqueTokens: { } unique }
        ? System.Math.Max(1, (double)tokens / unique)
        : null;
}
