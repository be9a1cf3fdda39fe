namespace PublishedRuns;

/// <summary>The law's result for a run. Every number is a generated constant, null where it is unknown.</summary>
internal sealed record BalanceRow(
    string Run,
    long Parameters,
    long Tokens,
    double TokensPerParameter,
    double TrainingFlops,
    double PetaflopDays,
    long OptimalParameters,
    long OptimalTokens,
    double? PredictedLoss = null,
    double? ExcessCompute = null,
    long? ActiveParameters = null);

/// <summary>Estimated hours beside the published ones.</summary>
internal sealed record HoursRow(
    string Run,
    string Basis,
    string? Accelerator = null,
    double? Utilization = null,
    double? Estimated = null,
    double? Published = null);

/// <summary>The origin of a run's utilisation, which determines the meaning of the hours ratio.</summary>
internal static class Basis
{
    public const string PublishedMfu = "published MFU";
    public const string Derived = "MFU derived from the hours";
    public const string None = "no MFU published";
}
