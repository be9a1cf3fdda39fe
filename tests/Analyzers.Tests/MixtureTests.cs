using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>A mixture of experts is one however its counts are known: declared, counted from its dimensions, or not at
/// all. Mixtral 8x7B, Jiang et al. 2024.</summary>
public class MixtureTests
{
    private const string Mixtral = """
        [ModelConfig(Family = "mixtral")] public class Mixtral
        {
            public int HiddenSize = 4096, NumHiddenLayers = 32, NumAttentionHeads = 32, NumKeyValueHeads = 8,
                IntermediateSize = 14336, VocabSize = 32000, NumLocalExperts = 8, NumExpertsPerTok = 2;
        }
        [TrainingConfig(Model = typeof(Mixtral))] public static partial class Run { public const long Tokens = {|TOKENS|}; }
        """;

    private const string Declared = "[TrainingConfig] public static partial class Run { public const long Parameters = 46_702_792_704, "
        + "ActiveParameters = 12_879_925_248; public const long Tokens = {|TOKENS|}; }";

    // 93 tokens per active parameter, 26 per parameter: the two counts do not agree, so nothing is reported (DESIGN,
    // section 3).
    [Theory]
    [InlineData(Mixtral)]
    [InlineData(Declared)]
    public async Task Nothing_is_reported_where_the_two_counts_disagree(string config) =>
        Assert.Empty((await Config.Of(config.Replace("{|TOKENS|}", "1_200_000_000_000", System.StringComparison.Ordinal)).Diagnostics())
            .Select(d => d.Id)
            .Except(["SCALE003"]));

    [Theory]
    [InlineData("50_000_000_000", "SCALE001",
        "'Run' trains 12.9B active parameters on 50B tokens (3.88 per parameter). At equal compute (3.86e21 FLOPs)")]
    [InlineData("15_000_000_000_000", "SCALE004", "'Run' trains a mixture of 46.7B (12.9B active) on 15T tokens (321 for each of all): "
        + "declare Intent or InferenceTokens. besiroglu-2024, of dense models, puts the optimum of this compute at ")]
    public async Task A_message_names_the_count_and_its_compute(string tokens, string rule, string words)
    {
        foreach (string config in new[] { Mixtral, Declared })
        {
            var reported = (await Config.Of(config.Replace("{|TOKENS|}", tokens, System.StringComparison.Ordinal)).Diagnostics())
                .Where(d => d.Id is not "SCALE003")
                .ToArray();
            Assert.Equal([rule], reported.Select(d => d.Id));
            string message = reported[0].GetMessage(CultureInfo.InvariantCulture);
            Assert.StartsWith(words, message, System.StringComparison.Ordinal);
            Assert.DoesNotContain("loss", message, System.StringComparison.Ordinal);
        }
    }

    // 16B with 1.4B active on 20T (Ling-mini-2.0) was told the optimum of 16B active parameters, 134B.
    [Theory]
    [InlineData("", "SCALE004", "declare-intent")]
    [InlineData("Intent = TrainingIntent.ComputeOptimal", "SCALE002", "")]
    public async Task The_optimum_of_all_experts_together_is_no_advice(string arguments, string rule, string offered)
    {
        var code = Config.Run("""
            public const long Parameters = 16_000_000_000, ActiveParameters = 1_400_000_000;
            public const long Tokens = 20_000_000_000_000;
            """, arguments);
        var found = (await code.Diagnostics()).Single(d => d.Id == rule);
        Assert.DoesNotContain("134B", found.GetMessage(CultureInfo.InvariantCulture), System.StringComparison.Ordinal);
        Assert.DoesNotContain(found.Properties.Keys, key => key.StartsWith("Optimal", System.StringComparison.Ordinal));
        Assert.Equal(offered, string.Join(" ", (await code.Only(rule).Offers()).Select(offer => offer.Key)));
    }

    [Fact]
    public async Task Experts_that_cannot_be_read_are_no_dense_model_either()
    {
        var code = await Config.Run("""
            public const long Parameters = 46_702_792_704;
            public static int NumLocalExperts => System.Environment.ProcessorCount;
            public const long Tokens = 100_000_000_000;
            """).Load();
        Assert.Null(code.TypeOf("Run.Estimates").GetField("TrainingFlops"));
    }

    [Fact]
    public async Task Experts_without_a_count_of_the_active_parameters_are_no_dense_model()
    {
        var config = Config.Run("""
            public const long Parameters = 46_702_792_704;
            public const int NumLocalExperts = 8, NumExpertsPerTok = 2;
            public const long Tokens = 100_000_000_000;
            """);
        var code = await config.Load();
        Assert.Null(code.TypeOf("Run.Estimates").GetField("TrainingFlops"));
        var reported = await config.Severity("SCALE901", "warning").Diagnostics();
        Assert.Equal(["'Run' is not assessed: 'NumLocalExperts' makes it a mixture of experts; declare its ActiveParameters"],
            reported.Select(d => d.GetMessage(CultureInfo.InvariantCulture)));
    }
}
