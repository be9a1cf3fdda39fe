using System;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Hardware;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Tests;

/// <summary>What a run leaves open is planned: within its limits, for its loss, or by its other half.</summary>
public class OpenRunTests
{
    // H100-SXM: 989.4 TFLOP/s dense in BF16 (NVIDIA's data sheet, half of the sparse figure).
    private static readonly TrainingRun Budget = new()
    {
        Accelerator = Accelerators.Get("H100-SXM"),
        Utilization = 0.4,
        PricePerAcceleratorHour = 2,
        AcceleratorCount = 1024,
    };

    private static double HourFlops => Budget.Accelerator!.PeakFlopsPerSecond(NumericFormat.BF16)!.Value * 0.4 * 3600;

    // The least of the declared limits, each by hand.
    [Theory]
    [InlineData(1e22, null, null, null, 1e22, 0)]
    [InlineData(null, 1000.0, null, null, 0, 1000)]
    [InlineData(null, null, 1e6, null, 0, 500_000)]
    [InlineData(null, null, null, 10.0, 0, 10 * 24 * 1024)]
    [InlineData(null, 1000.0, 1e6, 10.0, 0, 1000)]
    [InlineData(1e20, 1000.0, 1e6, 10.0, 1e20, 0)]
    public void The_affordable_compute_is_the_least_of_all_limits(
        double? flops, double? hours, double? cost, double? days, double ofFlops, double ofHours)
    {
        var e = (Budget with { MaxFlops = flops, MaxAcceleratorHours = hours, MaxCost = cost, MaxDays = days }).Estimate();
        Assert.Equal(1, e.AffordableFlops!.Value / (ofFlops + (ofHours * HourFlops)), 12);
    }

    // Besiroglu et al. 2024: N = G (C/6)^(beta/(alpha+beta)), G = (alpha A/(beta B))^(1/(alpha+beta)).
    [Fact]
    public void A_budget_alone_plans_model_tokens_and_loss()
    {
        const double A = 482.01, Alpha = 0.3478, B = 2085.43, Beta = 0.3658, E = 1.8172;
        var e = (Budget with { MaxCost = 1_000_000 }).Estimate();
        double flops = 500_000 * HourFlops;
        double size = Math.Pow(Alpha * A / (Beta * B), 1 / (Alpha + Beta)) * Math.Pow(flops / 6, Beta / (Alpha + Beta));
        double tokens = flops / 6 / size;
        Assert.Equal(1, e.PlannedParameters!.Value / size, 9);
        Assert.Equal(1, e.PlannedTokens!.Value / tokens, 9);
        Assert.Equal(E + (A / Math.Pow(size, Alpha)) + (B / Math.Pow(tokens, Beta)), e.PlannedLoss!.Value, 9);
        Assert.Equal(1_000_000, e.Plan!.Cost!.Value, 0);
        Assert.True(e.Plan.Cost <= 1_000_000);
        Assert.NotNull(e.Plan.LossBands!.CoefficientBand);
        Assert.Null(e.TrainingFlops);
    }

    // Sardana et al. 2023: the limit pays 6ND and 2N for each served token; no other split of it reaches a lower loss.
    [Theory]
    [InlineData(1e23, 1e12)]
    [InlineData(1e23, 1e13)]
    public void Declared_served_tokens_share_the_limit(double flops, double served)
    {
        var e = new TrainingRun { MaxFlops = flops, InferenceTokens = (long)served }.Estimate();
        double size = e.PlannedParameters!.Value, tokens = e.PlannedTokens!.Value;
        Assert.Equal(1, ((6 * size * tokens) + (2 * size * served)) / flops, 6);
        foreach (double step in new[] { 0.8, 1.25 })
        {
            double other = (flops - (2 * size * step * served)) / 6 / (size * step);
            Assert.True(LawCatalog.Default.Loss(size * step, other) > e.PlannedLoss);
        }

        Assert.True(size < new TrainingRun { MaxFlops = flops }.Estimate().PlannedParameters);
    }

    // The same loss for less compute over its life than the run that is cheapest to train.
    [Fact]
    public void A_target_loss_counts_the_declared_served_tokens()
    {
        var alone = new TrainingRun { TargetLoss = 2.1 }.Estimate();
        var e = new TrainingRun { TargetLoss = 2.1, InferenceTokens = 10_000_000_000_000 }.Estimate();
        Assert.Equal(2.1, e.PlannedLoss!.Value, 6);
        Assert.True(e.PlannedParameters < alone.PlannedParameters);
        Assert.True(e.Plan!.TrainingFlops > alone.Plan!.TrainingFlops);
        double Life(Estimate plan) => plan.Plan!.TrainingFlops!.Value + (2.0 * plan.PlannedParameters!.Value * 1e13);
        Assert.True(Life(e) < Life(alone));
    }

    // 6ND: what the limit leaves for a declared half.
    [Theory]
    [InlineData(8e9, null)]
    [InlineData(null, 1e12)]
    public void A_limit_gives_the_half_that_is_not_declared(double? parameters, double? tokens)
    {
        var e = (Budget with { Parameters = (long?)parameters, TrainingTokens = (long?)tokens, MaxFlops = 6e22 }).Estimate();
        Assert.Equal(tokens is null ? 1.25e12 : null, (double?)e.PlannedTokens);
        Assert.Equal(parameters is null ? 1e10 : null, (double?)e.PlannedParameters);
        Assert.NotNull(e.PlannedLoss);
    }

    [Fact]
    public void Without_a_limit_the_law_allots_the_other_half()
    {
        var law = (IAllocationLaw)LawCatalog.Default;
        Assert.Equal(1, new TrainingRun { Parameters = 8_000_000_000 }.Estimate().PlannedTokens!.Value / law.TokensFor(8e9), 9);
        Assert.Equal(1, new TrainingRun { TrainingTokens = 15_000_000_000_000 }.Estimate().PlannedParameters!.Value
            / law.ParametersFor(15e12), 9);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(30e9, null)]
    [InlineData(null, 5e12)]
    public void A_target_loss_is_reached_with_the_least_that_is_open(double? parameters, double? tokens)
    {
        var law = (ILossFrontier)LawCatalog.Default;
        var e = (Budget with { Parameters = (long?)parameters, TrainingTokens = (long?)tokens, TargetLoss = 2 }).Estimate();
        Assert.InRange(e.PlannedLoss!.Value, 2 - 1e-9, 2);
        if (parameters is null && tokens is null) Assert.Equal(1, e.Plan!.TrainingFlops!.Value / law.TrainingFlopsFor(2), 6);
        else Assert.True(e.Plan!.TrainingFlops > law.TrainingFlopsFor(2));
        Assert.Equal(1, e.Plan.Cost!.Value / (e.Plan.TrainingFlops!.Value / HourFlops * 2), 9);
    }

    [Theory]
    [InlineData(1.8, null, null)] // below E = 1.8172
    [InlineData(1.9, 1e9, null)] // 1B parameters leave 1.8172 + 482.01/1e9^0.3478 = 2.17
    [InlineData(1.9, null, 1e10)]
    public void A_loss_out_of_reach_is_not_planned(double loss, double? parameters, double? tokens)
    {
        var e = (Budget with { Parameters = (long?)parameters, TrainingTokens = (long?)tokens, TargetLoss = loss }).Estimate();
        Assert.Null(e.Plan);
        Assert.True(e.IsTargetUnreachable);
    }

    [Fact]
    public void A_limit_that_cannot_be_converted_plans_nothing()
    {
        Assert.Null((Budget with { MaxCost = 1e6, PricePerAcceleratorHour = null, MaxFlops = 1e22 }).Estimate().AffordableFlops);
        Assert.Null((Budget with { MaxDays = 10, AcceleratorCount = null }).Estimate().Plan);
        Assert.Null((Budget with { MaxAcceleratorHours = 10, Utilization = null }).Estimate().Plan);
        Assert.Null((Budget with { MaxAcceleratorHours = 10, UtilizationBasis = UtilizationBasis.Attention12 }).Estimate().Plan);
    }

    [Theory]
    [InlineData(TrainingStage.FineTuning, null)]
    [InlineData(TrainingStage.ContinuedPretraining, 1_000_000_000L)]
    [InlineData(TrainingStage.Distillation, null)]
    public void Where_the_law_does_not_apply_only_the_arithmetic_stays(TrainingStage stage, long? prior)
    {
        var run = Budget with { Stage = stage, PriorTokens = prior, MaxFlops = 6e22 };
        Assert.Equal(6e22, run.Estimate().AffordableFlops);
        Assert.Null(run.Estimate().Plan);
        Assert.Equal(1_000_000_000_000, (run with { Parameters = 10_000_000_000 }).Estimate().PlannedTokens);
    }

    [Fact]
    public void Measured_throughput_gives_the_tokens_of_its_model()
    {
        var run = new TrainingRun { TokensPerSecondPerAccelerator = 1000, MaxAcceleratorHours = 100 };
        Assert.Null(run.Estimate().Plan); // of an unknown model
        Assert.Equal(360_000_000, (run with { Parameters = 8_000_000_000 }).Estimate().PlannedTokens!.Value);
    }

    // PaLM's 6N + 12 L H Q T a token: the hours of the plan are those of the limit.
    [Fact]
    public void Attention_takes_its_share_of_the_limit()
    {
        var shape = new TransformerShape
        {
            Layers = 32,
            HiddenSize = 4096,
            Heads = 32,
            KeyValueHeads = 8,
            FeedForwardSize = 14_336,
            VocabularySize = 128_256,
            GatedFeedForward = true,
        };
        var e = (Budget with { Shape = shape, SequenceLength = 8192, MaxAcceleratorHours = 10_000 }).Estimate();
        double perToken = (6.0 * shape.Parameters) + (12.0 * 32 * 4096 * 8192);
        Assert.Equal(1, e.PlannedTokens!.Value / (10_000 * HourFlops / perToken), 9);
        Assert.Equal(10_000, e.Plan!.AcceleratorHours!.Value, 3);
    }

    [Fact]
    public void A_mixture_gets_tokens_and_no_loss()
    {
        var e = (Budget with { Parameters = 47_000_000_000, ActiveParameters = 13_000_000_000, MaxFlops = 6e22 }).Estimate();
        Assert.Equal(1, e.PlannedTokens!.Value / (6e22 / 6 / 13e9), 9);
        Assert.Null(e.PlannedLoss);
    }

    [Fact]
    public void A_whole_run_has_no_plan() => Assert.Null(
        (Budget with { Parameters = 8_000_000_000, TrainingTokens = 1_000_000_000, MaxFlops = 6e22 }).Estimate().AffordableFlops);
}
