using System;
using System.Linq;
using ScalingAnalyzers;
using ScalingAnalyzers.Laws;

namespace Runtime.Tests.Laws;

public class LawFileTests
{
    private const string Good = """
        {
          // fitted in spring
          "id": "our-2026",
          "title": "our sweep",
          "form": "chinchilla",
          "coefficients": { "E": 1.8172, "A": 482.01, "alpha": 0.3478, "B": 2085.43, "beta": 0.3658 },
          "convention": "non-embedding",
          "fitted": { "parameters": [1e8, 1e10], "trainingFlops": [1e18, 1e22] },
          "source": { "authors": "Us", "year": 2026, "title": "Our sweep", "place": "report 7" },
          "caution": "Our tokenizer only.",
        }
        """;

    [Fact]
    public void A_law_of_ones_own_answers_as_a_built_in_one()
    {
        var result = LawFile.Parse(Good);
        var law = Assert.IsType<ChinchillaLaw>(result.Law);
        var builtIn = (ChinchillaLaw)LawCatalog.Default;

        Assert.Empty(result.Problems);
        Assert.Equal("our-2026", law.Id);
        Assert.Equal(builtIn.Loss(7e9, 1e12), law.Loss(7e9, 1e12));
        Assert.Equal(builtIn.Allocate(1e23), law.Allocate(1e23));
        Assert.Equal(ParameterConvention.NonEmbedding, law.Convention);
        Assert.Equal(new Interval(1e18, 1e22), law.FittedRange.TrainingFlops);
        Assert.Equal("Us 2026, \"Our sweep\", report 7", law.Source.ToString());
        Assert.Same(law, LawLibrary.BuiltIn.With([law]).Get("OUR-2026"));
        Assert.NotNull(new TrainingRun { Parameters = 7_000_000_000, TrainingTokens = 1_000_000_000_000 }.Estimate(law).Balance);
    }

    [Fact]
    public void The_example_of_the_page_is_a_law() => Assert.Equal("our-2026", Parse(LawDocument.Example).Id);

    // A/(N/1e6)^alpha = A 1e6^alpha / N^alpha; bits times ln 2 are nats.
    [Fact]
    public void Units_are_converted_at_the_border()
    {
        var law = (ChinchillaLaw)Parse("""
            { "id": "u-1", "form": "chinchilla", "source": { "authors": "x", "year": 2026 },
              "units": { "parameters": "millions", "tokens": "billions", "loss": "bits" },
              "coefficients": { "E": 2.5, "A": 3.0, "alpha": 0.35, "B": 4.0, "beta": 0.3 } }
            """);
        double bits = 2.5 + (3.0 / Math.Pow(7000, 0.35)) + (4.0 / Math.Pow(140, 0.3));

        Assert.Equal(bits * Math.Log(2), law.Loss(7e9, 140e9), 1e-12);

        var power = (PowerAllocationLaw)Parse("""
            { "id": "k-1", "form": "power-allocation", "source": { "authors": "Kaplan", "year": 2020 },
              "units": { "parameters": "billions", "compute": "PF-days" }, "coefficients": { "scale": 1.3, "exponent": 0.73 } }
            """);
        Assert.Equal(KaplanLaw.Published.Allocate(1e21).Parameters, power.Allocate(1e21).Parameters, 1e-3);

        var ratio = (TokensPerParameterLaw)Parse("""
            { "id": "r-1", "form": "tokens-per-parameter", "source": { "authors": "x", "year": 2026 },
              "units": { "parameters": "millions", "tokens": "billions" }, "coefficients": { "ratio": 0.02 } }
            """);
        Assert.Equal(20, ratio.TokensPerParameter, 1e-12);
    }

    // Var(ln N) when only beta is uncertain: ln N = (ln(alpha A / (beta B)) + beta ln(C/6)) / (alpha + beta), by
    // difference.
    [Fact]
    public void A_covariance_gives_the_optimum_its_interval()
    {
        const string Text = """
            { "id": "c-1", "form": "chinchilla", "source": { "authors": "x", "year": 2026 },
              "units": { "tokens": "billions" },
              "coefficients": { "E": 1.8, "A": 400, "alpha": 0.34, "B": 1.2, "beta": 0.36 },
              "covariance": [[0,0,0,0,0],[0,0,0,0,0],[0,0,0,0,0],[0,0,0,0,0],[0,0,0,0,1e-4]] }
            """;
        var law = (ChinchillaLaw)Parse(Text);
        var moved = (ChinchillaLaw)Parse(Text.Replace("0.36 }", "0.36001 }", StringComparison.Ordinal));
        double slope = Math.Log(moved.Allocate(1e24).Parameters / law.Allocate(1e24).Parameters) / 1e-5;
        var band = law.OptimumBand(1e24)!;

        Assert.Equal(Math.Abs(slope) * 0.01 * 1.959964, Math.Log(band.Parameters.High / law.Allocate(1e24).Parameters), 1e-3);
        Assert.Equal(0.95, band.ConfidenceLevel);

        double lossSlope = (moved.Loss(7e9, 1e12) - law.Loss(7e9, 1e12)) / 1e-5;
        var loss = law.CoefficientBand(7e9, 1e12)!.Value;
        Assert.Equal(Math.Abs(lossSlope) * 0.01 * 1.959964, (loss.High - loss.Low) / 2, 1e-5);
        Assert.Null(((ChinchillaLaw)LawCatalog.Get(KnownLaws.Sardana2023)).CoefficientBand(7e9, 1e12));
    }

    [Theory]
    [InlineData("besiroglu-2024")]
    [InlineData("hoffmann-2022-approach1")]
    [InlineData("muennighoff-2023")]
    [InlineData("tokens-per-parameter")]
    [InlineData("llama-3-2024")]
    public void What_was_written_reads_back_to_the_same_law(string id)
    {
        var law = LawCatalog.Get(id);
        string written = LawFile.Write(law).Replace("\"id\": \"" + id + "\"", "\"id\": \"copy-1\"", StringComparison.Ordinal);
        var read = Parse(written);

        foreach (double flops in new[] { 1e18, 5.76e23 })
            Assert.Equal(((IAllocationLaw)law).Allocate(flops), ((IAllocationLaw)read).Allocate(flops));
        if (law is MuennighoffLaw repeated) Assert.Equal(repeated.Loss(7e9, 1e12, 1e10), ((MuennighoffLaw)read).Loss(7e9, 1e12, 1e10));
        Assert.Equal(law.Source, read.Source);
        Assert.Equal(law.FittedRange, read.FittedRange);
        Assert.Equal(law.Caution, read.Caution);
        Assert.Equal(written, LawFile.Write(read));
    }

    [Fact]
    public void A_covariance_survives_writing()
    {
        double[] covariance = [.. Enumerable.Range(0, 25).Select(i => Math.Pow(0.1, 3 + Math.Abs((i / 5) - (i % 5))))];
        var law = new ChinchillaLaw("ours")
        {
            Irreducible = 1.7,
            Parameters = new(400, 0.34),
            Tokens = new(1100, 0.36),
            Source = new("x", 2026, "t", null, ""),
            Uncertainty = new() { Covariance = covariance }
        };

        Assert.Equal(covariance, ((ChinchillaLaw)Parse(LawFile.Write(law))).Uncertainty!.Covariance);
    }

    [Fact]
    public void A_law_with_a_form_of_its_own_cannot_be_written() =>
        Assert.Throws<ArgumentException>(() => LawFile.Write(KaplanLaw.Published));

    [Theory]
    [InlineData("ours", 0, "A source needs a year of four digits, such as 2026.")]
    [InlineData("Our 2026", 2026, "An id is small letters")]
    public void What_could_not_be_read_back_is_not_written(string id, int year, string why)
    {
        var law = new ChinchillaLaw(
            id)
        { Irreducible = 1.7, Parameters = new(400, 0.34), Tokens = new(1100, 0.36), Source = new("x", year, "t", null, "") };

        Assert.Contains(why, Assert.Throws<ArgumentException>(() => LawFile.Write(law)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"our-2026\"", "\"Our 2026\"", 3, 9, "small letters")]
    [InlineData("\"our-2026\"", "\"besiroglu-2024\"", 3, 9, "built-in")]
    [InlineData("\"our-2026\"", "\"step-law-2025\"", 3, 9, "built-in")]
    [InlineData("\"chinchilla\"", "\"chinchila\"", 5, 11, "one of \"chinchilla\"")]
    [InlineData("\"alpha\": 0.3478, ", "", 6, 19, "needs the coefficient alpha")]
    [InlineData("0.3478", "-0.3478", 6, 56, "alpha is an exponent")]
    [InlineData("482.01", "1e400", 6, 39, "finite number")]
    [InlineData("482.01", "\"482\"", 6, 39, "finite number")]
    [InlineData("482.01", "0", 6, 39, "A is positive")]
    [InlineData("0.3478", "1e-9", 6, 56, "")]
    [InlineData("[1e8, 1e10]", "[1e10, 1e8]", 8, 29, "low to a high")]
    [InlineData("[1e8, 1e10]", "[1e8]", 8, 29, "two numbers")]
    [InlineData("\"fitted\"", "\"fited\"", 8, 3, "Did you mean \"fitted\"?")]
    [InlineData("\"year\": 2026", "\"year\": 26", 9, 40, "four digits")]
    [InlineData("\"non-embedding\"", "\"nonembedding\"", 7, 17, "\"convention\" is one of")]
    [InlineData("\"authors\": \"Us\", ", "", 9, 13, "needs authors")]
    [InlineData("\"our sweep\"", "7", 4, 12, "text in quotes")]
    public void An_error_is_reported_at_its_place(string good, string bad, int line, int column, string part)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        var result = LawFile.Parse(Good.Replace(good, bad, StringComparison.Ordinal));
        if (part.Length == 0)
        {
            // A tiny exponent has no finite frontier; the place is the coefficients.
            Assert.Null(result.Law);
            return;
        }

        var error = Assert.Single(result.Problems);
        Assert.Null(result.Law);
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
        Assert.Equal((line, column), (error.Position.Line, error.Position.Column));
    }

    [Fact]
    public void All_errors_are_reported_at_once()
    {
        var result = LawFile.Parse("""{ "form": "chinchilla", "coefficients": { "A": -1, "Q": 2 }, "source": {} }""");

        Assert.Null(result.Law);
        Assert.True(result.Problems.Count >= 7, string.Join("\n", result.Problems));
        Assert.Equal(result.Problems.OrderBy(e => e.Position.Start), result.Problems);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{ \"coefficients\": [], \"units\": 3, \"fitted\": \"x\", \"source\": 4, \"id\": 5, \"form\": 6, \"covariance\": 7 }")]
    [InlineData("{ \"form\": \"chinchilla\", \"covariance\": [[1],2,3,4,5] }")]
    public void Bad_content_is_an_error_and_no_exception(string text)
    {
        var result = LawFile.Parse(text);
        Assert.Null(result.Law);
        Assert.NotEmpty(result.Problems);
    }

    [Fact]
    public void A_damaged_file_never_throws_and_a_law_that_is_read_gives_numbers()
    {
        var random = new Random(7);
        const string Letters = "{}[]\",:0123456789eE.-+ABalpht nu\\\n";
        for (int i = 0; i < 3000; i++)
        {
            char[] text = Good.ToCharArray();
            for (int k = random.Next(1, 4); k > 0; k--) text[random.Next(text.Length)] = Letters[random.Next(Letters.Length)];
            var result = LawFile.Parse(new string(text));
            Assert.True(result.Law is null == result.Problems.Count > 0);
            if (result.Law is ChinchillaLaw law) Assert.True(double.IsFinite(law.Loss(1, 1)) && law.Allocate(1e24).Parameters > 0);
        }
    }

    private static ScalingLaw Parse(string text)
    {
        var result = LawFile.Parse(text);
        Assert.True(result.Law is not null, string.Join("\n", result.Problems));
        return result.Law;
    }
}
