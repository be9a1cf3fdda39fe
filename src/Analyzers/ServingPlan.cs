using ScalingAnalyzers.Evaluation;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers.Analyzers;

/// <summary>A run and the cheapest of equal loss over its whole life, training and declared inference together (Sardana et al. 2023).</summary>
internal sealed class ServingPlan
{
    public const string BestParameters = "bestParameters";
    public const string BestTokens = "bestTokens";
    public const string Saved = "saving";
    private readonly double? _pricePerFlop;

    private ServingPlan(Balance balance, InferencePlan plan, double? pricePerFlop)
    {
        if (plan.Law is UniqueTokensLaw repeated && plan.Tokens > repeated.UniqueTokens) Epochs = plan.Tokens / repeated.UniqueTokens;
        InferenceTokens = plan.InferenceTokens;
        Best = plan.Allocation;
        BestFlops = plan.TotalFlops;
        Flops = balance.TrainingFlops + (2 * balance.Parameters * plan.InferenceTokens);
        _pricePerFlop = pricePerFlop;
    }

    public double InferenceTokens { get; }

    public Allocation Best { get; }

    /// <summary>Passes of the best over the unique tokens; null where it repeats none.</summary>
    public double? Epochs { get; }

    /// <summary>The best run in words: "29.3B on 5.27T", "4.1B on 60B (3 epochs)".</summary>
    public string Shown => Quantity.Format(Best.Parameters) + " on " + Quantity.Format(Best.Tokens) + (Epochs is { } epochs ? " (" + Quantity.Ratio(epochs) + " epochs)" : "");

    /// <summary>Training and inference of the best, 6ND + 2N tokens served, FLOPs.</summary>
    public double BestFlops { get; }

    /// <summary>The same of the run.</summary>
    public double Flops { get; }

    public double Saving => 1 - (BestFlops / Flops);

    /// <summary>What the saving is worth where the price of a training FLOP is known; serving rarely reaches training's utilization, so it is a lower bound.</summary>
    public string Money => _pricePerFlop is { } price ? " (worth " + Quantity.Format((Flops - BestFlops) * price) + " at the price of a training FLOP)" : "";

    /// <summary>Adds the numbers of the plan, for its fix and for SARIF.</summary>
    public FixFacts AddTo(FixFacts facts) => facts
        .With("inferenceTokens", InferenceTokens)
        .With(BestParameters, Best.Parameters)
        .With(BestTokens, Best.Tokens)
        .With("bestEpochs", Epochs)
        .With(Saved, Saving)
        .With("lifetimeFlops", Flops)
        .With("bestLifetimeFlops", BestFlops);

    /// <summary>The plan; null where no inference is declared or the law has no loss of Chinchilla's form.</summary>
    public static ServingPlan? Of(ResolvedRun run, Balance balance)
    {
        if (run.Run.InferenceTokens is not { } served || run.IsMixture || balance.Loss is not { } loss) return null;
        if (Magnitudes.IsSuspicious(run, ConfigRole.InferenceTokens) || run.Estimate.Law is not (ChinchillaLaw or MuennighoffLaw or BusbridgeLaw or UniqueTokensLaw)) return null;

        // A checkpoint has the size it has. And where repeats no longer help, no other run has this loss.
        if (run.Run.PriorTokens is not null || balance.EqualLoss is null) return null;
        var e = run.Estimate;
        double? price = e.Cost / (e.TrainingFlopsWithAttention ?? e.TrainingFlops);
        var plan = new ServingPlan(balance, InferencePlan.ForLoss(loss, served, e.Law), price);
        return plan.Epochs is { } epochs && DataStock.IsTooMany(run.Options, epochs) ? null : plan;
    }
}
