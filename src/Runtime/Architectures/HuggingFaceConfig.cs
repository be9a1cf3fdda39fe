using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Architectures;

/// <summary>
/// A Hugging Face config.json: the shape of the model that it describes, or the field that prevents it. Bad content
/// never throws.
/// </summary>
/// <remarks>
/// An absent field has the default of the configuration class of its model_type, as if the library had loaded it. The
/// count covers the trained model: no rotary buffers, no quantisation scales, no multi-token prediction modules.
/// </remarks>
public sealed class HuggingFaceConfig
{
    private readonly IReadOnlyList<FieldReading> _readings;
    private IReadOnlyList<ConfigField>? _fields;

    private HuggingFaceConfig(IReadOnlyList<FieldReading> readings) => _readings = readings;

    /// <summary>The model_type of the decoder that is counted; null where none was found.</summary>
    public string? ModelType { get; private init; }

    /// <summary>The model's family; null where it cannot be counted.</summary>
    public ModelFamily? Family { get; private init; }

    /// <summary>The shape; null where <see cref="Problem"/> is set.</summary>
    public TransformerShape? Shape { get; private init; }

    /// <summary>
    /// The shape as declared even where it is impossible (heads that do not divide), for the rules about it; null where
    /// nothing could be read.
    /// </summary>
    public TransformerShape? Declared { get; private init; }

    /// <summary>Why the declared shape is impossible; null where something else stops it, or nothing does.</summary>
    internal ShapeProblem? Impossible { get; private init; }

    /// <summary>The problem that prevents the shape; null where there is none.</summary>
    public ConfigProblem? Problem { get; private init; }

    /// <summary>What the config describes besides the text decoder and the count leaves out: a vision tower, prediction
    /// modules.</summary>
    public IReadOnlyList<string> LeftOut { get; private init; } = Array.Empty<string>();

    /// <summary>Sizes that the file does not state and that the configuration class of its model_type supplies, where
    /// it states others; as "vocab_size = 32000".</summary>
    internal IReadOnlyList<string> Supplied { get; private init; } = Array.Empty<string>();

    /// <summary>Every field that was read and is there, in the order of reading, each once.</summary>
    public IReadOnlyList<ConfigField> Fields => _fields ??= ReadFields();

    /// <summary>Reads a config.</summary>
    /// <param name="json">The text of config.json; comments and trailing commas are read over.</param>
    /// <returns>The config: read <see cref="Shape"/>, and <see cref="Problem"/> where it is null.</returns>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static HuggingFaceConfig Parse(string json)
    {
        JsonTree tree = JsonTree.Read(json ?? throw new ArgumentNullException(nameof(json)));
        if (tree.Error is { } error) return Stopped("", error.Message, error.Position);
        JsonNode root = tree.Root;
        if (root.Kind != JsonKind.Object) return Stopped("", "A model config is a JSON object.", root.Position);
        JsonNode type = root["model_type"];
        if (type.IsMissing) return WithoutType(root);
        if (type.AsString() is not { } name) return Stopped("model_type", "model_type must be a string.", type.Position);
        FieldGlance glance = FieldGlance.At(root);
        if (Refused(root, name, glance) is { } refused) return refused;
        if (ModelFamilies.TryGet(name, out ModelFamily? family))
            return Read(new FieldSource(root), root, name, type, new List<string>(), glance, family: family);
        bool isKnown = Wrappers.IsKnown(name, out string? inner);
        return isKnown || (!ModelFamilies.NotCounted.ContainsKey(name) && Wrappers.HasCountedDecoder(root))
            ? Inside(root, name, inner)
            : Read(new FieldSource(root), root, name, type, new List<string>(), glance);
    }

    /// <summary>The field that a role was read from, if the config has one; else the family's default
    /// applies.</summary>
    /// <param name="role">The role.</param>
    /// <param name="field">The field found.</param>
    /// <returns>Whether the config has it.</returns>
    public bool TryGetField(ConfigRole role, [NotNullWhen(true)] out ConfigField? field)
    {
        field = role == ConfigRole.None ? null : Fields.FirstOrDefault(known => known.Role == role);
        return field is not null;
    }

    // Meta's params.json and Megatron's flags have names that no Hugging Face config has; an adapter names its base
    // model.
    private static HuggingFaceConfig WithoutType(JsonNode root)
    {
        JsonNode adapter = root["peft_type"];
        if (!adapter.IsMissing)
        {
            string of = root["base_model_name_or_path"].AsString() is { Length: > 0 } name ? " for " + name : "";
            return Stopped("peft_type", "peft_type marks the config of an adapter" + of
                + ", not of a model; the model's own config.json is counted.", adapter.Position);
        }

        if (ForeignFiles.Of(root) is { } foreign)
            return Stopped(foreign.Name, foreign.Name + " shows that this is " + foreign.What
                + ", not the config of a model; the model's own config.json is counted.", foreign.Field.Position);
        if (NamedFamilies.Of(root) is { } named)
            return Read(new FieldSource(root), root, named, root, new List<string>(), FieldGlance.At(root));
        return Stopped("model_type", "model_type is missing: the structure of a model does not follow from its dimensions alone.",
            new TextPosition(root.Position.Start, 1, root.Position.Line, root.Position.Column));
    }

    private static HuggingFaceConfig Inside(JsonNode root, string name, string? inner)
    {
        string place = Wrappers.PlaceIn(root);
        JsonNode text = Wrappers.At(root, place);
        if (text.Kind != JsonKind.Object)
        {
            // Older configs of Qwen's vision models have the decoder's fields outside.
            if (text.IsMissing && inner is not null && !root["hidden_size"].IsMissing)
            {
                var beside = new List<string>();
                Wrappers.AddLeftOut(root, beside);
                return Read(new FieldSource(root), root, inner, root["model_type"], beside, FieldGlance.At(root));
            }

            return Stopped("text_config", "text_config is missing: a " + name + " config holds its text decoder there.",
                text.IsMissing ? root["model_type"].Position : text.Position, name);
        }

        var outer = new FieldSource(root);
        FieldSource fields = outer;
        foreach (string part in place.Split('.')) fields = fields.Inside(part);
        JsonNode type = text["model_type"];
        string? decoder = type.AsString() is { Length: > 0 } stated && !Wrappers.IgnoresStatedType(name) ? stated : inner;
        if (decoder is null) return Stopped(place + ".model_type", place + ".model_type is missing.", text.Position, name);
        FieldGlance glance = FieldGlance.At(text);
        if (Refused(text, decoder, glance) is { } refused) return refused;
        var leftOut = new List<string>();
        Wrappers.AddLeftOut(root, leftOut);
        HuggingFaceConfig config = Read(fields, text, decoder, type.IsMissing ? root["model_type"] : type, leftOut, glance, outer);

        // The wrapper's tying applies where its text config has none.
        JsonNode tied = root["tie_word_embeddings"];
        bool isUndeclared = text["tie_word_embeddings"].IsMissing && tied.TryGetBoolean(out _);
        if (!isUndeclared || config.Shape is null) return config;
        TransformerShape shape = config.Shape with { TiedEmbeddings = tied.Kind == JsonKind.True };
        return new HuggingFaceConfig(
            config._readings)
        {
            ModelType = decoder,
            Family = config.Family,
            Shape = shape,
            Declared = shape,
            LeftOut = leftOut,
            Supplied = config.Supplied,
        };
    }

    private static HuggingFaceConfig Read(
        FieldSource fields, JsonNode node, string name, JsonNode type, List<string> leftOut, in FieldGlance glance,
        FieldSource? outer = null, ModelFamily? family = null)
    {
        FieldSource problems = outer ?? fields;
        if (family is null && !ModelFamilies.TryGet(name, out family))
        {
            string path = outer is null ? "model_type" : fields.PathOf("model_type");
            return Stopped(path, path + " " + ModelFamilies.WhyNot(name), type.Position, name);
        }

        TransformerShape shape = OutputHead.Of(
            NoExperts.Dense(family.Read(fields), fields), fields, node, name, outer, mayBeDraft: glance.MayHaveRare);
        if (glance.MayHaveRare)
        {
            if (outer is null && leftOut.Count == 0) Wrappers.AddParts(node, leftOut);
            AddModules(node, leftOut);
        }

        FieldNames.CheckAbsent(fields, node, glance.NearSizes);
        UnreadFields.Check(fields, glance.OfStructure, shape);
        ConfigProblem? problem = problems.Problem is { } message ? ProblemAt(problems.ProblemField, message) : null;
        ShapeProblem? impossible = problem is null ? shape.Validate() : null;
        if (impossible is not null)
        {
            FieldReading reading = problems.ReadingOf(impossible.Role);
            bool known = reading.Name is not null;
            string field = known ? reading.Path : impossible.Dimension;
            problem = new ConfigProblem(field, field + ": " + impossible.Message, known ? reading.Node.Position : type.Position);
        }

        return new HuggingFaceConfig(problems.Readings)
        {
            ModelType = name,
            Family = family,
            Shape = problem is null ? shape : null,
            Impossible = impossible,
            Declared = shape,
            Problem = problem,
            LeftOut = leftOut,
            Supplied = problem is null ? SuppliedBy(problems) : Array.Empty<string>(),
        };
    }

    // A file that states no size at all is its class's own model.
    private static IReadOnlyList<string> SuppliedBy(FieldSource fields)
    {
        if (fields.Defaults.Count == 0) return Array.Empty<string>();
        bool statesOthers = false;
        foreach (FieldReading reading in fields.Readings)
            statesOthers |= !reading.Node.IsMissing && reading.Role is ConfigRole.Layers or ConfigRole.HiddenSize;
        if (!statesOthers) return Array.Empty<string>();
        var supplied = new List<string>();
        foreach ((ConfigRole _, string name, int value) in fields.Defaults)
        {
            string text = name + " = " + value.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (!supplied.Contains(text)) supplied.Add(text);
        }

        return supplied;
    }

    // Fields that any configuration class may have and that no family's mapping counts.
    private static HuggingFaceConfig? Refused(JsonNode node, string name, in FieldGlance glance)
    {
        if (!glance.MayHaveRare) return null;
        JsonNode both = node["is_encoder_decoder"];
        if (both.Kind == JsonKind.True)
            return Stopped("is_encoder_decoder", "is_encoder_decoder is true: encoder-decoders are not counted.", both.Position, name);
        JsonNode cross = node["add_cross_attention"];
        if (cross.Kind == JsonKind.True)
            return Stopped("add_cross_attention", "add_cross_attention is true: cross-attention is not counted.", cross.Position, name);
        JsonNode pruned = node["pruned_heads"];
        if (pruned.Count > 0)
            return Stopped("pruned_heads", "pruned_heads is not empty: layers of different width are not counted.", pruned.Position, name);
        JsonNode blocks = node["block_configs"];
        return blocks.Count > 0
            ? Stopped("block_configs", "block_configs gives each layer its own shape, which is not counted.", blocks.Position, name)
            : null;
    }

    private static void AddModules(JsonNode node, List<string> leftOut)
    {
        foreach (string name in PredictionModules)
        {
            if (node[name].TryGetInt64(out long modules) && modules > 0) leftOut.Add(name + ": multi-token prediction modules");
        }

        if (node["quantization_config"].Kind == JsonKind.Object) leftOut.Add("quantization_config: the scales of quantised weights");
    }

    private static string[] PredictionModules { get; } =
        { "num_nextn_predict_layers", "num_mtp_modules", "num_mtp_layers", "mtp_num_hidden_layers" };

    private static ConfigProblem ProblemAt(FieldReading field, string message) => new(field.Path, message, field.Node.Position)
    {
        Meant = FieldNames.Meant(field.Name),
    };

    private static HuggingFaceConfig Stopped(string field, string message, TextPosition position, string? name = null) =>
        new(Array.Empty<FieldReading>()) { ModelType = name, Problem = new ConfigProblem(field, message, position) };

    private IReadOnlyList<ConfigField> ReadFields()
    {
        var list = new List<ConfigField>(_readings.Count);
        var seen = new Dictionary<int, int>();
        foreach (FieldReading reading in _readings)
        {
            TextPosition value = reading.Node.Position;
            if (reading.Node.IsMissing) continue;
            var field = new ConfigField(reading.Path, reading.Role, reading.Node.Text, reading.Node.NamePosition, value);
            if (!seen.TryGetValue(value.Start, out int index))
            {
                seen.Add(value.Start, list.Count);
                list.Add(field);
            }
            else if (list[index].Role == ConfigRole.None)
            {
                // Read here as a flag, before its role is read.
                list[index] = field;
            }
        }

        return list;
    }
}
