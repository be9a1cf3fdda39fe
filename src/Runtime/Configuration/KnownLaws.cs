namespace ScalingAnalyzers;

/// <summary>The ids of the built-in laws, for attributes: <c>[TrainingConfig(Law =
/// KnownLaws.Besiroglu2024)]</c>.</summary>
public static class KnownLaws
{
    /// <summary>Chinchilla, corrected fit: Besiroglu et al. 2024, arXiv:2404.10102. Loss and allocation; the
    /// default.</summary>
    public const string Besiroglu2024 = "besiroglu-2024";

    /// <summary>Chinchilla, envelope of training curves: Hoffmann et al. 2022, arXiv:2203.15556. Allocation, no
    /// loss.</summary>
    public const string Hoffmann2022Approach1 = "hoffmann-2022-approach1";

    /// <summary>Chinchilla, isoFLOP profiles: Hoffmann et al. 2022, arXiv:2203.15556. Allocation, no loss.</summary>
    public const string Hoffmann2022Approach2 = "hoffmann-2022-approach2";

    /// <summary>Chinchilla, parametric fit as printed: Hoffmann et al. 2022, arXiv:2203.15556. Loss and
    /// allocation.</summary>
    public const string Hoffmann2022Approach3 = "hoffmann-2022-approach3";

    /// <summary>Chinchilla, parametric fit before rounding: Hoffmann et al. 2022, arXiv:2203.15556. Loss and
    /// allocation.</summary>
    public const string Hoffmann2022Approach3Unrounded = "hoffmann-2022-approach3-unrounded";

    /// <summary>Kaplan: Kaplan et al. 2020, arXiv:2001.08361. Loss and allocation.</summary>
    public const string Kaplan2020 = "kaplan-2020";

    /// <summary>Muennighoff, data-constrained: Muennighoff et al. 2023, arXiv:2305.16264. Loss and
    /// allocation.</summary>
    public const string Muennighoff2023 = "muennighoff-2023";

    /// <summary>Porian, tuned: Porian et al. 2024, arXiv:2406.19146. Allocation, no loss.</summary>
    public const string Porian2024 = "porian-2024";

    /// <summary>Llama 3: Grattafiori et al. 2024, arXiv:2407.21783. Allocation, no loss.</summary>
    public const string Llama3 = "llama-3-2024";

    /// <summary>DeepSeek LLM: Bi et al. 2024, arXiv:2401.02954. Allocation, no loss.</summary>
    public const string DeepSeek2024 = "deepseek-2024";

    /// <summary>Sardana, Chinchilla's parametric fit: Sardana et al. 2023, arXiv:2401.00448. Loss and
    /// allocation.</summary>
    public const string Sardana2023 = "sardana-2023";

    /// <summary>Busbridge, supervised: Busbridge et al. 2025, arXiv:2502.08606. Loss and allocation.</summary>
    public const string Busbridge2025 = "busbridge-2025";

    /// <summary>Gadre, over-training on C4: Gadre et al. 2024, arXiv:2403.08540. Loss, no allocation.</summary>
    public const string Gadre2024C4 = "gadre-2024-c4";

    /// <summary>Gadre, over-training on RedPajama: Gadre et al. 2024, arXiv:2403.08540. Loss, no allocation.</summary>
    public const string Gadre2024RedPajama = "gadre-2024-redpajama";

    /// <summary>Gadre, over-training on RefinedWeb: Gadre et al. 2024, arXiv:2403.08540. Loss, no allocation.</summary>
    public const string Gadre2024RefinedWeb = "gadre-2024-refinedweb";

    /// <summary>Gemstones, cooled: McLeish et al. 2025, arXiv:2502.06857. Loss and allocation.</summary>
    public const string Mcleish2025Cooled = "mcleish-2025-cooled";

    /// <summary>Gemstones, constant rate: McLeish et al. 2025, arXiv:2502.06857. Loss and allocation.</summary>
    public const string Mcleish2025ConstantRate = "mcleish-2025-constant-rate";

    /// <summary>Language: Henighan et al. 2020, arXiv:2010.14701. Allocation, no loss.</summary>
    public const string Henighan2020Language = "henighan-2020-language";

    /// <summary>The ratio rule, 20 tokens per parameter: Hoffmann et al. 2022, arXiv:2203.15556. Allocation, no
    /// loss.</summary>
    public const string TokensPerParameter = "tokens-per-parameter";
}
