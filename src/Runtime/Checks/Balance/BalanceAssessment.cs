using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers.Checks;

/// <summary>
/// The conditions that the balance checks share: whether a run can be assessed, and how far it is from the optimum.
/// </summary>
internal static class BalanceAssessment
{
    /// <summary>
    /// The run compared with its law, where the law applies: plausible numbers, and compute above the lower end of the
    /// fits.
    /// </summary>
    public static Balance? Of(ConfigRun run) => run.Assessed;

    /// <summary>The same, computed again.</summary>
    public static Balance? Compared(ConfigRun run)
    {
        if (run.Tokens is null) return null;
        if (SuspiciousMagnitude.IsSuspicious(run.Config, ConfigRole.TrainingTokens)) return null;
        if (SuspiciousMagnitude.IsSuspicious(run.Config, ConfigRole.Parameters)) return null;
        return run.Options.MinFlops is { } least && run.Estimate.TrainingFlops >= least ? run.Estimate.Balance : null;
    }

    public static bool IsUnderTrained(Balance balance, CheckOptions options) => balance.Ratio < 1 && IsFar(balance, options);

    /// <summary>
    /// The balance by which the run is over-trained; null where it is not. For a mixture only a result that both counts
    /// share is reported: too many tokens even for all its parameters.
    /// </summary>
    public static Balance? OverTrained(ConfigRun run)
    {
        if (run.IsJustified || Of(run) is not { } balance || IsUnderTrained(balance, run.Options)) return null;
        var judged = run.IsMixture ? run.Estimate.BalanceByTotal : balance;
        return judged is not null && judged.Ratio > 1 && IsFar(judged, run.Options) ? judged : null;
    }

    private static bool IsFar(Balance balance, CheckOptions options)
    {
        if (options.IsUnreadable("max_excess_compute")) return false;
        if (options.MaxExcessCompute is { } most && balance.ExcessCompute is { } excess) return excess > most;
        return options.TokenRatioTolerance is { } tolerance && (balance.Ratio > tolerance || balance.Ratio < 1 / tolerance);
    }
}
