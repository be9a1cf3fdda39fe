using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Testing;
using ScalingAnalyzers.Tests;

namespace ScalingAnalyzers.Documentation.Tests;

/// <summary>samples/ConfigStyles warns where its comments announce it and nowhere else, and generates for every
/// style.</summary>
public class ConfigStylesTests
{
    private const string Mark = "// warns: ";

    private static readonly string Folder = Path.Combine(Facts.RepositoryRoot, "samples", "ConfigStyles");

    [Fact]
    public async Task The_styles_warn_where_their_comments_say()
    {
        var expected = new List<string>();
        foreach (string file in Directory.EnumerateFiles(Folder, "*.cs"))
        {
            string[] lines = File.ReadAllLines(file);
            for (int i = 0; i < lines.Length; i++)
            {
                if (lines[i].TrimStart().StartsWith(Mark, StringComparison.Ordinal) && !lines[i].Contains('#', StringComparison.Ordinal))
                {
                    expected.Add($"{Path.GetFileName(file)}({i + 2}): {lines[i].Trim()[Mark.Length..]}");
                }
            }
        }

        var reported = await Styles().Diagnostics();
        Assert.Equal(4, expected.Count);
        Assert.Equal(expected.Order(StringComparer.Ordinal), reported.Select(Line).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_style_gets_constants()
    {
        var program = await Styles().Load();
        Assert.Equal(8_030_261_248L, program.Value<long>("ConfigStyles.ConstructorStyle.Estimates.Parameters"));
        Assert.Equal(900_000L * 2048 * 8192, program.Value<long>("ConfigStyles.ConstructorStyle.Estimates.TrainingTokens"));
        Assert.Equal(100_000L * 4 * 2 * 256 * 2048, program.Value<long>("ConfigStyles.FineGrainedOptions.Estimates.TrainingTokens"));
        Assert.Equal(300_000_000_000L, program.Value<long>("ConfigStyles.LanguageModel.Estimates.TrainingTokens"));
        Assert.Equal(20.0, program.Value<double>("ConfigStyles.Plans.Estimates.Small.TokensPerParameter"));
    }

    private static Code Styles() => Directory.EnumerateFiles(Folder, "*.cs")
        .Aggregate(Config.Code, (code, file) => code.File(Path.GetFileName(file), File.ReadAllText(file)))
        .As(OutputKind.ConsoleApplication);

    private static string Line(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetLineSpan();
        return $"{Path.GetFileName(span.Path)}({span.StartLinePosition.Line + 1}): {diagnostic.Id}";
    }
}
