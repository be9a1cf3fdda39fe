using System.Collections.Generic;
using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.RunFiles;

/// <summary>JSON by Runtime's own reader: comments and trailing commas are read over, a key that stands twice is an
/// error.</summary>
internal static class JsonFormat
{
    public static IReadOnlyList<KeyEntry> Read(string text, string file, List<RunFileProblem> problems)
    {
        var tree = JsonTree.Read(text);
        if (tree.Error is { } error)
        {
            problems.Add(new RunFileProblem(file, error.Position.Line, error.Position.Column, "This is not JSON: " + error.Message));
            return [];
        }

        var entries = new List<KeyEntry>();
        Flatten(tree.Root, "", file, entries, new LineTable(text));
        return entries;
    }

    private static void Flatten(JsonNode node, string path, string file, List<KeyEntry> entries, LineTable lines)
    {
        bool isContainer = node.Kind is JsonKind.Object or JsonKind.Array;
        if (path.Length > 0)
        {
            var (line, column) = lines.At(node.Start);
            entries.Add(new KeyEntry(file, path, Content(node), line, column)
            {
                IsContainer = isContainer,
                Unknown = isContainer ? node.Kind == JsonKind.Array ? "a list is written" : "a table is written" : null,
            });
        }

        string prefix = path.Length == 0 ? "" : path + ".";
        int index = 0;
        foreach (var child in node.Children)
        {
            string childPath = node.Kind == JsonKind.Object ? prefix + child.Name.Replace('.', '_') : path + "[" + index++ + "]";
            Flatten(child, childPath, file, entries, lines);
        }
    }

    private static object? Content(JsonNode node) => node.Kind switch
    {
        JsonKind.String => node.AsString(),
        JsonKind.True => true,
        JsonKind.False => false,
        JsonKind.Number => Scalars.Number(node.Text) ?? node.Text,
        _ => null,
    };

    // The line of a place by bisection: a dump has thousands of values.
    private sealed class LineTable
    {
        private readonly List<int> _starts = [0];

        public LineTable(string text)
        {
            for (int i = 0; i < text.Length; i++)
            {
                if (text[i] == '\n' || (text[i] == '\r' && (i + 1 >= text.Length || text[i + 1] != '\n'))) _starts.Add(i + 1);
            }
        }

        public (int Line, int Column) At(int place)
        {
            int found = _starts.BinarySearch(place);
            int line = found >= 0 ? found : ~found - 1;
            return (line + 1, place - _starts[line] + 1);
        }
    }
}
