using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Configuration;

/// <summary>From the dimensions of a config and its family to a shape.</summary>
internal static class ShapeReader
{
    /// <summary>
    /// The shape, or the problem that prevents it; null where the family is missing or unknown, or a dimension cannot
    /// be read. Impossible values go to <paramref name="refuse"/> and <paramref name="note"/>.
    /// </summary>
    public static FamilyShape? Of(
        CheckedConfig config, FamilyShape? known, Action<ConfigRole, string> refuse, Action<ConfigValue, Refusal?> note)
    {
        var shape = known ?? OfDimensions(config, note);
        if (shape?.Impossible is { } impossible && !IsDivision(impossible))
            refuse(impossible.Role, "makes the shape impossible: " + impossible.Message.TrimEnd('.'));
        if (shape?.Shape is not { } whole || IsCountable(whole)) return shape;
        refuse(ConfigRole.HiddenSize, "gives more parameters than a 64-bit count holds");
        return FamilyShape.Refused(whole, ConfigRole.HiddenSize, "The dimensions give more parameters than a 64-bit count holds.");
    }

    // A number that does not divide is possible by itself; a separate rule reports it.
    private static bool IsDivision(ShapeProblem problem) =>
        problem.Value > 0 && problem.Role is ConfigRole.AttentionHeads or ConfigRole.KeyValueHeads;

    private static FamilyShape? OfDimensions(CheckedConfig config, Action<ConfigValue, Refusal?> note)
    {
        if (config.Family is null || !ModelFamilies.TryGet(config.Family, out var family)) return null;
        var dimensions = new Dictionary<ConfigRole, decimal>();
        foreach (var value in config.All.Where(v => RoleTable.IsDimension(v.Role)))
        {
            if (value.IsUnset || (value.Unknown is null && value.Content is null)) continue;
            if (Read(value, note) is not { } dimension) return null;
            if (dimension >= 0) dimensions[value.Role] = dimension;
        }

        return dimensions.Count == 0
            ? null
            : config.Others is { } others ? family.Shape(dimensions, others) : family.Shape(dimensions);
    }

    // Dimensions that are each possible can multiply beyond a 64-bit count.
    private static bool IsCountable(TransformerShape shape)
    {
        try
        {
            _ = shape.Parameters + shape.ActiveParameters + shape.AttentionWidth + shape.KeyValueCacheBytesPerToken();
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    // -1 means "not set" and is left out.
    private static decimal? Read(ConfigValue value, Action<ConfigValue, Refusal?> note)
    {
        if (value.Content is bool truth) return truth ? 1 : 0;
        if (value.Role == ConfigRole.FeedForwardMultiplier)
        {
            var factor = ValueReading.Amount(value);
            note(value, factor.Refusal);
            return factor.Value < 1e6 ? (decimal)factor.Value.Value : null;
        }

        if (Numbers.ToInteger(value.Content) is not { } whole || whole > int.MaxValue) return null;
        if (whole == -1) return -1;
        if (whole.IsZero && RoleTable.Get(value.Role).ZeroIsNone) return 0;
        var count = ValueReading.Count(value);
        note(value, count.Refusal);
        return count.Value;
    }
}
