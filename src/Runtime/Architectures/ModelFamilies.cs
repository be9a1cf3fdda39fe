using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using ScalingAnalyzers.Configuration;

namespace ScalingAnalyzers.Architectures;

/// <summary>
/// The model families that can be counted, by Hugging Face model_type, and the reasons why some others cannot.
/// </summary>
public static class ModelFamilies
{
    private static readonly Dictionary<string, ModelFamily> ByName = Index();

    private static readonly Dictionary<string, string> Reasons = UncountedTypes.Reasons();

    /// <summary>All families, in the order of their names.</summary>
    public static IReadOnlyList<ModelFamily> All { get; } = ByName.Values.OrderBy(family => family.Name, StringComparer.Ordinal).ToArray();

    /// <summary>The model_types of multimodal configs whose text decoder is counted; their other parts are left out and
    /// named.</summary>
    public static IReadOnlyList<string> Multimodal { get; } = Wrappers.Names.ToArray();

    /// <summary>Public model_types that are not counted, each with the part that stops the count ("it is an
    /// encoder-decoder").</summary>
    public static IReadOnlyDictionary<string, string> NotCounted => Reasons;

    /// <summary>The family of a model_type.</summary>
    /// <param name="modelType">Such as "llama", case and all.</param>
    /// <returns>The family.</returns>
    /// <exception cref="ArgumentNullException">The model_type is null.</exception>
    /// <exception cref="KeyNotFoundException">The family is not counted; the message gives the reason or near
    /// names.</exception>
    public static ModelFamily Get(string modelType)
    {
        if (modelType is null) throw new ArgumentNullException(nameof(modelType));
        return TryGet(modelType, out var family) ? family : throw new KeyNotFoundException(WhyNot(modelType));
    }

    /// <summary>The family of a model_type, if it can be counted.</summary>
    /// <param name="modelType">Such as "llama", case and all.</param>
    /// <param name="family">The family found.</param>
    /// <returns>Whether the model_type is counted.</returns>
    public static bool TryGet(string modelType, [NotNullWhen(true)] out ModelFamily? family)
    {
        family = null;
        return modelType is not null && ByName.TryGetValue(modelType, out family);
    }

    /// <summary>Why a model_type is not counted, with names near it.</summary>
    /// <param name="modelType">A model_type for which <see cref="TryGet"/> returns false.</param>
    /// <returns>One sentence without the field's name, beginning with the type.</returns>
    public static string WhyNot(string modelType)
    {
        if (Reasons.TryGetValue(modelType, out string? reason)) return "'" + modelType + "' is not counted: " + reason + ".";
        var ofStem = ByName.Keys.Where(name => IsNear(name, modelType)).OrderBy(name => name, StringComparer.Ordinal).Take(5).ToArray();
        string near = string.Join(", ", ofStem.Length > 0 ? ofStem : NearNames.Of(modelType, ByName.Keys));
        return "'" + modelType + "' is not a family that is counted" + (near.Length == 0 ? "." : "; there are " + near + ".");
    }

    /// <summary>The family that a misspelt model_type means; null where none is near, or the type is another
    /// model's.</summary>
    internal static string? Meant(string modelType) =>
        Reasons.ContainsKey(modelType) || Wrappers.IsKnown(modelType, out _) || OtherTypes.Contains(modelType)
            ? null
            : AlmostRead.Text(modelType, ByName.Keys, digitsCount: false);

    // Models that are not counted, whose names come near a family's.
    private static readonly HashSet<string> OtherTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        "minimal", "llava", "bert", "mbart", "samba", "electra", "albert", "clip", "blip", "aria", "olmoe", "xglm", "opt", "codegen",
    };

    // Shares its letters up to the first digit or separator: "llama-3" and "llama".
    private static bool IsNear(string name, string wanted)
    {
        string stem = Stem(wanted);
        return stem.Length > 1 && Stem(name).StartsWith(stem, StringComparison.OrdinalIgnoreCase);
    }

    private static string Stem(string name)
    {
        int end = 0;
        while (end < name.Length && char.IsLetter(name[end])) end++;
        return name.Substring(0, end);
    }

    private static IEnumerable<ModelFamily> Together(params IEnumerable<ModelFamily>[] lineages) =>
        lineages.SelectMany(families => families);

    private static Dictionary<string, ModelFamily> Index()
    {
        var index = new Dictionary<string, ModelFamily>(StringComparer.Ordinal);
        foreach (ModelFamily family in Together(
            LlamaFamilies.All(), GemmaFamilies.All(), RemoteFamilies.All(), GptFamilies.All(), ExpertFamilies.All(), DeepSeekFamilies.All(),
            DeepSeekV4Family.All(), MiniMaxM3Family.All(), MixturesOf2026.All(), LaterFamilies.All(), ArcticFamily.All(),
            DerivedFamilies.All(),
            PlainRecentFamilies.All(), RecentExpertFamilies.All(), TwoAttentionFamilies.All(), LongCatFamily.All(), Step3Family.All(),
            Gemma3nFamily.All(), Gemma4Family.All(),
            Qwen3NextFamily.All(), KimiLinearFamily.All(), MiniMaxFamily.All(), OlmoHybridFamily.All(), NemotronHFamily.All(),
            GraniteHybridFamily.All(),
            FalconH1Family.All(), Lfm2Family.All(), JambaFamily.All(), BambaFamily.All(),
            ZambaFamily.All(), Zamba2Family.All(), MambaFamily.All(), RwkvFamily.All(),
            RecurrentGemmaFamily.All(), NamedFamilies.All()))
        {
            index.Add(family.Name, family);
        }

        return index;
    }
}
