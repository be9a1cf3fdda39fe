using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ScalingAnalyzers.Reports;
using ScalingAnalyzers.Reports.Contents;
using ScalingAnalyzers.Reports.Drawing;

namespace ScalingAnalyzers.Report.Tests;

/// <summary>Pictures and Markdown.</summary>
public sealed class PictureTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("report").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // The plane is logarithmic: distances of marks are ratios of parameters.
    [Fact]
    public void Marks_are_where_the_data_are()
    {
        var svg = XDocument.Parse(SvgChart.File(ReportModel.Of(Examples.Published).Charts[0]));
        double[] places = svg.Descendants().Where(path => path.Attribute("class")?.Value.StartsWith("mark",
            StringComparison.Ordinal) == true
            && path.Attribute("transform") is not null && path.Parent!.Name.LocalName == "svg").Select(path => double.Parse(
                Regex.Match(path.Attribute("transform")!.Value, @"translate\(([\d.]+)").Groups[1].Value, CultureInfo.InvariantCulture))
                    .ToArray();
        Assert.Equal(4, places.Length);
        Assert.Equal(Math.Log(280 / 8.03) / Math.Log(70 / 8.03), (places[0] - places[2]) / (places[1] - places[2]), 1e-3);
    }

    [Fact]
    public void Every_picture_is_xml_with_a_title_and_a_description()
    {
        var charts = ReportModel.Of(Examples.Published).AllCharts.Concat(ReportModel.Of(Examples.HostileNames).AllCharts)
            .Concat(ReportModel.Of(Examples.Fitted).AllCharts);
        Assert.All(charts, chart =>
        {
            var root = XDocument.Parse(SvgChart.File(chart)).Root!;
            Assert.Equal(chart.Title, root.Elements().First().Value);
            Assert.Equal(chart.Alternative, root.Elements().ElementAt(1).Value);
        });
    }

    [Fact]
    public void Labels_of_close_runs_do_not_cover_each_other()
    {
        var runs = Enumerable.Range(0, 4).Select(i => new ReportRun(Examples.Run("a run " + i, 70e9 * (1 + (0.02 * i)), 1.4e12, 8, 0.4)));
        var chart = ReportModel.Of(new ReportContent { Runs = runs.ToArray() }).Charts[0];
        Assert.Equal(4, new ChartArea(chart).Labels().Values.Distinct().Count());
    }

    [Fact]
    public void Markdown_has_its_charts_beside_it()
    {
        string path = Path.Combine(_folder, "report.md");
        ScalingReport.Write(path, Examples.Published);
        string page = File.ReadAllText(path);
        string[] pictures = Regex.Matches(page, @"\]\(<([^>]+)>\)").Select(match => match.Groups[1].Value).ToArray();
        Assert.Equal(6, pictures.Length);
        Assert.All(pictures, picture => Assert.True(File.Exists(Path.Combine(_folder, picture)), picture));
        Assert.Contains("**Proposed: Llama 3.1 8B, 8.03B parameters on 15T tokens (1,868 per parameter)**", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_of_the_same_content_is_the_same()
    {
        ScalingReport.Write(Path.Combine(_folder, "a.md"), Examples.HostileNames);
        string first = File.ReadAllText(Path.Combine(_folder, "a.md"));
        ScalingReport.Write(Path.Combine(_folder, "a.md"), Examples.HostileNames);
        Assert.Equal(first, File.ReadAllText(Path.Combine(_folder, "a.md")));
    }

    // GitHub's tables end a cell at each bar that is not escaped.
    [Fact]
    public void A_name_with_bars_stays_in_its_cell()
    {
        string path = Path.Combine(_folder, "report.md");
        ScalingReport.Write(path, Examples.HostileNames);
        var table = new List<int>();
        foreach (string line in File.ReadLines(path))
        {
            if (!line.StartsWith('|'))
            {
                Assert.True(table.Distinct().Count() <= 1, line);
                table.Clear();
                continue;
            }

            table.Add(Regex.Count(line, @"(?<!\\)\|"));
        }

        Assert.DoesNotContain("<script>", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a < b & c", "a &lt; b &amp; c")]
    [InlineData("\"quoted\" 'too'", "&quot;quoted&quot; &#39;too&#39;")]
    [InlineData("bell \u0007", "bell \uFFFD")]
    [InlineData("whole \ud83d\ude00", "whole \ud83d\ude00")]
    public void Html_is_escaped(string text, string expected) => Assert.Equal(expected, Reports.Pages.Escaped.Html(text));

    // XML has no such character; a test case with one would not survive its own report.
    [Fact]
    public void Half_a_character_is_replaced() => Assert.Equal("half \uFFFD!", Reports.Pages.Escaped.Html("half \ud83d!"));

    [Theory]
    [InlineData("a|b", "a\\|b")]
    [InlineData("*a* _b_ `c` [d](e)", "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e)")]
    [InlineData("<script>", "&lt;script&gt;")]
    [InlineData("two\nlines", "two lines")]
    public void Markdown_is_escaped(string text, string expected) => Assert.Equal(expected, Reports.Pages.Escaped.Markdown(text));
}
