using System;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Planning;

/// <summary>The run that reaches a loss with the least training + inference together (Sardana et al. 2023).</summary>
public sealed class InferencePlan : PlannedRun
{
    private InferencePlan(ScalingLaw law, Allocation allocation, double loss, double inferenceTokens, Allocation baseline)
        : base(law, allocation, loss)
    {
        InferenceTokens = inferenceTokens;
        Baseline = baseline;
    }

    /// <summary>Lifetime tokens served, weighted by their price where prices differ from training's.</summary>
    public double InferenceTokens { get; }

    /// <summary>The cheapest run to train for the same loss, inference not considered.</summary>
    public Allocation Baseline { get; }

    /// <summary>Training + inference FLOPs of the plan, 6ND + 2N tokens served; priced FLOPs where prices were
    /// given.</summary>
    public double TotalFlops => Total(Allocation);

    /// <summary>The same of the baseline.</summary>
    public double BaselineFlops => Total(Baseline);

    /// <summary>What the plan saves of the baseline's total, a share from 0 to 1.</summary>
    public double Saving => 1 - (TotalFlops / BaselineFlops);

    /// <summary>Whether a law can be planned with: whether it is of Chinchilla's form, or of repeated data.</summary>
    /// <param name="law">The law.</param>
    /// <returns>Whether <see cref="ForLoss"/> and <see cref="ForBudget"/> accept it.</returns>
    public static bool CanPlan(ScalingLaw law) =>
        law is RepeatedDataLaw or UniqueTokensLaw || ChinchillaForm.Of(law, 1) is not null;

    /// <summary>The run, and what it saves over its life.</summary>
    public override string ToString() => base.ToString() + "; " + Quantity.Percent(Saving) + " cheaper over "
        + Quantity.Format(InferenceTokens) + " served tokens than the run that is cheapest to train";

    /// <summary>The cheapest run of a loss over its whole life.</summary>
    /// <remarks>
    /// Minimises 6 N D + 2 N T subject to L(N, D) = loss. With L = E + A/N^alpha + B/D^beta the condition is
    /// (beta B/alpha + B) D^-beta + (T beta B / (3 alpha)) D^(-beta-1) + E - loss = 0: its left side falls in D from
    /// infinity to E - loss, so the root is the only one. Where tokens repeat
    /// (<see cref="RepeatedDataLaw"/>, <see cref="MuennighoffLaw.WithUniqueTokens"/>) the same sum is minimised on the
    /// surface of repeated data; its plan's tokens count repetitions.
    /// </remarks>
    /// <param name="loss">Nats per token, above the law's irreducible loss.</param>
    /// <param name="inferenceTokens">Lifetime tokens served, input and output; 0 gives the compute-optimal run.</param>
    /// <param name="law">A law of Chinchilla's form, or of repeated data; besiroglu-2024 where null.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range, or a loss that no run reaches under
    /// the law.</exception>
    /// <exception cref="ArgumentException">The law is not of Chinchilla's form.</exception>
    public static InferencePlan ForLoss(double loss, double inferenceTokens, ScalingLaw? law = null)
    {
        Positive.RequireNotNegative(inferenceTokens, nameof(inferenceTokens), "tokens");
        var baseline = ComputeOptimalPlan.ForLoss(loss, law);
        if (baseline.Law is RepeatedDataLaw composed)
        {
            var served = RepeatedServing.Cheapest(composed, loss, inferenceTokens, baseline.Allocation);
            return new(baseline.Law, served, loss, inferenceTokens, baseline.Allocation);
        }

        if (baseline.Law is UniqueTokensLaw repeated)
        {
            var served = inferenceTokens == 0
                ? baseline.Allocation
                : repeated.Law.CheapestToServe(loss, inferenceTokens, repeated.UniqueTokens, baseline.Allocation);
            return new(baseline.Law, served, loss, inferenceTokens, baseline.Allocation);
        }

        var form = ChinchillaForm.Of(baseline.Law, loss)
            ?? throw new ArgumentException($"{baseline.Law} is not of the form E + A/N^alpha + B/D^beta.", nameof(law));

        var (a, b) = (form.Law.Parameters, form.Law.Tokens);
        double share = b.Exponent / a.Exponent;
        double Rising(double tokens) => form.Reducible - (b.At(tokens) * (1 + share + (inferenceTokens * share / 3 / tokens)));
        double high = baseline.Allocation.Tokens;
        while (Rising(high) < 0) high *= 2;
        double best = inferenceTokens == 0 ? baseline.Allocation.Tokens : RisingRoot.Between(Rising, baseline.Allocation.Tokens / 2, high);
        var run = new Allocation(form.Inverse(a, b.At(best)), best);
        return new(baseline.Law, run, loss, inferenceTokens, baseline.Allocation);
    }

    /// <summary>The cheapest run of a loss in money: training, reading and writing each with their own price of a
    /// FLOP.</summary>
    /// <param name="loss">Nats per token, above the law's irreducible loss.</param>
    /// <param name="inputTokens">Lifetime tokens read (prefill).</param>
    /// <param name="outputTokens">Lifetime tokens written (generation).</param>
    /// <param name="prices">Prices of a FLOP.</param>
    /// <param name="law">A law of Chinchilla's form, or of repeated data; besiroglu-2024 where null.</param>
    /// <returns>The plan; its FLOPs are priced as training FLOPs.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range, or a loss that no run reaches under
    /// the law.</exception>
    /// <exception cref="ArgumentException">The law is not of Chinchilla's form.</exception>
    public static InferencePlan ForCost(double loss, double inputTokens, double outputTokens, FlopPrices prices, ScalingLaw? law = null)
    {
        Positive.RequireNotNegative(inputTokens, nameof(inputTokens), "tokens");
        Positive.RequireNotNegative(outputTokens, nameof(outputTokens), "tokens");
        Positive.Require(prices.Training, nameof(prices), "money per training FLOP");
        Positive.RequireNotNegative(prices.Input, nameof(prices), "money per prefill FLOP");
        Positive.RequireNotNegative(prices.Output, nameof(prices), "money per generation FLOP");
        return ForLoss(loss, ((inputTokens * prices.Input) + (outputTokens * prices.Output)) / prices.Training, law);
    }

    /// <summary>The run of the least loss whose training and serving together fit a compute: one call from a budget to
    /// the model that serves so many tokens.</summary>
    /// <remarks>Among the cheapest runs of each loss (<see cref="ForLoss"/>), the total 6ND + 2N T rises as the loss
    /// falls, so exactly one of them costs the budget.</remarks>
    /// <param name="totalFlops">Compute of training and inference together, FLOPs.</param>
    /// <param name="inferenceTokens">Lifetime tokens served, input and output; 0 gives the compute-optimal run.</param>
    /// <param name="law">A law of Chinchilla's form, or of repeated data; besiroglu-2024 where null.</param>
    /// <returns>The plan; its <see cref="TotalFlops"/> are the budget.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    /// <exception cref="ArgumentException">The law is not of Chinchilla's form.</exception>
    public static InferencePlan ForBudget(double totalFlops, double inferenceTokens, ScalingLaw? law = null)
    {
        Positive.Require(totalFlops, nameof(totalFlops), "FLOPs");
        Positive.RequireNotNegative(inferenceTokens, nameof(inferenceTokens), "tokens");
        law ??= LawCatalog.Default;
        var frontier = LawAbility.Of<ILossFrontier>(law, "loss frontier");
        InferencePlan AtBaseline(double trainingFlops) => ForLoss(frontier.OptimalLoss(trainingFlops), inferenceTokens, law);
        if (inferenceTokens == 0) return AtBaseline(totalFlops);

        // The training of the same loss alone is never dearer than the whole life, so the root is below the budget.
        double low = totalFlops / 2;
        while (AtBaseline(low).TotalFlops > totalFlops) low /= 4;
        return AtBaseline(RisingRoot.Between(flops => AtBaseline(flops).TotalFlops - totalFlops, low, totalFlops));
    }

    private double Total(Allocation run) => run.TrainingFlops + (2 * run.Parameters * InferenceTokens);
}
