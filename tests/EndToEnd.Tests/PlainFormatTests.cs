using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;

namespace ScalingAnalyzers.Tests;

/// <summary>`dotnet format` as hooks run it: without arguments, over the samples.</summary>
public class PlainFormatTests
{
    // A mechanical fault beside runs that are far from their optimum.
    private const string Mistyped = """
        namespace Formatted;

        [ScalingAnalyzers.TrainingConfig(Accelerator = "H100-SMX", Utilization = 40)]
        internal static partial class Mistyped
        {
            public const long Parameters = 30_000_000_000;
            public const long Tokens = 60_000_000_000;
        }

        """;

    private readonly Feed _feed;

    public PlainFormatTests(Feed feed) => _feed = feed;

    [Theory]
    [InlineData("PublishedRuns")]
    [InlineData("ConfigStyles")]
    [InlineData("HuggingFace")]
    [InlineData("PlanningABudget")]
    public async Task It_changes_nothing_but_mechanical_faults(string sample)
    {
        string folder = Copy(sample);
        File.WriteAllText(Path.Combine(folder, "Mistyped.cs"), Mistyped);
        string[] before = Texts(folder);
        await Shell.Succeeds(folder, "build");
        await Shell.Succeeds(folder, "format --no-restore");
        Assert.Equal(before.Select(Mended), Texts(folder));
        await Shell.Succeeds(folder, "format --no-restore");
        Assert.Equal(before.Select(Mended), Texts(folder));
    }

    // 3 and 8, meant in billions: a batch that may do everything still changes no number twice.
    [Fact]
    public async Task One_run_never_stacks_two_fixes_on_one_number()
    {
        const string Small = """
            using ScalingAnalyzers;

            [TrainingConfig]
            public static partial class Small
            {
                public const long Parameters = 3;
                public const long Tokens = 8;
            }

            """;
        string folder = _feed.Project("Stacked", "net10.0", "<ScalingBatchFixes>all</ScalingBatchFixes>", ("Small.cs", Small));
        await Shell.Succeeds(folder, "restore");
        await Shell.Succeeds(folder, "format --no-restore");
        string expected = Small.Replace("= 3;", "= 3_000_000_000;", StringComparison.Ordinal)
            .Replace("= 8;", "= 8_000_000_000;", StringComparison.Ordinal);
        Assert.Equal(expected, File.ReadAllText(Path.Combine(folder, "Small.cs")));
    }

    private static string Mended(string text) => text.Contains("H100-SMX", StringComparison.Ordinal)
        ? text.Replace("H100-SMX", "H100-SXM", StringComparison.Ordinal).Replace("= 40)", "= 0.40)", StringComparison.Ordinal)
        : text;

    private string Copy(string sample)
    {
        string source = Path.Combine(Facts.RepositoryRoot, "samples", sample);
        string folder = _feed.Project("Formatted" + sample, "net10.0",
            "<OutputType>Exe</OutputType><Nullable>enable</Nullable><RootNamespace>" + sample + "Sample</RootNamespace>");
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            string relative = Path.GetRelativePath(source, file);
            if (relative.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")) continue;
            if (Path.GetExtension(file) is not (".cs" or ".json")) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, relative))!);
            File.Copy(file, Path.Combine(folder, relative));
        }

        // A project of ours beside the sample is a package here.
        var items = XDocument.Load(Path.Combine(source, sample + ".csproj")).Root!.Elements("ItemGroup").ToArray();
        foreach (var reference in items.Elements("ProjectReference").ToArray())
        {
            string name = "ScalingAnalyzers." + Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value);
            reference.ReplaceWith(new XElement(
                "PackageReference", new XAttribute("Include", name), new XAttribute("Version", Feed.Version)));
        }

        File.WriteAllText(Path.Combine(folder, "Directory.Build.targets"), new XElement("Project", items).ToString());
        return folder;
    }

    private static string[] Texts(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText),
    ];
}
