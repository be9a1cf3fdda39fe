using ScalingAnalyzers;
using ScalingAnalyzers.Hardware;
using ScalingAnalyzers.Planning;

namespace PlanningABudget;

/// <summary>The requirements: money, chips, text and the tokens to serve. Change these and run again.</summary>
internal static class Wishes
{
    public const double Money = 1_000_000;
    public const double PricePerHour = 2;
    public const int Chips = 1024;
    public const double Utilization = 0.40;
    public const long UniqueTokens = 1_500_000_000_000;
    public const long ServedTokensADay = 10_000_000_000;

    public static readonly Accelerator Chip = Accelerators.Get(KnownAccelerators.H100Sxm);

    public static double ServedTokens => 365.0 * ServedTokensADay;

    public static double Flops => ComputeBudget.FlopsOfMoney(Money, PricePerHour, Chip, Utilization);
}
