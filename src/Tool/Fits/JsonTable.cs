using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace ScalingAnalyzers.Tool.Fits;

/// <summary>Tables in JSON: lines or a list of objects, columns with data, TensorBoard's list of points.</summary>
internal static class JsonTable
{
    public static RunTable Of(string path, string text, string run)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        try
        {
            var values = Values(bytes);
            if (values.Count == 1 && values[0].Value is { ValueKind: JsonValueKind.Object } one
                && Columnar(one) is { } columnar) return columnar;
            if (values.Count > 0 && values.All(value => IsPoint(value.Value))) return Points(values, run);
            if (values.Count > 0 && values.All(value => value.Value.ValueKind == JsonValueKind.Object)) return Objects(values);
        }
        catch (JsonException error)
        {
            throw new CommandException(FormattableString.Invariant($"runs: '{path}' is no JSON in line {error.LineNumber + 1}."));
        }

        throw new CommandException($"runs: '{path}' is no table; expected objects with the values of a run, one a line or in a list.");
    }

    // The values of a list, or those that follow each other, with their lines.
    private static List<(int Line, JsonElement Value)> Values(byte[] bytes)
    {
        var values = new List<(int, JsonElement)>();
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { AllowMultipleValues = true, AllowTrailingCommas = true });
        int line = 1, seen = 0;
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.StartArray && reader.CurrentDepth == 0 && values.Count == 0) continue;
            if (reader.TokenType is JsonTokenType.EndArray) continue;
            for (; seen < reader.TokenStartIndex; seen++)
            {
                if (bytes[seen] == '\n') line++;
            }

            values.Add((line, JsonElement.ParseValue(ref reader)));
        }

        return values;
    }

    private static RunTable Objects(List<(int Line, JsonElement Value)> values)
    {
        var flat = values.Select(value => (value.Line, Cells: Flat(value.Value, "").ToList())).ToArray();
        string[] columns = flat.SelectMany(row => row.Cells.Select(cell => cell.Key)).Distinct(StringComparer.Ordinal).ToArray();
        return new(columns, flat.Select(row =>
        {
            var cells = row.Cells.DistinctBy(cell => cell.Key, StringComparer.Ordinal)
                .ToDictionary(cell => cell.Key, cell => cell.Value, StringComparer.Ordinal);
            return new TableRow(row.Line, columns.Select(column => cells.GetValueOrDefault(column, "")).ToArray());
        }).ToArray());
    }

    // A table of Weights and Biases, or of pandas: {"columns": [...], "data": [[...]]}.
    private static RunTable? Columnar(JsonElement table) =>
        table.TryGetProperty("columns", out var columns) && columns.ValueKind == JsonValueKind.Array
        && table.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Array
            ? new(columns.EnumerateArray().Select(Text).ToArray(), data.EnumerateArray().Select((row, i) =>
                new TableRow(i + 1, row.ValueKind == JsonValueKind.Array ? [.. row.EnumerateArray().Select(Text)] : [Text(row)])).ToArray())
            : null;

    private static bool IsPoint(JsonElement value) => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 3;

    // [[wall time, step, value], ...]
    private static RunTable Points(List<(int Line, JsonElement Value)> values, string run) =>
        new(RunTable.CurveColumns, values.Select(value =>
            new TableRow(value.Line, [run, Text(value.Value[1]), Text(value.Value[2])])).ToArray())
        { IsCurves = true };

    private static IEnumerable<KeyValuePair<string, string>> Flat(JsonElement value, string path)
    {
        foreach (var member in value.EnumerateObject())
        {
            string name = path.Length > 0 ? path + "." + member.Name : member.Name;
            if (member.Value.ValueKind != JsonValueKind.Object) yield return KeyValuePair.Create(name, Text(member.Value));
            else foreach (var inner in Flat(member.Value, name)) yield return inner;
        }
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };
}
