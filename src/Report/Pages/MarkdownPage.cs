using System.Collections.Generic;
using System.Linq;
using System.Text;
using ScalingAnalyzers.Reports.Charts;
using ScalingAnalyzers.Reports.Contents;
using ScalingAnalyzers.Reports.Drawing;

namespace ScalingAnalyzers.Reports.Pages;

/// <summary>The report as Markdown, with its charts as SVG files.</summary>
internal sealed class MarkdownPage
{
    private readonly StringBuilder _page = new();
    private readonly string _folder;

    private MarkdownPage(string folder) => _folder = folder;

    public string Text => _page.ToString();

    /// <summary>File names and contents of the charts.</summary>
    public List<(string Name, string Svg)> Pictures { get; } = [];

    /// <summary>The page; its pictures are addressed inside a folder.</summary>
    public static MarkdownPage Of(ReportModel report, string folder)
    {
        var page = new MarkdownPage(folder);
        page.Write(report);
        return page;
    }

    private void Write(ReportModel report)
    {
        _page.Append("# ").Append(Escaped.Markdown(report.Content.Title)).Append("\n\n");
        if (report.Content.Introduction.Length > 0) Paragraph(report.Content.Introduction);
        if (report.Runs.Count > 0) Paragraph(report.LawLine);
        _page.Append("## Decision\n\n**").Append(Escaped.Markdown(report.Decision.Headline)).Append("**\n\n");
        foreach (var fact in report.Decision.Facts)
        {
            _page.Append("- ").Append(Escaped.Markdown(fact.Label)).Append(": **").Append(Escaped.Markdown(fact.Value.Text)).Append("** ")
                .Append(Escaped.Markdown(fact.Note)).Append('\n');
        }

        _page.Append('\n');
        List("What it depends on", report.Decision.Conditions);
        List("Against the other runs", report.Decision.Comparisons);
        if (report.Decision.Neighbours is { } neighbours) Table(neighbours);
        if (report.Runs.Count > 0)
        {
            _page.Append("## Runs\n\n");
            Table(report.RunTable);
            foreach (var run in report.Runs.Where(run => run.Findings.Length > 0))
                List("Findings of " + run.Name, run.Findings.Select(finding => finding.Severity + " " + finding).ToArray());
        }

        if (report.Charts.Count > 0) _page.Append("## Charts\n\n");
        foreach (var chart in report.Charts) Picture(chart);
        foreach (var fit in report.Fits)
        {
            _page.Append("## Fit: ").Append(Escaped.Markdown(fit.Name)).Append("\n\n");
            List("What was fitted", fit.Texts);
            Table(fit.Coefficients);
            foreach (var chart in fit.Charts) Picture(chart);
        }

        _page.Append("## Sources and conventions\n\n");
        List("Conventions", report.Sources.Conventions);
        List("Laws", report.Sources.Laws);
        _page.Length--;
    }

    private void Picture(Chart chart)
    {
        string name = chart.Id + ".svg";
        Pictures.Add((name, SvgChart.File(chart)));
        _page.Append("### ").Append(Escaped.Markdown(chart.Title)).Append("\n\n![").Append(Escaped.Markdown(chart.Alternative))
            .Append("](<")
            .Append(_folder).Append('/').Append(name).Append(">)\n\n");
        if (chart.Source.Length > 0) Paragraph(chart.Source);
        Table(chart.Table);
    }

    private void Paragraph(string text) => _page.Append(Escaped.Markdown(text)).Append("\n\n");

    private void List(string title, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0) return;
        _page.Append("### ").Append(Escaped.Markdown(title)).Append("\n\n");
        foreach (string text in texts) _page.Append("- ").Append(Escaped.Markdown(text)).Append('\n');
        _page.Append('\n');
    }

    private void Table(Table table)
    {
        Paragraph(table.Caption);
        _page.Append("| ").AppendJoin(" | ", table.Columns.Select(Escaped.Markdown)).Append(" |\n|");
        for (int i = 0; i < table.Columns.Count; i++)
            _page.Append(table.Rows.Count > 0 && table.Rows.All(row => row[i].Number is not null) ? "---:|" : "---|");
        _page.Append('\n');
        foreach (var row in table.Rows) _page.Append("| ").AppendJoin(" | ", row.Select(cell => Escaped.Markdown(cell.Text)))
            .Append(" |\n");
        _page.Append('\n');
    }
}
