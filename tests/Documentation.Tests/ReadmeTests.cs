using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using System.Xml.Linq;
using ScalingAnalyzers.Testing;
using ScalingAnalyzers.Tests;

namespace ScalingAnalyzers.Documentation.Tests;

/// <summary>Further statements of the README and of the pages about the code.</summary>
public partial class ReadmeTests
{
    // A complete run: of a known shape, over-trained (so that it pays back), on known hardware, at a price; a budget; a
    // mixture; and one with compute before and after it.
    private const string Complete = """
        [ModelConfig(Family = "llama")]
        public sealed class Shape
        {
            public int HiddenSize = 4096;
            public int NumHiddenLayers = 32;
            public int NumAttentionHeads = 32;
            public int NumKeyValueHeads = 8;
            public int IntermediateSize = 14336;
            public int VocabSize = 128256;
        }

        [TrainingConfig(
            Model = typeof(Shape), Accelerator = "H100-SXM", AcceleratorCount = 8, Utilization = 0.4,
            PricePerAcceleratorHour = 2, Intent = TrainingIntent.InferenceOptimal)]
        public static partial class Complete
        {
            public const long Tokens = 15_000_000_000_000;
            public const int SequenceLength = 8192;
            public const int MicroBatchSize = 1;
            public const NumericFormat ServingPrecision = NumericFormat.FP4;
        }

        [TrainingConfig(
            Accelerator = "H100-SXM", AcceleratorCount = 8, Utilization = 0.4, PricePerAcceleratorHour = 2, MaxCost = 1_000_000)]
        public static partial class Budget
        {
        }

        [ModelConfig(Family = "mixtral")]
        public sealed class Experts
        {
            public int HiddenSize = 4096;
            public int NumHiddenLayers = 32;
            public int NumAttentionHeads = 32;
            public int NumKeyValueHeads = 8;
            public int IntermediateSize = 14336;
            public int VocabSize = 32000;
            public int NumLocalExperts = 8;
            public int NumExpertsPerTok = 2;
        }

        [TrainingConfig(Model = typeof(Experts), Intent = TrainingIntent.InferenceOptimal)]
        public static partial class Mixture
        {
            public const long Tokens = 2_000_000_000_000;
        }

        [TrainingConfig(Stage = TrainingStage.Distillation)]
        public static partial class Continued
        {
            public const long Parameters = 8_000_000_000;
            public const long Tokens = 1_000_000_000_000;
            public const long PriorTokens = 15_000_000_000_000;
            public const long TeacherParameters = 70_000_000_000;
            public const long SftTokens = 1_000_000_000;
            public const long RlTokens = 2_000_000_000;
            public const long InferenceTokens = 10_000_000_000_000;
            public const int TokensPerQuery = 1_000;
        }
        """;

    [Fact]
    public async Task A_page_lists_every_constant()
    {
        Driver driver = await Config.Of(Complete).Generate();
        IEnumerable<string> made = Constant()
            .Matches(string.Concat(driver.Sources.Values))
            .Select(match => match.Groups["name"].Value)
            .Distinct();
        IEnumerable<string> listed = MarkdownPage.Of("docs/csharp.md").Table("of", "constants").SelectMany(row => row[1].Split(' '));
        Assert.Equal(made.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_page_lists_every_fix_once()
    {
        IEnumerable<string> used = MarkdownPage.Of("docs/rules.md").Table("id", "rule", "default", "fixes")
            .SelectMany(row => row[3].Split(',', StringSplitOptions.TrimEntries))
            .Where(key => key != "none")
            .Distinct();
        IEnumerable<string> listed = MarkdownPage.Of("docs/fixes.md").Table("key", "what it does").Select(row => row[0]);
        Assert.Equal(used.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_page_of_installation_references_the_version_that_is_packed()
    {
        string version =
            XDocument.Load(Path.Combine(Facts.RepositoryRoot, "Directory.Build.props")).Descendants("VersionPrefix").Single().Value;
        Assert.Contains($"<PackageReference Include=\"ScalingAnalyzers\" Version=\"{version}-local.*\" />",
            File.ReadAllText(Path.Combine(Facts.RepositoryRoot, "docs", "install.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_link_between_pages_leads_somewhere()
    {
        var broken =
            from page in MarkdownPage.All()
            from link in page.Links()
            let target = Path.Combine(Facts.RepositoryRoot, Path.GetDirectoryName(page.Path)!, link)
            where !File.Exists(target) && !Directory.Exists(target)
            select page.Path + " -> " + link;
        Assert.Empty(broken);
    }

    [Fact]
    public void Every_link_to_a_heading_leads_to_one()
    {
        List<string> anchors = MarkdownPage.All().SelectMany(page => page.Anchors()).Distinct().ToList();
        var pages = anchors.Select(anchor => MarkdownPage.Of(anchor[..anchor.IndexOf('#', StringComparison.Ordinal)]));
        Assert.Empty(anchors.Except(pages.SelectMany(page => page.Headings())));
        Assert.Contains("docs/csharp.md#constants", anchors);
    }

    // A front page: people decide in a minute whether to read on. The output that it shows counts.
    [Fact]
    public void The_README_has_at_most_900_words()
    {
        string text = File.ReadAllText(Path.Combine(Facts.RepositoryRoot, "README.md"));
        Assert.InRange(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 1, 900);
    }

    [Fact]
    public void The_README_or_the_list_of_pages_links_every_page()
    {
        IEnumerable<string> pages = MarkdownPage.All()
            .Select(page => page.Path)
            .Where(path => path.StartsWith("docs/", StringComparison.Ordinal) && !path.StartsWith("docs/rules/", StringComparison.Ordinal));
        IEnumerable<string> linked =
            MarkdownPage.Of("README.md").Links().Concat(MarkdownPage.Of("docs/README.md").Links().Select(link => "docs/" + link));
        Assert.Empty(pages.Except(linked)); // README links the list itself
    }

    [Fact]
    public void The_table_of_rules_links_every_page_of_a_rule()
    {
        IEnumerable<string> pages = Directory.GetFiles(Path.Combine(Facts.RepositoryRoot, "docs", "rules"), "*.md")
            .Select(path => "rules/" + Path.GetFileName(path));
        Assert.Empty(pages.Except(MarkdownPage.Of("docs/rules.md").Links()));
    }

    [Fact]
    public void The_README_shows_only_measurements_of_the_tables_of_benchmarks()
    {
        string[] titles = ["work", "peer", "ours", "peer", "ratio"];
        var measured = MarkdownPage.Of("benchmarks/README.md").Tables(titles).Select(row => string.Join("|", row));
        Assert.Subset(measured.ToHashSet(), MarkdownPage.Of("README.md").Table(titles).Select(row => string.Join("|", row)).ToHashSet());
    }

    [Fact]
    public void The_changelog_names_every_rule()
    {
        string changelog = File.ReadAllText(Path.Combine(Facts.RepositoryRoot, "CHANGELOG.md"));
        Assert.All(Analyzers.Rules.All, rule => Assert.Contains(rule.Id, changelog, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"public const \w+ (?<name>\w+) =")]
    private static partial Regex Constant();
}
