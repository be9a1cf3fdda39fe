namespace ScalingAnalyzers.Laws;

/// <summary>The three approaches of Hoffmann et al. 2022, "Training Compute-Optimal Large Language Models",
/// arXiv:2203.15556.</summary>
/// <remarks>
/// Total parameters, FLOPs with embeddings. The paper prints no prefactors for approaches 1 and 2; Scale and Exponent
/// below are the straight line in log-log that reproduces tables 3 and A3 to the printed digits in every row but that
/// of 67B, whose three numbers contradict each other (6 * 67e9 * 1.5e12 is 6.0e23, printed 5.76e23).
/// </remarks>
internal static class Hoffmann2022
{
    /// <summary>The runs of the paper; the corrected fit has them too.</summary>
    public const string LossData = "MassiveText, as Hoffmann et al. 2022 trained on it";

    private const string Paper = "Training Compute-Optimal Large Language Models";

    private static readonly FittedRange Range = new()
    {
        Parameters = new(7e7, 1.6e10),
        Tokens = new(5e9, 5e11),
        TrainingFlops = new(6e18, 3e21),
    };

    /// <summary>Approach 1, the envelope of training curves.</summary>
    public static PowerAllocationLaw Approach1 { get; } = new("hoffmann-2022-approach1")
    {
        Title = "Chinchilla, envelope of training curves",
        Scale = 0.09927435,
        Exponent = 0.49810268,
        ExponentConfidence = new(0.488, 0.502), // table 2, 10th and 90th percentiles
        ConfidenceLevel = 0.8,
        FittedRange = Range,
        Source = new("Hoffmann et al.", 2022, Paper, "2203.15556", "table 3"),
        Caution = "No prefactor is printed: the line through table 3.",
    };

    /// <summary>Approach 2, isoFLOP profiles.</summary>
    public static PowerAllocationLaw Approach2 { get; } = new("hoffmann-2022-approach2")
    {
        Title = "Chinchilla, isoFLOP profiles",
        Scale = 0.14592034,
        Exponent = 0.4898784,
        ExponentConfidence = new(0.462, 0.534), // table 2, 10th and 90th percentiles
        ConfidenceLevel = 0.8,
        FittedRange = Range,
        Source = new("Hoffmann et al.", 2022, Paper, "2203.15556", "table A3"),
        Caution = "No prefactor is printed: the line through table A3, approach 2.",
    };

    /// <summary>Approach 3 with the coefficients as printed.</summary>
    public static ChinchillaLaw Approach3 { get; } = new("hoffmann-2022-approach3")
    {
        Title = "Chinchilla, parametric fit as printed",
        LossData = LossData,
        Irreducible = 1.69,
        Parameters = new(coefficient: 406.4, exponent: 0.34),
        Tokens = new(coefficient: 410.7, exponent: 0.28),
        FittedRange = Range,
        Source = new("Hoffmann et al.", 2022, Paper, "2203.15556", "eq. 10"),
        Caution = "Contradicts approaches 1 and 2 and its own table A3; Besiroglu et al. 2024 found why.",
    };

    /// <summary>Approach 3 with the coefficients of the paper's TeX source before rounding (via Besiroglu et al.
    /// 2024).</summary>
    public static ChinchillaLaw Approach3Unrounded { get; } = new("hoffmann-2022-approach3-unrounded")
    {
        Title = "Chinchilla, parametric fit before rounding",
        LossData = LossData,
        Irreducible = 1.6933736809989528,                                       // exp(0.5267228)
        Parameters = new(coefficient: 406.4010175194737, exponent: 0.33917084), // exp(6.0073404)
        Tokens = new(coefficient: 410.7228269450398, exponent: 0.2849083),      // exp(6.0179186)
        FittedRange = Range,
        Source = new("Hoffmann et al.", 2022, Paper, "2203.15556", "eq. 10, TeX source"),
        Caution = "Contradicts approaches 1 and 2; Besiroglu et al. 2024 found why.",
    };
}
