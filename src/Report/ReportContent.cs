using System.Collections.Generic;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Reports;

/// <summary>What a report is about: runs, the proposed one, the law they are held against, fits.</summary>
public sealed record ReportContent
{
    /// <summary>The title of the page.</summary>
    public string Title { get; init; } = "Training runs by scaling laws";

    /// <summary>A paragraph under the title, plain text; empty for none.</summary>
    public string Introduction { get; init; } = "";

    /// <summary>The runs, in the order of the table.</summary>
    public IReadOnlyList<ReportRun> Runs { get; init; } = [];

    /// <summary>The run that the report proposes, one of <see cref="Runs"/>; the only run where there is one, none
    /// where null and there are several.</summary>
    public ReportRun? Proposed { get; init; }

    /// <summary>The law that gives loss and optimum of every run; besiroglu-2024 by default.</summary>
    public ScalingLaw Law { get; init; } = LawCatalog.Default;

    /// <summary>The laws whose frontiers the charts can show; those of the catalogue by default.</summary>
    public IReadOnlyList<ScalingLaw> Laws { get; init; } = LawCatalog.All;

    /// <summary>Fits to one's own runs.</summary>
    public IReadOnlyList<ReportFit> Fits { get; init; } = [];

    /// <summary>The currency of the prices, such as "dollars"; "in the currency of the price" where empty.</summary>
    public string Currency { get; init; } = "";
}
