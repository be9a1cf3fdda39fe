namespace ScalingAnalyzers.Laws;

/// <summary>Gemstones: the surface that McLeish et al. 2025 fitted on their 22 shapes of one family,
/// arXiv:2502.06857.</summary>
/// <remarks>
/// Nats per token on Dolma, all parameters. Coefficients are the logarithms in the authors' repository
/// (mcleish7/gemstone-scaling-laws, parameters_delta-3, approach_3_parameters_grid_search_0); ChinchillaFit finds them
/// from the same runs. Their own envelope (approach 1) has an exponent of N of 0.46 where this surface has 0.70.
/// </remarks>
internal static class McLeish2025
{
    private const string LossData = "Dolma, as McLeish et al. 2025 trained on it";
    private const string Disagreement =
        "The surface puts the optimum at an exponent of 0.66 to 0.70 of the compute, the authors' envelope of the same runs at 0.46: "
        + "a second suite in which the two approaches contradict each other.";

    private static readonly FittedRange Range = new() { Parameters = new(4.8e7, 2e9), Tokens = new(1e10, 3.5e11) };

    /// <summary>770 checkpoints of 10B to 350B tokens at a constant rate.</summary>
    public static ChinchillaLaw ConstantRate { get; } = new("mcleish-2025-constant-rate")
    {
        Title = "Gemstones, constant rate",
        LossData = LossData,
        Irreducible = 1.9506496530461555,                                       // exp(0.6681624725)
        Parameters = new(coefficient: 134.4028376723882, exponent: 0.2591125694), // exp(4.9008415415)
        Tokens = new(coefficient: 381157.9804435266, exponent: 0.5972679073),   // exp(12.850969215)
        FittedRange = Range,
        Source = new("McLeish et al.", 2025, "Gemstones: A Model Suite for Multi-Faceted Scaling Laws", "2502.06857",
            "the authors' repository, approach 3, hot_100b+"),
        Caution = "Losses before any annealing. " + Disagreement,
    };

    /// <summary>199 checkpoints after cooling.</summary>
    public static ChinchillaLaw Cooled { get; } = new("mcleish-2025-cooled")
    {
        Title = "Gemstones, cooled",
        LossData = LossData,
        Irreducible = 2.074637271528755,                                         // exp(0.7297863295)
        Parameters = new(coefficient: 225.8149903173696, exponent: 0.3002728205), // exp(5.4197160371)
        Tokens = new(coefficient: 272093.1829270063, exponent: 0.580241077),     // exp(12.5138998709)
        FittedRange = Range,
        Source = new("McLeish et al.", 2025, "Gemstones: A Model Suite for Multi-Faceted Scaling Laws", "2502.06857",
            "the authors' repository, approach 3, cool_end"),
        Caution = Disagreement,
    };
}
