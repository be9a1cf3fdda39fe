using System;
using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>Public model types that this library cannot count, each with the unsupported part.</summary>
internal static class UncountedTypes
{
    public static Dictionary<string, string> Reasons()
    {
        var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
        OtherKinds(reasons);
        Decoders(reasons);
        return reasons;
    }

    private static void OtherKinds(Dictionary<string, string> reasons)
    {
        Add(reasons, "it is an encoder-decoder",
            "t5 mt5 umt5 bart mbart pegasus pegasus_x marian whisper longt5 led m2m_100 blenderbot blenderbot-small t5gemma t5gemma2 "
            + "bigbird_pegasus prophetnet mvp plbart nllb-moe fsmt switch_transformers encoder-decoder vision-encoder-decoder "
            + "speech-encoder-decoder speech_to_text speecht5 seamless_m4t seamless_m4t_v2 moonshine florence2 udop pix2struct dia "
            + "pop2piano cohere_asr");
        Add(reasons, "it is an encoder, not a decoder language model",
            "bert roberta albert electra deberta deberta-v2 distilbert xlm-roberta xlm-roberta-xl modernbert camembert xlm flaubert mpnet "
            + "mobilebert squeezebert ernie funnel longformer big_bird roformer rembert roberta-prelayernorm nomic_bert eurobert "
            + "jina_embeddings_v3 layoutlm layoutlmv2 layoutlmv3 megatron-bert canine esm luke splinter tapas fnet yoso nystromformer "
            + "ibert xmod roc_bert mra convbert bros lilt markuplm data2vec-text openai_privacy_filter");
        Add(reasons, "it is a vision or audio model",
            "clip clip_vision_model clip_text_model siglip siglip_vision_model siglip2 siglip2_vision_model vit vit_mae deit beit "
            + "dinov2 dinov3_vit swin swinv2 convnext sam sam2 sam3 detr wav2vec2 wav2vec2-bert wavlm hubert encodec dac mimi clap "
            + "videomae vjepa2 timm_wrapper pixtral");
        Add(reasons, "it writes codes of sounds beside text",
            "csm moshi musicgen musicgen_decoder bark higgs_audio_v2 kyutai_speech_to_text");
        Add(reasons, "it drafts tokens for another model, whose states it reads",
            "gemma4_assistant gemma4_unified_assistant muse_glimmer_assistant");
    }

    private static void Decoders(Dictionary<string, string> reasons)
    {
        Add(reasons, "its text decoder has cross-attention layers", "mllama mllama_text_model idefics evolla");
        Add(reasons, "its recurrent layers are not known here",
            "rwkv5 rwkv6 rwkv7 xlstm plamo2 plamo3 bailing_moe_linear bailing_hybrid minicpm_sala");
        Add(reasons, "its blocks differ from layer to layer in ways that its config does not describe", "nemotron-nas deci openelm");
        Add(reasons, "its blocks, norms and positions are set by a program beside the checkpoint", "mosaic_gpt");
        Add(reasons, "it completes text in both directions by steps, and does not write it token by token",
            "Dream llada llada2_moe sdar diffusion_gemma diffusion_gemma_text");
        Add(reasons, "a token passes its layers more than once", "ouro iquestloopcoder hrm_text");
        Add(reasons, "its attention heads are experts", "jetmoe");
        Add(reasons, "its attention is the difference of two softmaxes", "diffllama");
        Add(reasons, "its attention learns which tokens it sees, and its feed-forward has an expert a neuron", "doge");
        Add(reasons, "its norms have gates, and its queries are projected from two latents", "axk2");
        Add(reasons, "it has experts of their own for images", "ernie4_5_vl_moe ernie4_5_moe_vl ernie4_5_vl_moe_text");
        Add(reasons, "it reads bytes through an encoder of patches", "blt");
        Add(reasons, "its config does not state the type of the decoder inside", "minicpmv minicpmo");
        Add(reasons, "its blocks have parts that are not known here", "zaya inkling_mm_model inkling_text cpmant reformer xlnet");
    }

    private static void Add(Dictionary<string, string> reasons, string reason, string types)
    {
        foreach (string type in types.Split(' ')) reasons.Add(type, reason);
    }
}
