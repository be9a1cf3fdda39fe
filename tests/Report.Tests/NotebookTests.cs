using System;
using System.Linq;
using Microsoft.DotNet.Interactive.Formatting;
using ScalingAnalyzers.Fitting;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Notebooks;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers.Tests;

/// <summary>What a notebook shows of our results, by the formatters of .NET Interactive.</summary>
public class NotebookTests
{
    public NotebookTests() => NotebookFormatters.Register();

    // Gopher (Rae et al. 2021): 6 x 280e9 x 300e9 FLOPs.
    [Fact]
    public void An_estimate_is_a_table_of_what_is_known()
    {
        string html = new TrainingRun { Name = "Gopher", Parameters = 280_000_000_000, TrainingTokens = 300_000_000_000 }
            .Estimate().ToDisplayString(HtmlFormatter.MimeType);

        Assert.Contains("<th scope=\"row\">Training compute</th><td>5.04e23</td><td>FLOPs</td>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Cost", html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_any_planner_returns_is_a_table_with_its_law()
    {
        PlannedRun plan = ComputeOptimalPlan.ForCompute(1e24);
        string html = plan.ToDisplayString(HtmlFormatter.MimeType);

        Assert.Contains("<th scope=\"row\">Parameters</th><td>95.9B</td>", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">Law</th><td>besiroglu-2024</td>", html, StringComparison.Ordinal);
        Assert.Equal(plan.ToString(), plan.ToDisplayString(PlainTextFormatter.MimeType));
    }

    [Fact]
    public void A_fit_is_its_report_in_a_frame()
    {
        var runs =
            from n in new[] { 1e8, 3e8, 1e9, 3e9 }
            from d in new[] { 2e9, 8e9, 3e10, 1e11 }
            select new SweepRun(n, d, LawCatalog.Default.Loss(n, d));
        var fit = SweepFit.Fit(runs);
        string html = fit.ToDisplayString(HtmlFormatter.MimeType);

        Assert.StartsWith("<iframe ", html, StringComparison.Ordinal);
        string page = System.Net.WebUtility.HtmlDecode(html.Split("srcdoc=\"")[1].Split('"')[0]);
        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("plotly", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_name_with_markup_is_text() => Assert.DoesNotContain(
        "<script", new TrainingRun { Name = "<script>alert(1)</script>", Parameters = 8_000_000_000, TrainingTokens = 160_000_000_000 }
            .Estimate().ToDisplayString(HtmlFormatter.MimeType), StringComparison.Ordinal);
}
