using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Hardware;

namespace ScalingAnalyzers.Tests;

/// <summary>Which FLOPs a utilization counts, measured throughput, and availability.</summary>
public class HoursBasisTests
{
    // Llama 3.1 8B (Grattafiori et al. 2024): 6N = 4.818e10; 12 L H Q s = 12 * 32 * 4096 * 8192 = 1.2885e10 FLOPs a
    // token.
    private static readonly TrainingRun Llama = new()
    {
        Parameters = 8_030_261_248,
        AttentionWidth = 32L * 4096,
        SequenceLength = 8192,
        TrainingTokens = 15_000_000_000_000,
        Accelerator = Accelerators.Get("H100-SXM"),
        AcceleratorCount = 1024,
        Utilization = 0.4,
    };

    [Theory]
    [InlineData(UtilizationBasis.SixN, 6.0 * 8_030_261_248)]
    [InlineData(UtilizationBasis.Attention12, (6.0 * 8_030_261_248) + (12.0 * 32 * 4096 * 8192))]
    [InlineData(UtilizationBasis.AttentionCausal, (6.0 * 8_030_261_248) + (6.0 * 32 * 4096 * 8192))]
    [InlineData(UtilizationBasis.Unspecified, (6.0 * 8_030_261_248) + (12.0 * 32 * 4096 * 8192))]
    public void The_basis_decides_the_FLOPs_of_the_hours(UtilizationBasis basis, double flopsPerToken)
    {
        double hours = flopsPerToken * 15e12 / (989.4e12 * 0.4 * 3600);
        Assert.Equal(hours, (Llama with { UtilizationBasis = basis }).Estimate().AcceleratorHours!.Value, hours * 1e-12);
    }

    [Fact]
    public void Attention_without_a_shape_has_no_hours_and_a_reason()
    {
        var estimate = (Llama with { AttentionWidth = null, UtilizationBasis = UtilizationBasis.Attention12 }).Estimate();
        Assert.Null(estimate.AcceleratorHours);
        Assert.Contains("Attention12", estimate.WhyNoHours, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_shape_six_N_is_counted() =>
        Assert.Equal(UtilizationBasis.SixN, (Llama with { AttentionWidth = null }).Estimate().UtilizationBasis);

    // Measured: 15T tokens at 10,000 tokens a second on each of 1,024 accelerators, of whose time 90 % trains.
    [Fact]
    public void Measured_throughput_wins_and_availability_lengthens_the_days()
    {
        var run = Llama with { TokensPerSecondPerAccelerator = 10_000 };
        double hours = 15e12 / 10_000 / 3600;
        Assert.Equal(hours, run.Estimate().AcceleratorHours!.Value, hours * 1e-12);
        Assert.Equal(hours / 1024 / 24, run.Estimate().WallClockDays!.Value, 1e-9);
        Assert.Equal(hours / 1024 / 24 / 0.9, (run with { Availability = 0.9 }).Estimate().WallClockDays!.Value, 1e-9);
    }

    // Two layers of 1,024, one with a window of 4,096 (Gemma 2's kind of layers).
    [Fact]
    public void A_window_counts_where_it_is_shorter_than_the_sequence()
    {
        var shape = new TransformerShape
        {
            Layers = 2,
            HiddenSize = 1024,
            Heads = 8,
            FeedForwardSize = 4096,
            VocabularySize = 1024,
            SlidingWindow = 4096,
            SlidingLayers = 1,
        };
        var run = new TrainingRun
        {
            Shape = shape,
            SequenceLength = 8192,
            TrainingTokens = 1_000_000,
            PeakFlopsPerSecond = 1e15,
            Utilization = 0.5,
        };
        double flops = ((6.0 * shape.Parameters) + (12.0 * 1024 * (8192 + 4096))) * 1e6;
        Assert.Equal(flops / (1e15 * 0.5 * 3600), run.Estimate().AcceleratorHours!.Value, 1e-9);
    }

    // The names that torch.cuda.get_device_name prints.
    [Theory]
    [InlineData("NVIDIA H100 80GB HBM3", "H100-SXM")]
    [InlineData("NVIDIA A100-SXM4-80GB", "A100-SXM-80GB")]
    [InlineData("NVIDIA A100-SXM4-40GB", "A100-SXM-40GB")]
    [InlineData("NVIDIA H100 PCIe", "H100-PCIe")]
    [InlineData("NVIDIA H100 NVL", "H100-NVL")]
    [InlineData("NVIDIA H200", "H200-SXM")]
    [InlineData("NVIDIA A100 80GB PCIe", "A100-PCIe-80GB")]
    [InlineData("NVIDIA A100-PCIE-40GB", "A100-PCIe-40GB")]
    [InlineData("Tesla V100-SXM2-32GB", "V100-SXM2-32GB")]
    [InlineData("NVIDIA GeForce RTX 4090", "RTX-4090")]
    public void Accelerators_have_the_names_that_drivers_print(string printed, string name)
    {
        Assert.True(Accelerators.TryGet(printed, out var chip), printed);
        Assert.Equal(name, chip.Name);
    }
}
