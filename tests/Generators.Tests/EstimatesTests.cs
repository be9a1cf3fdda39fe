using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

public class EstimatesTests
{
    private const string Gopher = """
        using ScalingAnalyzers;
        [TrainingConfig(Accelerator = KnownAccelerators.H100Sxm, AcceleratorCount = 1024, Utilization = 0.40, PricePerAcceleratorHour = 2)]
        public static partial class Gopher
        {
            public const long Parameters = 280_000_000_000;
            public const long Tokens     = 300_000_000_000;
        }
        """;

    [Fact]
    public async Task A_dense_run_with_hardware() => await Verifier.Verify(await Config.Code.With(Gopher).Generate());

    [Fact]
    public async Task A_budget_without_a_model() => await Verifier.Verify(await Config.Of("""
        [TrainingConfig(Accelerator = KnownAccelerators.H100Sxm, AcceleratorCount = 1024, Utilization = 0.40,
            PricePerAcceleratorHour = 2, MaxCost = 1_000_000)]
        public static partial class Budget
        {
        }
        """).Generate());

    [Fact]
    public async Task A_target_loss_of_declared_tokens() => await Verifier.Verify(await Config.Of("""
        [TrainingConfig(Accelerator = KnownAccelerators.H100Sxm, Utilization = 0.40, PricePerAcceleratorHour = 2, TargetLoss = 2.0)]
        public static partial class Loss
        {
            public const long Tokens = 5_000_000_000_000;
        }
        """).Generate());

    [Fact]
    public async Task A_mixture_of_experts() => await Verifier.Verify(await Config.Of("""
        namespace Published
        {
            [TrainingConfig] public static partial class DeepSeekV3
            {
                public const long Parameters = 671_026_419_200;
                public const long ActiveParameters = 37_000_000_000;
                public const long Tokens = 14_800_000_000_000;
            }
        }
        """).Generate());

    [Theory]
    [InlineData("Accelerator = KnownAccelerators.H100Sxm, PeakFlopsPerSecond = 1979e12",
        "<remarks>No hours, days, energy or cost: the declared peak is 1,979 TFLOP/s, twice the dense BF16 peak of H100-SXM (989.4 "
            + "TFLOP/s): the figure for sparse matrices, or the dense peak in FP8. Declare AcceleratorCount", null)]
    [InlineData("PeakFlopsPerSecond = -1", "<remarks>No hours, days, energy or cost: the declared peak cannot be read.", null)]
    [InlineData("Accelerator = KnownAccelerators.H100Sxm, PeakFlopsPerSecond = 500e12",
        "H100-SXM, declared peak 5e14 FLOP/s, utilization 0.4, attention not counted.", 5.88e23 / (500e12 * 0.4 * 3600))]
    [InlineData("PeakFlopsPerSecond = 500e12", "(peak x utilization x 3600). Declared peak 5e14 FLOP/s, utilization 0.4",
        5.88e23 / (500e12 * 0.4 * 3600))]
    [InlineData("Accelerator = KnownAccelerators.H100Sxm, Precision = NumericFormat.FP32",
        "No hours, days, energy or cost: no dense peak of H100-SXM is known in FP32, and no PeakFlopsPerSecond is declared.", null)]
    public async Task Hours_name_their_peak_or_the_reason_why_there_are_none(string arguments, string words, double? hours)
    {
        var run = Config.Run("""
            public const long Parameters = 70_000_000_000;
            public const long Tokens = 1_400_000_000_000;
            """, "Utilization = 0.4, " + arguments);
        Assert.Contains(words, string.Concat((await run.Generate()).Sources.Values), StringComparison.Ordinal);
        var code = await run.Load();
        Assert.Equal(hours is not null, code.TypeOf("Run.Estimates").GetField("AcceleratorHours") is not null);
        if (hours is { } expected) Assert.Equal(expected, code.Value<double>("Run.Estimates.AcceleratorHours"), 1e-6);
    }

    // As trainers write it: PyTorch, nanoGPT, Lightning. FP8 has twice the peak; what is not understood is not taken
    // for BF16.
    [Theory]
    [InlineData("bfloat16", 989.4e12)]
    [InlineData("torch.bfloat16", 989.4e12)]
    [InlineData("bf16-mixed", 989.4e12)]
    [InlineData("float16", 989.4e12)]
    [InlineData("float8_e4m3fn", 1978.9e12)]
    [InlineData("TF32", 494.7e12)]
    [InlineData("int4", null)]
    [InlineData("float32", null)]
    public async Task A_precision_in_words_is_read(string dtype, double? peak)
    {
        var code = await Config.Run($$"""
            public const long Parameters = 70_000_000_000;
            public const long Tokens = 1_400_000_000_000;
            public const string dtype = "{{dtype}}";
            """, "Accelerator = KnownAccelerators.H100Sxm, Utilization = 0.4").Load();
        Assert.Equal(peak is not null, code.TypeOf("Run.Estimates").GetField("AcceleratorHours") is not null);
        if (peak is { } expected)
            Assert.Equal(5.88e23 / (expected * 0.4 * 3600), code.Value<double>("Run.Estimates.AcceleratorHours"), 1e-6);
    }

    [Fact]
    public async Task Estimates_show_what_they_are_made_of()
    {
        var code = await Config.Code.With(Gopher).Load();
        // Exact products: 6 * 280e9 * 300e9 is 5.04e23, and PF-days are 8.64e19 FLOPs.
        Assert.Equal(5.04e23, code.Value<double>("Gopher.Estimates.TrainingFlops"));
        Assert.Equal(5.04e23 / 8.64e19, code.Value<double>("Gopher.Estimates.PetaflopDays"));
        Assert.Equal(300.0 / 280.0, code.Value<double>("Gopher.Estimates.TokensPerParameter"));
        Assert.Equal(5.04e23 / (989.4e12 * 0.40 * 3600), code.Value<double>("Gopher.Estimates.AcceleratorHours"), 1e-9);
        Assert.Equal(5.04e23 / (989.4e12 * 0.40 * 3600) * 2, code.Value<double>("Gopher.Estimates.Cost"), 1e-9);
        Assert.Equal(560_000_000_000L, code.Value<long>("Gopher.Estimates.WeightBytes"));
        Assert.Equal(4_480_000_000_000L, code.Value<long>("Gopher.Estimates.TrainingStateBytes"));
        // Besiroglu et al. 2024, eq. 2 at (280e9, 300e9), computed apart from this code.
        Assert.Equal(1.8172 + (482.01 / Math.Pow(280e9, 0.3478)) + (2085.43 / Math.Pow(300e9, 0.3658)),
            code.Value<double>("Gopher.Estimates.PredictedLoss"), 12);
    }

    [Theory]
    [InlineData("""
        [TrainingConfig]
        public partial class C
        {
            public long Parameters => 70_000_000_000;
        }
        """, "C")]
    [InlineData("""
        [TrainingConfig]
        public partial struct S
        {
            public long Parameters => 70_000_000_000;
        }
        """, "S")]
    [InlineData("""
        [TrainingConfig]
        public partial record R
        {
            public long Parameters => 70_000_000_000;
        }
        """, "R")]
    [InlineData("""
        [TrainingConfig]
        public readonly partial record struct V
        {
            public long Parameters => 70_000_000_000;
        }
        """, "V")]
    [InlineData("""
        [TrainingConfig]
        public static partial class S
        {
            public static readonly long Parameters = 70_000_000_000;
        }
        """, "S")]
    [InlineData("""
        [TrainingConfig]
        internal sealed partial class @class
        {
            public long Parameters => 70_000_000_000;
        }
        """, "class")]
    [InlineData("""
        namespace A.@new
        {
            public partial class O<T>
            {
                public partial interface I<U>
                {
                    [TrainingConfig]
                    public partial class C<V> where V : class
                    {
                        public long Parameters => 70_000_000_000;
                    }
                }
            }
        }
        """, "A.new.O`1+I`1+C`1")]
    [InlineData("""
        public partial class B
        {
            public const long Parameters = 1_000_000_000;
            [TrainingConfig]
            public partial class D : B
            {
                public new const long Parameters = 70_000_000_000;
            }
        }
        """, "B+D")]
    public async Task Every_kind_of_type_gets_its_constants(string source, string type)
    {
        var driver = await Config.Of(source).Generate();
        driver.CompilesCleanly();
        Assert.Contains("public const long Parameters = 70000000000L;", driver.Sources.Values.Single(), StringComparison.Ordinal);
        Assert.NotNull(driver.Compilation.Assembly.GetTypeByMetadataName(type + "+Estimates"));
    }

    [Fact]
    public async Task Names_that_differ_by_case_arity_or_nesting_do_not_clash()
    {
        var driver = await Config.Of("""
            namespace N
            {
                [TrainingConfig]
                public static partial class Run
                {
                    public const long Parameters = 1_000_000_000;
                }
            }
            namespace N
            {
                [TrainingConfig]
                public static partial class RUN
                {
                    public const long Parameters = 1_000_000_000;
                }
            }
            namespace N
            {
                [TrainingConfig]
                public static partial class Run<T>
                {
                    public const long Parameters = 1_000_000_000;
                }
            }
            namespace N
            {
                public partial class Outer
                {
                    [TrainingConfig]
                    public static partial class Run
                    {
                        public const long Parameters = 1_000_000_000;
                    }
                }
            }
            namespace N.Outer2
            {
                [TrainingConfig]
                public static partial class Läufer
                {
                    public const long Parameters = 1_000_000_000;
                }
            }
            """).Generate();
        Assert.Equal(5, driver.CompilesCleanly().Sources.Count);
        Assert.All(driver.Sources.Keys, hint => Assert.All(hint, c => Assert.InRange(c, ' ', '~')));
    }

    [Fact]
    public async Task A_derived_config_never_shows_its_bases_numbers()
    {
        var code = await Config.Of("""
            [TrainingConfig] public partial class Base { public long Parameters => 1_000_000_000; }
            [TrainingConfig] public partial class Derived : Base { public new long Parameters { get; init; } }
            public static class Use
            {
                public static int Count => typeof(Derived.Estimates).GetFields().Length;
            }
            """).Load();
        Assert.Equal(0, code.Value<int>("Use.Count"));
    }

    [Fact]
    public async Task Every_constant_works_in_const_expressions_and_attribute_arguments()
    {
        var names = (await Config.Code.With(Gopher).Generate()).Compilation.GetTypeByMetadataName("Gopher+Estimates")!.GetMembers()
            .OfType<Microsoft.CodeAnalysis.IFieldSymbol>().ToList();
        Assert.InRange(names.Count, 20, 40);
        string uses = string.Concat(names.Select(f => $$"""
            [Uses(Gopher.Estimates.{{f.Name}})]
            public const {{f.Type.ToDisplayString()}} {{f.Name}}2 = Gopher.Estimates.{{f.Name}} + Gopher.Estimates.{{f.Name}};
            """));
        (await Config.Code.With(Gopher + """

            public sealed class UsesAttribute : System.Attribute { public UsesAttribute(object value) { } }
            public static class Constants { USES }
            """.Replace("USES", uses, StringComparison.Ordinal)).Generate()).CompilesCleanly();
    }

    [Fact]
    public Task Everything_reads_the_same_in_every_culture() => Cultures.Agree(async () =>
    {
        var code = Config.Code.With(Gopher);
        var reported = await code.Diagnostics();
        var driver = await code.Generate();
        return string.Join(
            "\n",
            driver.Sources.Values
                .Concat(
                    reported.Select(d => d.GetMessage(CultureInfo.InvariantCulture)
                        + string.Join(",", d.Properties.OrderBy(p => p.Key, StringComparer.Ordinal)))));
    });

    [Fact]
    public async Task Text_is_deterministic_and_has_unix_line_ends()
    {
        var sources = (await Config.Code.With(Gopher).Generate()).Sources.Values.Single();
        Assert.DoesNotContain('\r', sources);
        Assert.StartsWith("// <auto-generated/>\n", sources, StringComparison.Ordinal);
    }
}
