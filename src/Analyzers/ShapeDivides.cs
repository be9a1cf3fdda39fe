using System;
using System.Globalization;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Analyzers;

/// <summary>SCALE301: heads, groups, layers, experts, devices and batches that do not divide.</summary>
internal sealed class ShapeDivides : RunRule
{
    public override void Judge(ResolvedRun run, RunReport report)
    {
        var divisions = Divisions.Of(run);
        foreach (var broken in divisions.Broken())
        {
            var (part, whole) = (run.Facts.Find(broken.Part), run.Facts.Find(broken.Whole));
            bool isHere = part is not null && report.Writes(part);
            if (!isHere && !(whole is not null && report.Writes(whole))) continue;
            long? nearest = part is null ? null : divisions.Nearest(broken.Part, changed => Accepts(run, divisions, changed));
            var fixes = nearest is { } value ? FixFacts.None.With(DimensionFacts.Dimension, part!.Literal).With(DimensionFacts.Wanted, value).With(DimensionFacts.Name, part.Name) : FixFacts.None;
            report.At(
                isHere ? part : whole, Rules.DoesNotDivide, fixes,
                run.Name, whole?.Name ?? broken.Whole.ToString(), Text(broken.Value), Text(broken.Into), broken.Words,
                nearest is null ? "" : "; the nearest " + part!.Name + " that divides is " + Text(nearest.Value));
        }
    }

    // The change may raise no other rule: neither the declared count nor the memory may then be wrong.
    private static bool Accepts(ResolvedRun run, Divisions before, Divisions after)
    {
        if (Divisions.Readable(run.Shape) is not { } shape) return StateMemory.Of(run, null, before) is { Fits: false } || StateMemory.Of(run, null, after) is null or { Fits: true };
        var changed = shape with
        {
            Heads = (int)(after[ConfigRole.AttentionHeads] ?? shape.Heads),
            KeyValueHeads = shape.KeyValueHeads is null || after[ConfigRole.KeyValueHeads] is not { } groups ? shape.KeyValueHeads : (int)groups,
        };
        try
        {
            if (changed.Validate() is not null || !CountsAgree.Agree(run.Facts.Count(ConfigRole.Parameters), changed)) return false;
        }
        catch (OverflowException)
        {
            return false;
        }

        return StateMemory.Of(run, shape, before) is { Fits: false } || StateMemory.Of(run, changed, after) is null or { Fits: true };
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
