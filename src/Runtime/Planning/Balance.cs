using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Planning;

/// <summary>A run held against a law's compute-optimal frontier.</summary>
public sealed class Balance
{
    internal Balance(double parameters, double tokens, double trainingFlops, IAllocationLaw law)
    {
        Parameters = parameters;
        Tokens = tokens;
        TrainingFlops = trainingFlops;
        Optimum = law.Allocate(trainingFlops);
        Ratio = TokensPerParameter / Optimum.TokensPerParameter;
        if (law is not ILossFrontier frontier) return;

        Loss = frontier.Loss(parameters, tokens);
        OptimalLoss = frontier.Loss(Optimum.Parameters, Optimum.Tokens);
        double least = frontier.TrainingFlopsFor(Loss.Value);

        // With few unique tokens a run can be where the loss no longer falls: then no cheaper run of that loss exists.
        if (double.IsInfinity(least)) return;
        EqualLoss = frontier.Allocate(least);
        ExcessCompute = (trainingFlops / least) - 1;
        if (EqualLoss.Value.Parameters > parameters && least < trainingFlops)
        {
            // 6ND + 2N T = C* + 2 N* T: where the smaller model's cheaper tokens have paid for its longer training.
            PaybackTokens = (trainingFlops - least) / (2 * (EqualLoss.Value.Parameters - parameters));
        }
    }

    /// <summary>Parameters of the run, in the assessed count.</summary>
    public double Parameters { get; }

    /// <summary>Tokens that the model has been trained on at the end of the run.</summary>
    public double Tokens { get; }

    /// <summary>6 * parameters * tokens, FLOPs.</summary>
    public double TrainingFlops { get; }

    /// <summary>Tokens per parameter of the run.</summary>
    public double TokensPerParameter => Tokens / Parameters;

    /// <summary>The law's optimum at the same compute.</summary>
    public Allocation Optimum { get; }

    /// <summary>Tokens per parameter over the optimal tokens per parameter: below 1 the model is too large, above 1 too
    /// small.</summary>
    public double Ratio { get; }

    /// <summary>Predicted loss of the run, nats per token; null where the law has no loss surface.</summary>
    public double? Loss { get; }

    /// <summary>Predicted loss of the optimum, nats per token.</summary>
    public double? OptimalLoss { get; }

    /// <summary>The cheapest run of the same predicted loss.</summary>
    public Allocation? EqualLoss { get; }

    /// <summary>C / C that reaches the same loss optimally, minus 1.</summary>
    public double? ExcessCompute { get; }

    /// <summary>Tokens served after which training + inference FLOPs equal those of <see cref="EqualLoss"/>; null
    /// unless the run is over-trained.</summary>
    public double? PaybackTokens { get; }

    /// <summary>The run, the optimum at equal compute, and the excess compute where it is known.</summary>
    public override string ToString() => new Allocation(Parameters, Tokens) + ", " + Quantity.Scientific(TrainingFlops) + " FLOPs"
        + "; optimum " + Optimum
        + (ExcessCompute is { } excess ? "; " + Quantity.Percent(excess) + " excess compute" : "");
}
