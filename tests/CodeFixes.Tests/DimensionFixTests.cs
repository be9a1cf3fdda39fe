using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;
using ScalingAnalyzers.CodeFixes;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

public class DimensionFixTests
{
    private static string Model(string members) =>
        $$"""
        using ScalingAnalyzers;
        [ModelConfig(Family = "llama")]
        public static partial class Shape { {{members}} }
        """;

    private const string Rest = "public const int Layers = 32, IntermediateSize = 14336; ";

    [Theory]
    [InlineData("nearest-divisor", $$"""
        {{Rest}}
        public const int HiddenSize = 4096, Heads = 30, VocabSize = 128256, KvHeads = 8;
        """, $$"""
        {{Rest}}
        public const int HiddenSize = 4096, Heads = 32, VocabSize = 128256, KvHeads = 8;
        """)]
    [InlineData("nearest-divisor", $$"""
        {{Rest}}
        public const int HiddenSize = 4096, Heads = 32, VocabSize = 128256, KvHeads = 0x6;
        """, $$"""
        {{Rest}}
        public const int HiddenSize = 4096, Heads = 32, VocabSize = 128256, KvHeads = 0x8;
        """)]
    [InlineData("round-dimension", Rest + """
        public const int HiddenSize = 4096, Heads = 32, KvHeads = 8;
        public const int VocabSize = 128_001; // padded
        """, Rest + """
        public const int HiddenSize = 4096, Heads = 32, KvHeads = 8;
        public const int VocabSize = 128_064; // padded
        """)]
    [InlineData("round-dimension", $$"""
        {{Rest}}
        public const int HiddenSize = 4_000, Heads = 40, KvHeads = 8, VocabSize = 128256;
        """, $$"""
        {{Rest}}
        public const int HiddenSize = 4_160, Heads = 40, KvHeads = 8, VocabSize = 128256;
        """)] // 4032 does not divide into 40 heads
    [InlineData("use-counted", $$"""
        {{Rest}}
        public const int HiddenSize = 4096, Heads = 32, KvHeads = 8, VocabSize = 128256;
        public const long Parameters = 7_000_000_000;
        """, $$"""
        {{Rest}}
        public const int HiddenSize = 4096, Heads = 32, KvHeads = 8, VocabSize = 128256;
        public const long Parameters = 8_030_261_248;
        """)]
    [InlineData("use-counted", $$"""
        {{Rest}}
        public const int HiddenSize = 4096, Heads = 32, KvHeads = 8, VocabSize = 128256;
        public const long Parameters = 7 * Quantity.Billion;
        """, $$"""
        {{Rest}}
        public const int HiddenSize = 4096, Heads = 32, KvHeads = 8, VocabSize = 128256;
        public const long Parameters = 8 * Quantity.Billion;
        """)]
    [InlineData("use-counted", $$"""
        {{Rest}}
        public const int HiddenSize = 4096, Heads = 32, KvHeads = 8, VocabSize = 128256;
        public const string Parameters = "7B";
        """, $$"""
        {{Rest}}
        public const int HiddenSize = 4096, Heads = 32, KvHeads = 8, VocabSize = 128256;
        public const string Parameters = "8.03B";
        """)]
    public async Task A_dimension_is_fixed_to_the_last_digit(string fix, string before, string after) =>
        await Config.Code.With(Model(before.Replace(" // padded", "\n", System.StringComparison.Ordinal))).Fix(fix).AndNothingWarns()
            .Becomes(Model(after.Replace(" // padded", "\n", System.StringComparison.Ordinal)));

    [Fact]
    public async Task Titles_carry_the_result()
    {
        var offers = await Config.Code.With(Model($$"""
            {{Rest}}
            public const int HiddenSize = 4096, Heads = 30, VocabSize = 128256, KvHeads = 8;
            """)).Offers();
        Assert.Equal([new Offer("Use the nearest Heads that divides: 32", "nearest-divisor")], offers.ToArray());
    }

    [Theory]
    [InlineData("public const int HiddenSize = 4096, Heads = 10 + 20, KvHeads = 8, VocabSize = 128256;")]
    [InlineData("public const int HiddenSize = 4096, Heads = 30, KvHeads = 31, VocabSize = 128256;")] // no heads of 31 groups divide 4096
    public Task Where_nothing_can_be_edited_or_nothing_divides_no_fix_is_offered(string members) =>
        Config.Code.With(Model(Rest + members)).Only("SCALE301").Fix("nearest-divisor").IsNotOffered();

    [Fact]
    public Task A_rounding_that_would_leave_the_declared_count_is_not_offered() =>
        Config.Code.With(Model("""
            public const int Layers = 2, HiddenSize = 65, Heads = 1, KvHeads = 1, IntermediateSize = 128, VocabSize = 1024;
            public const long Parameters = 216_645;
            """))
            .Only("SCALE303").Fix("round-dimension").IsNotOffered();

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Solution)]
    public Task All_dimensions_of_a_scope_are_fixed_at_once(FixAllScope scope) =>
        Config.Willing.With($$"""
            {{Model(Rest + "public const int HiddenSize = 4096, Heads = 32, KvHeads = 8, VocabSize = 128_001;")}}
            [ModelConfig]
            public class Other
            {
                public int VocabSize = 50257;
            }
            """)
            .FixAll("round-dimension", scope)
            .Becomes($$"""
                {{Model(Rest + "public const int HiddenSize = 4096, Heads = 32, KvHeads = 8, VocabSize = 128_064;")}}
                [ModelConfig]
                public class Other
                {
                    public int VocabSize = 50304;
                }
                """);

    [Theory]
    [InlineData("nearest-divisor", "{ \"model_type\": \"llama\",\n  \"hidden_size\": 4096, // wide\n  \"num_attention_heads\": 30 }",
        "{ \"model_type\": \"llama\",\n  \"hidden_size\": 4096, // wide\n  \"num_attention_heads\": 32 }")]
    [InlineData("round-dimension", "{ \"model_type\": \"gpt2\", \"vocab_size\": 50257 }",
        "{ \"model_type\": \"gpt2\", \"vocab_size\": 50304 }")]
    [InlineData("nearest-divisor", "{ \"model_type\": \"llava\", \"text_config\": { \"model_type\": \"llama\", \"num_attention_heads\": 33 "
        + "} }", "{ \"model_type\": \"llava\", \"text_config\": { \"model_type\": \"llama\", \"num_attention_heads\": 32 } }")]
    public Task A_field_of_a_json_config_is_fixed_in_its_file(string fix, string before, string after) => Config.Code
        .File("A.cs", "public class A { }").Json("configs/a/config.json", before, "Tokens=200B").Only("SCALE301", "SCALE303")
        .Fix(fix).AndNothingWarns().Becomes(("configs/a/config.json", after));

    [Theory]
    [InlineData("50257", 50304, "50304")]
    [InlineData("50_257", 50304, "50_304")]
    [InlineData("0x1F", 32, "0x20")]
    [InlineData("7e9", 8030261248, "8.030261248e9")]
    [InlineData("4000.0", 4096, "4096.0")]
    [InlineData("\"7B\"", 8030261248, null)]
    [InlineData("64", 0, null)]
    public void A_literal_takes_a_whole_number_to_the_last_digit(string text, long value, string? expected) =>
        Assert.Equal(expected, LiteralText.Exact(text, value));
}
