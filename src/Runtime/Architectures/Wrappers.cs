using System;
using System.Collections.Generic;
using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Architectures;

/// <summary>
/// Multimodal configs that contain an ordinary text decoder: only the decoder is counted, and the parts that are left
/// out are listed.
/// </summary>
internal static class Wrappers
{
    // model_type, and the text decoder's model_type where the config inside does not declare one
    // (huggingface/transformers, sub_configs).
    private static readonly (string Type, string? Text)[] Known =
    {
        ("gemma3", "gemma3_text"),
        ("shieldgemma2", "gemma3_text"),
        ("llama4", "llama4_text"),
        ("mistral3", "mistral"),
        ("llava", "llama"),
        ("llava_next", "llama"),
        ("llava_next_video", "llama"),
        ("llava_onevision", "qwen2"),
        ("video_llava", "llama"),
        ("vipllava", "llama"),
        ("aya_vision", "cohere2"),
        ("cohere2_vision", "cohere2"),
        ("internvl", "qwen2"),
        ("internvl_chat", null),
        ("deepseek_vl", "llama"),
        ("deepseek_vl_hybrid", "llama"),
        ("deepseek_vl_v2", null),
        ("multi_modality", "llama"),
        ("janus", "llama"),
        ("fuyu", "persimmon"),
        ("idefics2", "mistral"),
        ("got_ocr2", "qwen2"),
        ("fast_vlm", "qwen2"),
        ("ovis2", "qwen2"),
        ("perception_lm", "llama"),
        ("video_llama_3", "qwen2"),
        ("qianfan_ocr", "qwen3"),
        ("lighton_ocr", "qwen3"),
        ("exaone4_5", "exaone4"),
        ("hunyuan_vl", "hunyuan_vl_text"),
        ("paddleocr_vl", "paddleocr_vl_text"),
        ("muse_glimmer", "muse_glimmer_text"),
        ("audioflamingo3", "qwen2"),
        ("musicflamingo", "qwen2"),
        ("qwen2_audio", "qwen2"),
        ("granite_speech", "granite"),
        ("paligemma", "gemma"),
        ("idefics3", "llama"),
        ("smolvlm", "llama"),
        ("voxtral", "llama"),
        ("kimi_vl", null),
        ("qwen2_vl", "qwen2_vl_text"),
        ("qwen2_5_vl", "qwen2_5_vl_text"),
        ("qwen2_5_omni", "qwen2_5_omni_text"),
        ("qwen2_5_omni_thinker", "qwen2_5_omni_text"),
        ("qwen3_vl", "qwen3_vl_text"),
        ("qwen3_vl_moe", "qwen3_vl_moe_text"),
        ("qwen3_omni_moe", "qwen3_omni_moe_text"),
        ("qwen3_omni_moe_thinker", "qwen3_omni_moe_text"),
        ("qwen3_5", "qwen3_5_text"),
        ("qwen3_5_moe", "qwen3_5_moe_text"),
        ("gemma3n", "gemma3n_text"),
        ("gemma4", "gemma4_text"),
        ("gemma4_unified", "gemma4_unified_text"),
        ("glm4v", "glm4v_text"),
        ("glm46v", "glm4v_text"),
        ("glm4v_moe", "glm4v_moe_text"),
        ("kimi_k25", "kimi_k2"),
        ("kimi_k3", "kimi_linear"),
        ("minimax_m3_vl", "minimax_m3_vl_text"),
        ("lfm2_vl", "lfm2"),
        ("step3_vl", "step3_text"),
        ("step3p7", "step3p5"),
    };

    // Where a decoder's config may be, the usual place first.
    private static readonly string[] Places = { "text_config", "llm_config", "language_config", "thinker_config.text_config" };

    private static readonly Dictionary<string, string?> ByType = Index();

    // Members of a wrapper with parameters outside the text decoder.
    private static readonly string[] OtherParts =
    {
        "vision_config", "audio_config", "projector_hidden_act", "multi_modal_projector_bias", "perceiver_config", "speech_config",
        "visual", "vision_tower", "mm_vision_tower", "mm_projector_type", "audio_tower", "audio_encoder", "vision_encoder", "img_processor",
        "embd_layer", "audio_processor", "sam_config", "talker_config", "token2wav_config", "code2wav_config", "gen_vision_config",
        "projector_config", "aligner_config", "encoder_config",
    };

    /// <summary>Their types.</summary>
    public static IEnumerable<string> Names
    {
        get
        {
            foreach ((string type, string? _) in Known) yield return type;
        }
    }

    /// <summary>Whether a model_type is such a wrapper, and the default type of its decoder.</summary>
    public static bool IsKnown(string type, out string? text) => ByType.TryGetValue(type, out text);

    /// <summary>The place of the decoder's config inside; "text_config" where there is none.</summary>
    public static string PlaceIn(JsonNode root)
    {
        foreach (string place in Places)
        {
            if (At(root, place).Kind == JsonKind.Object) return place;
        }

        return Places[0];
    }

    /// <summary>The node at a place.</summary>
    public static JsonNode At(JsonNode root, string place)
    {
        int dot = place.IndexOf('.');
        return dot < 0 ? root[place] : root[place.Substring(0, dot)][place.Substring(dot + 1)];
    }

    /// <summary>Whether a config of an unknown type has a decoder inside whose type is counted.</summary>
    public static bool HasCountedDecoder(JsonNode root) =>
        At(root, PlaceIn(root))["model_type"].AsString() is { } type && ModelFamilies.TryGet(type, out _);

    /// <summary>Whether the class reads its text_config as its own kind, whatever that states (MiniMax-M3's states the
    /// type of M2).</summary>
    public static bool IgnoresStatedType(string type) => type == "minimax_m3_vl";

    /// <summary>What the count of the decoder leaves out.</summary>
    public static void AddLeftOut(JsonNode root, List<string> leftOut)
    {
        AddParts(root, leftOut);
        leftOut.Add("the projector between the other modality and the text decoder");
    }

    /// <summary>Towers and projectors that a config describes, with their size where it is given.</summary>
    public static void AddParts(JsonNode root, List<string> leftOut)
    {
        foreach (string part in OtherParts)
        {
            JsonNode node = root[part];
            if (node.Kind is JsonKind.Missing or JsonKind.Null) continue;
            string? type = node["model_type"].AsString();
            leftOut.Add(part + (type is null ? "" : " (" + type + ")") + SizeOf(node));
        }
    }

    private static Dictionary<string, string?> Index()
    {
        var decoders = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach ((string type, string? text) in Known) decoders.Add(type, text);
        return decoders;
    }

    private static string SizeOf(JsonNode part)
    {
        long layers = First(part, "num_hidden_layers", "depth", "vt_num_hidden_layers", "num_layers", "conf_num_hidden_layers");
        long width = First(part, "hidden_size", "vt_hidden_size", "embed_dim", "width");
        return layers > 0 && width > 0
            ? string.Format(System.Globalization.CultureInfo.InvariantCulture, ": {0} layers of width {1}", layers, width)
            : "";
    }

    private static long First(JsonNode node, params string[] names)
    {
        foreach (string name in names)
        {
            if (node[name].TryGetInt64(out long value)) return value;
        }

        return 0;
    }
}
