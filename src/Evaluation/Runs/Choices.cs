using System;
using System.Linq;

namespace ScalingAnalyzers.Evaluation;

/// <summary>Facts that choose among the values of an enum, written as the enum or by name.</summary>
internal static class Choices
{
    /// <summary>The choice; the enum's zero where none is declared, null where the declared one cannot be read.</summary>
    public static T? Of<T>(FactSheet facts, ConfigRole role)
        where T : struct, Enum
    {
        if (facts.IsUnreadable(role)) return null;
        if (facts.Find(role) is not { Content: { } content } || content is "") return default(T);
        if (content is string name) return Named<T>(name);
        return Numbers.ToInteger(content) is { } number && number >= 0 && number < 1000 && Enum.IsDefined(typeof(T), (int)number) ? (T)Enum.ToObject(typeof(T), (int)number) : null;
    }

    private static T? Named<T>(string name)
        where T : struct, Enum
    {
        string wanted = typeof(T) == typeof(NumericFormat) ? Format(name) : name;
        string? known = Enum.GetNames(typeof(T)).FirstOrDefault(n => string.Equals(n, wanted, StringComparison.OrdinalIgnoreCase));
        return known is null ? null : (T)Enum.Parse(typeof(T), known);
    }

    // As PyTorch and its trainers call them: torch.bfloat16, float8_e4m3fn.
    private static string Format(string name)
    {
        string plain = name.Substring(name.LastIndexOf('.') + 1).ToLowerInvariant();
        return plain switch
        {
            "float32" or "float" or "single" => nameof(NumericFormat.FP32),
            "float16" or "half" => nameof(NumericFormat.FP16),
            "bfloat16" => nameof(NumericFormat.BF16),
            _ when plain.StartsWith("float8", StringComparison.Ordinal) => nameof(NumericFormat.FP8),
            _ => plain,
        };
    }
}
