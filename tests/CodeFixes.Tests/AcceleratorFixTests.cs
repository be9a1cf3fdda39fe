using System.Linq;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>Fixes of the name of an accelerator and of its peak.</summary>
public class AcceleratorFixTests
{
    [Theory]
    [InlineData("\"H100-SMX\"", "\"H100-SXM\"")]
    [InlineData("@\"H100-SMX\"", "@\"H100-SXM\"")]
    public Task A_mistyped_accelerator_takes_the_nearest_known_name(string before, string after)
    {
        string Text(string name) => $$"""
            [TrainingConfig(Accelerator = {{name}})]
            public static partial class Run
            {
                public const long Parameters = 70_000_000_000;
                public const long Tokens = 1_400_000_000_000;
            }
            """;
        return Config.Of(Text(before)).Fix("use-known-accelerator").AndNothingWarns().Becomes("using ScalingAnalyzers;\n" + Text(after));
    }

    [Theory]
    [InlineData("double PeakFlopsPerSecond = 1979e12", "double PeakFlopsPerSecond = 989.4e12")]
    [InlineData("double PeakFlops = 1.979e15", "double PeakFlops = 9.894e14")]
    [InlineData("double PeakTflops = 1979", "double PeakTflops = 989.4")]
    [InlineData("double PeakTflops = 1979.0", "double PeakTflops = 989.4")]
    [InlineData("int PeakTflops = 1979", "int PeakTflops = 989")] // below the peak, as a chip may run
    [InlineData("long PeakFlops = 1_979_000_000_000_000", "long PeakFlops = 989_400_000_000_000")]
    [InlineData("long PeakFlops = 1979 * Quantity.Trillion", "long PeakFlops = 989 * Quantity.Trillion")]
    [InlineData("double PeakFlops = 989.4", "double PeakFlops = 989400000000000.0")]
    [InlineData("string PeakFlops = \"1979T\"", "string PeakFlops = \"989.4T\"")]
    public Task A_sparse_peak_becomes_the_dense_one_in_its_own_form(string before, string after) => Config
        .Run("public const long Parameters = 70_000_000_000; public const long Tokens = 1_400_000_000_000; public const " + before
            + "; // as sold", "Accelerator = \"H100-SXM\"").Fix("use-dense-peak").AndNothingWarns()
        .Becomes(
            "using ScalingAnalyzers;\n[TrainingConfig(Accelerator = \"H100-SXM\")]\npublic static partial class Run\n{\npublic const long "
                + "Parameters = 70_000_000_000; public const long Tokens = 1_400_000_000_000; public const " + after + "; // as sold\n}\n");

    [Theory]
    [InlineData("double PeakTflops = 1979", "Use the dense peak, 989.4 TFLOP/s")]
    [InlineData("int PeakTflops = 1979", "Use the dense peak, 989 TFLOP/s")]
    public async Task The_title_gives_the_dense_peak_as_it_is_written(string declared, string title) => Assert.Equal(
        title,
        (await Config.Run($$"""
            public const long Parameters = 70_000_000_000;
            public const long Tokens = 1_400_000_000_000;
            public const {{declared}};
            """, "Accelerator = \"H100-SXM\"").Offers()).Single().Title);

    [Fact]
    public Task No_dense_peak_is_offered_in_a_unit_that_cannot_hold_it() => Config.Run(
        """
        public const long Parameters = 70_000_000_000;
        public const long Tokens = 1_400_000_000_000;
        [ConfigMember(ConfigRole.PeakFlopsPerSecond, Scale = 1e-40)]
        public const double Peak = 1979;
        """, "Accelerator = \"H100-SXM\"").Fix("use-dense-peak").IsNotOffered();

    [Fact]
    public Task No_dense_peak_is_offered_where_none_is_known() => Config.Run(
        """
        public const long Parameters = 70_000_000_000;
        public const long Tokens = 1_400_000_000_000;
        """, "Accelerator = \"A100-SXM-80GB\", Precision = NumericFormat.FP8, PeakFlopsPerSecond = 624e12")
            .Fix("use-dense-peak")
            .IsNotOffered();
}
