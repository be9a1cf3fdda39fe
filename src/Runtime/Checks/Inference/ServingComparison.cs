using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers.Checks;

/// <summary>A run and the cheapest of equal loss over its whole life, training and declared inference together (Sardana
/// et al. 2023).</summary>
internal sealed class ServingComparison
{
    private readonly double? _pricePerFlop;

    private ServingComparison(Balance balance, InferencePlan plan, double? pricePerFlop)
    {
        double? unique = plan.Law switch
        {
            RepeatedDataLaw composed => composed.UniqueTokens,
            UniqueTokensLaw published => published.UniqueTokens,
            _ => null,
        };
        if (plan.Tokens > unique) Epochs = plan.Tokens / unique;
        InferenceTokens = plan.InferenceTokens;
        Best = plan.Allocation;
        BestFlops = plan.TotalFlops;
        Flops = balance.TrainingFlops + (2 * balance.Parameters * plan.InferenceTokens);
        _pricePerFlop = pricePerFlop;
    }

    public double InferenceTokens { get; }

    public Allocation Best { get; }

    /// <summary>The best run's passes over the unique tokens; null where it repeats none.</summary>
    public double? Epochs { get; }

    /// <summary>The best run as text: "29.3B on 5.27T", "4.1B on 60B (3 epochs)".</summary>
    public string Shown => Quantity.Format(Best.Parameters) + " on " + Quantity.Format(Best.Tokens)
        + (Epochs is { } epochs ? " (" + Quantity.Ratio(epochs) + " epochs)" : "");

    /// <summary>Training and inference of the best, 6ND + 2N tokens served, FLOPs.</summary>
    public double BestFlops { get; }

    /// <summary>The same of the run.</summary>
    public double Flops { get; }

    public double Saving => 1 - (BestFlops / Flops);

    /// <summary>What the saving costs where the price of a training FLOP is known; serving rarely reaches training's
    /// utilization, so it is a lower bound.</summary>
    public string Money => _pricePerFlop is { } price
        ? " (worth " + Quantity.Format((Flops - BestFlops) * price) + " at the price of a training FLOP)"
        : "";

    /// <summary>Adds the numbers of the comparison.</summary>
    public FindingData AddTo(FindingData data) => data
        .With(FindingKeys.InferenceTokens, InferenceTokens)
        .With(FindingKeys.BestParameters, Best.Parameters)
        .With(FindingKeys.BestTokens, Best.Tokens)
        .With(FindingKeys.BestEpochs, Epochs)
        .With(FindingKeys.Saving, Saving)
        .With(FindingKeys.LifetimeFlops, Flops)
        .With(FindingKeys.BestLifetimeFlops, BestFlops);

    /// <summary>
    /// The fix that changes the run to the best one. Both numbers are rounded up, so that the loss does not get worse.
    /// </summary>
    public FindingFix[] Fixes(ConfigRun run, Balance balance)
    {
        if (FixText.Parameters(run, Best.Parameters, up: true) is not { } parameters) return [];
        double compute = Best.Tokens / run.Tokens!.Value * (Best.Parameters / balance.Parameters);
        string price = "training compute x" + Quantity.Ratio(compute) + ", " + Quantity.Percent(Saving) + " less with inference";
        string title = "Train " + FixText.Up(Best.Parameters) + " parameters on " + FixText.Up(Best.Tokens)
            + " tokens: same loss, " + price;
        return [new FindingFix(FixKind.SameLoss, title, FixText.Tokens(run, Best.Tokens, up: true), parameters)];
    }

    /// <summary>The comparison; null where no inference is declared or the law has no loss of Chinchilla's
    /// form.</summary>
    public static ServingComparison? Of(ConfigRun run, Balance balance)
    {
        if (run.Declared.InferenceTokens is not { } served || run.IsMixture || balance.Loss is not { } loss) return null;
        if (SuspiciousMagnitude.IsSuspicious(run.Config, ConfigRole.InferenceTokens)) return null;
        bool hasForm = run.Estimate.Law
            is ChinchillaLaw or CoupledLaw or MuennighoffLaw or BusbridgeLaw or UniqueTokensLaw or RepeatedDataLaw;
        if (!hasForm) return null;

        // A checkpoint has the size it has. And where repeats no longer help, no other run has this loss.
        if (run.Declared.PriorTokens is not null || balance.EqualLoss is null) return null;
        var e = run.Estimate;
        double? price = e.Cost / (e.TrainingFlopsWithAttention ?? e.TrainingFlops);
        var serving = new ServingComparison(balance, InferencePlan.ForLoss(loss, served, e.Law), price);
        return serving.Epochs is { } epochs && DataRepeated.IsTooMany(run.Options, epochs) ? null : serving;
    }
}
