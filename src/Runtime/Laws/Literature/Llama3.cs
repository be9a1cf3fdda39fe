namespace ScalingAnalyzers.Laws.Literature;

/// <summary>The allocation of Llama 3: optimal tokens D = A C^alpha (Grattafiori et al. 2024, section 3.2.1).</summary>
/// <remarks>
/// The paper calls the token count N*. The text prints (alpha, A) = (0.53, 0.29), which gives 10.5T tokens at 3.8e25
/// FLOPs where the paper states 16.55T; the label in its figure, (0.537, 0.299), gives 16.3T. The catalogue's law uses
/// the label.
/// </remarks>
public static class Llama3
{
    /// <summary>With the figure's coefficients.</summary>
    public static PowerAllocationLaw Law { get; } =
        FromTokens("llama-3-2024", "Llama 3", 0.299, 0.537, "section 3.2.1, the figure's label");

    /// <summary>With the text's two-digit coefficients, which miss the paper's own extrapolation by a third.</summary>
    public static PowerAllocationLaw Printed { get; } =
        FromTokens("llama-3-2024-printed", "Llama 3, as printed in the text", 0.29, 0.53, "section 3.2.1, text");

    private static PowerAllocationLaw FromTokens(string id, string title, double scale, double exponent, string place) => new(id)
    {
        ConstantName = "Llama3",
        Title = title,
        Scale = 1 / (6 * scale), // N = C / (6 D)
        Exponent = 1 - exponent,
        FittedRange = new() { Parameters = new(4e7, 1.6e10), TrainingFlops = new(6e18, 1e22) },
        Source = new("Grattafiori et al.", 2024, "The Llama 3 Herd of Models", "2407.21783", place),
        Caution = "Fitted on Meta's own data mix and tokenizer.",
    };
}
