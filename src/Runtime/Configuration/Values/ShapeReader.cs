using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Configuration;

/// <summary>From the dimensions of a config and its family to a shape.</summary>
internal static class ShapeReader
{
    private const string TooMany = "The dimensions give more parameters than a 64-bit count holds.";

    /// <summary>
    /// The shape, or the problem that prevents it; null where the family is missing or unknown, or a dimension cannot
    /// be read. Impossible values go to <paramref name="refuse"/> and <paramref name="note"/>.
    /// </summary>
    public static FamilyShape? Of(
        CheckedConfig config, FamilyShape? known, Action<ConfigRole, string> refuse, Action<ConfigValue, Refusal?> note)
    {
        var shape = known is not null ? Countable(known) : OfDimensions(config, note);
        if (shape is { Shape: null } && shape.Declared.Validate() is { } problem && problem.Message == shape.Problem
            && !IsDivision(problem))
        {
            refuse(problem.Role, "makes the shape impossible: " + problem.Message.TrimEnd('.'));
        }

        if (shape?.Problem == TooMany) refuse(shape.ProblemRole, "gives more parameters than a 64-bit count holds");
        return shape;
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
            : Countable(config.Others is { } others ? family.Shape(dimensions, others) : family.Shape(dimensions));
    }

    // Dimensions that are each possible can multiply beyond a 64-bit count.
    private static FamilyShape Countable(FamilyShape read)
    {
        if (read.Shape is not { } shape) return read;
        try
        {
            _ = shape.Parameters + shape.ActiveParameters + shape.AttentionWidth + shape.KeyValueCacheBytesPerToken();
            return read;
        }
        catch (OverflowException)
        {
            return read with { Shape = null, ProblemRole = ConfigRole.HiddenSize, Problem = TooMany };
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
