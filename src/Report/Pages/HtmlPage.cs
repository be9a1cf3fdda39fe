using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using ScalingAnalyzers.Reports.Contents;
using ScalingAnalyzers.Reports.Drawing;

namespace ScalingAnalyzers.Reports.Pages;

/// <summary>The report as one HTML page.</summary>
internal static class HtmlPage
{
    public static string Of(ReportModel report)
    {
        var page = new StringBuilder();
        Head(page, report);
        page.Append("<body>\n<header>\n<h1>").Append(Escaped.Html(report.Content.Title)).Append("</h1>\n");
        if (report.Content.Introduction.Length > 0) page.Append("<p>").Append(Escaped.Html(report.Content.Introduction)).Append("</p>\n");
        if (report.Runs.Count > 0) page.Append("<p class=\"law\">").Append(Escaped.Html(report.LawLine)).Append("</p>\n");
        page.Append("<button type=\"button\" id=\"theme\" class=\"live-only\">Light or dark</button>\n</header>\n<main>\n");
        Decision(page, report.Decision);
        if (report.Runs.Count > 0)
        {
            page.Append("<section aria-labelledby=\"runs-title\">\n<h2 id=\"runs-title\">Runs</h2>\n");
            HtmlTable.Write(page, report.RunTable);
            Findings(page, report);
            page.Append("</section>\n");
        }

        HtmlControls.Write(page, report);
        if (report.Charts.Count > 0)
        {
            page.Append("<section aria-labelledby=\"charts-title\">\n<h2 id=\"charts-title\">Charts</h2>\n");
            foreach (var chart in report.Charts) HtmlChart.Write(page, chart);
            page.Append("</section>\n");
        }

        foreach (var (fit, i) in report.Fits.Select((fit, i) => (fit, i))) Fit(page, fit, i);
        Sources(page, report.Sources);
        page.Append("</main>\n");
        page.Append("<script type=\"application/json\" id=\"charts\">").Append(ChartJson.Of(report.AllCharts)).Append("</script>\n");

        // The library is text until the first chart is drawn: the page opens without waiting for it.
        page.Append("<script type=\"text/plain\" id=\"library\">").Append(Resources.Plotly).Append("</script>\n<script>")
            .Append(Resources.PageScript).Append("</script>\n");
        return page.Append("</body>\n</html>\n").ToString();
    }

    // Nothing from outside: scripts are those two whose hashes stand here. Plotly sets style attributes, hence inline
    // styles; pictures of charts are made as data and blob addresses.
    private static void Head(StringBuilder page, ReportModel report)
    {
        string policy = "default-src 'none'; script-src '" + Hash(Resources.Plotly) + "' '" + Hash(Resources.PageScript)
            + "'; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'";
        page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"").Append(policy).Append("\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
            .Append("<link rel=\"icon\" href=\"data:,\">\n<title>").Append(Escaped.Html(report.Content.Title)).Append("</title>\n<style>\n")
            .Append(Resources.ChartStyle).Append(Resources.PageStyle).Append("</style>\n</head>\n");
    }

    private static string Hash(string script) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));

    private static void Decision(StringBuilder page, Decision decision)
    {
        page.Append("<section class=\"decision\" aria-labelledby=\"decision-title\">\n<h2 id=\"decision-title\">Decision</h2>\n")
            .Append("<p class=\"headline\">").Append(Escaped.Html(decision.Headline)).Append("</p>\n");
        if (decision.Facts.Count > 0)
        {
            page.Append("<dl>\n");
            foreach (var fact in decision.Facts)
            {
                page.Append("<div><dt>").Append(Escaped.Html(fact.Label)).Append("</dt><dd><span class=\"value\"").Append(Title(fact.Value))
                    .Append('>')
                    .Append(Escaped.Html(fact.Value.Text)).Append("</span> <span class=\"note\">").Append(Escaped.Html(fact.Note))
                    .Append("</span></dd></div>\n");
            }

            page.Append("</dl>\n");
        }

        List(page, "What it depends on", decision.Conditions);
        List(page, "Against the other runs", decision.Comparisons);
        if (decision.Neighbours is { } neighbours) HtmlTable.Write(page, neighbours);
        page.Append("</section>\n");
    }

    private static void List(StringBuilder page, string title, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0) return;
        page.Append("<h3>").Append(Escaped.Html(title)).Append("</h3>\n<ul>\n");
        foreach (string text in texts) page.Append("<li>").Append(Escaped.Html(text)).Append("</li>\n");
        page.Append("</ul>\n");
    }

    private static void Findings(StringBuilder page, ReportModel report)
    {
        foreach (var run in report.Runs.Where(run => run.Findings.Length > 0))
            List(page, "Findings of " + run.Name, run.Findings.Select(finding => finding.Severity + " " + finding).ToArray());
    }

    private static void Fit(StringBuilder page, FitSection fit, int index)
    {
        string id = FormattableString.Invariant($"fit-title-{index}");
        page.Append("<section aria-labelledby=\"").Append(id).Append("\">\n<h2 id=\"").Append(id).Append("\">Fit: ")
            .Append(Escaped.Html(fit.Name))
            .Append("</h2>\n");
        List(page, "What was fitted", fit.Texts);
        HtmlTable.Write(page, fit.Coefficients);
        foreach (var chart in fit.Charts) HtmlChart.Write(page, chart);
        page.Append("</section>\n");
    }

    private static void Sources(StringBuilder page, Sources sources)
    {
        page.Append("<section aria-labelledby=\"sources-title\">\n<h2 id=\"sources-title\">Sources and conventions</h2>\n");
        List(page, "Conventions", sources.Conventions);
        List(page, "Laws", sources.Laws);
        page.Append("<details><summary>Licence of the chart library, plotly.js</summary><pre>")
            .Append(Escaped.Html(Resources.PlotlyLicense))
            .Append("</pre></details>\n</section>\n");
    }

    internal static string Title(Cell cell) => cell.Exact.Length == 0 ? "" : " title=\"" + Escaped.Html(cell.Exact) + "\"";
}
