namespace ScalingAnalyzers.Laws.Literature;

/// <summary>The surface that Sardana et al. 2023 plan inference with: Hoffmann's approach 3 in a third
/// rounding.</summary>
/// <remarks>Their inference-adjusted optimum, with any Chinchilla surface, is the plan of inference.</remarks>
public static class Sardana2023
{
    /// <summary>The coefficients of the authors' code.</summary>
    public static ChinchillaLaw Law { get; } = new("sardana-2023")
    {
        Title = "Sardana, Chinchilla's parametric fit",
        Irreducible = 1.69,
        Parameters = new(coefficient: 406.4, exponent: 0.336),
        Tokens = new(coefficient: 410.7, exponent: 0.283),
        FittedRange = new() { Parameters = new(1.5e8, 6e9), TokensPerParameter = new(10, 10_000) },
        Source = new("Sardana et al.", 2023, "Beyond Chinchilla-Optimal: Accounting for Inference in Language Model Scaling Laws",
            "2401.00448", "the authors' code"),
        Caution = "Hoffmann's uncorrected approach 3; its frontier contradicts approaches 1 and 2. Use its method with a better surface.",
    };
}
