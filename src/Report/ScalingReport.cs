using System;
using System.IO;
using System.Text;
using ScalingAnalyzers.Reports.Contents;
using ScalingAnalyzers.Reports.Pages;

namespace ScalingAnalyzers.Reports;

/// <summary>Writes a report: one HTML file without any address outside it, or Markdown with its charts as SVG files
/// beside it. The same content gives the same bytes.</summary>
public static class ScalingReport
{
    /// <summary>Writes a report: HTML, or Markdown where the path ends in .md.</summary>
    /// <param name="path">The file; of Markdown the charts are in a folder beside it, named after it.</param>
    /// <param name="content">What the report is about.</param>
    /// <exception cref="ArgumentNullException">No path or no content.</exception>
    /// <exception cref="ArgumentException">The proposed run is not one of the runs.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file must not be written.</exception>
    public static void Write(string path, ReportContent content)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)) WriteMarkdown(path, content);
        else WriteText(path, ToHtml(content));
    }

    /// <summary>The report as one HTML page.</summary>
    /// <param name="content">What the report is about.</param>
    /// <returns>The page; lines end in a line feed.</returns>
    /// <exception cref="ArgumentNullException">No content.</exception>
    /// <exception cref="ArgumentException">The proposed run is not one of the runs.</exception>
    public static string ToHtml(ReportContent content) => HtmlPage.Of(ReportModel.Of(content));

    /// <summary>Writes the report as Markdown for a pull request.</summary>
    /// <param name="path">The Markdown file; the charts are in a folder beside it, named after it.</param>
    /// <param name="content">What the report is about.</param>
    /// <inheritdoc cref="Write" path="/exception"/>
    public static void WriteMarkdown(string path, ReportContent content)
    {
        ArgumentNullException.ThrowIfNull(path);
        var model = ReportModel.Of(content);
        string folder = Path.GetFileNameWithoutExtension(path) + "-charts";
        string beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, folder);
        var page = MarkdownPage.Of(model, folder);
        if (page.Pictures.Count > 0) Directory.CreateDirectory(beside);
        foreach (var (name, svg) in page.Pictures) WriteText(Path.Combine(beside, name), svg);
        WriteText(path, page.Text);
    }

    // UTF-8 without a mark.
    private static void WriteText(string path, string text) => WholeFile.Write(path, new UTF8Encoding(false).GetBytes(text));
}
