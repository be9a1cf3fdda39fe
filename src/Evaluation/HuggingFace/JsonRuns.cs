using System;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Configuration;

namespace ScalingAnalyzers.Evaluation;

/// <summary>A run of a model that a Hugging Face JSON file describes.</summary>
internal sealed record JsonRun(ScalingConfigItem Item, HuggingFaceConfig Config, SourceRun Source);

/// <summary>
/// From a JSON file and the project's item of it to runs: values of the model are placed at their fields, those of the
/// run are in the project file.
/// </summary>
internal static class JsonRuns
{
    /// <summary>The run of one item.</summary>
    public static JsonRun Of(string path, HuggingFaceConfig config, ScalingConfigItem item, string name, RunOptions options)
    {
        var values = new ConfigValues();
        var places = new PlaceTable();
        AddDeclared(values, item);
        bool isTraining = values.All.Any(value => value.Role is not (ConfigRole.Parameters or ConfigRole.ActiveParameters));
        foreach (var field in config.Fields.Where(f => f.Role != ConfigRole.None)) values.Add(ValueOf(path, field, places));
        values.HasModel = config.Declared is not null;
        values.Family = config.Declared is null ? null : config.ModelType;
        values.Shape = ShapeOf(config);
        return new JsonRun(item, config, new SourceRun(ConfigRun.Of(name, CheckedConfig.Of(values), options.Checks, isTraining), places));
    }

    /// <summary>Adds what the item in the project file declares.</summary>
    public static void AddDeclared(ConfigValues values, ScalingConfigItem item)
    {
        foreach (var (field, role, scale) in item.Roles)
        {
            if (!UnsetValues.IsUnset(role, field.Value)) Add(values, role, field.Name, field.Value, scale);
        }
    }

    /// <summary>Where a stretch of a file is.</summary>
    public static Location LocationOf(string path, TextPosition position)
    {
        var start = new LinePosition(position.Line - 1, position.Column - 1);
        return Location.Create(path, new TextSpan(position.Start, position.Length),
            new LinePositionSpan(start, new LinePosition(start.Line, start.Character + position.Length)));
    }

    private static FamilyShape? ShapeOf(HuggingFaceConfig config)
    {
        if (config.Declared is not { } declared) return null;
        if (config.Impossible is { } impossible) return FamilyShape.OfImpossible(declared, impossible);
        return config.Problem is { } problem
            ? FamilyShape.Refused(declared, ConfigRole.None, problem.Message)
            : FamilyShape.Of(declared);
    }

    private static ConfigValue ValueOf(string path, ConfigField field, PlaceTable places)
    {
        object? content = field.Text switch
        {
            "true" => true,
            "false" => false,
            _ when long.TryParse(field.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) => whole,
            _ when double.TryParse(field.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double real) => real,
            _ => null,
        };
        int source = places.Add(ValuePlace.OfFile(LocationOf(path, field.ValuePosition), isEditable: content is long));
        return content is null
            ? new ConfigValue(field.Role, field.Name, new UnknownReason(UnknownKind.Unset, field.Name), 1, source)
            : new ConfigValue(field.Role, field.Name, content, 1, source);
    }

    private static void Add(ConfigValues values, ConfigRole role, string name, string text, double scale)
    {
        var (content, refusal) = Read(role, text);
        var value = new ConfigValue(role, name, content, scale, ConfigValue.NoSource);
        if (refusal is null) values.AddEqual(value);
        else values.AddRefused(value, refusal);
    }

    private static (object Content, string? Refusal) Read(ConfigRole role, string text)
    {
        switch (RoleTable.Get(role).Kind)
        {
            case RoleKind.Text:
                return (text, null);
            case RoleKind.Choice:
                return Choices.Read(role, text) is { } choice
                    ? (choice, null)
                    : (text, "is not recognised; expected " + Choices.Names(role));
        }

        if (Quantity.TryParseNumber(text, out decimal number))
        {
            return (number == decimal.Truncate(number) && Math.Abs(number) <= long.MaxValue ? (long)number : (double)number, null);
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double real)
            ? (real, null)
            : (text, "is not a number; write it as 0.4, 15T or 1.5e13");
    }
}
