using System;
using System.Collections.Generic;

namespace ScalingAnalyzers.Laws.Literature;

/// <summary>Porian et al. 2024: from Kaplan's allocation to Chinchilla's in four steps, each an own fit N = N0
/// C^a.</summary>
/// <remarks>
/// Counts every parameter but the input embedding (the head included). Learning-rate decay is not what made the
/// difference, against Hoffmann's explanation. The prefactors are printed to four digits in the authors' summaries, so
/// N is good to about 1 %.
/// </remarks>
public static class Porian2024
{
    private static readonly LawSource Paper = new(
        "Porian et al.", 2024, "Resolving Discrepancies in Compute-Optimal Scaling of Language Models", "2406.19146",
        "the authors' fit summaries");

    private static readonly FittedRange Range = new() { Parameters = new(5e6, 9.02e8), TrainingFlops = new(1.25e16, 2.56e19) };

    /// <summary>The final step on RefinedWeb: learning rate, batch and beta2 tuned.</summary>
    public static PowerAllocationLaw Tuned { get; } =
        Step("porian-2024", "Porian, tuned", 0.1189, 0.4969, new(0.491, 0.505), "Fitted at small compute, up to 2.6e19 FLOPs.");

    /// <summary>The first step on RefinedWeb: Kaplan's setting.</summary>
    public static PowerAllocationLaw KaplanLike { get; } =
        Step("porian-2024-kaplan", "Porian, Kaplan's setting", 4.232e-8, 0.8353, new(0.824, 0.846));

    /// <summary>The FLOPs of the last layer counted.</summary>
    public static PowerAllocationLaw LastLayerCounted { get; } =
        Step("porian-2024-last-layer", "Porian, last layer counted", 1.27e-5, 0.7065, new(0.691, 0.717));

    /// <summary>And the warm-up scaled to the model.</summary>
    public static PowerAllocationLaw WarmupScaled { get; } =
        Step("porian-2024-warmup", "Porian, warm-up scaled", 1.431e-3, 0.602, new(0.591, 0.617));

    /// <summary>And the cosine decay set to the budget.</summary>
    public static PowerAllocationLaw DecayMatched { get; } =
        Step("porian-2024-cosine", "Porian, decay matched", 4.769e-3, 0.5715, new(0.560, 0.589));

    /// <summary>The final step on OpenWebText2.</summary>
    public static PowerAllocationLaw TunedOpenWebText2 { get; } = Step(
        "porian-2024-openwebtext2", "Porian, tuned, OpenWebText2", 0.04694, 0.5185, null, "Fitted at small compute, up to 2.6e19 FLOPs.");

    /// <summary>The final step on RefinedWeb with attention FLOPs counted.</summary>
    public static PowerAllocationLaw TunedWithAttention { get; } = Step(
        "porian-2024-attention", "Porian, tuned, attention counted", 0.09235, 0.5053, null, "Fitted at small compute, up to 2.6e19 FLOPs.");

    /// <summary>The steps from Kaplan's setting to the tuned one, in order.</summary>
    public static IReadOnlyList<PowerAllocationLaw> Steps { get; } =
        Array.AsReadOnly(new[] { KaplanLike, LastLayerCounted, WarmupScaled, DecayMatched, Tuned });

    private static PowerAllocationLaw Step(
        string id, string title, double scale, double exponent, Interval? interval,
        string caution = "A step of an explanation, not a recommendation.") => new(id)
        {
            Title = title,
            Scale = scale,
            Exponent = exponent,
            ExponentConfidence = interval,
            Convention = ParameterConvention.NonEmbeddingWithHead,
            FittedRange = Range,
            Source = Paper,
            Caution = caution,
        };
}
