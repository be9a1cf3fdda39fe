using System;
using System.IO;

namespace ScalingAnalyzers.Tests;

/// <summary>`scaling report`; what the page contains is tested with the library.</summary>
public sealed class ReportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scaling-report").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Runs_of_words_are_a_page()
    {
        string page = Written("report.html", "report", "70B,1.4T", "8B,15T", "--accelerator", "h100-sxm", "--mfu", "0.4", "--price", "2",
            "--currency", "dollars", "--title", "Two runs", "--propose", "8B,15T", "-o", "report.html");
        Assert.Contains("<title>Two runs</title>", page, StringComparison.Ordinal);
        Assert.Contains("Proposed: 8B,15T, 8B parameters on 15T tokens", page, StringComparison.Ordinal);
        Assert.Contains("dollars; the final run only", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_is_proposed_beside_its_alternatives()
    {
        string page = Written("report.html", "report", "--plan", "--compute", "1e23", "--inference-tokens", "10T");
        Assert.Contains("Proposed: plan, ", page, StringComparison.Ordinal);
        Assert.Contains("twice the parameters", page, StringComparison.Ordinal);
        Assert.Contains("same loss, cheapest to serve", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fit_is_a_section_with_its_charts()
    {
        string ladder = Path.Combine(Facts.RepositoryRoot, "samples", "PredictTheBigRun", "ladder.csv");
        string page = Written("fit.html", "report", "--fit", ladder, "-o", "fit.html");
        Assert.Contains("Fit: ladder.csv", page, StringComparison.Ordinal);
        Assert.Contains(">Residuals</h3>", page, StringComparison.Ordinal);
    }

    // The ladder's own law is not the default one: its optimum, not besiroglu-2024's, is proposed.
    [Fact]
    public void A_plan_beside_a_fit_is_made_by_the_fit()
    {
        string ladder = Path.Combine(Facts.RepositoryRoot, "samples", "PredictTheBigRun", "ladder.csv");
        string page = Written("report.html", "report", "--plan", "--compute", "1e22", "--fit", ladder);
        var optimum = ((Laws.IAllocationLaw)Fitting.SweepFit.Fit(Fitting.SweepFile.Read(ladder).Runs).ScalingLaw).Allocate(1e22);

        Assert.Contains("Proposed: plan, " + Quantity.Format(optimum.Parameters) + " parameters", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Law of this report: besiroglu-2024", page, StringComparison.Ordinal);
    }

    // 83.9 epochs of 1B tokens have the loss of repeats, and their finding.
    [Fact]
    public void A_plan_of_repeated_data_is_reported_with_its_epochs()
    {
        string page = Written("report.html", "report", "--plan", "--compute", "8e20", "--unique-tokens", "1B");

        Assert.Contains("SCALE201", page, StringComparison.Ordinal);
        Assert.Contains("83.9 epochs", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_file_keeps_its_path_and_its_findings()
    {
        string path = Path.Combine(Facts.RepositoryRoot, "tests", "RunFiles.Tests", "Files");
        string file = Path.Combine(path, "torchtitan-8b.toml");
        string page = Written("report.html", "report", file);
        Assert.Contains(Path.GetFileName(file), page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report.md", "--format", "markdown")]
    [InlineData("other.md", "-o", "other.md")]
    public void Markdown_has_pictures_beside_it(string name, params string[] form)
    {
        string page = Written(name, ["report", "70B,1.4T", .. form]);
        Assert.StartsWith("# ", page, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder, Path.GetFileNameWithoutExtension(name) + "-charts", "plane.svg")));
    }

    [Theory]
    [InlineData("report: nothing is given", "report")]
    [InlineData("--plan makes a plan of it", "report", "--compute", "1e23")]
    [InlineData("--propose: '7B,1T' is not known", "report", "70B,1.4T", "--propose", "7B,1T")]
    [InlineData("'none.yaml' does not exist", "report", "none.yaml")]
    [InlineData("cannot be written", "report", "70B,1.4T", "-o", "no/such/folder.html")]
    public void An_error_says_what_is_missing(string expected, params string[] arguments)
    {
        var (code, _, error) = Scaling.Run(_folder, arguments);
        Assert.Equal(2, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    private string Written(string name, params string[] arguments)
    {
        var (code, output, error) = Scaling.Run(_folder, arguments);
        Assert.True(code == 0, error);
        Assert.Equal(name, output.Trim());
        return File.ReadAllText(Path.Combine(_folder, name));
    }
}
