using System.Collections.Generic;
using System.Linq;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace ScalingAnalyzers.RunFiles;

/// <summary>TOML with the places of its values.</summary>
internal static class TomlFormat
{
    private const int MaxParts = 64;

    public static IReadOnlyList<KeyEntry> Read(string text, string file, List<RunFileProblem> problems)
    {
        var entries = new List<KeyEntry>();
        DocumentSyntax document;
        if (LineOfLongKey(text) is { } longKey)
        {
            problems.Add(new RunFileProblem(file, longKey, 1, "The key has more than " + MaxParts + " parts, and the file is not read."));
            return [];
        }

        try
        {
            document = SyntaxParser.Parse(text, file, true);
        }
        catch (Tomlyn.TomlException error)
        {
            problems.Add(new RunFileProblem(file, 1, 1, "This is not TOML: " + error.Message.Split('\n')[0].Trim()));
            return [];
        }

        if (document.HasErrors)
        {
            var error = document.Diagnostics.First(message => message.Kind == DiagnosticMessageKind.Error);
            problems.Add(new RunFileProblem(file, error.Span.Start.Line + 1, error.Span.Start.Column + 1, "This is not TOML: "
                + error.Message));
            return [];
        }

        foreach (var pair in document.KeyValues) Add(entries, file, "", pair, 0);
        foreach (var table in document.Tables)
        {
            // Several tables of one name are a list, which no trainer has for a value that is read.
            string path = NameOf(table.Name) + (table is TableArraySyntax ? "[]" : "");
            foreach (var pair in table.Items) Add(entries, file, path + ".", pair, 0);
        }

        return entries;
    }

    // The library looks at every table of a key's path for each of its parts.
    private static int? LineOfLongKey(string text)
    {
        int line = 1, parts = 0;
        bool isKey = true;
        foreach (char c in text)
        {
            if (c == '\n') (line, parts, isKey) = (line + 1, 0, true);
            else if (c == '.' && isKey && ++parts > MaxParts) return line;
            else if (c != '.' && isKey) isKey = char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '[' or ' ' or '\t';
        }

        return null;
    }

    private static void Add(List<KeyEntry> entries, string file, string prefix, KeyValueSyntax pair, int depth)
    {
        string path = prefix + NameOf(pair.Key);
        if (pair.Value is not { } value || depth > 32) return;
        var (line, column) = (value.Span.Start.Line + 1, value.Span.Start.Column + 1);
        if (value is InlineTableSyntax table)
        {
            entries.Add(new KeyEntry(file, path, null, line, column) { IsContainer = true, Unknown = "a table is written" });
            foreach (var item in table.Items)
            {
                if (item.KeyValue is { } inner) Add(entries, file, path + ".", inner, depth + 1);
            }

            return;
        }

        object? content = value switch
        {
            IntegerValueSyntax whole => whole.Value,
            FloatValueSyntax real => real.Value,
            BooleanValueSyntax truth => truth.Value,
            StringValueSyntax word => word.Value,
            _ => null,
        };
        entries.Add(new KeyEntry(file, path, content, line, column)
        {
            IsContainer = value is ArraySyntax,
            Unknown = content is null ? value is ArraySyntax ? "a list is written" : "neither number, text nor truth value is written"
                : null,
        });
    }

    private static string NameOf(KeySyntax? key)
    {
        if (key?.Key is not { } first) return "?";
        return string.Join('.', new[] { first }.Concat(key.DotKeys.Select(dotted => dotted.Key)).Select(part => part switch
        {
            StringValueSyntax quoted => quoted.Value ?? "?",
            BareKeySyntax bare => bare.Key?.Text ?? "?",
            _ => "?",
        }));
    }
}
