using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ScalingAnalyzers.Reports.Contents;

namespace ScalingAnalyzers.Reports.Pages;

/// <summary>Boxes that show and hide what was computed, in all charts at once.</summary>
internal static class HtmlControls
{
    public static void Write(StringBuilder page, ReportModel report)
    {
        var toggles = report.Charts.SelectMany(chart => chart.Series).Where(series => series.Toggle.Length > 0 && series.Unit.Length == 0)
            .GroupBy(series => series.Toggle, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.All(series => series.IsOff), StringComparer.Ordinal);
        if (toggles.Count == 0) return;
        page.Append("<section class=\"controls live-only\" aria-labelledby=\"controls-title\">\n<h2 id=\"controls-title\">Show</h2>\n");
        Group(page, "Laws", report.Laws.Select(law => ("law-" + law.Id, law.ToString())), toggles);
        Group(page, "Bands and curves",
        [
            ("band-coefficient", "coefficient band"), ("band-single", "single-run band"), ("band-spread", "spread of laws"),
            ("range", "fitted range"), ("isoflop", "equal compute"), ("isoloss", "equal loss"),
        ], toggles);
        Group(page, "Runs", report.Runs.Select(run => (run.Toggle, run.Name)), toggles);
        page.Append("</section>\n");
    }

    private static void Group(
        StringBuilder page, string title, IEnumerable<(string Toggle, string Text)> rows, Dictionary<string, bool> toggles)
    {
        var shown = rows.Where(row => toggles.ContainsKey(row.Toggle)).ToArray();
        if (shown.Length == 0) return;
        page.Append("<fieldset><legend>").Append(title).Append("</legend>\n");
        foreach (var (toggle, text) in shown)
        {
            page.Append("<label><input type=\"checkbox\" data-toggle=\"").Append(Escaped.Html(toggle)).Append('"')
                .Append(toggles[toggle] ? "" : " checked").Append("> ").Append(Escaped.Html(text)).Append("</label>\n");
        }

        page.Append("</fieldset>\n");
    }
}
