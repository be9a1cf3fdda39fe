using System;
using System.Linq;

namespace ScalingAnalyzers.Evaluation;

/// <summary>Number formats as trainers write them in texts: "bfloat16", "torch.float16", "bf16-mixed", "float8_e4m3fn".</summary>
internal static class PrecisionNames
{
    /// <summary>The format that a text means; null where it means none.</summary>
    public static NumericFormat? Of(string text)
    {
        string plain = new(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).ToArray());
        if (plain.StartsWith("torch", StringComparison.Ordinal)) plain = plain.Substring(5);
        foreach (string kind in new[] { "mixed", "true" })
        {
            if (plain.EndsWith(kind, StringComparison.Ordinal)) plain = plain.Substring(0, plain.Length - kind.Length);
        }

        return plain switch
        {
            "bf16" or "bfloat16" => NumericFormat.BF16,
            "fp16" or "float16" or "half" or "16" => NumericFormat.FP16,
            "fp32" or "float32" or "32" => NumericFormat.FP32,
            "tf32" or "tensorfloat32" => NumericFormat.TF32,
            "fp8" or "float8" or "fp8e4m3" or "fp8e5m2" or "float8e4m3fn" or "float8e4m3" or "float8e5m2" => NumericFormat.FP8,
            _ => null,
        };
    }
}
