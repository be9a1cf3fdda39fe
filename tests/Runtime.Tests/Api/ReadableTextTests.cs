using System.Globalization;
using ScalingAnalyzers;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;

namespace Runtime.Tests.Api;

/// <summary>
/// The text in a debugger or a log: units, three digits, the same in every culture. Other tests compare the numbers
/// with their sources.
/// </summary>
public class ReadableTextTests
{
    private static TrainingRun Gopher => new() { Parameters = 280_000_000_000, TrainingTokens = 300_000_000_000 };

    public static TheoryData<object, string> Texts => new()
    {
        { new Interval(5.7e7, 1.62e10), "57M to 16.2B" },
        { new Allocation(67.5e9, 1.25e12), "67.5B parameters on 1.25T tokens (18.5 per parameter)" },
        { new BandedValue(3e-4, new Interval(1.5e-4, 6e-4)), "3e-4 (1.5e-4 to 6e-4)" },
        { LawCatalog.Default.FittedRange, "57M to 16.2B parameters, 245M to 318B tokens, 1.4e18 to 1.3e22 FLOPs" },
        { FittedRange.Unknown, "unknown" },
        { new LawCoefficient("beta", 0.3658), "beta = 0.366" },
        { LawCatalog.Default.OptimumBand(1e21)!, "2.37B to 3.25B parameters on 51.2B to 70.2B tokens (95%)" },
        {
            ComputeOptimalPlan.ForCompute(1e21),
            "2.78B parameters on 60B tokens (21.6 per parameter), 1e21 FLOPs, 2.306 nats per token by besiroglu-2024"
        },
        { InferencePlan.ForLoss(2.1, 1e12), "7.48B parameters on 556B tokens (74.3 per parameter), 2.49e22 FLOPs, 2.100 nats per token by "
            + "besiroglu-2024; 17% cheaper over 1T served tokens than the run that is cheapest to train" },
        { OvertrainingPlan.ForFactor(1e23, 5), "10.7B parameters on 2.83T tokens (265 per parameter), 1.81e23 FLOPs, 2.032 nats per token "
            + "by besiroglu-2024; pays back after 2.17T served tokens" },
        { RepeatedDataPlan.ForCompute(1e22, 25e9), "7.03B parameters on 237B tokens (33.8 per parameter), 1e22 FLOPs, 2.222 nats per token "
            + "by muennighoff-2023; 9.49 epochs of 25B unique tokens" },
        { MixturePlan.ForCompute(1e21), "2.88B parameters on 57.9B tokens (20.1 per parameter), 1e21 FLOPs, 2.248 nats per token by "
            + "ludziejewski-2025; 32 experts, 62.3B parameters in all" },
        { Gopher.Estimate().Balance!, "280B parameters on 300B tokens (1.07 per parameter), 5.04e23 FLOPs; optimum 67.5B parameters on "
            + "1.25T tokens (18.5 per parameter); 101% excess compute" },
        {
            Gopher.Estimate(),
            "280B parameters on 300B tokens (1.07 per parameter), 5.04e23 FLOPs; besiroglu-2024 puts the optimum at 67.5B on 1.25T"
        },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_value_is_read_as_people_write_it(object value, string text)
    {
        CultureInfo.CurrentCulture = new CultureInfo("fi-FI"); // of this test's own flow
        Assert.Equal(text, value.ToString());
    }
}
