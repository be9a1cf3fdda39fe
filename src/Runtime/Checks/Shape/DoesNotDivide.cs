using System;
using System.Collections.Generic;
using System.Globalization;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Checks;

/// <summary>SCALE301: heads, groups, layers, experts, devices and batches that do not divide.</summary>
internal sealed class DoesNotDivide : RunCheck
{
    public override Rule Rule => RuleTable.DoesNotDivide;

    public override IEnumerable<Finding> Check(ConfigRun run)
    {
        var divisions = Divisions.Of(run);
        foreach (var broken in divisions.Broken())
        {
            var (part, whole) = (run.Config.Find(broken.Part), run.Config.Find(broken.Whole));
            if (part is null && whole is null) continue;
            long? nearest = part is null ? null : divisions.Nearest(broken.Part, changed => Accepts(run, divisions, changed));
            long? offered = nearest is { } value && KeepsCount(run, divisions.With(broken.Part, value)) ? nearest : null;
            yield return new Finding(
                Rule,
                run.Name,
                0,
                ("whole", whole?.Name ?? broken.Whole.ToString()),
                ("value", Text(broken.Value)),
                ("count", Text(broken.Into)),
                ("parts", broken.Words),
                ("nearest", nearest is null ? "" : "; the nearest " + part!.Name + " that divides is " + Text(nearest.Value)))
            {
                At = Finding.Values(part, whole),
                Concerns = Finding.Values(part, whole),
                IsOfModel = true,
                Data = DimensionFix.Data(part, offered),
                Fixes = part is null
                    ? []
                    : DimensionFix.Of(FixKind.NearestDivisor, "Use the nearest " + part.Name + " that divides: ", part, offered),
            };
        }
    }

    // No offered fix raises another rule; which value is the nearest does not depend on the declared count.
    private static bool KeepsCount(ConfigRun run, Divisions after)
    {
        if (Divisions.Readable(run.Shape) is not { } shape) return true;
        try
        {
            return CountDiffers.Agree(run.Config.Count(ConfigRole.Parameters), Changed(shape, after));
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private static TransformerShape Changed(TransformerShape shape, Divisions after) => shape with
    {
        Heads = (int)(after[ConfigRole.AttentionHeads] ?? shape.Heads),
        KeyValueHeads =
            shape.KeyValueHeads is null || after[ConfigRole.KeyValueHeads] is not { } groups ? shape.KeyValueHeads : (int)groups,
    };

    // The change may make no shape impossible and no memory too small.
    private static bool Accepts(ConfigRun run, Divisions before, Divisions after)
    {
        if (Divisions.Readable(run.Shape) is not { } shape)
        {
            return StateMemory.Of(run, null, before) is { Fits: false } || StateMemory.Of(run, null, after) is null or { Fits: true };
        }

        var changed = Changed(shape, after);
        try
        {
            if (changed.Validate() is not null) return false;
        }
        catch (OverflowException)
        {
            return false;
        }

        return StateMemory.Of(run, shape, before) is { Fits: false } || StateMemory.Of(run, changed, after) is null or { Fits: true };
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
