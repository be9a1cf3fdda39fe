namespace ScalingAnalyzers;

/// <summary>The ids of the built-in laws, for attributes: <c>[TrainingConfig(Law = KnownLaws.Besiroglu2024)]</c>.</summary>
public static class KnownLaws
{
    /// <summary>Chinchilla's loss surface with the corrected fit; the default.</summary>
    public const string Besiroglu2024 = "besiroglu-2024";

    /// <summary>Chinchilla, approach 1: the envelope of training curves.</summary>
    public const string Hoffmann2022Approach1 = "hoffmann-2022-approach1";

    /// <summary>Chinchilla, approach 2: isoFLOP profiles.</summary>
    public const string Hoffmann2022Approach2 = "hoffmann-2022-approach2";

    /// <summary>Chinchilla, approach 3 as printed.</summary>
    public const string Hoffmann2022Approach3 = "hoffmann-2022-approach3";

    /// <summary>Chinchilla, approach 3 before rounding.</summary>
    public const string Hoffmann2022Approach3Unrounded = "hoffmann-2022-approach3-unrounded";

    /// <summary>Kaplan's joint loss and allocation.</summary>
    public const string Kaplan2020 = "kaplan-2020";

    /// <summary>The plain ratio rule, 20 tokens per parameter unless the option says otherwise.</summary>
    public const string TokensPerParameter = "tokens-per-parameter";
}
