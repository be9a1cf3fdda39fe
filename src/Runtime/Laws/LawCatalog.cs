using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using ScalingAnalyzers.Laws.Literature;

namespace ScalingAnalyzers.Laws;

/// <summary>Every built-in law, by id.</summary>
public static class LawCatalog
{
    /// <summary>The default law: besiroglu-2024.</summary>
    public static ChinchillaLaw Default => Besiroglu2024.Law;

    /// <summary>
    /// The laws that can assess a dense run, the default first: each gives an allocation, a loss or both of (N, D), and
    /// <c>Law = "..."</c> accepts its id.
    /// </summary>
    public static IReadOnlyList<ScalingLaw> All { get; } = Array.AsReadOnly(new ScalingLaw[]
    {
        Besiroglu2024.Law,
        Hoffmann2022.Approach1,
        Hoffmann2022.Approach2,
        Hoffmann2022.Approach3,
        Hoffmann2022.Approach3Unrounded,
        KaplanLaw.Published,
        MuennighoffLaw.C4,
        Porian2024.Tuned,
        Llama3.Law,
        DeepSeekLaw.Published,
        Sardana2023.Law,
        BusbridgeLaw.Published,
        Gadre2024.C4,
        Gadre2024.RedPajama,
        Gadre2024.RefinedWeb,
        McLeish2025.Cooled,
        McLeish2025.ConstantRate,
        Henighan2020.Language,
        new TokensPerParameterLaw(),
    });

    /// <summary>
    /// The laws with methods of their own for other quantities: mixtures of experts, learning rate and batch,
    /// precision, transfer, vocabulary, steps of an explanation. <c>Law = "..."</c> does not accept them.
    /// </summary>
    public static IReadOnlyList<ScalingLaw> Specialized { get; } = Array.AsReadOnly(new ScalingLaw[]
    {
        LudziejewskiLaw.Published,
        KrajewskiLaw.Experts64,
        KrajewskiLaw.Experts16,
        KrajewskiLaw.Validation,
        KrajewskiLaw.Dense,
        AbnarLaw.Published,
        ClarkLaw.SinkhornBase,
        ClarkLaw.ReinforcementLearning,
        ClarkLaw.Hash,
        StepLaw.Published,
        PorianHyperparameters.Published,
        MiniCpmBatchLaw.Published,
        PowerLinesLaw.Published,
        ZhangCriticalBatchLaw.Published,
        KumarLaw.Published,
        OuyangLaw.Published,
        HernandezLaw.TextToPython,
        HernandezLaw.TextAndCodeToPython,
        TaoLaw.Published,
        Llama3.Printed,
        Porian2024.KaplanLike,
        Porian2024.LastLayerCounted,
        Porian2024.WarmupScaled,
        Porian2024.DecayMatched,
        Porian2024.TunedOpenWebText2,
        Porian2024.TunedWithAttention,
    }.Concat(Henighan2020.Domains.Where(d => d != Henighan2020.Language)).ToArray());

    /// <summary>The law of this id.</summary>
    /// <param name="id">A law id, such as besiroglu-2024; case does not matter.</param>
    /// <returns>The law.</returns>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    /// <exception cref="KeyNotFoundException">No law has this id; the message lists near names.</exception>
    public static ScalingLaw Get(string id) => LawLibrary.BuiltIn.Get(id);

    /// <summary>The law of this id, if there is one.</summary>
    /// <param name="id">A law id; case does not matter.</param>
    /// <param name="law">The law found.</param>
    /// <returns>Whether a law has this id.</returns>
    public static bool TryGet(string id, [NotNullWhen(true)] out ScalingLaw? law) => LawLibrary.BuiltIn.TryGet(id, out law);

    /// <summary>Ids that are similar to a mistyped one, nearest first; may be empty.</summary>
    /// <param name="id">What was typed.</param>
    /// <returns>Up to three ids.</returns>
    public static IReadOnlyList<string> NearNames(string id) => LawLibrary.BuiltIn.NearNames(id);
}
