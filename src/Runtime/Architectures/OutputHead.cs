using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Architectures;

/// <summary>The head that a config's architectures name: a language model's, a classifier's, none; or a model that is
/// not its family's.</summary>
/// <remarks>huggingface/transformers, modeling_layers.py, class GenericForSequenceClassification: a matrix of hidden
/// size by labels, without bias.</remarks>
internal static class OutputHead
{
    public static TransformerShape Of(TransformerShape shape, FieldSource fields, JsonNode config, string family, FieldSource? outer,
        bool mayBeDraft = true)
    {
        if (mayBeDraft && config["draft_vocab_size"] is { IsMissing: false })
        {
            fields.Refuse("draft_vocab_size", "belongs to a draft model, which reads the states of another one and is not counted.");
            return shape;
        }

        JsonNode root = outer is null ? config : outer.Json;
        JsonNode architectures = root["architectures"];
        if (architectures.Count == 0) return shape;
        FieldSource source = outer ?? fields;
        foreach (JsonNode node in architectures.Children)
        {
            if (node.AsString() is not { } name) continue;
            var head = ArchitectureName.Of(name, family, isWrapped: outer is not null);
            switch (head)
            {
                case ArchitectureKind.Classifier:
                    return shape with { HeadOutputs = Labels(config, fields), Biases = shape.Biases & ~Biases.Head };
                case ArchitectureKind.Bare: return shape with { HeadOutputs = 0, Biases = shape.Biases & ~Biases.Head };
                case ArchitectureKind.Draft:
                    source.Refuse("architectures", ConfigRole.None, node,
                        "names " + name + ", a draft model, which reads the states of another one and is not counted.");
                    break;
                case ArchitectureKind.Other:
                    source.Refuse("architectures", ConfigRole.None, node,
                        "names " + name + ", whose parts besides the decoder are not counted.");
                    break;
                case ArchitectureKind.OtherFamily:
                    source.Refuse("architectures", ConfigRole.None, node,
                        "names " + name + ", which is not of model_type '" + family + "'.");
                    break;
            }
        }

        return shape;
    }

    // Two where the config has no number.
    private static int Labels(JsonNode config, FieldSource fields)
    {
        JsonNode labels = config["id2label"];
        if (labels.Kind == JsonKind.Object) return labels.Count;
        JsonNode number = config["num_labels"];
        if (number.IsMissing) number = config["numlabels"];
        return number.TryGetInt64(out long count) && count is > 0 and <= int.MaxValue ? (int)count
            : fields.IsMembers ? fields.Refuse("num_labels", ConfigRole.None, default, "is not declared, and the model is a classifier.")
            : 2;
    }
}
