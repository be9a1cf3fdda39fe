using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ScalingAnalyzers.Reports;
using ScalingAnalyzers.Tests;

namespace ScalingAnalyzers.Report.Tests;

/// <summary>The HTML page as text: what browsers do with it is in BrowserTests.</summary>
public class PageTests
{
    private static readonly string Published = ScalingReport.ToHtml(Examples.Published);
    private static readonly string Hostile = ScalingReport.ToHtml(Examples.HostileNames);

    [Fact]
    public void The_same_content_gives_the_same_bytes()
    {
        Assert.Equal(Published, ScalingReport.ToHtml(Examples.Published));
        Assert.Equal(ScalingReport.ToHtml(Examples.Fitted), ScalingReport.ToHtml(Examples.Fitted));
    }

    [Fact]
    public void Another_culture_gives_the_same_bytes()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal(Published, ScalingReport.ToHtml(Examples.Published));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_page_has_at_most_two_and_a_half_megabytes() => Assert.InRange(Encoding.UTF8.GetByteCount(Published), 1, 2_500_000);

    // The three scripts are the data, the chart library and the page's own; every other occurrence is a text.
    [Fact]
    public void A_run_named_like_an_element_is_a_name()
    {
        string outside = WithoutScripts(Hostile);
        Assert.Equal(3, Regex.Count(Hostile.Replace(Reports.Drawing.Resources.Plotly, "", StringComparison.Ordinal), "<script"));
        Assert.DoesNotContain("alert(\"x\")", outside, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;", outside, StringComparison.Ordinal);
        Assert.DoesNotContain('<', Data(Hostile));
    }

    [Fact]
    public void Two_runs_of_one_name_can_be_told_apart() => Assert.Contains("&lt;b&gt;b&lt;/b&gt; (2)", Hostile, StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_loaded_from_outside()
    {
        string outside = WithoutScripts(Published);
        Assert.Empty(Regex.Matches(outside, @"\b(src|href|action|data|poster|srcset)\s*=\s*""(?!data:,)"));
        Assert.Empty(Regex.Matches(outside, @"url\((?!#)"));
        Assert.DoesNotContain("@import", outside, StringComparison.Ordinal);
    }

    [Fact]
    public void The_policy_allows_the_two_scripts_of_the_page_and_nothing_else()
    {
        string policy = Regex.Match(Published, @"<meta http-equiv=""Content-Security-Policy"" content=""([^""]*)"">").Groups[1].Value;
        string[] hashes = Regex.Matches(Published, @"<script(?: type=""text/plain"" id=""library"")?>(.*?)</script>",
            RegexOptions.Singleline)
            .Select(script => "'sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script.Groups[1].Value))) + "'")
                .ToArray();
        Assert.Equal(2, hashes.Length);
        Assert.Equal("default-src 'none'; script-src " + string.Join(' ', hashes)
            + "; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'", policy);
    }

    // The figures of Llama 3.1 8B (Grattafiori et al. 2024, 15T tokens) by 6ND; the optimum of its loss is DESIGN's
    // example.
    [Theory]
    [InlineData("Proposed: Llama 3.1 8B, 8.03B parameters on 15T tokens (1,868 per parameter)")]
    [InlineData("7.23e23")]
    [InlineData("11.4T")]
    [InlineData("single-run band")]
    [InlineData("spread of laws on the same data")]
    [InlineData("orders of magnitude outside the runs that besiroglu-2024 was fitted on")]
    [InlineData("arXiv:2404.10102")]
    public void The_page_has_the_decision_and_its_conditions(string text) =>
        Assert.Contains(text, WithoutScripts(Published), StringComparison.Ordinal);

    [Fact]
    public void Every_chart_has_a_picture_and_a_table_beside_the_live_one()
    {
        string page = WithoutScripts(Published);
        Assert.Equal(6, Regex.Count(page, "<figure "));
        Assert.Equal(6, Regex.Count(page, "<svg "));
        Assert.Equal(6, Regex.Count(page, "<details class=\"data\">"));
        Assert.Equal(6, Regex.Count(page, "<p class=\"alternative\">[^<]{40,}</p>"));
    }

    [Fact]
    public void No_run_is_proposed_where_there_are_several_and_none_is_named()
    {
        string page = ScalingReport.ToHtml(Examples.Published with { Proposed = null });
        Assert.Contains("No run is proposed: the report compares 4 runs.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_proposed_run_must_be_one_of_the_runs() => Assert.Throws<ArgumentException>(() =>
        ScalingReport.ToHtml(Examples.Published with { Proposed = Examples.HostileNames.Runs[0] }));

    [Fact]
    public void A_report_of_nothing_is_a_page() => Assert.Contains("The report has no runs.", ScalingReport.ToHtml(new()),
        StringComparison.Ordinal);

    [Fact]
    public void What_is_not_declared_is_not_known()
    {
        var run = new ReportRun(new TrainingRun { Name = "bare", Parameters = 7_000_000_000 });
        string page = WithoutScripts(ScalingReport.ToHtml(new ReportContent { Runs = [run] }));
        Assert.Contains("<dt>Price</dt><dd><span class=\"value\">not known</span>", page, StringComparison.Ordinal);
        Assert.Contains("<dt>Predicted loss</dt><dd><span class=\"value\">not known</span>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<figure", page, StringComparison.Ordinal);
    }

    // A shape makes attention known; beside a run without one the table counts both without it.
    [Fact]
    public void The_decision_has_the_price_of_the_run_alone_and_the_table_says_how_it_compares()
    {
        var shaped = Examples.Run("shaped", 8e9, 1e12, 1024, 0.4) with { Shape = Examples.Llama8B, SequenceLength = 8192 };
        var proposed = new ReportRun(shaped);
        string alone = WithoutScripts(ScalingReport.ToHtml(new ReportContent { Runs = [proposed] }));
        string beside = WithoutScripts(ScalingReport.ToHtml(new ReportContent
        {
            Runs = [proposed, new ReportRun(Examples.Run("plain", 7e9, 1e12, 1024, 0.4))],
            Proposed = proposed,
        }));
        string price = Regex.Match(alone, "<dt>Price</dt><dd><span class=\"value\"[^>]*>([^<]*)<").Groups[1].Value;

        Assert.Equal(Quantity.Format(shaped.Estimate().Cost!.Value), price);
        Assert.Contains(Regex.Match(alone, "<dt>Price</dt>.*?</dd>").Value, beside, StringComparison.Ordinal);
        Assert.Contains(Regex.Match(alone, "<dt>Accelerator-hours</dt>.*?</dd>").Value, beside, StringComparison.Ordinal);
        Assert.DoesNotContain("are counted alike", alone, StringComparison.Ordinal);
        Assert.Contains("are counted alike for all runs here, without attention", beside, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, true, "needs the count of accelerators")]
    [InlineData(true, false, "needs a utilization and the count of accelerators")]
    [InlineData(false, false, "needs an accelerator, a utilization and the count of accelerators")]
    public void Days_that_are_not_known_name_what_is_missing_and_only_that(bool hasChip, bool hasUtilization, string note)
    {
        var run = new TrainingRun
        {
            Parameters = 7_000_000_000,
            TrainingTokens = 1_000_000_000_000,
            Accelerator = hasChip ? Hardware.Accelerators.Get("H100-SXM") : null,
            Utilization = hasUtilization ? 0.4 : null,
        };
        string page = WithoutScripts(ScalingReport.ToHtml(new ReportContent { Runs = [new ReportRun(run)] }));

        Assert.Matches("<dt>Days</dt><dd><span class=\"value\"[^>]*>not known</span> <span class=\"note\">" + note + "</span>", page);
    }

    [Fact]
    public void The_chart_library_is_the_one_that_the_lock_file_names()
    {
        string folder = Path.Combine(Facts.RepositoryRoot, "src", "Report", "Plotly");
        string file = Path.Combine(folder, "plotly-cartesian.min.js");
        string checksum = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
        Assert.StartsWith(checksum + "  plotly-cartesian.min.js", File.ReadAllText(file + ".sha256"), StringComparison.Ordinal);
        string version = Regex.Match(File.ReadAllText(Path.Combine(folder, "package-lock.json")),
            @"""version"": ""([^""]+)""").Groups[1].Value;
        Assert.Contains($"plotly.js (cartesian - minified) v{version}\n", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Contains("Permission is hereby granted, free of charge", Published, StringComparison.Ordinal);
    }

    private static string WithoutScripts(string page) => Regex.Replace(page, "<script.*?</script>", "", RegexOptions.Singleline);

    private static string Data(string page)
    {
        string start = "<script type=\"application/json\" id=\"charts\">";
        int from = page.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return page[from..page.IndexOf("</script>", from, StringComparison.Ordinal)];
    }
}
