using System.Collections.Generic;
using System.Net;
using Microsoft.DotNet.Interactive.Formatting;
using ScalingAnalyzers.Fitting;
using ScalingAnalyzers.Planning;
using ScalingAnalyzers.Reports;

namespace ScalingAnalyzers.Notebooks;

/// <summary>Formatters of .NET Interactive for estimates, planned runs, fits and reports.</summary>
public static class NotebookFormatters
{
    /// <summary>Registers the formatters in this process, as HTML and as plain text.</summary>
    public static void Register()
    {
        Show<Estimate>(estimate => Table(estimate.ToString(), EstimateRows.Of(estimate)));
        Show<PlannedRun>(run => Table(run.ToString(), PlannedRunRows.Of(run)));
        Show<SweepFit>(fit => Frame(new ReportContent { Title = "Fit", Fits = [new ReportFit("runs", fit)], Law = fit.ScalingLaw }));
        Show<ReportContent>(Frame);
    }

    private static void Show<T>(System.Func<T, string> html)
    {
        Formatter.Register<T>((value, writer) => writer.Write(html(value)), HtmlFormatter.MimeType);
        Formatter.Register<T>((value, writer) => writer.Write(value), PlainTextFormatter.MimeType);
        Formatter.SetPreferredMimeTypesFor(typeof(T), HtmlFormatter.MimeType);
    }

    private static string Table(string title, IReadOnlyList<NotebookRow> rows)
    {
        var html = new System.Text.StringBuilder("<table><caption>").Append(WebUtility.HtmlEncode(title)).Append("</caption><tbody>");
        foreach (var row in rows)
        {
            html.Append("<tr><th scope=\"row\">").Append(WebUtility.HtmlEncode(row.Name))
                .Append("</th><td>").Append(WebUtility.HtmlEncode(row.Value))
                .Append("</td><td>").Append(WebUtility.HtmlEncode(row.Unit)).Append("</td></tr>");
        }

        return html.Append("</tbody></table>").ToString();
    }

    // The page brings its own scripts and styles; a frame keeps both from the notebook's.
    private static string Frame(ReportContent content) =>
        "<iframe style=\"width:100%;height:720px;border:0\" srcdoc=\"" + WebUtility.HtmlEncode(ScalingReport.ToHtml(content)) + "\"></iframe>";
}
