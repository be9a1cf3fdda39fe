using System;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Evaluation;

/// <summary>A run of a model that a Hugging Face JSON file describes.</summary>
internal sealed record JsonRun(ScalingConfigItem Item, HuggingFaceConfig Config, ResolvedRun Run);

/// <summary>From a JSON file and what the project says of it to runs; facts of the model stand at their fields, those of the run in the project file.</summary>
internal static class JsonRuns
{
    /// <summary>The run of one item.</summary>
    public static JsonRun Of(string path, HuggingFaceConfig config, ScalingConfigItem item, string name, RunOptions options)
    {
        var facts = new FactSheet();
        foreach (var (metadata, role) in ScalingConfigItem.Metadata)
        {
            if (item[metadata] is { } text) Add(facts, role, metadata, text);
        }

        bool isTraining = facts.All.Any(f => f.Role is not (ConfigRole.Parameters or ConfigRole.ActiveParameters));
        foreach (var field in config.Fields.Where(f => f.Role != ConfigRole.None)) facts.Add(FactOf(path, field));
        facts.HasModel = config.Declared is not null;
        facts.Family = config.Declared is null ? null : config.ModelType;
        facts.Shape = ShapeOf(config);
        return new JsonRun(item, config, RunReader.Resolve(name, facts, null, options, isTraining));
    }

    /// <summary>Where a stretch of a file is.</summary>
    public static Location LocationOf(string path, TextPosition position)
    {
        var start = new LinePosition(position.Line - 1, position.Column - 1);
        return Location.Create(path, new TextSpan(position.Start, position.Length), new LinePositionSpan(start, new LinePosition(start.Line, start.Character + position.Length)));
    }

    private static FamilyShape? ShapeOf(HuggingFaceConfig config)
    {
        if (config.Declared is not { } declared) return null;
        if (config.Shape is { } shape) return new FamilyShape(shape, shape, ConfigRole.None, null);

        // The config's problem names the field before the shape's own sentence.
        var impossible = declared.Validate();
        return impossible is not null && config.Problem!.Message.EndsWith(": " + impossible.Message, StringComparison.Ordinal)
            ? new FamilyShape(null, declared, impossible.Role, impossible.Message)
            : new FamilyShape(null, declared, ConfigRole.None, config.Problem!.Message);
    }

    private static Fact FactOf(string path, ConfigField field)
    {
        var location = LocationOf(path, field.ValuePosition);
        object? content = field.Text switch
        {
            "true" => true,
            "false" => false,
            _ when long.TryParse(field.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) => whole,
            _ when double.TryParse(field.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double real) => real,
            _ => null,
        };
        Value value = content is null ? Value.Unset("no number stands there") : new ScalarValue(content, content is long ? new EditableLiteral(location) : null);
        return new Fact(field.Role, field.Name, value, 1, null) { InFile = location };
    }

    private static void Add(FactSheet facts, ConfigRole role, string name, string text)
    {
        var (content, problem) = Read(role, text);
        facts.Add(new Fact(role, name, new ScalarValue(content), 1, null));
        if (problem is not null) facts.Refuse(role, problem);
    }

    private static (object Content, string? Problem) Read(ConfigRole role, string text)
    {
        switch (role)
        {
            case ConfigRole.Law or ConfigRole.Accelerator or ConfigRole.Optimizer or ConfigRole.Justification:
                return (text, null);
            case ConfigRole.Intent or ConfigRole.Stage or ConfigRole.Precision:
                return Choices.Read(role, text) is { } choice ? (choice, null) : (text, "is none of " + Choices.Names(role));
        }

        if (Quantity.TryParseNumber(text, out decimal number)) return (number == decimal.Truncate(number) && Math.Abs(number) <= long.MaxValue ? (long)number : (double)number, null);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double real) ? (real, null) : (text, "is no number; write it as 0.4, 15T or 1.5e13");
    }
}
