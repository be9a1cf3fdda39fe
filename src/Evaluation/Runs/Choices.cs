using System;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

/// <summary>Facts that are one of a few named values: an enum's, or a word that trainers use for one. What is neither is unknown, never the default.</summary>
internal static class Choices
{
    /// <summary>The number of the choice that a text names; null where it names none.</summary>
    public static int? Read(ConfigRole role, string text)
    {
        string word = new(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).ToArray());
        return role switch
        {
            ConfigRole.Intent => Named<TrainingIntent>(word),
            ConfigRole.Stage => Named<TrainingStage>(word) ?? (int?)StageOf(word),
            ConfigRole.Precision => Named<NumericFormat>(word) ?? (int?)FormatOf(word),
            _ => null,
        };
    }

    /// <summary>What could have been written.</summary>
    public static string Names(ConfigRole role) => string.Join(", ", Enum.GetNames(TypeOf(role)!));

    /// <summary>Whether a role is such a choice.</summary>
    public static bool IsChoice(ConfigRole role) => TypeOf(role) is not null;

    /// <summary>What a member of this type says of the choice: a number counts only as one of the choice's own enum, for 2 may be a stage of ZeRO and 16 a number of bits.</summary>
    public static Value Typed(ConfigRole role, ITypeSymbol type, Value value, SyntaxNode? at)
    {
        if (TypeOf(role) is not { } choice || value is not ScalarValue { Content: { } content and not string }) return value;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable) type = nullable.TypeArguments[0];
        bool isOurs = type.Name == choice.Name && type.ContainingType is null && type.ContainingNamespace is { Name: nameof(ScalingAnalyzers), ContainingNamespace.IsGlobalNamespace: true };
        return isOurs ? value : Value.Unknown(Convert.ToString(content, CultureInfo.InvariantCulture) + " is of type " + type.ToDisplayString() + ", not " + choice.Name, at);
    }

    /// <summary>The fact with its choice read, or unknown with the reason.</summary>
    public static Fact Resolved(Fact fact)
    {
        Value? value = fact.Content switch
        {
            null => null,
            string { Length: 0 } => null,
            string text when Read(fact.Role, text) is { } number && !IsWidthAlone(fact, number) => new ScalarValue(number),
            string text => Value.Unknown("\"" + text + "\" is none of " + Names(fact.Role), fact.At),
            var content when Numbers.ToInteger(content) is { } number && number >= 0 && number < 1000 && Enum.IsDefined(TypeOf(fact.Role)!, (int)number) => null,
            var content => Value.Unknown(Convert.ToString(content, CultureInfo.InvariantCulture) + " is none of " + Names(fact.Role), fact.At),
        };
        return value is null ? fact : new Fact(fact.Role, fact.Name, value, 1, fact.At) { InFile = fact.InFile };
    }

    // Mixed precision keeps weights in 32 bit and multiplies in 16: the dtype of the weights alone does not say at which peak.
    private static bool IsWidthAlone(Fact fact, int number) =>
        number == (int)NumericFormat.FP32 && fact.Name.IndexOf("dtype", StringComparison.OrdinalIgnoreCase) >= 0;

    private static Type? TypeOf(ConfigRole role) => role switch
    {
        ConfigRole.Intent => typeof(TrainingIntent),
        ConfigRole.Stage => typeof(TrainingStage),
        ConfigRole.Precision => typeof(NumericFormat),
        _ => null,
    };

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

    // PyTorch's, JAX's, Lightning's and Transformer Engine's words.
    private static NumericFormat? FormatOf(string word) => word switch
    {
        "bfloat16" or "torchbfloat16" or "jnpbfloat16" or "bf16mixed" or "bf16true" => NumericFormat.BF16,
        "float16" or "torchfloat16" or "jnpfloat16" or "half" or "16mixed" or "16true" => NumericFormat.FP16,
        "float32" or "torchfloat32" or "jnpfloat32" or "float" or "32true" => NumericFormat.FP32,
        "tensorfloat32" => NumericFormat.TF32,
        "float8" or "float8e4m3fn" or "torchfloat8e4m3fn" or "float8e5m2" or "torchfloat8e5m2" => NumericFormat.FP8,
        _ => null,
    };
}
