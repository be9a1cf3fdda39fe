using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

public class BalanceFixTests
{
    private const string Gopher = """
        public const long Parameters = 280_000_000_000;
        public const long Tokens = {0};
        """;

    [Fact]
    public async Task The_first_fix_keeps_the_bill_and_titles_carry_result_and_price()
    {
        var offers = await Config.Run("""
            public const long Parameters = 280_000_000_000;
            public const long Tokens = 300_000_000_000;
            """).Offers();
        Assert.Equal(
            [
                new Offer("Train 67.4B parameters on 1.25T tokens: same compute", "same-compute"),
                new Offer("Train on 4.82T tokens: compute x16.1", "scale-tokens"),
                new Offer("Train 15.1B parameters: compute x0.0539", "scale-parameters"),
            ],
            offers.ToArray());
    }

    [Fact]
    public async Task Over_training_is_declared_first()
    {
        var offers = await Config.Run("""
            public const long Parameters = 8_030_261_248;
            public const long Tokens = 15_000_000_000_000;
            """).Offers();
        Assert.Equal(["declare-intent", "same-compute", "scale-parameters", "scale-tokens"], offers.Select(o => o.Key));
    }

    [Fact]
    public Task The_fix_keeps_separators_and_comments() => Config.Fix(
        """
        public const long Parameters = 280_000_000_000;
        public const long Tokens = [|300_000_000_000|]; // as published
        """,
        """
        public const long Parameters = 280_000_000_000;
        public const long Tokens = 4_820_000_000_000; // as published
        """, fix: "scale-tokens");

    [Theory]
    [InlineData("300000000000", "4820000000000")]
    [InlineData("300_000_000_000L", "4_820_000_000_000L")]
    [InlineData("(long)300e9", "(long)4820e9")]
    [InlineData("(long)3e11", "(long)4.82e12")]
    [InlineData("(long)3.0E+11", "(long)4.82E+12")]
    [InlineData("300 * Quantity.Billion", "4820 * Quantity.Billion")]
    [InlineData("Quantity.Billion * /* keep */ 300 /* me */", "Quantity.Billion * /* keep */ 4820 /* me */")]
    [InlineData("0x45D964B800", "0x4623E634800")]
    [InlineData("300_000 * 1_000_000L", "4_820_000 * 1_000_000L")]
    public async Task The_form_of_the_literal_stays(string before, string after)
    {
        await Config.Run(string.Format(Gopher, before)).Fix("scale-tokens").AndNothingWarns()
            .Becomes("using ScalingAnalyzers;\n[TrainingConfig()]\npublic static partial class Run\n{\n"
                + string.Format(Gopher, after) + "\n}\n");
    }

    [Theory]
    [InlineData("double", "300e9", "4820e9")]
    [InlineData("double", "3E11D", "4.82E12D")]
    [InlineData("double", "0.3 * Quantity.Trillion", "4.82 * Quantity.Trillion")]
    [InlineData("decimal", "300_000_000_000m", "4820000000000m")]
    [InlineData("string", "\"300B\"", "\"4820B\"")]
    [InlineData("string", "\"0.3T\"", "\"4.82T\"")]
    [InlineData("string", "\"3e11\"", "\"4.82e12\"")]
    public async Task The_type_of_the_literal_stays(string type, string before, string after)
    {
        const string Members = """
            public static readonly long Parameters = 280_000_000_000;
            public static readonly {0} Tokens = {1};
            """;
        await Config.Run(string.Format(Members, type, before)).Fix("scale-tokens").AndNothingWarns()
            .Becomes("using ScalingAnalyzers;\n[TrainingConfig()]\npublic static partial class Run\n{\n"
                + string.Format(Members, type, after) + "\n}\n");
    }

    [Theory]
    [InlineData("""
        public const long Parameters = 280_000_000_000;
        public const int Tokens = 2_000_000_000;
        """)]
    [InlineData("""
        public const long Parameters = 280_000_000_000;
        public static readonly long Tokens = 100 + 300_000_000_000;
        """)]
    [InlineData("""
        public const long Parameters = 280_000_000_000;
        public static readonly long Tokens = System.Math.Max(300_000_000_000, 5);
        """)]
    public Task A_fix_is_not_offered_where_the_number_cannot_be_edited(string members) =>
        Config.Run(members).Fix("scale-tokens").IsNotOffered();

    [Fact]
    public Task Where_tokens_come_from_steps_the_steps_are_edited() => Config.Fix(
        """
        public const long Parameters = 280_000_000_000;
        public const int MaxSteps = [|143_000|], GlobalBatchSize = 1024, SequenceLength = 2048;
        """,
        """
        public const long Parameters = 280_000_000_000;
        public const int MaxSteps = 2_300_000, GlobalBatchSize = 1024, SequenceLength = 2048;
        """,
        fix: "scale-tokens");

    [Fact]
    public Task The_number_is_edited_where_it_is_written_also_in_another_file() => Config.Of("""
        [TrainingConfig]
        public static partial class {|SCALE001:Run|}
        {
            public const long Parameters = 280_000_000_000;
        }
        """).File("Tokens.cs", """
            public static partial class Run
            {
                public const long Tokens = 300_000_000_000;
                /* here */
            }
            """)
        .Fix("scale-tokens").AndNothingWarns()
        .Becomes(("Tokens.cs", """
            public static partial class Run
            {
                public const long Tokens = 4_820_000_000_000;
                /* here */
            }
            """));

    [Fact]
    public Task Declaring_the_intent_keeps_the_other_arguments() => Config.Of("""
        [TrainingConfig(Accelerator = "H100")]
        public static partial class Run
        {
            public const long Parameters = 8_030_261_248;
            public const long Tokens = {|SCALE004:15 * Quantity.Trillion|};
        }
        """).Fix("declare-intent").AndNothingWarns().Becomes("""
        using ScalingAnalyzers;
        [TrainingConfig(Accelerator = "H100", Intent = TrainingIntent.InferenceOptimal)]
        public static partial class Run
        {
            public const long Parameters = 8_030_261_248;
            public const long Tokens = 15 * Quantity.Trillion;
        }
        """);

    [Fact]
    public Task Declaring_the_intent_works_without_a_using() => Config.Code.With("""
        [ScalingAnalyzers.TrainingConfig]
        public static partial class Run
        {
            public const long Parameters = 8_030_261_248;
            public const long Tokens = 15_000_000_000_000;
        }
        """).Fix("declare-intent").AndNothingWarns().Becomes("""
        [ScalingAnalyzers.TrainingConfig(Intent = global::ScalingAnalyzers.TrainingIntent.InferenceOptimal)]
        public static partial class Run
        {
            public const long Parameters = 8_030_261_248;
            public const long Tokens = 15_000_000_000_000;
        }
        """);

    [Fact]
    public Task Partial_is_added_to_the_type_and_all_around_it() => Config.Of("""
        public class Outer
        {
            public readonly struct Middle
            {
                [TrainingConfig]
                public static class {|SCALE903:Run|}
                {
                    public const long Parameters = 70_000_000_000;
                }
            }
        }
        """).Fix("add-partial").AndNothingWarns().Becomes("""
        using ScalingAnalyzers;
        public partial class Outer
        {
            public readonly partial struct Middle
            {
                [TrainingConfig]
                public static partial class Run
                {
                    public const long Parameters = 70_000_000_000;
                }
            }
        }
        """);

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task All_runs_of_a_scope_are_fixed_at_once(FixAllScope scope)
    {
        string Text(string name, string parameters, string tokens) => $$"""
            using ScalingAnalyzers;
            [TrainingConfig]
            public static partial class {{name}}
            {
                public const long Parameters = {{parameters}};
                public const long Tokens = {{tokens}};
            }
            """;
        string Bad(string name) => Text(name, "280_000_000_000", "300_000_000_000");
        string Good(string name) => Text(name, "67_400_000_000", "1_250_000_000_000");

        var change = Config.Willing.File("A.cs", Bad("A"))
            .File("B.cs", Bad("B"))
            .ReferencingProject("Lib", ("C.cs", Bad("C")))
            .FixAll("same-compute", scope);
        await change.Becomes(scope switch
        {
            FixAllScope.Document => [("A.cs", Good("A"))],
            FixAllScope.Project => [("A.cs", Good("A")), ("B.cs", Good("B"))],
            _ => [("A.cs", Good("A")), ("B.cs", Good("B")), ("Lib/C.cs", Good("C"))],
        });
    }

    [Fact]
    public async Task A_literal_that_two_runs_want_differently_is_left_alone()
    {
        const string Shared = """
            using ScalingAnalyzers;
            public static class Data { public const long Corpus = 300_000_000_000; }
            [TrainingConfig]
            public static partial class A
            {
                public const long Parameters = 280_000_000_000;
                public const long Tokens = Data.Corpus;
            }
            [TrainingConfig]
            public static partial class B
            {
                public const long Parameters = 530_000_000_000;
                public const long Tokens = Data.Corpus;
            }
            """;
        var code = Config.Willing.With(Shared);
        Assert.Equal(2, (await code.Diagnostics()).Length);
        await Assert.ThrowsAnyAsync<System.Exception>(() => code.FixAll("scale-tokens").Becomes(Shared));
    }
}
