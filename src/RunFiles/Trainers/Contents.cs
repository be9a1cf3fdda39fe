using System;
using System.Globalization;
using System.Linq;

namespace ScalingAnalyzers.RunFiles;

/// <summary>Readings of contents that several trainers share.</summary>
internal static class Contents
{
    /// <summary>A duration of Composer: "63900ba", "1ep", "5e12tok", "600000000sp". A plain whole number counts epochs,
    /// and Composer refuses a text without a unit.</summary>
    public static KeyReading ComposerDuration(object? content)
    {
        if (content is null) return new KeyReading(ConfigRole.MaxSteps, null);
        if (content is long epochs) return new KeyReading(ConfigRole.Epochs, epochs);
        if (content is not string text || Parts(text) is not { } parts) return NoDuration(content, "ba, tok, sp or ep");
        if (parts.Unit == "ep") return new KeyReading(ConfigRole.Epochs, parts.Number);
        if (Scalars.Whole(parts.Number) is not { } whole) return NoDuration(content, "ba, tok, sp or ep");
        return parts.Unit switch
        {
            "ba" => new KeyReading(ConfigRole.MaxSteps, whole),
            "tok" => new KeyReading(ConfigRole.TrainingTokens, whole),
            "sp" => new KeyReading(ConfigRole.TrainingSequences, whole),
            "iter" or "sec" or "dur" or "hr" or "min" => new KeyReading(ConfigRole.MaxSteps, null, "'" + text
                + "' is no number of steps or tokens"),
            _ => NoDuration(content, "ba, tok, sp or ep"),
        };
    }

    /// <summary>A duration of OLMo's first trainer: a plain number or text counts steps, "4e12T" tokens, "1ep"
    /// epochs.</summary>
    public static KeyReading OlmoDuration(object? content)
    {
        if (content is null) return new KeyReading(ConfigRole.MaxSteps, null);
        if (Scalars.Whole(content) is { } steps) return new KeyReading(ConfigRole.MaxSteps, steps);
        if (content is not string text || Parts(text) is not { } parts) return NoDuration(content, "T or ep, or steps without one");
        if (parts.Unit == "ep") return new KeyReading(ConfigRole.Epochs, parts.Number);
        if (Scalars.Whole(parts.Number) is not { } whole) return NoDuration(content, "T or ep, or steps without one");
        return parts.Unit switch
        {
            "" => new KeyReading(ConfigRole.MaxSteps, whole),
            "T" => new KeyReading(ConfigRole.TrainingTokens, whole),
            _ => NoDuration(content, "T or ep, or steps without one"),
        };
    }

    // The number and the letters after it; null where there is no number.
    private static (object Number, string Unit)? Parts(string text)
    {
        string trimmed = text.Trim();
        int end = trimmed.Length;
        while (end > 0 && char.IsAsciiLetter(trimmed[end - 1])) end--;
        return Scalars.Number(trimmed[..end]) is { } number ? (number, trimmed[end..]) : null;
    }

    private static KeyReading NoDuration(object? content, string units) => new(ConfigRole.MaxSteps, null,
        Scalars.Show(content) + " is not a duration of this trainer; expected a number with " + units);

    /// <summary>A truth value that is the negation of the field's.</summary>
    public static object? Not(object? content) => content is bool truth ? !truth : null;

    /// <summary>A precision by the names of Composer, Lightning and levanter: "amp_bf16", "bf16-mixed", 32.</summary>
    public static KeyReading Precision(object? content)
    {
        if (content is null or "auto") return new KeyReading(ConfigRole.Precision, null);
        string word = new(Convert.ToString(content,
            CultureInfo.InvariantCulture)!.ToLowerInvariant().Where(char.IsLetterOrDigit).ToArray());
        string? name = word switch
        {
            "ampbf16" or "bf16" or "bf16mixed" or "bf16true" or "bfloat16" or "purebf16" or "torchbfloat16" => "bf16",
            "ampfp16" or "fp16" or "16" or "16mixed" or "16true" or "float16" or "half" => "fp16",
            "ampfp8" or "fp8" => "fp8",
            "fp32" or "32" or "32true" or "float32" => "fp32",
            _ => null,
        };
        return name is null
            ? new KeyReading(ConfigRole.Precision, null, Scalars.Show(content) + " is not a precision that is known")
            : new KeyReading(ConfigRole.Precision, name);
    }

    /// <summary>A switch that turns one precision on.</summary>
    public static Func<object?, KeyReading> PrecisionIf(string name) => content => content switch
    {
        true => new KeyReading(ConfigRole.Precision, name),
        null or false or "auto" => new KeyReading(ConfigRole.Precision, null),
        _ => new KeyReading(ConfigRole.Precision, null, Scalars.Show(content) + " is not true or false"),
    };

    /// <summary>A switch that keeps gradients in 32 bits beside weights of 16.</summary>
    public static KeyReading GradientsIn32Bits(object? content) => content switch
    {
        true => new KeyReading(ConfigRole.GradientPrecision, "FP32"),
        null or false => new KeyReading(ConfigRole.GradientPrecision, null),
        _ => new KeyReading(ConfigRole.GradientPrecision, null, Scalars.Show(content) + " is not true or false"),
    };

    /// <summary>A switch that keeps only the inputs of blocks and computes the rest of the activations again; other
    /// words, such as "offload", stay open.</summary>
    public static KeyReading Recomputed(object? content) => new(ConfigRole.Recomputation, content switch
    {
        true => "Full",
        false => "None",
        _ => null,
    });

    /// <summary>A sharding strategy of FSDP as the ZeRO stage of the same state.</summary>
    public static KeyReading Sharding(object? content) => content is string text
        ? text.ToUpperInvariant() switch
        {
            "FULL_SHARD" or "HYBRID_SHARD" => new KeyReading(ConfigRole.ZeroStage, 3L),
            "SHARD_GRAD_OP" => new KeyReading(ConfigRole.ZeroStage, 2L),
            "NO_SHARD" => new KeyReading(ConfigRole.ZeroStage, 0L),
            _ => new KeyReading(ConfigRole.ZeroStage, null, "'" + text + "' is not a sharding strategy that is known"),
        }
        : new KeyReading(ConfigRole.ZeroStage, null);

    /// <summary>One where nothing divides the model: 0 and 1 mean none.</summary>
    public static Func<object?, KeyReading> Degree(ConfigRole role) => content => content is 0L
        ? new KeyReading(role, 1L)
        : content is long or null ? new KeyReading(role, content)
        : new KeyReading(role, null, Scalars.Show(content) + " is not a number of devices");
}
