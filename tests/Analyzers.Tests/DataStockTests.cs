using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

public class DataStockTests
{
    [Theory]
    [InlineData("one pass", 100e9, 100e9, null)]
    [InlineData("StableLM-3B-4E1T, four passes", 1e12, 4e12, null)]
    [InlineData("Galactica, Taylor et al. 2022", 106e9, 450e9, DiagnosticSeverity.Info)] // 4.25
    [InlineData("sixteen passes", 100e9, 1600e9, DiagnosticSeverity.Info)]
    [InlineData("a little more", 100e9, 1610e9, DiagnosticSeverity.Warning)]
    [InlineData("beyond use", 100e9, 4100e9, DiagnosticSeverity.Warning)]
    public async Task Repeats_are_noted_above_four_epochs_and_warned_of_above_sixteen(
        string run, double unique, double tokens, DiagnosticSeverity? severity)
    {
        var reported = await Config.Run($$"""
            public const long Parameters = 30_000_000_000;
            public const long UniqueTokens = {{(long)unique}};
            public const long Tokens = {{(long)tokens}};
            """).Only("SCALE201").Diagnostics();
        Assert.Equal(severity is null ? [] : new[] { severity.Value }, reported.Select(d => d.Severity));
        Assert.NotEmpty(run);
    }

    [Fact]
    public async Task The_message_gives_the_value_of_repeats()
    {
        // Muennighoff et al. 2023, R_D* = 15.387756: D' = U (1 + R_D* (1 - e^(-40/R_D*))), one more is worth
        // e^(-40/R_D*).
        var reported = await Config.Run("""
            public const long Parameters = 30_000_000_000;
            public const long UniqueTokens = 100_000_000_000;
            public const double Epochs = 41;
            """).Only("SCALE201").Diagnostics();
        Assert.Equal(
            "'Run' trains on 4.1T tokens of which 100B are unique: 41 epochs. By muennighoff-2023 they are equivalent to 1.52T new tokens, "
                + "and further repeats add almost nothing",
            reported.Single().GetMessage(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2", "SCALE201")]
    [InlineData("5", null)]
    [InlineData("much", "SCALE905")]
    public async Task Accepted_epochs_are_an_option(string value, string? rule)
    {
        var reported = await Config.Run("""
            public const long Parameters = 30_000_000_000;
            public const long UniqueTokens = 100_000_000_000;
            public const long Tokens = 450_000_000_000;
            """)
            .Option("scaling_analyzers.max_epochs", value).Only("SCALE201", "SCALE905").Diagnostics();
        Assert.Equal(rule is null ? [] : new[] { rule }, reported.Select(d => d.Id));
        Assert.All(reported, d => Assert.Equal(DiagnosticSeverity.Warning, d.Severity));
    }

    [Fact]
    public async Task What_the_user_configures_wins_over_the_severity_of_the_rule()
    {
        var code = Config.Run("""
            public const long Parameters = 30_000_000_000;
            public const long UniqueTokens = 100_000_000_000;
            public const long Tokens = 450_000_000_000;
            """).Only("SCALE201");
        Assert.Equal(DiagnosticSeverity.Error, (await code.Severity("SCALE201", "error").Diagnostics()).Single().Severity);
        Assert.Empty(await code.Severity("SCALE201", "none").Diagnostics());
    }

    // Villalobos et al. 2024: the indexed web 510T (130T to 2,100T), the effective stock 300T (100T to 1,000T).
    [Theory]
    [InlineData("", 300e12, null, "")]
    [InlineData("", 301e12, DiagnosticSeverity.Info,
        "trains on 301T tokens; public human text is equivalent to about 300T (100T to 1e15)")]
    [InlineData("", 1001e12, DiagnosticSeverity.Warning, "trains on 1e15 tokens")]
    [InlineData("UniqueTokens = 510_000_000_000_000", 200e12, null, "")]
    [InlineData("UniqueTokens = 511_000_000_000_000", 200e12, DiagnosticSeverity.Info,
        "requires 511T unique tokens; the indexed web has about 510T (130T to 2.1e15) before any filter of quality")]
    [InlineData("UniqueTokens = 2_101_000_000_000_000", 200e12, DiagnosticSeverity.Warning, "requires 2.1e15 unique tokens")]
    [InlineData("TokenStock = 1_000_000_000_000_000", 400e12, null, "")] // one's own stock replaces the estimate
    [InlineData("UniqueTokens = 600_000_000_000_000; public const double TokenStock = 700e12", 400e12, null, "")]
    public async Task Public_text_is_the_stock_where_none_is_declared(
        string member, double tokens, DiagnosticSeverity? severity, string words)
    {
        string declared = member.Length == 0 ? "" : "public const long " + member + ";";
        var reported = await Config.Run($$"""
            public const long Parameters = 20_000_000_000_000;
            public const long Tokens = {{(long)tokens}};
            {{declared}}
            """).Only("SCALE202").Diagnostics();
        Assert.Equal(severity is null ? [] : new[] { severity.Value }, reported.Select(d => d.Severity));
        if (severity is not null)
            Assert.Contains(words, reported[0].GetMessage(CultureInfo.InvariantCulture), System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public const double SyntheticShare = 0;", 1)]
    [InlineData("public const double SyntheticShare = 0.3;", 1)] // 420T are human
    [InlineData("public const double SyntheticShare = 0.6;", 0)] // 240T are
    [InlineData("public const double SyntheticShare = 40;", 0)] // no share
    [InlineData("public static double SyntheticShare => System.Environment.TickCount;", 0)]
    public async Task Synthetic_tokens_are_not_taken_from_the_stock(string share, int notes) => Assert.Equal(
        Enumerable.Repeat("SCALE202", notes),
        (await Config.Run($$"""
            public const long Parameters = 20_000_000_000_000;
            public const long Tokens = 600_000_000_000_000;
            {{share}}
            """).Only("SCALE202").Diagnostics()).Select(d => d.Id));

    [Fact]
    public Task More_unique_tokens_than_the_stock_holds_are_flagged() => Config.Of("""
        [TrainingConfig]
        public static partial class Short
        {
            public const long UniqueTokens = {|SCALE202:2_000_000_000_000|};
            public const long TokenStock = 1_500_000_000_000;
            public const long Parameters = 70_000_000_000;
        }
        [TrainingConfig]
        public static partial class Enough
        {
            public const long UniqueTokens = 2_000_000_000_000;
            public const long TokenStock = 2_000_000_000_000;
            public const long Parameters = 70_000_000_000;
        }
        """).ReportsAsMarked();
}
