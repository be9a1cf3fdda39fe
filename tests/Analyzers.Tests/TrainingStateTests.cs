using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>What the training state of a run holds, and what its accelerators have for it.</summary>
public class TrainingStateTests
{
    // Llama-2-13B, Touvron et al. 2023.
    private const string Thirteen = "public const long Parameters = 13_015_864_320; ";

    // hiyouga/LlamaFactory, issue 1158: Baichuan2-13B, full fine-tuning in BF16 by ZeRO 2 on 4 x A800 80 GB, ran out of
    // memory when it allocated 12.94 GiB: 4 bytes for a quarter of its 13,896,668,160 parameters. The maintainer's
    // answer: ZeRO 2 takes 8 of them, or 4 with ZeRO 3.
    [Theory]
    [InlineData("public const long Parameters = 13_896_668_160; public const int ZeroStage = 2;", 4, DiagnosticSeverity.Info,
        "needs 13.9 GB more, and does not fit")]
    [InlineData(Thirteen + "public const int ZeroStage = 2;", 4, DiagnosticSeverity.Info, "needs 13 GB more, and does not fit")]
    [InlineData(Thirteen + "public const int ZeroStage = 2; public const NumericFormat GradientPrecision = NumericFormat.FP32;", 4,
        DiagnosticSeverity.Info, "98% of the memory. Activations need the rest")]
    [InlineData(Thirteen + "public const int ZeroStage = 2;", 8, null, "")]
    [InlineData(Thirteen + "public const int ZeroStage = 3;", 4, null, "")]
    [InlineData(Thirteen + "public const int ZeroStage = 1;", 4, DiagnosticSeverity.Warning, "It fits from 6 accelerators on")]
    [InlineData("public const long Parameters = 7_000_000_000;", 1, DiagnosticSeverity.Warning, "It fits from 2 accelerators on")]
    public async Task A_state_is_held_against_the_memory(string members, int devices, DiagnosticSeverity? severity, string words)
    {
        var found = (await Config.Run(members, $"Accelerator = \"A100-80GB\", AcceleratorCount = {devices}").Only("SCALE103").Diagnostics())
            .SingleOrDefault();
        Assert.Equal(severity, found?.Severity);
        Assert.EndsWith(words, found?.GetMessage(CultureInfo.InvariantCulture) ?? "", StringComparison.Ordinal);
    }

    // 2 + 2 + 4 + 8 bytes a parameter; 18 with gradients in 32 bits (NVIDIA/Megatron-LM, arguments.py;
    // huggingface/nanotron, accumulate_grad_in_fp32).
    [Theory]
    [InlineData("", 16L)]
    [InlineData("public const NumericFormat GradientPrecision = NumericFormat.FP32;", 18L)]
    [InlineData("public const NumericFormat GradientPrecision = NumericFormat.BF16;", 16L)]
    [InlineData("public const string grad_dtype = \"float32\";", 18L)]
    [InlineData("public const bool accumulate_grad_in_fp32 = true;", 18L)]
    [InlineData("public const bool AccumulateAllreduceGradsInFp32 = false;", 16L)]
    [InlineData("public const NumericFormat GradientPrecision = NumericFormat.FP8;", null)]
    [InlineData("public const int GradientPrecision = 1;", null)]
    [InlineData("public static bool Fp32Gradients => System.Environment.Is64BitProcess;", null)]
    public async Task Gradients_in_32_bits_take_their_bytes(string members, long? bytes)
    {
        var code = await Config.Run("public const long Parameters = 1_000_000_000; " + members).Load();
        object? found = code.TypeOf("Run.Estimates").GetField("TrainingStateBytes")?.GetRawConstantValue();
        Assert.Equal(bytes * 1_000_000_000, (long?)found);
    }

    private const string Llama31 = """
        [ModelConfig(Family = "llama")]
        public static class Llama31
        {
            public const int HiddenSize = 4096, Layers = 32, Heads = 32, KeyValueHeads = 8, FeedForwardSize = 14336;
            public const int VocabularySize = 128256;
        }
        """;

    // 16 x 8.03B / 8 = 16.1 GB of state. A sequence of 8,192 stores 32 x 139,392 x 8,192 = 36.5 GB in the layers and
    // (6 x 128,256 + 4 x 4,096) x 8,192 = 6.44 GB behind them: one fits into the other 63.9 GB, two do not. Full
    // recomputation keeps 2 x 4,096 bytes a token and layer, one block (1.14 GB a sequence) and the last norm. Without
    // the logits everything stored takes 36.7 GB a sequence; with them full recomputation takes 9.73 GB.
    [Theory]
    [InlineData(1, 8192, "", null, "")]
    [InlineData(2, 8192, "", DiagnosticSeverity.Info,
        "A micro-batch of 2 x 8,192 tokens stores 86 GB of activations, which fits only with recomputation (6.85 GB with all of it)")]
    [InlineData(32, 8192, "", DiagnosticSeverity.Warning,
        "A micro-batch of 32 x 8,192 tokens stores 110 GB of activations even with full recomputation, and does not fit")]
    [InlineData(2, 8192, "public const bool GradientCheckpointing = true;", null, "")]
    [InlineData(2, 8192, "public const string Recomputation = \"full\";", null, "")]
    [InlineData(2, 8192, "public const ScalingAnalyzers.Architectures.Recomputation Recomputation = "
        + "ScalingAnalyzers.Architectures.Recomputation.Full;", null, "")]
    [InlineData(2, 8192, "public const string recompute_granularity = \"full\";", null, "")]
    [InlineData(2, 8192, "public const bool GradientCheckpointing = false;", DiagnosticSeverity.Warning, "A micro-batch of 2 x 8,192 "
        + "tokens stores 73.3 GB of activations without recomputation even where the loss is computed in parts, and does not fit")]
    [InlineData(32, 8192, "public const bool GradientCheckpointing = true;", DiagnosticSeverity.Warning, "A micro-batch of 32 x 8,192 "
        + "tokens stores 110 GB of activations with full recomputation even where the loss is computed in parts, and does not fit")]
    [InlineData(12, 8192, "public const bool GradientCheckpointing = true;", DiagnosticSeverity.Info, "A micro-batch of 12 x 8,192 "
        + "tokens stores 117 GB of activations with full recomputation, which fits only where the loss is computed in parts (41.1 GB)")]
    [InlineData(2, 8192, "public static bool GradientCheckpointing => System.Environment.Is64BitProcess;", DiagnosticSeverity.Info,
        "A micro-batch of 2 x 8,192 tokens stores 86 GB of activations, which fits only with recomputation (6.85 GB with all of it)")]
    [InlineData(2, 8192, "public const int TensorParallel = 8; public const int ZeroStage = 1;", null, "")]
    [InlineData(2, 16384, "public const int ContextParallel = 4;", null, "")]
    [InlineData(2, 8192, "public static int TensorParallel => System.Environment.TickCount;", null, "")] // not known
    public async Task Activations_are_held_against_what_the_state_leaves(
        int micro, int sequence, string members, DiagnosticSeverity? severity, string words)
    {
        var found = (await Config.Of($$"""
            {{Llama31}}
            [TrainingConfig(Model = typeof(Llama31), Accelerator = "H100-SXM", AcceleratorCount = 8)]
            public static partial class Run
            {
                public const int SequenceLength = {{sequence}};
                public const int MicroBatchSize = {{micro}};
                {{members}}
            }
            """).Only("SCALE103").Diagnostics()).SingleOrDefault();
        Assert.Equal(severity, found?.Severity);
        Assert.EndsWith(words, found?.GetMessage(CultureInfo.InvariantCulture) ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ActivationBytesPerDevice", 42_979_033_088L)] // 8192 x (32 x 139,392 + 6 x 128,256 + 4 x 4,096)
    [InlineData("RecomputedActivationBytesPerDevice", 3_423_600_640L)] // 8192 x (32 x 8,192 + 139,392 + 4 x 4,096)
    [InlineData("TrainingStateBytesPerDevice", 16_060_522_496L)] // 2 x 8,030,261,248
    public async Task The_bytes_of_a_device_are_constants(string constant, long bytes)
    {
        var code = await Config.Of($$"""
            {{Llama31}}
            [TrainingConfig(Model = typeof(Llama31), Accelerator = "H100-SXM", AcceleratorCount = 8)]
            public static partial class Run
            {
                public const int SequenceLength = 8192;
                public const int MicroBatchSize = 1;
            }
            """).Load();
        Assert.Equal(bytes, (long?)code.TypeOf("Run.Estimates").GetField(constant)?.GetRawConstantValue());
    }
}
