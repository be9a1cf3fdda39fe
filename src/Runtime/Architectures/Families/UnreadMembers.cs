using System;
using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.Architectures;

/// <summary>
/// Members of a C# model config that look like a size or a switch and that its family does not read: the count would
/// be that of another model, so it stops, with the member's name.
/// </summary>
internal static class UnreadMembers
{
    /// <summary>Stops the shape at the first such member, unless its value changes nothing.</summary>
    public static void Check(string family, FieldSource fields, IReadOnlyDictionary<ConfigRole, decimal> members,
        IReadOnlyDictionary<string, object> others, TransformerShape shape)
    {
        if (fields.Problem is not null) return;
        foreach (KeyValuePair<ConfigRole, decimal> member in members.OrderBy(pair => pair.Key))
        {
            if (fields.HasAsked(member.Key) || ChangesNothing(member.Key, member.Value, shape)) continue;
            fields.Refuse(member.Key.ToString(), member.Key, default, "is declared, and this family does not read it.");
            return;
        }

        foreach (KeyValuePair<string, object> other in others.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (other.Value != NamedMembers.Unreadable
                && (fields.HasAsked(other.Key) || MemberSizes.IsRatio(other.Key) || IsWidth(other))) continue;
            if (shape.HasExperts && NamedMembers.Normal(other.Key) == PredictionModules) continue;
            if (other.Value == NamedMembers.Unreadable && IsGroup(other.Key)) continue;
            if (IsSameAsDeclared(other, members, shape) || !MayChange(other.Key, other.Value, shape)) continue;
            fields.Refuse(other.Key, ConfigRole.None, default,
                "looks like a part of the shape, and this family does not read it; [ConfigMember(ConfigRole.None)] hides it.");
            return;
        }

        // Its values have names of their own.
        bool IsGroup(string name) => others.Keys.Any(key => key.Length > name.Length && key[name.Length] == '.'
            && key.StartsWith(name, StringComparison.Ordinal));

        // Read as the width, or the same width again.
        bool IsWidth(KeyValuePair<string, object> other) => MemberSizes.IsWidth(family, other.Key) && other.Value is decimal width
            && members.TryGetValue(ConfigRole.FeedForwardSize, out decimal read) && width == read;
    }

    // A value in a group that has a role by its own name and says what is counted anyway.
    private static bool IsSameAsDeclared(
        KeyValuePair<string, object> other, IReadOnlyDictionary<ConfigRole, decimal> members, TransformerShape shape)
    {
        int inner = other.Key.LastIndexOf('.');
        if (inner < 0 || other.Value is not decimal value) return false;
        ConfigRole role = Configuration.RoleTable.Of(other.Key.Substring(inner + 1)).Role;
        if (!Configuration.RoleTable.IsDimension(role)) return false;
        return members.TryGetValue(role, out decimal declared) ? declared == value : ChangesNothing(role, value, shape);
    }

    private static bool ChangesNothing(ConfigRole role, decimal value, TransformerShape shape) => role switch
    {
        ConfigRole.TiedEmbeddings => value != 0 == shape.TiedEmbeddings,
        ConfigRole.MaxPositions => true,
        ConfigRole.KeyValueHeads => value == shape.KeyValueHeadCount || shape.LatentAttention is not null,
        ConfigRole.HeadSize => shape.LatentAttention is not null
            || (shape.Heads > 0 && value == (shape.HeadSize ?? shape.HiddenSize / shape.Heads)),
        ConfigRole.FeedForwardSize => value == shape.FeedForwardSize || shape.HasExperts,
        ConfigRole.Experts or ConfigRole.ExpertsPerToken => value <= 1 && !shape.HasExperts,
        ConfigRole.SharedExperts or ConfigRole.DenseLayers or ConfigRole.ExpertFeedForwardSize => value == 0,
        ConfigRole.FeedForwardMultipleOf or ConfigRole.FeedForwardMultiplier => false,
        _ => true,
    };

    private static bool MayChange(string name, object value, TransformerShape shape)
    {
        List<string> words = NameWords.Of(name);
        if (HasOtherPositions(words, value, shape)) return true;
        if (IsOfAdapter(words) || words.Any(NeutralWords.Contains) || NeutralNames.Contains(NamedMembers.Normal(name))) return false;
        return value switch
        {
            decimal number => number != 0 && words.Any(SizeWords.Contains) && !IsAsCounted(words, number, shape),
            bool flag => words.Any(SwitchWords.Contains) && ChangesSwitch(words, flag, shape),
            System.Collections.IList { Count: > 0 } => words.Any(SizeWords.Contains),
            string text => text.Length > 0 && words.Any(TypeWords.Contains) && words.Any(PartWords.Contains),
            _ => value == NamedMembers.Unreadable && words.Any(SizeWords.Contains),
        };
    }

    // One expert, and a ratio of one, are what a dense model has.
    private static bool IsAsCounted(List<string> words, decimal number, TransformerShape shape) =>
        (number == 1 && (words.Contains("experts") || words.Contains("expert") || words.Contains("moe")) && !shape.HasExperts)
            || (Has(words, "group", "groups") && shape.KeyValueHeadCount > 0 && number == (decimal)shape.Heads / shape.KeyValueHeadCount);

    // Beside the weights; the ranks of latent attention have the name too.
    private static bool IsOfAdapter(List<string> words) =>
        Has(words, "lora", "dora", "adapter", "peft") && !Has(words, "kv", "q", "query", "key", "value");

    // A table of positions where the family has none, or none where it has one.
    private static bool HasOtherPositions(List<string> words, object value, TransformerShape shape)
    {
        if (!Has(words, "position", "positions", "positional")) return false;
        bool isLearned = shape.Positions == PositionEncoding.Learned;
        if (value is bool flag && Has(words, "learned", "absolute")) return flag != isLearned;
        if (value is not string text) return false;
        List<string> kind = NameWords.Of(text);
        if (Has(kind, "learned", "absolute", "learnable")) return !isLearned;
        return isLearned && Has(kind, "rope", "rotary", "alibi", "none", "sinusoidal");
    }

    private static bool ChangesSwitch(List<string> words, bool flag, TransformerShape shape)
    {
        if (Has(words, "untie", "untied")) return flag == shape.TiedEmbeddings;
        if (Has(words, "tie", "tied", "tying", "ties", "share", "shared", "sharing") && !Has(words, "expert", "experts"))
            return (Has(words, "no", "not", "disable") ? !flag : flag) != shape.TiedEmbeddings;
        if (Has(words, "bias", "biases"))
        {
            Biases asked = Has(words, "mlp", "ffn", "ff", "feed") ? Biases.FeedForward
                : Has(words, "head", "lm") ? Biases.Head
                : Has(words, "qkv") ? Biases.QueryKeyValue
                : Has(words, "attention", "attn") ? Biases.QueryKeyValue
                : Biases.Block;
            Biases held = shape.Biases & asked;
            bool wanted = Has(words, "no", "disable", "without") ? !flag : flag;
            return wanted ? held != asked : held != Biases.None;
        }

        if (Has(words, "gated", "gate", "glu", "swiglu", "geglu", "reglu")) return flag != shape.GatedFeedForward;
        if (Has(words, "encoder", "cross")) return flag;
        if (Has(words, "norm", "layernorm") && Has(words, "pre", "first")) return !flag;
        if (Has(words, "qk", "norm", "layernorm", "qknorm")) return flag != (shape.QueryKeyNorm != QueryKeyNorm.None);
        return flag;
    }

    private static bool Has(List<string> words, params string[] any) => any.Any(words.Contains);

    private static HashSet<string> Words(string text) => new(text.Split(' '), StringComparer.Ordinal);

    private static HashSet<string> SizeWords { get; } = Words(
        "dim dims dimension dimensions width size hidden head heads layer layers depth block blocks expert experts moe inner "
        + "intermediate ffn ff mlp feed forward ratio multiplier mult multiple expansion rank latent group groups channels embd embed "
        + "embedding embeddings vocab vocabulary kv query key value proj projection state topk router shared model");

    private static HashSet<string> SwitchWords { get; } = Words(
        "bias biases gated gate glu swiglu geglu reglu norm layernorm qk qknorm parallel share shared sharing tie tied tying untie "
        + "untied moe expert experts multiquery mqa learned absolute encoder cross");

    private static HashSet<string> TypeWords { get; } = Words("type kind style variant");

    private static HashSet<string> PartWords { get; } = Words("ffn mlp ff attention attn head heads block norm moe router position");

    // Mixtures are published with them, and their count is that of the model without them.
    private const string PredictionModules = "numnextnpredictlayers";

    // How a router groups its experts, scales, and settings of generation.
    private static HashSet<string> NeutralNames { get; } = Words("ngroup topkgroup querypreattnscalar dimmodelbase numbeamgroups");

    // Words of what changes no weight: regularisation, positions by rotation, windows, ids, caches, training.
    private static HashSet<string> NeutralWords { get; } = Words(
        "dropout drop drops pdrop eps epsilon theta init initializer initialization std range token tokens id ids seed cache window "
        + "windows position positions context length len batch rope rotary scale scaling scaled softcap softcapping cap temperature lr "
        + "learning version dtype precision quant quantization path name flash sdpa kernel checkpoint checkpointing backend "
        + "device devices aux loss "
        + "coef coefficient jitter capacity pad padding epoch epochs step steps warmup decay log eval save prob probs tensor pipeline data "
        + "world micro gradient accumulation rms attention_implementation implementation max train training optimizer threads workers "
        + "chunk stride clip clipping");
}
