using System.Collections.Generic;
using ScalingAnalyzers.Configuration;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Checks;

/// <summary>
/// SCALE907: a count that is far too small and was probably meant in billions, or far too large because its unit counts
/// twice.
/// </summary>
internal sealed class SuspiciousMagnitude : RunCheck
{
    private const long FewestParameters = 10_000;
    private const long FewestTokens = 100_000;

    // A thousand times beyond the largest published models and runs.
    private const long MostParameters = 1_000_000_000_000_000;
    private const long MostTokens = 100_000_000_000_000_000;

    public override Rule Rule => RuleTable.SuspiciousMagnitude;

    /// <summary>Whether the run has such a count; then no other rule applies to it.</summary>
    public static bool IsSuspicious(CheckedConfig config, ConfigRole role) =>
        Least(role) is { } least && config.Find(role) is { } value && config.Count(role) is { } count
        && ((value.Scale == 1 && count < least) || count > Most(role));

    public override IEnumerable<Finding> Check(ConfigRun run)
    {
        foreach (var value in run.Config.All)
        {
            if (Least(value.Role) is not { } least || run.Config.Count(value.Role) is not { } count
                || !IsSuspicious(run.Config, value.Role)) continue;
            double written = Numbers.ToDouble(value.Content) ?? count;
            string unit = least == FewestParameters ? "parameters" : "tokens";
            yield return count < least ? TooFew(run, value, written, unit) : TooMany(run, value, written, count, unit);
        }

        if (!run.Config.Has(ConfigRole.TokensPerBatch) && run.Config.Trainer.GlobalBatch != BatchUnit.Tokens
            && run.Config.Count(ConfigRole.GlobalBatchSequences) is { } batch && run.Config.Count(ConfigRole.SequenceLength) is { } length
            && StepBatch.IsBeyondAllRuns(batch, length)) yield return TooLargeStep(run, batch, length);
    }

    private Finding TooFew(ConfigRun run, ConfigValue value, double written, string unit)
    {
        string meant = Quantity.Ratio(written) + " billion? Write the full count" + MemberInBillions(value);
        double wanted = written * 1e9;
        return new Finding(Rule, run.Name, 0, ("member", value.Name), ("value", Quantity.Ratio(written)), ("unit", unit), ("meant", meant))
        {
            At = Finding.Values(value),
            Concerns = Finding.Values(value),
            Data = new FindingData().With(FindingKeys.Count, written),
            Fixes =
                [new FindingFix(FixKind.AppendBillions, "Change to " + Quantity.Format(wanted),
                    FixText.Of(value, wanted, EditForm.Separated))],
        };
    }

    // Only where the reader of the value would read such a name.
    private static string MemberInBillions(ConfigValue value) =>
        RoleTable.Of(value.Name + "InBillions") == (value.Role, 1e9)
            ? ", or a member such as " + value.Name + "InBillions"
            : "";

    private Finding TooMany(ConfigRun run, ConfigValue value, double written, long count, string unit)
    {
        string meant = written >= value.Scale && value.Scale > 1 ? Quantity.Ratio(written / value.Scale) : "fewer";
        string why = value.Scale == 1
            ? "? No published run is nearly of this size"
            : "? It counts in units of " + Quantity.Format(value.Scale);
        return new Finding(Rule, run.Name, 0, ("member", value.Name), ("value", Quantity.Format(count)), ("unit", unit),
            ("meant", meant + why))
        {
            At = Finding.Values(value),
            Concerns = Finding.Values(value),
            Data = new FindingData().With(FindingKeys.LargeCount, (double)count),
        };
    }

    // A batch in tokens, read as sequences.
    private Finding TooLargeStep(ConfigRun run, long batch, long length)
    {
        var value = run.Config.Find(ConfigRole.GlobalBatchSequences)!;
        string meant = "tokens? A step of " + Quantity.Format((double)batch * length)
            + " tokens is beyond all published runs; a batch in tokens is TokensPerBatch";
        return new Finding(
            Rule, run.Name, 0, ("member", value.Name), ("value", Quantity.Format(batch)), ("unit", "sequences"), ("meant", meant))
        {
            At = Finding.Values(value),
            Concerns = Finding.Values(value),
            Data = new FindingData().With(FindingKeys.LargeCount, (double)batch),
        };
    }

    private static long Most(ConfigRole role) => role switch
    {
        ConfigRole.Parameters or ConfigRole.ActiveParameters => MostParameters,
        ConfigRole.InferenceTokens => long.MaxValue, // large services come near it in some years
        _ => MostTokens,
    };

    private static long? Least(ConfigRole role) => role switch
    {
        ConfigRole.Parameters or ConfigRole.ActiveParameters => FewestParameters,
        ConfigRole.TrainingTokens or ConfigRole.UniqueTokens or ConfigRole.InferenceTokens => FewestTokens,
        _ => null,
    };
}
