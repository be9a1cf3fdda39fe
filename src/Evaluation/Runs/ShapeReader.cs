using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Evaluation;

/// <summary>From the dimensions of a config and its family to a shape.</summary>
internal static class ShapeReader
{
    /// <summary>The shape, or what stops it; null where the family is not named or not known, or a dimension cannot be read.</summary>
    public static FamilyShape? Of(FactSheet facts)
    {
        var shape = facts.Shape is { } known ? Countable(known) : OfDimensions(facts);
        if (shape is { Shape: null } && shape.Declared.Validate() is { } problem && problem.Message == shape.Problem && !IsDivision(problem))
        {
            facts.Refuse(problem.Role, "makes the shape impossible: " + problem.Message.TrimEnd('.'));
        }

        if (shape?.Problem == TooMany) facts.Refuse(shape.ProblemRole, "makes more parameters than a 64-bit count holds");
        return shape;
    }

    private const string TooMany = "The dimensions make more parameters than a 64-bit count holds.";

    // What does not divide is possible by itself, and a rule of its own.
    private static bool IsDivision(ShapeProblem problem) => problem.Value > 0 && problem.Role is ConfigRole.AttentionHeads or ConfigRole.KeyValueHeads;

    private static FamilyShape? OfDimensions(FactSheet facts)
    {
        if (facts.Family is null || !ModelFamilies.TryGet(facts.Family, out var family)) return null;
        var dimensions = new Dictionary<ConfigRole, decimal>();
        foreach (var fact in facts.All.Where(f => IsDimension(f.Role)))
        {
            if (fact.Unknown is { IsUnset: true } || fact.Value is ScalarValue { Content: null }) continue;
            if (Read(facts, fact) is not { } value) return null;
            if (value >= 0) dimensions[fact.Role] = value;
        }

        return dimensions.Count == 0 ? null : Countable(family.Shape(dimensions));
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

    public static bool IsDimension(ConfigRole role) => role is >= ConfigRole.HiddenSize and <= ConfigRole.DenseLayers;

    // -1 stands for "not set" and is left out.
    private static decimal? Read(FactSheet facts, Fact fact)
    {
        if (fact.Content is bool truth) return truth ? 1 : 0;
        if (fact.Role == ConfigRole.FeedForwardMultiplier) return facts.Positive(fact.Role) is { } factor && factor < 1e6 ? (decimal)factor : null;
        if (Numbers.ToInteger(fact.Content) is not { } whole || whole > int.MaxValue) return null;
        if (whole == -1) return -1;

        // A model may well have no shared experts and no dense layers.
        if (whole.IsZero && fact.Role is ConfigRole.SharedExperts or ConfigRole.DenseLayers) return 0;
        return facts.Count(fact.Role);
    }
}
