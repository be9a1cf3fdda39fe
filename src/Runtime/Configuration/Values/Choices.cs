using System;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Configuration;

/// <summary>
/// Values that are one of a few named ones: an enum's, or a trainer's name for one. Any other value is unknown, never
/// the default.
/// </summary>
internal static class Choices
{
    /// <summary>The number of the choice with this name; null where there is none.</summary>
    public static int? Read(ConfigRole role, string text)
    {
        string word = new(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).ToArray());
        return role switch
        {
            ConfigRole.Intent => Named<TrainingIntent>(word),
            ConfigRole.Stage => Named<TrainingStage>(word) ?? (int?)StageOf(word),
            ConfigRole.Precision or ConfigRole.ServingPrecision => Named<NumericFormat>(word) ?? (int?)FormatOf(word),
            ConfigRole.GradientPrecision => Named<NumericFormat>(word) ?? (int?)FormatOf(word) ?? (int?)SwitchOf(word),
            ConfigRole.UtilizationBasis => Named<UtilizationBasis>(word),
            ConfigRole.Recomputation => Named<Recomputation>(word) ?? (int?)RecomputationOf(word),
            _ => null,
        };
    }

    /// <summary>What could have been written.</summary>
    public static string Names(ConfigRole role) => string.Join(", ", Enum.GetNames(TypeOf(role)!));

    /// <summary>The enum of a choice; null where the role is not a choice.</summary>
    public static Type? TypeOf(ConfigRole role) => role switch
    {
        ConfigRole.Intent => typeof(TrainingIntent),
        ConfigRole.Stage => typeof(TrainingStage),
        ConfigRole.Precision or ConfigRole.GradientPrecision or ConfigRole.ServingPrecision => typeof(NumericFormat),
        ConfigRole.UtilizationBasis => typeof(UtilizationBasis),
        ConfigRole.Recomputation => typeof(Recomputation),
        _ => null,
    };

    /// <summary>Whether trainers write a truth value for one of the choices.</summary>
    public static bool TakesTruth(ConfigRole role) => role is ConfigRole.GradientPrecision or ConfigRole.Recomputation;

    /// <summary>The value with its choice read, or unknown with the reason.</summary>
    public static ConfigValue Resolved(ConfigValue value)
    {
        switch (value.Content)
        {
            case null or string { Length: 0 } or OpaqueContent:
                return value;
            case bool isOn when value.Role == ConfigRole.GradientPrecision:
                return value.With(Switched(isOn));
            case bool isOn when value.Role == ConfigRole.Recomputation:
                return value.With((int)(isOn ? Recomputation.Full : Recomputation.None));
            case string text:
                return Read(value.Role, text) is { } choice && !IsWidthAlone(value, choice)
                    ? value.With(choice)
                    : Refused(value, "\"" + text + "\"");
            case var content when Numbers.ToInteger(content) is { } number && number >= 0 && number < 1000
                && Enum.IsDefined(TypeOf(value.Role)!, (int)number):
                return value;
            case var content:
                return Refused(value, Convert.ToString(content, CultureInfo.InvariantCulture) ?? "");
        }
    }

    private static ConfigValue Refused(ConfigValue value, string shown) =>
        value.With(new UnknownReason(UnknownKind.NotAChoice, shown, Names(value.Role)));

    // Mixed precision keeps weights in 32 bits and multiplies in 16: the dtype of the weights alone does not determine
    // the peak.
    private static bool IsWidthAlone(ConfigValue value, int number) =>
        value.Role == ConfigRole.Precision && number == (int)NumericFormat.FP32
            && value.Name.IndexOf("dtype", StringComparison.OrdinalIgnoreCase) >= 0;

    private static int? Named<T>(string word)
        where T : struct, Enum =>
        Enum.GetNames(typeof(T)).FirstOrDefault(name => string.Equals(name, word, StringComparison.OrdinalIgnoreCase)) is { } name
            ? Convert.ToInt32(Enum.Parse(typeof(T), name), CultureInfo.InvariantCulture)
            : null;

    private static TrainingStage? StageOf(string word) => word switch
    {
        "pretrain" => TrainingStage.Pretraining,
        "continuedpretrain" => TrainingStage.ContinuedPretraining,
        "finetune" or "sft" or "supervisedfinetuning" => TrainingStage.FineTuning,
        "distill" => TrainingStage.Distillation,
        _ => null,
    };

    // A trainer's switch: gradients in 32 bits, or in the format of the weights.
    private static NumericFormat? SwitchOf(string word) => word switch
    {
        "true" => NumericFormat.FP32,
        "false" => NumericFormat.Unspecified,
        _ => null,
    };

    // A trainer's switch: the input of each block is kept, and nothing else.
    private static Recomputation? RecomputationOf(string word) => word switch
    {
        "true" => Recomputation.Full,
        "false" => Recomputation.None,
        _ => null,
    };

    private static int Switched(bool isOn) => (int)(isOn ? NumericFormat.FP32 : NumericFormat.Unspecified);

    // The names of PyTorch, JAX, Lightning and Transformer Engine.
    private static NumericFormat? FormatOf(string word) => word switch
    {
        "bfloat16" or "torchbfloat16" or "jnpbfloat16" or "bf16mixed" or "bf16true" => NumericFormat.BF16,
        "float16" or "torchfloat16" or "jnpfloat16" or "half" or "16mixed" or "16true" => NumericFormat.FP16,
        "float32" or "torchfloat32" or "jnpfloat32" or "float" or "32true" => NumericFormat.FP32,
        "tensorfloat32" => NumericFormat.TF32,
        "nvfp4" or "mxfp4" or "float4" or "float4e2m1" or "float4e2m1fn" or "torchfloat4e2m1fnx2" => NumericFormat.FP4,
        "mxfp8" or "float8" or "float8e4m3fn" or "torchfloat8e4m3fn" or "float8e5m2" or "torchfloat8e5m2" => NumericFormat.FP8,
        _ => null,
    };
}
