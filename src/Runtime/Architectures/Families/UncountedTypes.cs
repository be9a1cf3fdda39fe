using System;
using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>Public model types that this library cannot count, each with the unsupported part.</summary>
internal static class UncountedTypes
{
    public static Dictionary<string, string> Reasons()
    {
        var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
        Add("it is an encoder-decoder", "t5", "mt5", "umt5", "bart", "mbart", "pegasus", "marian", "whisper", "longt5", "led", "m2m_100",
            "blenderbot", "t5gemma");
        Add("it is an encoder, not a decoder language model", "bert", "roberta", "albert", "electra", "deberta", "deberta-v2", "distilbert",
            "xlm-roberta", "modernbert");
        Add("it is a vision or audio model", "clip", "clip_vision_model", "clip_text_model", "siglip", "siglip_vision_model", "vit",
            "dinov2", "wav2vec2", "hubert");
        Add("its text decoder has cross-attention layers", "mllama", "mllama_text_model");
        Add("its recurrent layers are not known here", "rwkv5", "rwkv6", "rwkv7", "xlstm", "plamo2",
            "bailing_moe_linear", "bailing_hybrid");
        Add("its blocks differ from layer to layer in ways that its config does not describe", "nemotron-nas", "deci", "openelm");
        Add("its attention is sparse over blocks or compressed tokens", "deepseek_v4", "minimax_m3", "minimax_m3_vl", "minimax_m3_text");
        Add("its blocks, norms and positions are set by a program beside the checkpoint", "mosaic_gpt");
        return reasons;

        void Add(string reason, params string[] types)
        {
            foreach (string type in types) reasons.Add(type, reason);
        }
    }
}
