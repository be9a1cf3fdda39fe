using System.Globalization;
using System.Text;
using ScalingAnalyzers.Reports.Contents;

namespace ScalingAnalyzers.Reports.Pages;

/// <summary>A table in HTML; wide ones scroll, by keyboard too.</summary>
internal static class HtmlTable
{
    public static void Write(StringBuilder page, Table table)
    {
        string caption = Escaped.Html(table.Caption);
        page.Append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"").Append(caption).Append("\">\n<table")
            .Append(table.IsSortable ? " class=\"sortable\"" : "").Append("><caption>").Append(caption).Append("</caption>\n<thead><tr>");
        foreach (string column in table.Columns)
        {
            page.Append("<th scope=\"col\">").Append(table.IsSortable ? "<button type=\"button\">" : "").Append(Escaped.Html(column))
                .Append(table.IsSortable ? "</button>" : "").Append("</th>");
        }

        page.Append("</tr></thead>\n<tbody>\n");
        for (int i = 0; i < table.Rows.Count; i++)
        {
            page.Append("<tr").Append(i < table.Toggles.Count ? " data-toggle-row=\"" + Escaped.Html(table.Toggles[i]) + "\"" : "")
                .Append('>');
            for (int j = 0; j < table.Rows[i].Count; j++) Write(page, table.Rows[i][j], isHead: j == 0);
            page.Append("</tr>\n");
        }

        page.Append("</tbody>\n</table>\n</div>\n");
    }

    private static void Write(StringBuilder page, Cell cell, bool isHead)
    {
        page.Append(isHead ? "<th scope=\"row\"" : "<td").Append(HtmlPage.Title(cell));
        if (cell.Number is { } number)
            page.Append(" class=\"number\" data-sort=\"").Append(number.ToString("R", CultureInfo.InvariantCulture)).Append('"');
        page.Append('>').Append(Escaped.Html(cell.Text)).Append(isHead ? "</th>" : "</td>");
    }
}
