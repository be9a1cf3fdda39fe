namespace ScalingAnalyzers;

/// <summary>Chinchilla's loss surface refitted on the runs of Hoffmann et al. 2022, figure 4.</summary>
/// <remarks>Besiroglu et al. 2024, arXiv:2404.10102. Loss in nats per token; N counts all parameters.</remarks>
internal static class Besiroglu2024
{
    public static ChinchillaLaw Law { get; } = new("besiroglu-2024")
    {
        Title = "Chinchilla, corrected fit",
        Irreducible = 1.8172,
        Parameters = new(Coefficient: 482.01, Exponent: 0.3478),
        Tokens = new(Coefficient: 2085.43, Exponent: 0.3658),
        FittedRange = new(
            Parameters: new(5.7e7, 1.62e10),
            Tokens: new(2.45e8, 3.18e11),
            TrainingFlops: new(1.4e18, 1.3e22)),
        Source = new("Besiroglu et al.", 2024, "Chinchilla Scaling: A replication attempt", "2404.10102", "eq. 2"),
    };
}
