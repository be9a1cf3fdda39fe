using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers.Checks;

/// <summary>The texts that the messages of balance share.</summary>
internal static class BalanceWords
{
    // The assessed count is named where there are two.
    public static string Count(ConfigRun run, Balance balance) => Quantity.Format(balance.Parameters)
        + (!run.IsMixture ? "" : balance == run.Estimate.Balance ? " active" : " (all experts)");

    public static string Tokens(ConfigRun run, Balance balance) => Quantity.Format(balance.Tokens)
        + (run.Declared.PriorTokens is { } prior ? " (" + Quantity.Format(prior) + " of them before this run)" : "");

    // All experts cost compute that the run does not spend, so the text names whose compute it is.
    public static string Flops(ConfigRun run, Balance balance) => Quantity.Scientific(balance.TrainingFlops)
        + (run.IsMixture && balance != run.Estimate.Balance ? " FLOPs, if every expert were active" : " FLOPs");

    public static string SameLoss(ConfigRun run, Balance balance) => balance.ExcessCompute is { } excess && !run.IsMixture
        ? ": this loss is reachable with " + Quantity.Percent(1 / (1 + excess)) + " of the compute"
        : "";

    /// <summary>The arguments that the sentences of SCALE001 and SCALE002 have in common.</summary>
    public static (string, string)[] Arguments(ConfigRun run, Balance balance, string sameLoss) =>
    [
        ("parameters", Count(run, balance)),
        ("tokens", Tokens(run, balance)),
        ("ratio", Quantity.Ratio(balance.TokensPerParameter)),
        ("flops", Flops(run, balance)),
        ("law", run.Estimate.Law.ToString()!),
        ("optimalParameters", Quantity.Format(balance.Optimum.Parameters)),
        ("optimalTokens", Quantity.Format(balance.Optimum.Tokens)),
        ("optimalRatio", Quantity.Ratio(balance.Optimum.TokensPerParameter)),
        ("sameLoss", sameLoss),
    ];
}
