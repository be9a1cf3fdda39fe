using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>Fixes change the number where it is written, wherever the run is assessed.</summary>
public class WrittenElsewhereTests
{
    [Theory]
    [InlineData("object o = new Run { Parameters = 280_000_000_000, Tokens = 300_000_000_000 };",
        "object o = new Run { Parameters = 280_000_000_000, Tokens = 4_820_000_000_000 };")]
    [InlineData("object o = new Row(280_000_000_000, 300_000_000_000);", "object o = new Row(280_000_000_000, 4_820_000_000_000);")]
    [InlineData("object o = new Built(280, tokens: 300_000_000_000);", "object o = new Built(280, tokens: 4_820_000_000_000);")]
    [InlineData("object o = new Run { Parameters = 280_000_000_000 } with { Tokens = 300 * Quantity.Billion };",
        "object o = new Run { Parameters = 280_000_000_000 } with { Tokens = 4820 * Quantity.Billion };")]
    [InlineData("""
        object F()
        {
            var tokens = 300_000_000_000;
            return new Run { Parameters = 280_000_000_000, Tokens = tokens };
        }
        """, """
        object F()
        {
            var tokens = 4_820_000_000_000;
            return new Run { Parameters = 280_000_000_000, Tokens = tokens };
        }
        """)]
    public async Task The_literal_of_an_object_is_edited(string before, string after)
    {
        const string Types = """
            using ScalingAnalyzers;
            [TrainingConfig]
            public partial record Run
            {
                public long Parameters { get; init; }
                public long Tokens { get; init; }
            }
            [TrainingConfig] public partial record Row(long Parameters, long Tokens);
            [TrainingConfig]
            public partial class Built
            {
                public Built(int billions, long tokens)
                {
                    Parameters = billions * 1_000_000_000L;
                    Tokens = tokens;
                }
                public long Parameters { get; }
                public long Tokens { get; }
            }

            """;
        await Config.Code.With($$"""
            {{Types}}
            public class Use { {{before}} }
            """).Fix("scale-tokens").AndNothingWarns().Becomes($$"""
            {{Types}}
            public class Use { {{after}} }
            """);
    }

    [Fact]
    public Task Declared_tokens_take_what_the_steps_make() => Config.Of("""
        [TrainingConfig]
        public static partial class Run
        {
            public const long Parameters = 10_000_000_000;
            public const long Tokens = {|SCALE304:300_000_000_000|};
            public const int MaxSteps = 100_000, GlobalBatchSize = 1024, SequenceLength = 2048;
        }
        """).Fix("use-product").AndNothingWarns().Becomes("""
        using ScalingAnalyzers;
        [TrainingConfig]
        public static partial class Run
        {
            public const long Parameters = 10_000_000_000;
            public const long Tokens = 210_000_000_000;
            public const int MaxSteps = 100_000, GlobalBatchSize = 1024, SequenceLength = 2048;
        }
        """);

    [Theory]
    [InlineData("long", "300", "300_000_000_000")]
    [InlineData("double", "1.4", "1400000000.0")]
    [InlineData("double", "3e2", "3e11")]
    [InlineData("string", "\"300\"", "\"300000000000\"")]
    public async Task A_count_meant_in_billions_gets_them(string type, string before, string after)
    {
        string Text(string value) => $$"""
            using ScalingAnalyzers;
            [TrainingConfig]
            public static partial class Run
            {
                public const {{type}} Tokens = {{value}};
            }
            """;
        await Config.Code.With(Text(before)).Fix("append-billions").Becomes(Text(after));
    }

    [Theory]
    [InlineData("", "Train on 4.82T tokens: compute x16.1")]
    [InlineData("""
        public static class Other
        {
            public static long X => Data.Corpus;
        }
        """, "Train on 4.82T tokens: compute x16.1, and with it 1 other use of 'Corpus'")]
    [InlineData("""
        public static class Other
        {
            public static long X => Data.Corpus + Data.Corpus;
        }
        """, "Train on 4.82T tokens: compute x16.1, and with it 2 other uses of 'Corpus'")]
    public async Task A_title_lists_the_other_uses_of_a_shared_number(string other, string title)
    {
        var offers = await Config.Of("""
            public static class Data
            {
                public const long Corpus = 300_000_000_000;
            }
            """ + other + """

            [TrainingConfig]
            public static partial class Run
            {
                public const long Parameters = 280_000_000_000;
                public const long Tokens = Data.Corpus;
            }
            """).Offers();
        Assert.Equal(title, System.Linq.Enumerable.Single(offers, o => o.Key == "scale-tokens").Title);
    }

    [Fact]
    public async Task A_fix_of_one_run_never_changes_another()
    {
        const string Runs = """
            using ScalingAnalyzers;
            [TrainingConfig]
            public partial record Run
            {
                public long Parameters { get; init; } = 70_000_000_000;
                public long Tokens { get; init; }
            }
            public static class Use
            {
                public static readonly Run Chinchilla = new() { Tokens = 1_400_000_000_000 };
                public static readonly Run Larger = Chinchilla with { Parameters = 400_000_000_000 };
                public static readonly Run Shorter = new() { Tokens = 50_000_000_000 };
            }
            """;
        var code = Config.Code.With(Runs).Only("SCALE001");
        Assert.Equal(2, (await code.Diagnostics()).Length);
        Assert.Equal(["scale-parameters"], System.Linq.Enumerable.Select(await code.Offers(0), o => o.Key));
        Assert.Equal(["scale-tokens"], System.Linq.Enumerable.Select(await code.Offers(1), o => o.Key));
    }

    [Fact]
    public Task An_int_cannot_hold_billions() => Config.Of("""
        [TrainingConfig] public static partial class Run { public const int Tokens = {|SCALE907:300|}; }
        """).Fix("append-billions").IsNotOffered();
}
