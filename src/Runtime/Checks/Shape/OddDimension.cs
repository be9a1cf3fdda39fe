using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Checks;

/// <summary>SCALE303: a width or vocabulary that is not a multiple of 64. The size of a head is free.</summary>
internal sealed class OddDimension : RunCheck
{
    private const long Multiple = 64;

    private static readonly ConfigRole[] Dimensions =
        [ConfigRole.HiddenSize, ConfigRole.FeedForwardSize, ConfigRole.ExpertFeedForwardSize, ConfigRole.VocabularySize];

    public override Rule Rule => RuleTable.OddDimension;

    public override IEnumerable<Finding> Check(ConfigRun run)
    {
        foreach (var role in Dimensions)
        {
            if (run.Config.Find(role) is not { } written || Numbers.ToInteger(written.Content) is not { } whole) continue;
            if (whole <= 0 || whole > int.MaxValue / 2 || (long)whole % Multiple == 0) continue;
            long value = (long)whole;
            long next = Up(value);
            long? wanted = Rounded(run, role, value);
            yield return new Finding(
                Rule,
                run.Name,
                0,
                ("member", written.Name),
                ("value", Text(value)),
                ("next", Text(next)),
                ("more", Quantity.Percent(((double)next / value) - 1)))
            {
                At = Finding.Values(written),
                Concerns = Finding.Values(written),
                IsOfModel = true,
                Data = DimensionFix.Data(written, wanted),
                Fixes = DimensionFix.Of(FixKind.RoundDimension, "Round " + written.Name + " up to a multiple of 64: ", written, wanted),
            };
        }
    }

    // The next multiple that leaves the heads dividing, and the declared count within its tolerance.
    private static long? Rounded(ConfigRun run, ConfigRole role, long value)
    {
        var divisions = Divisions.Of(run);
        int broken = divisions.Broken().Count();
        for (long candidate = Up(value); candidate <= (2 * value) + Multiple; candidate += Multiple)
        {
            if (!LeavesCount(run, (double)candidate / value)) return null;
            if (role != ConfigRole.HiddenSize || divisions.With(role, candidate).Broken().Count() <= broken) return candidate;
        }

        return null;
    }

    // A count grows at most with the square of a width.
    private static bool LeavesCount(ConfigRun run, double growth)
    {
        if (run.Shape?.Shape is not { } shape || run.Config.Count(ConfigRole.Parameters) is not { } declared) return true;
        double most = shape.Parameters * growth * growth;
        return declared / most >= 0.95 || !CountDiffers.Agree(declared, shape);
    }

    private static long Up(long value) => (value + Multiple - 1) / Multiple * Multiple;

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
