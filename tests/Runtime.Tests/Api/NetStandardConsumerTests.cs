using System.Linq;
using NetStandardConsumer;
using ScalingAnalyzers;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;

namespace Runtime.Tests.Api;

/// <summary>A library built against Runtime for netstandard2.0 runs on the build of this framework, whatever members
/// that build adds.</summary>
public class NetStandardConsumerTests
{
    private readonly OwnLaw _law = new();

    [Fact]
    public void Every_public_interface_has_an_implementation_in_the_consumer()
    {
        var interfaces = typeof(TrainingRun).Assembly.GetExportedTypes().Where(type => type.IsInterface).ToArray();

        Assert.NotEmpty(interfaces);
        Assert.All(interfaces, type => Assert.True(type.IsAssignableFrom(typeof(OwnLaw)), type.Name + " is not implemented by OwnLaw."));
    }

    [Fact]
    public void The_consumer_is_built_against_netstandard()
    {
        Assert.Contains(typeof(OwnLaw).Assembly.GetReferencedAssemblies(), reference => reference.Name == "netstandard");
    }

    [Fact]
    public void A_law_of_the_consumer_serves_every_interface()
    {
        Assert.Equal(new Allocation(10, 20), ((IAllocationLaw)_law).Allocate(1200));
        Assert.Equal(1.15, ((ILossFrontier)_law).OptimalLoss(1200), 12);
        Assert.Equal(5, ((IUncertainAllocation)_law).OptimumBand(1200)!.Parameters.Low);
        Assert.Equal(0.01, ((IUncertainLoss)_law).RunScatter(1, 1));
        Assert.Equal(1e-3, ((ILearningRateLaw)_law).LearningRate(1, 1).Value);
        Assert.Equal(1e6, ((IBatchSizeLaw)_law).BatchTokens(1, 1).Value);
        Assert.Equal(2e6, ((ICriticalBatchLaw)_law).CriticalBatchTokens(2));
    }

    [Fact]
    public void A_law_of_the_consumer_judges_a_run()
    {
        var estimate = new TrainingRun { Parameters = 10, TrainingTokens = 20 }.Estimate(_law);

        Assert.Equal(1.15, estimate.PredictedLoss!.Value, 12);
        Assert.Equal(10, estimate.OptimalParameters);
    }

    [Fact]
    public void A_law_of_the_consumer_makes_a_plan() => Assert.Equal(10, ComputeOptimalPlan.ForLoss(1.15, _law).Parameters, 6);

#if !RUNTIME_NETSTANDARD
    [Fact]
    public void A_law_without_array_methods_still_computes_arrays()
    {
        double[] losses = new double[2];
        ((ILossLaw)_law).Loss([1, 2], [4, 8], losses);
        Assert.Equal([2.25, 1.625], losses);

        double[] grid = new double[4];
        ((ILossLaw)_law).LossGrid([1, 2], [4, 8], grid);
        Assert.Equal([2.25, 2.125, 1.75, 1.625], grid);
    }
#endif
}
