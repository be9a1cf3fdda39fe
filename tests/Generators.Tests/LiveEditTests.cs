using System.Linq;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>
/// The behaviour of an editor and `dotnet watch` while files change: a workspace with our generator, from one edit to
/// the next.
/// </summary>
public class LiveEditTests
{
    private static readonly Code Project = Config.Code
        .File("Gopher.cs", """
            using ScalingAnalyzers;
            [TrainingConfig]
            public static partial class Gopher
            {
                public const long Parameters = 280_000_000_000;
                public const long Tokens = Data.Tokens;
                public const double Flops = Estimates.TrainingFlops;
            }
            """)
        .File("Data.cs", """
            public static class Data
            {
                public const long Tokens = 300_000_000_000;
            }
            """)
        .File("Other.cs", "public static class Other { public const int X = 1; }")
        .Config(
            ".editorconfig", "root = true\n[*.cs]\nscaling_analyzers.law = besiroglu-2024\nscaling_analyzers.tokens_per_parameter = 20\n")
        .Json(
            "config.json",
            """
            { "model_type": "llama", "hidden_size": 4096, "num_hidden_layers": 32, "num_attention_heads": 32,
              "num_key_value_heads": 8, "intermediate_size": 14336, "vocab_size": 128256 }
            """,
            "Name=Llama; Tokens=15T");

    [Fact]
    public async Task A_constant_in_another_document_is_followed_into_the_program()
    {
        var live = Project.Live();
        Assert.Equal(5.04e23, await live.Constant("Gopher", "Flops"));
        live = await live.Edit("Data.cs", "300", "1_300");
        Assert.Equal(1_300_000_000_000, await live.Constant("Gopher+Estimates", "TrainingTokens"));
        Assert.Equal(2.184e24, await live.Constant("Gopher", "Flops")); // 6 * 280e9 * 1.3e12
        Assert.Equal(5.04e23, await (await live.Edit("Data.cs", "1_300", "300")).Constant("Gopher", "Flops"));
    }

    [Fact]
    public async Task An_unrelated_document_regenerates_nothing()
    {
        var live = Project.Live();
        var before = await live.Generated();
        Assert.Equal(2, before.Count);
        live = await live.Edit("Other.cs", "X = 1", "X = 2");
        Assert.Equal(2, await live.Constant("Other", "X"));
        Assert.All(await live.Generated(), text => Assert.Same(before[text.Key], text.Value));
    }

    [Fact]
    public async Task A_json_file_is_followed_and_leaves_the_others_as_they_are()
    {
        var live = Project.Live();
        var before = await live.Generated();
        Assert.Equal(8_030_261_248, await live.Constant("ScalingConfigs+Llama", "Parameters")); // as published
        live = await live.Edit("config.json", "128256", "32000");
        Assert.Equal(8_030_261_248 - (2L * 4096 * (128256 - 32000)), await live.Constant("ScalingConfigs+Llama", "Parameters"));
        var after = await live.Generated();
        Assert.Equal(["ScalingConfigs_Llama"],
            after.Where(text => !ReferenceEquals(before[text.Key], text.Value)).Select(text => text.Key.Split('.')[0]));
    }

    [Fact]
    public async Task An_editorconfig_is_followed()
    {
        var live = Project.Live();
        Assert.Equal(KnownLaws.Besiroglu2024, await live.Constant("Gopher+Estimates", "LawName"));
        live = await live.Edit(".editorconfig", "besiroglu-2024", "tokens-per-parameter");
        Assert.Equal(KnownLaws.TokensPerParameter, await live.Constant("Gopher+Estimates", "LawName"));
        Assert.Equal(20 * 280_000_000_000, await live.Constant("Gopher+Estimates", "OptimalTokensForParameters"));
        live = await live.Edit(".editorconfig", "= 20", "= 25");
        Assert.Equal(25 * 280_000_000_000, await live.Constant("Gopher+Estimates", "OptimalTokensForParameters"));
        Assert.Equal(5.04e23, await live.Constant("Gopher", "Flops"));
    }
}
