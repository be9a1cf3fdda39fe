using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Architectures;

/// <summary>Fields that few configs have and every config would be asked for.</summary>
internal static class RareFields
{
    private static readonly NameFilter Names = new(
        new[]
        {
            "is_encoder_decoder", "add_cross_attention", "pruned_heads", "block_configs", "draft_vocab_size", "quantization_config",
            "num_nextn_predict_layers", "num_mtp_modules", "num_mtp_layers", "mtp_num_hidden_layers", "vision_config", "audio_config",
            "projector_hidden_act", "multi_modal_projector_bias", "perceiver_config", "speech_config", "visual", "vision_tower",
            "mm_vision_tower", "mm_projector_type", "audio_tower", "audio_encoder", "vision_encoder", "img_processor", "embd_layer",
            "audio_processor", "sam_config",
        },
        lengthsApart: 0);

    /// <summary>Whether a field may be one of them.</summary>
    public static bool MayBe(JsonNode field) => Names.Of(field) != 0;
}
