using System;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Tests;

public class TrainingMemoryTests
{
    // Rajbhandari et al. 2020, arXiv:1910.02054, figure 1: 7.5B parameters, 64 devices, mixed-precision Adam, GB of 1e9
    // bytes.
    [Theory]
    [InlineData(0, 120.0)]
    [InlineData(1, 31.4)]
    [InlineData(2, 16.6)]
    [InlineData(3, 1.9)]
    public void ZeRO_divides_what_its_paper_says(int stage, double gigabytes)
    {
        TransformerShape shape = OfParameters(7_500_000_000);

        long bytes = shape.TrainingMemory(new TrainingMemoryOptions { ZeroStage = stage, DataParallel = 64 }).Total;

        Assert.Equal(gigabytes, Math.Round(bytes / 1e9, 1));
    }

    // Bytes per parameter: Rajbhandari et al. 2020, section 3.1 (16); Dettmers et al. 2022 (moments of 8 bytes become
    // 2); SGD has one moment.
    [Theory]
    [InlineData(Optimizer.Adam, NumericFormat.BF16, 16)]
    [InlineData(Optimizer.Adam, NumericFormat.FP32, 16)]
    [InlineData(Optimizer.Adam8Bit, NumericFormat.BF16, 10)]
    [InlineData(Optimizer.SgdMomentum, NumericFormat.BF16, 12)]
    [InlineData(Optimizer.SgdMomentum, NumericFormat.FP32, 12)]
    public void Each_optimizer_has_its_bytes_a_parameter(Optimizer optimizer, NumericFormat precision, int bytes)
    {
        TrainingMemory memory =
            Shapes.Llama31_8B.TrainingMemory(new TrainingMemoryOptions { Optimizer = optimizer, Precision = precision });

        Assert.Equal(bytes * 8_030_261_248, memory.Total);
        Assert.Equal(memory.Total, memory.Weights + memory.Gradients + memory.MasterWeights + memory.OptimizerState);
    }

    // GPT-2: each matrix m x n has m + n factors, each vector its length. By hand: 12 (h*3h + h*h + h*4h*2) blocks as
    // separate q, k, v.
    [Fact]
    public void Adafactor_keeps_a_row_and_a_column_of_each_matrix()
    {
        const long H = 768;
        const long Matrices = (4 * 2 * H) + (2 * 5 * H);
        const long Vectors = (4 * H) + (4 * H) + H + (4 * H);
        const long Factors = (12 * (Matrices + Vectors)) + (50257 + H) + (1024 + H) + (2 * H);

        TrainingMemory memory =
            Shapes.Gpt2.TrainingMemory(new TrainingMemoryOptions { Optimizer = Optimizer.Adafactor, Precision = NumericFormat.FP32 });

        Assert.Equal(4 * Factors, memory.OptimizerState);
    }

    // A peer divides ZeRO's state by all devices instead of the data-parallel ones (references/peers.md, defect 1).
    [Fact]
    public void ZeRO_divides_by_the_data_parallel_degree_after_tensor_and_pipeline()
    {
        TransformerShape shape = OfParameters(0) with { Layers = 8 };
        var options = new TrainingMemoryOptions { ZeroStage = 1, DataParallel = 4, TensorParallel = 2, PipelineParallel = 2 };

        TrainingMemory memory = shape.TrainingMemory(options);

        Assert.Equal(16, options.Devices);
        Assert.Equal(2 * memory.ParametersPerDevice, memory.Weights);
        Assert.Equal(8 * ((memory.ParametersPerDevice + 3) / 4), memory.OptimizerState);
    }

    // Llama 3.1 8B on eight tensor-parallel devices: every matrix is divided, the 65 norms of 4096 are not.
    [Fact]
    public void Tensor_parallelism_divides_matrices_and_repeats_norms()
    {
        const long Norms = 65 * 4096;

        long onDevice = Shapes.Llama31_8B.TrainingMemory(new TrainingMemoryOptions { TensorParallel = 8 }).ParametersPerDevice;

        Assert.Equal(((8_030_261_248 - Norms) / 8) + Norms, onDevice);
    }

    // Eight key-value heads on sixteen devices: each head is on two, so keys and values are divided by eight, the rest
    // by sixteen.
    [Fact]
    public void Key_value_heads_are_repeated_where_devices_outnumber_them()
    {
        const long Norms = 65 * 4096;
        const long KeysAndValues = 32L * 2 * 4096 * 1024;

        long onDevice = Shapes.Llama31_8B.TrainingMemory(new TrainingMemoryOptions { TensorParallel = 16 }).ParametersPerDevice;

        Assert.Equal(((8_030_261_248 - Norms - KeysAndValues) / 16) + (KeysAndValues / 8) + Norms, onDevice);
    }

    // 32 layers in four stages: eight layers and the token table, or eight layers, the head and the last norm, which is
    // more.
    [Fact]
    public void The_fullest_pipeline_stage_counts()
    {
        const long Table = 128256L * 4096;
        const long Block = (8_030_261_248 - (2 * Table) - 4096) / 32;

        Assert.Equal((8 * Block) + Table + 4096,
            Shapes.Llama31_8B.TrainingMemory(new TrainingMemoryOptions { PipelineParallel = 4 }).ParametersPerDevice);
    }

    // Mixtral: 8 experts of 3 * 4096 * 14336 in each of 32 layers, half of them on each of two devices.
    [Fact]
    public void Expert_parallelism_divides_routed_experts_only()
    {
        const long Routed = 32L * 8 * 3 * 4096 * 14336;
        var options = new TrainingMemoryOptions { DataParallel = 2, ExpertParallel = 2, ZeroStage = 1 };

        TrainingMemory memory = Shapes.Mixtral8x7B.TrainingMemory(options);

        Assert.Equal(46_702_792_704 - (Routed / 2), memory.ParametersPerDevice);
        Assert.Equal(8 * (((46_702_792_704 - Routed) / 2) + (Routed / 2)), memory.OptimizerState);
    }

    // Llama 3.1 8B: 16 bytes per parameter are 128.48 GB. ZeRO-3 divides all of it: two devices of 80e9 bytes; ZeRO-1
    // leaves 4 bytes, 32.12 GB.
    [Theory]
    [InlineData(3, 80e9, 2L)]
    [InlineData(3, 8e9, 17L)]
    [InlineData(1, 80e9, 3L)]
    [InlineData(1, 32e9, null)]
    [InlineData(0, 80e9, null)]
    [InlineData(0, 141e9, 1L)]
    public void The_fewest_devices_that_fit_are_found(int stage, double bytes, long? devices) =>
        Assert.Equal(devices, Shapes.Llama31_8B.SmallestDeviceCount((long)bytes, new TrainingMemoryOptions { ZeroStage = stage }));

    // 16 bytes per parameter over all devices with ZeRO 3: 1,120 GB / 80 GB is 14; ZeRO 1 leaves 4 x 70 GB undivided
    // unless tensors are divided.
    [Theory]
    [InlineData(3, 1, 14L)]
    [InlineData(1, 1, null)]
    [InlineData(1, 8, 24L)] // (4 + 12 / 3) x 8.75 GB = 70 GB; over two it would be 87.5 GB
    [InlineData(0, 8, null)]
    public void The_fewest_devices_are_found_for_a_count_alone(int stage, int tensor, long? devices) =>
        Assert.Equal(devices, TrainingMemory.SmallestDeviceCount(
            70_000_000_000, 80_000_000_000, new TrainingMemoryOptions { ZeroStage = stage, TensorParallel = tensor }));

    [Fact]
    public void A_count_of_parameters_alone_has_a_state_too()
    {
        Assert.Equal(16 * 70_000_000_000, TrainingMemory.Of(70_000_000_000).Total);
        Assert.Equal(16 * 70_000_000_000 / 64,
            TrainingMemory.Of(70_000_000_000, new TrainingMemoryOptions { TensorParallel = 8, PipelineParallel = 8 }).Total);
        Assert.Throws<ArgumentOutOfRangeException>(
            () => TrainingMemory.Of(70_000_000_000, new TrainingMemoryOptions { Optimizer = Optimizer.Adafactor }));
        Assert.Throws<ArgumentOutOfRangeException>(() => TrainingMemory.Of(0));
    }

    [Theory]
    [InlineData(nameof(TrainingMemoryOptions.TensorParallel), 64, 1, 1, 1, 0)]
    [InlineData(nameof(TrainingMemoryOptions.PipelineParallel), 1, 33, 1, 1, 0)]
    [InlineData(nameof(TrainingMemoryOptions.ExpertParallel), 1, 1, 8, 8, 0)]
    [InlineData(nameof(TrainingMemoryOptions.DataParallel), 1, 1, 0, 1, 0)]
    [InlineData(nameof(TrainingMemoryOptions.ZeroStage), 1, 1, 1, 1, 4)]
    public void An_impossible_plan_is_refused_by_name(string name, int tensor, int pipeline, int data, int expert, int zero)
    {
        var options = new TrainingMemoryOptions
        {
            TensorParallel = tensor,
            PipelineParallel = pipeline,
            DataParallel = data,
            ExpertParallel = expert,
            ZeroStage = zero
        };

        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => Shapes.Llama31_8B.TrainingMemory(options)).ParamName);
    }

    [Fact]
    public void Weights_have_the_bytes_of_their_format()
    {
        Assert.Equal(2 * 8_030_261_248, Shapes.Llama31_8B.WeightBytes());
        Assert.Equal(8_030_261_248, Shapes.Llama31_8B.WeightBytes(NumericFormat.FP8));
        Assert.Equal(4 * 8_030_261_248, Shapes.Llama31_8B.WeightBytes(NumericFormat.TF32));
    }

    private static TransformerShape OfParameters(long parameters)
    {
        var small = new TransformerShape { Layers = 1, HiddenSize = 64, Heads = 2, FeedForwardSize = 256, VocabularySize = 64 };
        return parameters == 0 ? small : small with { ExtraParameters = parameters - small.Parameters };
    }
}
