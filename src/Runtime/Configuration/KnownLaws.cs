namespace ScalingAnalyzers;

/// <summary>The ids of the built-in laws, for attributes: <c>[TrainingConfig(Law =
/// KnownLaws.Besiroglu2024)]</c>.</summary>
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

    /// <summary>Data-constrained training; plain while all tokens are new.</summary>
    public const string Muennighoff2023 = "muennighoff-2023";

    /// <summary>Porian's allocation with tuned hyper-parameters.</summary>
    public const string Porian2024 = "porian-2024";

    /// <summary>Llama 3's allocation.</summary>
    public const string Llama3 = "llama-3-2024";

    /// <summary>DeepSeek LLM's allocation.</summary>
    public const string DeepSeek2024 = "deepseek-2024";

    /// <summary>Chinchilla's approach 3 as Sardana's inference study rounds it.</summary>
    public const string Sardana2023 = "sardana-2023";

    /// <summary>The supervised law of the distillation study.</summary>
    public const string Busbridge2025 = "busbridge-2025";

    /// <summary>Over-training on C4: loss, no allocation.</summary>
    public const string Gadre2024C4 = "gadre-2024-c4";

    /// <summary>Over-training on RedPajama: loss, no allocation.</summary>
    public const string Gadre2024RedPajama = "gadre-2024-redpajama";

    /// <summary>Over-training on RefinedWeb: loss, no allocation.</summary>
    public const string Gadre2024RefinedWeb = "gadre-2024-refinedweb";

    /// <summary>Henighan's allocation for text.</summary>
    public const string Henighan2020Language = "henighan-2020-language";

    /// <summary>The plain ratio rule, 20 tokens per parameter unless the option sets another number.</summary>
    public const string TokensPerParameter = "tokens-per-parameter";
}
