using System;

namespace ScalingAnalyzers.Architectures;

/// <summary>What the name of an architecture means.</summary>
internal enum ArchitectureKind
{
    LanguageModel,
    Classifier,

    /// <summary>The decoder without an output matrix: an embedding model.</summary>
    Bare,

    /// <summary>Predicts with the states of another model.</summary>
    Draft,

    /// <summary>Has parts that are not known.</summary>
    Other,

    /// <summary>A language model of another family.</summary>
    OtherFamily,
}

/// <summary>Reads the name of a model's class: "LlamaForCausalLM".</summary>
internal static class ArchitectureName
{
    private static readonly string[] LanguageModels =
        { "ForCausalLM", "LMHeadModel", "LMHeadCustomModel", "ForConditionalGeneration", "ForCausalLMModel" };

    private static readonly string[] DraftWords = { "Eagle", "EAGLE", "Draft", "DFlash", "Medusa", "MTP", "Hydra", "Specul", "NextN" };

    /// <summary>What the name means for a model of this model_type.</summary>
    /// <param name="name">The name of the class.</param>
    /// <param name="family">The model_type that is counted.</param>
    /// <param name="isWrapped">Whether the class is that of a multimodal model around it.</param>
    public static ArchitectureKind Of(string name, string family, bool isWrapped)
    {
        if (IsCausal(name, family)) return ArchitectureKind.LanguageModel;
        if (isWrapped && name.EndsWith("ForConditionalGeneration", StringComparison.Ordinal)) return ArchitectureKind.LanguageModel;
        foreach (string draft in DraftWords)
        {
            if (name.IndexOf(draft, StringComparison.Ordinal) >= 0) return ArchitectureKind.Draft;
        }

        foreach (string ending in LanguageModels)
        {
            if (!name.EndsWith(ending, StringComparison.Ordinal)) continue;
            return isWrapped || IsOf(name.Substring(0, name.Length - ending.Length), family)
                ? ArchitectureKind.LanguageModel
                : ArchitectureKind.OtherFamily;
        }

        if (name.EndsWith("ForSequenceClassification", StringComparison.Ordinal)) return ArchitectureKind.Classifier;

        // Programs beside checkpoints name the whole model so.
        if (isWrapped && (name.EndsWith("ChatModel", StringComparison.Ordinal) || name.EndsWith("CausalLM", StringComparison.Ordinal)
            || name == "Qwen2_5OmniModel"))
        {
            return ArchitectureKind.LanguageModel;
        }

        if (name == "ChatGLMModel") return ArchitectureKind.LanguageModel;
        if (name.EndsWith("Model", StringComparison.Ordinal) && Plain(name.Substring(0, name.Length - 5)) == Plain(family))
            return ArchitectureKind.Bare;
        return ArchitectureKind.Other;
    }

    // The most frequent name, compared in place: the letters of the model_type before ForCausalLM.
    private static bool IsCausal(string name, string family)
    {
        const string Ending = "ForCausalLM";
        int end = name.Length - Ending.Length;
        if (end <= 0 || string.CompareOrdinal(name, end, Ending, 0, Ending.Length) != 0) return false;
        int at = 0;
        foreach (char c in family)
        {
            if (IsSeparator(c)) continue;
            while (at < end && IsSeparator(name[at])) at++;
            if (at == end || char.ToLowerInvariant(name[at++]) != char.ToLowerInvariant(c)) return false;
        }

        return at == end;
    }

    private static bool IsSeparator(char c) => c is '_' or '-' or '.';

    // Whether a class is named as its family: by the letters of one of the words of the model_type.
    private static bool IsOf(string stem, string family)
    {
        string plain = Plain(stem);
        if (plain == Plain(family)) return true;
        foreach (string word in family.Split('_', '-', '.', ' '))
        {
            string letters = word.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').ToLowerInvariant();
            if (letters.Length >= 2 && plain.IndexOf(letters, StringComparison.Ordinal) >= 0) return !IsAnother(plain, family);
        }

        foreach ((string type, string known) in SameClass)
        {
            if (type == family && plain == known) return true;
        }

        return false;
    }

    // The name of another family that is counted, to the letter: Qwen2Moe for qwen2.
    private static bool IsAnother(string plain, string family)
    {
        foreach (ModelFamily other in ModelFamilies.All)
        {
            if (Plain(other.Name) == plain) return !AreAlike(other.Name, family);
        }

        return false;
    }

    // A type inside a wrapper, and the versions of one class.
    private static bool AreAlike(string a, string b)
    {
        foreach ((string one, string other) in Alike)
        {
            if ((a == one && b == other) || (a == other && b == one)) return true;
        }

        return a.StartsWith(b, StringComparison.Ordinal) && a.EndsWith("_text", StringComparison.Ordinal);
    }

    private static (string, string)[] Alike { get; } =
    {
        ("gemma3", "gemma3_text"), ("bailing_moe", "bailing_moe_v2"), ("falcon", "RefinedWeb"), ("falcon", "RefinedWebModel"),
        ("deepseek_v2", "deepseek_v3"), ("youtu", "youtu_llm"), ("axk1", "AXK1"),
        ("phi", "phi-msft"), ("mistral", "ministral3"), ("olmo", "hf_olmo"), ("olmo", "olmo2"),
    };

    private static (string Type, string Class)[] SameClass { get; } =
    {
        ("kimi_k2", "deepseekv3"), ("RefinedWeb", "rw"), ("RefinedWebModel", "rw"), ("falcon", "rw"), ("openai-gpt", "openaigpt"),
        ("grok-1", "grok1model"), ("phi-msft", "phi"), ("phimoe", "phimoe"), ("mistral", "llama"), ("llama", "mistral"),
        ("llama", "yi"), ("llama", "internlm"), ("llama", "aquila"), ("mpt", "mpt"), ("xverse", "xverse"),
    };

    private static string Plain(string name) =>
        name.Replace("_", "").Replace("-", "").Replace(".", "").ToLowerInvariant();
}
