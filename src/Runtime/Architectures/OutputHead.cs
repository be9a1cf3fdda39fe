using System;
using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Architectures;

/// <summary>The head that a config's architectures declare: a language model's, a classifier's, none; or a model that
/// reads another one's states.</summary>
/// <remarks>huggingface/transformers, modeling_layers.py, class GenericForSequenceClassification: a matrix of hidden
/// size by labels, without bias.</remarks>
internal static class OutputHead
{
    public static TransformerShape Of(TransformerShape shape, FieldSource fields, JsonNode architectures, JsonNode config)
    {
        if (config["draft_vocab_size"] is { IsMissing: false })
        {
            fields.Refuse("draft_vocab_size", "belongs to a draft model, which reads the states of another one and is not counted.");
            return shape;
        }

        foreach (JsonNode node in architectures.Children)
        {
            if (node.AsString() is not { } name || name.EndsWith("ForCausalLM", StringComparison.Ordinal)) continue;
            if (name.EndsWith("ForSequenceClassification", StringComparison.Ordinal))
                return shape with { HeadOutputs = Labels(config), Biases = shape.Biases & ~Biases.Head };
            if (IsBare(name)) return shape with { HeadOutputs = 0, Biases = shape.Biases & ~Biases.Head };
            foreach (string unknown in NotCounted)
            {
                if (name.IndexOf(unknown, StringComparison.Ordinal) >= 0)
                    fields.Refuse("architectures", ConfigRole.None, node,
                        "names " + name + ", whose parts besides the decoder are not counted.");
            }
        }

        return shape;
    }

    private static string[] NotCounted { get; } =
        { "Eagle", "Medusa", "ForTokenClassification", "ForQuestionAnswering", "ForRewardModel", "RewardModel" };

    // The library's bare decoders; programs beside a checkpoint use such names for whole models.
    private static bool IsBare(string name) => name is "LlamaModel" or "MistralModel" or "Qwen2Model" or "Qwen3Model" or "Gemma2Model"
        or "Gemma3TextModel" or "GPT2Model" or "GPTNeoXModel"
        or "MixtralModel" or "Qwen2MoeModel" or "Qwen3MoeModel" or "GemmaModel" or "PhiModel" or "Phi3Model" or "CohereModel" or "OPTModel"
            or "BloomModel" or "FalconModel";

    // Two where the config has no number.
    private static int Labels(JsonNode config)
    {
        JsonNode labels = config["id2label"];
        if (labels.Kind == JsonKind.Object) return labels.Count;
        return config["num_labels"].TryGetInt64(out long count) && count is > 0 and <= int.MaxValue ? (int)count : 2;
    }
}
