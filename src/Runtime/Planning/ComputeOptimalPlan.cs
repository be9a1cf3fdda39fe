using System;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Planning;

/// <summary>Which model on how many tokens: the compute-optimal run for a compute, a size, a token count or a
/// loss.</summary>
public sealed class ComputeOptimalPlan : PlannedRun
{
    private ComputeOptimalPlan(ScalingLaw law, Allocation allocation)
        : base(law, allocation) => OptimumBand = (law as IUncertainAllocation)?.OptimumBand(TrainingFlops);

    /// <summary>The best model and tokens for a training compute. <see cref="ComputeBudget"/> makes compute of time or
    /// money.</summary>
    /// <param name="trainingFlops">Training compute, FLOPs, 6ND.</param>
    /// <param name="law">The law; besiroglu-2024 where null.</param>
    /// <returns>The run, with its predicted loss and the optimum's own interval where the law has them.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive finite number.</exception>
    /// <exception cref="ArgumentException">The law has no allocation.</exception>
    public static ComputeOptimalPlan ForCompute(double trainingFlops, ScalingLaw? law = null)
    {
        law ??= LawCatalog.Default;
        return new(law, LawAbility.Of<IAllocationLaw>(law, "allocation").Allocate(trainingFlops));
    }

    /// <summary>How many tokens make a model of this size compute-optimal.</summary>
    /// <param name="parameters">Parameters, in the law's convention.</param>
    /// <param name="law">The law; besiroglu-2024 where null.</param>
    /// <returns>The run.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive finite number.</exception>
    /// <exception cref="ArgumentException">The law has no allocation.</exception>
    public static ComputeOptimalPlan ForParameters(double parameters, ScalingLaw? law = null)
    {
        law ??= LawCatalog.Default;
        return new(law, new(parameters, LawAbility.Of<IAllocationLaw>(law, "allocation").TokensFor(parameters)));
    }

    /// <summary>How large a model these tokens make compute-optimal.</summary>
    /// <param name="tokens">Training tokens.</param>
    /// <param name="law">The law; besiroglu-2024 where null.</param>
    /// <returns>The run.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive finite number.</exception>
    /// <exception cref="ArgumentException">The law has no allocation.</exception>
    public static ComputeOptimalPlan ForTokens(double tokens, ScalingLaw? law = null)
    {
        law ??= LawCatalog.Default;
        return new(law, new(LawAbility.Of<IAllocationLaw>(law, "allocation").ParametersFor(tokens), tokens));
    }

    /// <summary>The run that reaches a loss with the least compute.</summary>
    /// <param name="loss">Nats per token, above the law's irreducible loss.</param>
    /// <param name="law">The law; besiroglu-2024 where null.</param>
    /// <returns>The run.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive finite number, or at or below the law's lower limit
    /// of the loss.</exception>
    /// <exception cref="ArgumentException">The law has no loss frontier.</exception>
    public static ComputeOptimalPlan ForLoss(double loss, ScalingLaw? law = null)
    {
        law ??= LawCatalog.Default;
        var frontier = LawAbility.Of<ILossFrontier>(law, "loss frontier");
        double flops = frontier.TrainingFlopsFor(loss);
        if (double.IsInfinity(flops))
        {
            throw new ArgumentOutOfRangeException(
                nameof(loss), loss, "loss is in nats per token and must be above the irreducible loss of " + law.Id
                    + (law.Coefficients.FirstOrDefault(c => c.Symbol == "E") is { } level
                        ? ", " + level.Value.ToString("0.000", CultureInfo.InvariantCulture) : "") + ".");
        }

        return new(law, frontier.Allocate(flops));
    }

    /// <summary>The sizes whose run at this compute wastes at most a share of it: how flat the valley is.</summary>
    /// <param name="excessCompute">Accepted compute beyond what the same loss needs, a share: 0.02.</param>
    /// <returns>The interval of parameters; null where the law has no loss frontier.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive finite number.</exception>
    public Interval? ParametersWithin(double excessCompute)
    {
        Positive.Require(excessCompute, nameof(excessCompute), "the compute");
        if (Law is not ILossFrontier frontier) return null;
        double Beyond(double parameters) =>
            (TrainingFlops / frontier.TrainingFlopsFor(frontier.Loss(parameters, TrainingFlops / 6 / parameters))) - 1 - excessCompute;

        // Excess compute rises to both sides; to the left it rises with 1 / N.
        double high = RisingRoot.Above(Beyond, Parameters);
        double low = 1 / RisingRoot.Above(inverse => Beyond(1 / inverse), 1 / Parameters);
        return new Interval(low, high);
    }
}
