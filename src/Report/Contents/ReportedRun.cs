using System.Linq;
using ScalingAnalyzers.Checks;

namespace ScalingAnalyzers.Reports.Contents;

/// <summary>A run with its estimate under the law of the report, counted as the other runs are.</summary>
internal sealed record ReportedRun(ReportRun Of, Estimate Estimate, int Index, bool IsProposed)
{
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

    /// <summary>Passes over the unique tokens; null where those are not known.</summary>
    public double? Epochs => Estimate.Counted is { TrainingTokens: { } tokens, UniqueTokens: { } unique }
        ? System.Math.Max(1, (double)tokens / unique)
        : null;
}
