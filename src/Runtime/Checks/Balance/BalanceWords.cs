using System.Globalization;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers.Checks;

/// <summary>The texts that the messages of balance share.</summary>
internal static class BalanceWords
{
    // The assessed count is named where there are two.
    public static string Count(ConfigRun run, Balance balance) =>
        Quantity.Format(balance.Parameters) + (run.IsMixture ? " active" : "");

    public static string Tokens(ConfigRun run, Balance balance) => Quantity.Format(balance.Tokens)
        + (run.Declared.PriorTokens is { } prior ? " (" + Quantity.Format(prior) + " of them before this run)" : "");

    /// <summary>Tokens without those before this run: only they repeat.</summary>
    public static double OfThisRun(ConfigRun run, double tokens) => tokens - (run.Declared.PriorTokens ?? 0);

    public static string Flops(Balance balance) => Quantity.Scientific(balance.TrainingFlops) + " FLOPs";

    public static string SameLoss(ConfigRun run, Balance balance) => balance.ExcessCompute is { } excess && !run.IsMixture
            && !AdvisedEpochs.AreTooMany(run, OfThisRun(run, balance.EqualLoss!.Value.Tokens))
        ? ": this loss is reachable with " + Quantity.Percent(1 / (1 + excess)) + " of the compute"
        : "";

    /// <summary>What the declared precision of serving adds to the loss; empty where nothing is declared.</summary>
    public static string Quantized(ConfigRun run) => run.Estimate.ServingLossAdded is not { } added ? ""
        : "; served in " + run.Declared.ServingPrecision + " its loss rises by "
            + (run.Estimate.ServingLossBand is { } band ? Nats(band.Low) + " to " + Nats(band.High) + " nats (kumar-2024, ouyang-2024)"
                : (added < 0.001 ? "less than 0.001" : "about " + Nats(added)) + " nats (kumar-2024, a trend)");

    private static string Nats(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>The arguments that the sentences of SCALE001 and SCALE002 have in common.</summary>
    public static (string, string)[] Arguments(ConfigRun run, Balance balance, string sameLoss) =>
    [
        ("parameters", Count(run, balance)),
        ("tokens", Tokens(run, balance)),
        ("ratio", Quantity.Ratio(balance.TokensPerParameter)),
        ("flops", Flops(balance)),
        ("law", run.Estimate.Law.ToString()!),
        ("optimalParameters", Quantity.Format(balance.Optimum.Parameters)),
        ("optimalTokens", Quantity.Format(balance.Optimum.Tokens)),
        ("optimalRatio", Quantity.Ratio(balance.Optimum.TokensPerParameter)),
        ("epochs", AdvisedEpochs.Shown(run, OfThisRun(run, balance.Optimum.Tokens))),
        ("sameLoss", sameLoss),
    ];

    /// <summary>
    /// The arguments of a mixture that has too many tokens even for all its parameters. An optimum for a model whose
    /// experts are all active is no advice for it, so only tokens per parameter are compared.
    /// </summary>
    public static (string, string)[] OfMixture(ConfigRun run, Balance all, Balance active) =>
    [
        ("parameters", Quantity.Format(all.Parameters)),
        ("active", Quantity.Format(active.Parameters)),
        ("tokens", Tokens(run, all)),
        ("ratio", Quantity.Ratio(all.TokensPerParameter)),
        ("optimalRatio", Quantity.Ratio(active.Optimum.TokensPerParameter)),
    ];
}
