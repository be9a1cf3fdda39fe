using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using global::Json.Schema;

namespace ScalingAnalyzers.Tests;

/// <summary>What --json writes is what docs/cli-schema.json describes: types, required keys, and no key beside
/// them.</summary>
public class SchemaTests
{
    private static readonly JsonObject Schema =
        JsonNode.Parse(File.ReadAllText(Path.Combine(Facts.RepositoryRoot, "docs", "cli-schema.json")))!.AsObject();

    // A validator of others reads the whole file; ours finds keys that it does not describe.
    private static readonly JsonSchema Validator = JsonSchema.FromText(Schema.ToJsonString());

    [Theory]
    [InlineData("scaling plan --compute 1e23")]
    [InlineData("scaling plan --budget 1M --price 2 --accelerator h100-sxm --mfu 0.4 --gpus 512 --vocabulary 32000 --inference-tokens 1T")]
    [InlineData("scaling plan --compute 1e23 --unique-tokens 100B")]
    [InlineData("scaling plan --compute 1e23 --active-ratio 0.1 --law tokens-per-parameter")]
    [InlineData("scaling estimate --parameters 8B --tokens 15T")]
    [InlineData("scaling estimate --parameters 8B --tokens 15T --explain")]
    [InlineData("scaling compare 70B,1.4T 8B,15T")]
    [InlineData("scaling compare tests/RunFiles.Tests/Files/mpt-7b.yaml tests/RunFiles.Tests/Files/mpt-125m.yaml 8B,15T")]
    [InlineData("scaling compare tests/RunFiles.Tests/Files/mpt-7b.yaml tests/RunFiles.Tests/Files/mpt-125m.yaml")]
    [InlineData("scaling laws")]
    [InlineData("scaling accelerators")]
    [InlineData("scaling models llama nobody")]
    [InlineData("scaling fix tests/RunFiles.Tests/Files/nanotron-smollm1-135m.yaml --rule SCALE004 --with scale-tokens --dry-run")]
    [InlineData("scaling fit tests/Facts/chinchilla-points.csv")]
    [InlineData("scaling models")]
    [InlineData("scaling check tests/RunFiles.Tests/Files --fail-on none")]
    public void Output_follows_the_schema(string line)
    {
        var document = Scaling.Json(line);

        Assert.Empty(Problems(document, Schema["definitions"]![(string)document["command"]!]!.AsObject(), ""));
        Assert.True(Validator.Evaluate(document).IsValid);
    }

    // The command writes a file beside, so it runs elsewhere.
    [Fact]
    public void The_output_of_a_report_follows_the_schema()
    {
        string folder = Directory.CreateTempSubdirectory("scaling-schema").FullName;
        var (code, output, error) = Scaling.Run(folder, "report", "70B,1.4T", "--json");
        Assert.True(code == 0, error);
        Assert.Empty(Problems(JsonNode.Parse(output), Schema["definitions"]!["report"]!.AsObject(), ""));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_document_that_differs_is_refused()
    {
        var document = Scaling.Json("scaling laws llama-3-2024");
        document["laws"]![0]!["isDefault"] = "no";
        document["more"] = 1;

        Assert.False(Validator.Evaluate(document).IsValid);
        Assert.Equal(["/laws/0/isDefault", "/more"], Problems(document, Schema["definitions"]!["laws"]!.AsObject(), "").Order());
    }

    private static IEnumerable<string> Problems(JsonNode? node, JsonObject schema, string path)
    {
        if (schema["$ref"] is { } reference)
            return Problems(node, Schema["definitions"]![((string)reference!).Split('/')[^1]]!.AsObject(), path);
        if (schema["allOf"] is JsonArray all) return Problems(node, Merged(all), path);
        if (schema["anyOf"] is JsonArray any)
        {
            var tried = any.Select(one => Problems(node, one!.AsObject(), path).ToArray()).ToArray();
            return tried.Any(problems => problems.Length == 0) ? [] : tried[^1];
        }

        if (schema["enum"] is JsonArray values) return values.Any(value => JsonNode.DeepEquals(value, node)) ? [] : [path];
        string[] types = schema["type"] is JsonArray several ? several.Select(type => (string)type!).ToArray()
            : [(string)schema["type"]!];
        if (!types.Any(type => Is(node, type))) return [path];
        return node switch
        {
            JsonArray items => items.SelectMany((item, i) => Problems(item, schema["items"]!.AsObject(), path + "/" + i)),
            JsonObject members => Members(members, schema, path),
            _ => [],
        };
    }

    private static IEnumerable<string> Members(JsonObject members, JsonObject schema, string path)
    {
        foreach (var required in schema["required"] as JsonArray ?? new JsonArray())
        {
            if (!members.ContainsKey((string)required!)) yield return path + "/" + (string)required!;
        }

        foreach (var (name, value) in members)
        {
            var known = (schema["properties"]?[name] ?? schema["additionalProperties"])?.AsObject();
            if (known is null) yield return path + "/" + name;
            else foreach (string problem in Problems(value, known, path + "/" + name)) yield return problem;
        }
    }

    private static JsonObject Merged(JsonArray all)
    {
        var merged = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject(), ["required"] = new JsonArray() };
        foreach (var one in all)
        {
            var part = one!["$ref"] is { } reference ? Schema["definitions"]![((string)reference!).Split('/')[^1]]! : one;
            foreach (var (name, value) in part["properties"]!.AsObject()) merged["properties"]![name] = value!.DeepClone();
            foreach (var name in part["required"]!.AsArray()) merged["required"]!.AsArray().Add(name!.DeepClone());
        }

        return merged;
    }

    private static bool Is(JsonNode? node, string type) => type switch
    {
        "null" => node is null,
        "object" => node is JsonObject,
        "array" => node is JsonArray,
        "string" => node?.GetValueKind() == System.Text.Json.JsonValueKind.String,
        "boolean" => node?.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False,
        "integer" or "number" => node?.GetValueKind() == System.Text.Json.JsonValueKind.Number,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "not a type of this schema"),
    };
}
