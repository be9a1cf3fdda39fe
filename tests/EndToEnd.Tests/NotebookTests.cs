using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace ScalingAnalyzers.Tests;

/// <summary>The sample notebook, run by a kernel of .NET Interactive with the packed formatters.</summary>
public class NotebookTests
{
    private const string Repl = "dotnet-repl";

    private readonly Feed _feed;

    public NotebookTests(Feed feed) => _feed = feed;

    [Fact]
    public async Task Every_cell_of_the_sample_runs_and_is_shown_as_its_page_says()
    {
        string root = _feed.Folder("Notebook"), tools = Path.Combine(root, "tools");
        var (code, installed) = await Shell.Dotnet(root, $"tool install {Repl} --tool-path \"{tools}\" --version 0.3.259");
        Assert.SkipUnless(code == 0, $"{Repl} cannot be installed here: {installed}");

        string sample = Path.Combine(Facts.RepositoryRoot, "samples", "Notebook", "planning.ipynb"), run = Path.Combine(root, "run.ipynb");
        JsonNode notebook = JsonNode.Parse(File.ReadAllText(sample))!;
        foreach (JsonNode? cell in notebook["cells"]!.AsArray())
        {
            string source = string.Concat(cell!["source"]!.AsArray().Select(line => (string)line!))
                .Replace("ScalingAnalyzers.Notebooks, 0.1.0-*", "ScalingAnalyzers.Notebooks, " + Feed.Version, StringComparison.Ordinal)
                .Replace("../PredictTheBigRun", Path.Combine(Facts.RepositoryRoot, "samples", "PredictTheBigRun").Replace('\\', '/'),
                    StringComparison.Ordinal);
            cell["source"] = source.StartsWith("#r", StringComparison.Ordinal) ? $"#i \"nuget:{_feed.Packages}\"\n{source}" : source;
        }

        File.WriteAllText(run, notebook.ToJsonString());
        var (exit, output) = await Shell.Run(Path.Combine(tools, Repl), root,
            $"--run \"{run}\" --exit-after-run --output-format ipynb --output-path \"{Path.Combine(root, "done.ipynb")}\"",
            ("NUGET_PACKAGES", Path.Combine(root, "cache")));
        Assert.True(exit == 0, output);

        string shown = File.ReadAllText(Path.Combine(root, "done.ipynb"));
        Assert.Contains("80.6B", shown, StringComparison.Ordinal);  // README: the plan for one million dollars
        Assert.Contains("5.04e23", shown, StringComparison.Ordinal); // Gopher: 6 x 280e9 x 300e9
        Assert.Contains("plotly", shown, StringComparison.Ordinal);
    }
}
