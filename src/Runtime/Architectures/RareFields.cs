using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Architectures;

/// <summary>Fields that few configs have and every config is asked for: one pass over the names settles it for
/// most.</summary>
internal static class RareFields
{
    private const int Lengths = 64;

    private static readonly bool[] Possible = Table(
        "is_encoder_decoder", "add_cross_attention", "pruned_heads", "block_configs", "draft_vocab_size", "quantization_config",
        "num_nextn_predict_layers",
        "num_mtp_modules", "num_mtp_layers", "mtp_num_hidden_layers", "vision_config", "audio_config", "projector_hidden_act",
        "multi_modal_projector_bias",
        "perceiver_config", "speech_config", "visual", "vision_tower", "mm_vision_tower", "mm_projector_type", "audio_tower",
        "audio_encoder", "vision_encoder", "img_processor", "embd_layer", "audio_processor", "sam_config");

    /// <summary>Whether a field may be one of them, by the length and the first letter of its name.</summary>
    public static bool MayBeIn(JsonNode config)
    {
        foreach (JsonNode field in config.Children)
        {
            if (Possible[Slot(field.NameLength, field.NameFirst)]) return true;
        }

        return false;
    }

    private static bool[] Table(params string[] names)
    {
        var table = new bool[Lengths * 128];
        foreach (string name in names) table[Slot(name.Length, name[0])] = true;

        // An escaped name may be any.
        for (int length = 0; length < Lengths; length++) table[Slot(length, '\\')] = true;
        return table;
    }

    private static int Slot(int length, char first) => (System.Math.Min(length, Lengths - 1) * 128) + (first & 127);
}
