using System.Collections.Generic;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Tool.Output;

/// <summary>The machine form of results: docs/cli-schema.json.</summary>
internal static class JsonForm
{
    /// <summary>The version of the schema; it rises when a field changes its meaning or goes.</summary>
    public const int SchemaVersion = 1;

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document of a command.</summary>
    public static JsonObject Document(string command) => new() { ["schemaVersion"] = SchemaVersion, ["command"] = command };

    /// <summary>A number; null where it is unknown or has no digits.</summary>
    public static JsonNode? Number(double? value) => value is { } number && double.IsFinite(number) ? JsonValue.Create(number) : null;

    /// <summary>A whole number.</summary>
    public static JsonNode? Number(long? value) => value is { } number ? JsonValue.Create(number) : null;

    /// <summary>Both ends of an interval.</summary>
    public static JsonNode? Range(Interval? interval) =>
        interval is { } known ? new JsonObject { ["low"] = Number(known.Low), ["high"] = Number(known.High) } : null;

    /// <summary>A list.</summary>
    public static JsonArray List(IEnumerable<JsonNode?> items) => new(items.ToArray());

    /// <summary>A list of texts.</summary>
    public static JsonArray Texts(IEnumerable<string> items) => List(items.Select(item => (JsonNode?)JsonValue.Create(item)));

    /// <summary>Writes the document with a final line feed.</summary>
    public static void Write(JsonObject document, Terminal terminal) =>
        terminal.Out.Write(document.ToJsonString(Indented).ReplaceLineEndings("\n") + "\n");
}
