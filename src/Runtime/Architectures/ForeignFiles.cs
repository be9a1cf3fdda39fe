using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Architectures;

/// <summary>Files that stand beside a config.json and are none: told for what they are.</summary>
internal static class ForeignFiles
{
    // A field that only such a file has, and what the file is.
    private static readonly (string Field, string What)[] Known =
    {
        ("added_tokens_decoder", "a tokenizer's config"),
        ("tokenizer_class", "a tokenizer's config"),
        ("model_max_length", "a tokenizer's config"),
        ("added_tokens", "a tokenizer"),
        ("weight_map", "the index of a checkpoint's files"),
        ("log_history", "the state of a finished training"),
        ("zero_optimization", "a DeepSpeed config"),
        ("train_micro_batch_size_per_gpu", "a DeepSpeed config"),
        ("image_processor_type", "a preprocessor's config"),
        ("feature_extractor_type", "a preprocessor's config"),
        ("per_device_train_batch_size", "a trainer's arguments"),
        ("gradient_accumulation_steps", "a trainer's arguments"),
        ("learning_rate", "a trainer's arguments"),
        ("_from_model_config", "a generation config"),
        ("do_sample", "a generation config"),
        ("max_new_tokens", "a generation config"),
        ("temperature", "a generation config"),
        ("eos_token_id", "a generation config"),
    };

    /// <summary>The field that shows it and what the file is; null where nothing does.</summary>
    public static (JsonNode Field, string Name, string What)? Of(JsonNode root)
    {
        if (!root["hidden_size"].IsMissing || !root["num_hidden_layers"].IsMissing || !root["n_embd"].IsMissing) return null;
        foreach ((string field, string what) in Known)
        {
            JsonNode node = root[field];
            if (!node.IsMissing) return (node, field, what);
        }

        return null;
    }
}
