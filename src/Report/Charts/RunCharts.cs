using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Reports.Contents;

namespace ScalingAnalyzers.Reports.Charts;

/// <summary>The charts of runs, in the order of the page; one that has nothing to show is left out.</summary>
internal static class RunCharts
{
    public static IEnumerable<Chart> Of(ReportModel report) => new[]
    {
        PlaneChart.Of(report), LossChart.Of(report), CostChart.Of(report), ServingChart.Of(report), RepeatedDataChart.Of(report),
        MemoryChart.Of(report),
    }.OfType<Chart>();
}
