using System;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Configuration;

/// <summary>The ways in which configs write "not set": null, an empty text, "auto", and -1 or 0 where trainers use it
/// so.</summary>
internal static class UnsetValues
{
    /// <summary>The value, or an unset one where its content means that nothing is set.</summary>
    public static ConfigValue Of(ConfigValue value) => value.Unknown is null && Why(value.Role, value.Content) is { } why
        ? value.With(new UnknownReason(UnknownKind.MeansUnset, why))
        : value;

    /// <summary>Whether a text means that the role is not set.</summary>
    public static bool IsUnset(ConfigRole role, string text) => Why(role, text) is not null;

    private static string? Why(ConfigRole role, object? content)
    {
        if (!RoleTable.TryGet(role, out var row) || row.Kind is RoleKind.Model or RoleKind.StartingPoint) return null;
        if (content is null) return "it is null";
        if (content is string text) return Text(row, text.Trim());
        if (!row.MinusOneIsUnset && !row.ZeroIsUnset) return null;
        double? number = content is bool ? null : Numbers.ToDouble(content);
        return number switch
        {
            -1 when row.MinusOneIsUnset => "-1 means that it is not set",
            0 when row.ZeroIsUnset => "0 means that there is none",
            _ => null,
        };
    }

    private static string? Text(RoleRow row, string text)
    {
        if (row.Kind == RoleKind.Text)
        {
            return row.Role == ConfigRole.Accelerator && NamesNoAccelerator(text)
                ? "'" + text + "' names a kind of device, no accelerator"
                : null;
        }

        // "0,1,2,3", "all", "h100": which devices, not how many.
        if (row.Role is ConfigRole.AcceleratorCount or ConfigRole.NodeCount or ConfigRole.AcceleratorsPerNode && !IsCount(text))
            return "\"" + text + "\" is no number of devices";

        return text.Length == 0 || Is(text, "auto") || Is(text, "none") || Is(text, "null")
            ? "\"" + text + "\" means that it is not set"
            : null;
    }

    private static bool IsCount(string text) =>
        text.IndexOf(',') < 0 && Quantity.TryParseNumber(text, out decimal number) && number > 0;

    // What frameworks call a device to compute on: "cuda:0", "cpu".
    private static bool NamesNoAccelerator(string text)
    {
        int end = text.IndexOf(':');
        string kind = end < 0 ? text : text.Substring(0, end);
        foreach (string known in Devices)
        {
            if (Is(kind, known)) return true;
        }

        return false;
    }

    private static string[] Devices { get; } =
    [
        "", "auto", "cuda", "cpu", "gpu", "mps", "metal", "xpu", "npu", "hpu", "xla", "tpu", "rocm", "hip", "vulkan", "opencl",
        "directml", "dml", "meta", "ipu", "mlu", "privateuseone", "default", "none",
    ];

    private static bool Is(string text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);
}
