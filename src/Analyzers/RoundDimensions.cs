using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Analyzers;

/// <summary>SCALE303: a width or vocabulary that is no multiple of 64. The size of a head is free.</summary>
internal sealed class RoundDimensions : RunRule
{
    private const long Multiple = 64;

    private static readonly ConfigRole[] Dimensions =
        [ConfigRole.HiddenSize, ConfigRole.FeedForwardSize, ConfigRole.ExpertFeedForwardSize, ConfigRole.VocabularySize];

    public override void Judge(ResolvedRun run, RunReport report)
    {
        foreach (var role in Dimensions)
        {
            if (run.Facts.Find(role) is not { } fact || !report.Writes(fact)) continue;
            if (Numbers.ToInteger(fact.Content) is not { } whole || whole <= 0 || whole > int.MaxValue / 2 || (long)whole % Multiple == 0) continue;
            long value = (long)whole;
            long next = Up(value);
            var fixes = Rounded(run, role, value) is { } wanted
                ? FixFacts.None.With(DimensionFacts.Dimension, fact.Literal).With(DimensionFacts.Wanted, wanted).With(DimensionFacts.Name, fact.Name)
                : FixFacts.None;
            report.At(fact, Rules.OddDimension, fixes, run.Name, fact.Name, Text(value), Text(next), Quantity.Percent(((double)next / value) - 1));
        }
    }

    // The next multiple that leaves the heads dividing, and the declared count within its tolerance.
    private static long? Rounded(ResolvedRun run, ConfigRole role, long value)
    {
        var divisions = Divisions.Of(run);
        int broken = divisions.Broken().Count();
        for (long candidate = Up(value); candidate <= 2 * value + Multiple; candidate += Multiple)
        {
            if (!LeavesCount(run, (double)candidate / value)) return null;
            if (role != ConfigRole.HiddenSize || divisions.With(role, candidate).Broken().Count() <= broken) return candidate;
        }

        return null;
    }

    // A count grows at most with the square of a width.
    private static bool LeavesCount(ResolvedRun run, double growth)
    {
        if (run.Shape?.Shape is not { } shape || run.Facts.Count(ConfigRole.Parameters) is not { } declared) return true;
        double most = shape.Parameters * growth * growth;
        return declared / most >= 0.95 || !CountsAgree.Agree(declared, shape);
    }

    private static long Up(long value) => (value + Multiple - 1) / Multiple * Multiple;

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
