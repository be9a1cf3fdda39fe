using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ScalingAnalyzers.RunFiles;

/// <summary>YAML, also where its body is JSON: keys with their places, anchors and merge keys followed.</summary>
/// <remarks>
/// Of a key that is written twice the last one counts, as in PyYAML, and a problem names both lines: OmegaConf, which
/// llm-foundry, OLMo and NeMo load files with, refuses such a file (omry/omegaconf 0019bcac, omegaconf/_utils.py).
/// </remarks>
internal sealed class YamlFormat
{
    private const int MaxDepth = 64;
    private const int MaxEntries = 200_000;

    private readonly string _file;
    private readonly List<KeyEntry> _entries = [];
    private readonly Dictionary<AnchorName, Node> _anchors = [];
    private readonly List<RunFileProblem> _problems;
    private int _count;
    private int _line = 1;

    private YamlFormat(string file, List<RunFileProblem> problems) => (_file, _problems) = (file, problems);

    /// <summary>The entries of the first document.</summary>
    public static IReadOnlyList<KeyEntry> Read(string text, string file, List<RunFileProblem> problems)
    {
        var reader = new YamlFormat(file, problems);
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            if (parser.Accept<DocumentStart>(out _))
            {
                parser.Consume<DocumentStart>();
                var root = reader.Compose(parser, 0);
                parser.Consume<DocumentEnd>();
                reader.Flatten(root, "", 0);
                if (parser.Accept<DocumentStart>(out var next))
                {
                    problems.Add(new RunFileProblem(file, (int)next.Start.Line, (int)next.Start.Column,
                        "A second document begins here; only the first one is read. Put each run in a file of its own."));
                }
            }
        }
        catch (YamlException error)
        {
            problems.Add(new RunFileProblem(file, (int)Math.Max(1, error.Start.Line), (int)Math.Max(1, error.Start.Column),
                "This is not YAML: " + FirstLine(error.InnerException?.Message ?? error.Message)));
            return [];
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or FormatException or OverflowException
            or IndexOutOfRangeException)
        {
            // The library's scanner meets some texts with exceptions that have no place.
            problems.Add(new RunFileProblem(file, reader._line, 1,
                "This is not YAML: the text from here on cannot be read; a bracket or a quote may not be closed"));
            return [];
        }
        catch (LimitException error)
        {
            problems.Add(new RunFileProblem(file, error.Line, 1, error.Message));
            return [];
        }

        return reader._entries;
    }

    private static string FirstLine(string message) => message.Split('\n')[0].Trim();

    private Node Compose(Parser parser, int depth)
    {
        var next = parser.Current ?? throw new YamlException("the text ends too early");
        _line = (int)next.Start.Line;
        if (depth > MaxDepth)
            throw new LimitException((int)next.Start.Line, "The file nests deeper than " + MaxDepth + " levels and is not read.");
        switch (next)
        {
            case Scalar scalar:
                parser.MoveNext();
                var leaf = new Node(scalar.Start)
                {
                    Content = scalar.Style == ScalarStyle.Plain ? Scalars.Read(scalar.Value)
                    : scalar.Value
                };
                return Anchored(scalar.Anchor, leaf);
            case AnchorAlias alias:
                parser.MoveNext();
                return _anchors.TryGetValue(alias.Value, out var known)
                    ? known
                    : throw new YamlException(alias.Start, alias.End, "the anchor '" + alias.Value + "' is not defined above");
            case SequenceStart start:
                parser.MoveNext();
                var items = new List<Node>();
                while (!parser.Accept<SequenceEnd>(out _)) items.Add(Compose(parser, depth + 1));
                parser.MoveNext();
                return Anchored(start.Anchor, new Node(start.Start) { Items = items });
            case MappingStart start:
                parser.MoveNext();
                var members = new List<(string, Node)>();
                var written = new Dictionary<string, int>(StringComparer.Ordinal);
                while (!parser.Accept<MappingEnd>(out _))
                {
                    string? name = (parser.Current as Scalar)?.Value;
                    var at = Compose(parser, depth + 1).Start;
                    var value = Compose(parser, depth + 1);
                    if (name is not null && name != "<<" && !written.TryAdd(name, (int)at.Line)) Twice(name, written[name], at);
                    if (name is not null) members.Add((name, value));
                }

                parser.MoveNext();
                return Anchored(start.Anchor, new Node(start.Start) { Members = members });
            default:
                throw new YamlException(next.Start, next.End, "a value is expected here");
        }
    }

    private void Twice(string name, int first, Mark second) => _problems.Add(new RunFileProblem(_file, (int)second.Line,
        (int)second.Column, $"'{name}' is written twice, in lines {first} and {second.Line}; the last one is read, as by PyYAML, and "
            + "OmegaConf refuses the file. Delete one of them."));

    private Node Anchored(AnchorName anchor, Node node)
    {
        if (!anchor.IsEmpty) _anchors[anchor] = node;
        return node;
    }

    private void Flatten(Node node, string path, int depth)
    {
        // Aliases of aliases multiply: a small file can mean more entries than there is memory.
        if (++_count > MaxEntries || depth > MaxDepth)
            throw new LimitException((int)node.Start.Line, "The file expands to more than " + MaxEntries + " entries and is not read.");
        bool isContainer = node.Members is not null || node.Items is not null;
        if (path.Length > 0)
        {
            _entries.Add(new KeyEntry(_file, path, isContainer ? null : node.Content, (int)node.Start.Line, (int)node.Start.Column)
            {
                IsContainer = isContainer,
                Unknown = isContainer ? node.Items is not null ? "a list is written" : "a table is written" : null,
            });
        }

        string prefix = path.Length == 0 ? "" : path + ".";
        if (node.Members is { } members)
        {
            // What is merged has lower rank than what is written.
            foreach (var (_, merged) in members.Where(member => member.Name == "<<"))
            {
                foreach (var part in merged.Items is { } several ? Enumerable.Reverse(several) : [merged]) Flatten(part, path, depth + 1);
            }

            foreach (var (name, value) in members.Where(member => member.Name != "<<"))
                Flatten(value, prefix + name.Replace('.', '_'), depth + 1);
        }

        for (int i = 0; i < (node.Items?.Count ?? 0); i++) Flatten(node.Items![i], path + "[" + i + "]", depth + 1);
    }

    private sealed class Node(Mark start)
    {
        public Mark Start { get; } = start;

        public object? Content { get; init; }

        public List<Node>? Items { get; init; }

        public List<(string Name, Node Value)>? Members { get; init; }
    }

    private sealed class LimitException(int line, string message) : Exception(message)
    {
        public int Line { get; } = line;
    }
}
