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
        using var code = await Config.Run("public const long Parameters = 1_000_000_000; " + members).Load();
        object? found = code.TypeOf("Run.Estimates").GetField("TrainingStateBytes")?.GetRawConstantValue();
        Assert.Equal(bytes * 1_000_000_000, (long?)found);
    }
}
