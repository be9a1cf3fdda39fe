using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

public class OwnLawTests
{
    private const string OurLaw = """
        {
          "id": "our-2026", "title": "our sweep", "form": "tokens-per-parameter",
          "coefficients": { "ratio": 1.1 },
          "source": { "authors": "Us", "year": 2026, "title": "Our sweep", "arxiv": null, "place": "report 7" }
        }
        """;

    private const string Gopher = """
        public const long Parameters = 280_000_000_000;
        public const long Tokens = 300_000_000_000;
        """;

    [Fact]
    public async Task A_law_of_the_project_judges_and_names_itself_like_a_built_in_one()
    {
        var code = Config.Run(Gopher, "Law = \"our-2026\"").AdditionalFile("our.law.json", OurLaw);
        Assert.Empty(await code.Diagnostics()); // 1.07 per parameter is what this law wants
        Assert.Contains("LawName = \"our-2026\"", (await code.Generate()).Sources.Values.Single(), System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_option_may_name_it_too() => Assert.Empty(
        await Config.Run(Gopher).AdditionalFile("our.law.json", OurLaw).Option("scaling_analyzers.law", "our-2026").Diagnostics());

    [Fact]
    public async Task An_error_in_the_file_is_reported_at_its_place()
    {
        var reported = await Config.Run("public const long Parameters = 70_000_000_000;")
            .AdditionalFile("our.law.json", OurLaw.Replace("1.1", "-1.1", System.StringComparison.Ordinal))
            .Diagnostics();
        var error = Assert.Single(reported);
        Assert.Equal("SCALE904", error.Id);
        Assert.Equal(2, error.Location.GetLineSpan().StartLinePosition.Line);
        Assert.StartsWith("'our.law.json' defines no law: ", error.GetMessage(CultureInfo.InvariantCulture),
            System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1, 2]")]
    [InlineData("{ \"id\": \"besiroglu-2024\" }")]
    public async Task A_file_that_is_not_a_law_is_reported_and_nothing_crashes(string text)
    {
        var reported = await Config.Run("public const long Parameters = 70_000_000_000;").AdditionalFile("our.law.json", text).Diagnostics();
        Assert.NotEmpty(reported);
        Assert.All(reported, d => Assert.Equal("SCALE904", d.Id));
    }

    [Fact]
    public async Task Near_names_include_the_projects_own()
    {
        var reported = await Config.Run(Gopher, "Law = \"our-2025\"").AdditionalFile("our.law.json", OurLaw).Only("SCALE904").Diagnostics();
        Assert.EndsWith("near names: our-2026", Assert.Single(reported).GetMessage(CultureInfo.InvariantCulture),
            System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task Editing_the_law_regenerates()
    {
        var first = await Config.Run(Gopher, "Law = \"our-2026\"").AdditionalFile("our.law.json", OurLaw).Generate();
        var edited =
            first.Reconfigure(code => code.AdditionalFile("our.law.json", OurLaw.Replace("1.1", "2.2", System.StringComparison.Ordinal)));
        Assert.NotEqual(first.Sources.Values.Single(), edited.Sources.Values.Single());
    }
}
