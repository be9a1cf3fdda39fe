using System;
using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>Public model types that this library knows it cannot count, and which part of them it is.</summary>
internal static class UncountedTypes
{
    public static Dictionary<string, string> Reasons()
    {
        var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
        Add("it is an encoder-decoder", "t5", "mt5", "umt5", "bart", "mbart", "pegasus", "marian", "whisper", "longt5", "led", "m2m_100", "blenderbot", "t5gemma");
        Add("it is an encoder, not a decoder language model", "bert", "roberta", "albert", "electra", "deberta", "deberta-v2", "distilbert", "xlm-roberta", "modernbert");
        Add("it is a vision or audio model", "clip", "clip_vision_model", "clip_text_model", "siglip", "siglip_vision_model", "vit", "dinov2", "wav2vec2", "hubert");
        Add("its text decoder has cross-attention layers", "mllama", "mllama_text_model");
        Add("it has state-space layers", "mamba", "mamba2", "falcon_mamba", "jamba", "bamba", "zamba", "zamba2", "nemotron_h", "granitemoehybrid", "falcon_h1");
        Add("it has linear-attention or recurrent layers", "rwkv", "recurrent_gemma", "qwen3_next", "qwen3_5", "qwen3_5_moe", "minimax", "lfm2", "kimi_linear", "xlstm");
        Add("its blocks differ from layer to layer", "nemotron-nas", "deci", "openelm", "gemma3n", "gemma3n_text", "gemma4", "gemma4_text");
        Add("its attention is sparse, with an indexer", "deepseek_v32", "glm_moe_dsa", "deepseek_v4");
        return reasons;

        void Add(string reason, params string[] types)
        {
            foreach (string type in types) reasons.Add(type, reason);
        }
    }
}
