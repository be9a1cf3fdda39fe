using System;
using ScalingAnalyzers.Laws;

namespace NetStandardConsumer;

/// <summary>L = 1 + 1/N + 1/D with D = 2N at the optimum: numbers that a test can check in its head.</summary>
public sealed class OwnLaw : ScalingLaw, ILossFrontier, IUncertainAllocation, IUncertainLoss,
    ILearningRateLaw, IBatchSizeLaw, ICriticalBatchLaw
{
    public OwnLaw()
        : base("own-2026")
    {
    }

    public double Loss(double parameters, double tokens) => 1 + (1 / parameters) + (1 / tokens);

    public Allocation Allocate(double trainingFlops)
    {
        double parameters = Math.Sqrt(trainingFlops / 12);
        return new Allocation(parameters, 2 * parameters);
    }

    public double TokensFor(double parameters) => 2 * parameters;

    public double ParametersFor(double tokens) => tokens / 2;

    public double OptimalLoss(double trainingFlops)
    {
        var optimum = Allocate(trainingFlops);
        return Loss(optimum.Parameters, optimum.Tokens);
    }

    public double TrainingFlopsFor(double loss)
    {
        double parameters = 1.5 / (loss - 1);
        return 12 * parameters * parameters;
    }

    public AllocationBand? OptimumBand(double trainingFlops)
    {
        var optimum = Allocate(trainingFlops);
        return new AllocationBand(
            new Interval(optimum.Parameters / 2, optimum.Parameters * 2),
            new Interval(optimum.Tokens / 2, optimum.Tokens * 2),
            new Interval(0.5, 8),
            0.95,
            "assumed");
    }

    public BandedValue LearningRate(double parameters, double tokens) => new BandedValue(1e-3, new Interval(5e-4, 2e-3));

    public BandedValue BatchTokens(double parameters, double tokens) => new BandedValue(1e6, new Interval(5e5, 2e6));

    public double CriticalBatchTokens(double loss) => 1e6 * loss;

    public Interval? CoefficientBand(double parameters, double tokens) => new Interval(1, 2);

    public double? RunScatter(double parameters, double tokens) => 0.01;

    public Interval? SingleRunBand(double parameters, double tokens) => new Interval(0.99, 2.01);

    public Interval? DifferenceBand(Allocation first, Allocation second) => new Interval(-1, 1);
}
