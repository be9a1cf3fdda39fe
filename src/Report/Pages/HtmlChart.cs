using System.Text;
using ScalingAnalyzers.Reports.Charts;
using ScalingAnalyzers.Reports.Drawing;

namespace ScalingAnalyzers.Reports.Pages;

/// <summary>A chart in the page: the picture that paper and pages without scripts show, the place of the live chart,
/// its controls, its table.</summary>
internal static class HtmlChart
{
    public static void Write(StringBuilder page, Chart chart)
    {
        string id = Escaped.Html(chart.Id), title = Escaped.Html(chart.Title);
        page.Append("<figure id=\"").Append(id).Append("\" aria-labelledby=\"").Append(id).Append("-title\">\n<h3 id=\"").Append(id)
            .Append("-title\">").Append(title).Append("</h3>\n<p class=\"alternative\">").Append(Escaped.Html(chart.Alternative))
                .Append("</p>\n");
        Controls(page, chart, id, title);
        page.Append("<div class=\"still\">").Append(SvgChart.Inline(chart))
            .Append("</div>\n<div class=\"plot\" role=\"group\" aria-label=\"")
            .Append(title).Append(", interactive\"></div>\n<figcaption>").Append(Escaped.Html(chart.Source)).Append("</figcaption>\n")
            .Append("<details class=\"data\"><summary>Figures of this chart</summary>\n");
        HtmlTable.Write(page, chart.Table);
        page.Append("</details>\n</figure>\n");
    }

    private static void Controls(StringBuilder page, Chart chart, string id, string title)
    {
        page.Append("<div class=\"buttons live-only\">\n");
        if (chart.Units.Count > 1)
        {
            page.Append("<label>Unit <select data-units=\"").Append(id).Append("\">");
            foreach (string unit in chart.Units)
                page.Append("<option value=\"").Append(Escaped.Html(unit)).Append("\">").Append(Escaped.Html(unit)).Append("</option>");
            page.Append("</select></label>\n");
        }

        if (chart.X.CanChange) Scale(page, id, "x", chart.X.IsLogarithmic);
        if (chart.Y.CanChange) Scale(page, id, "y", chart.Y.IsLogarithmic);
        foreach (string format in new[] { "SVG", "PNG" })
        {
            page.Append("<button type=\"button\" data-copy=\"").Append(format.ToLowerInvariant()).Append("\" data-chart=\"").Append(id)
                .Append("\" aria-label=\"Copy as ").Append(format).Append(": ").Append(title).Append("\">Copy as ").Append(format)
                    .Append("</button>\n");
        }

        page.Append("<span role=\"status\" class=\"status\"></span>\n</div>\n");
    }

    private static void Scale(StringBuilder page, string id, string axis, bool isLogarithmic) => page
        .Append("<label><input type=\"checkbox\" data-axis=\"").Append(axis).Append("\" data-chart=\"").Append(id).Append('"')
        .Append(isLogarithmic ? " checked" : "").Append("> ").Append(axis).Append(" logarithmic</label>\n");
}
