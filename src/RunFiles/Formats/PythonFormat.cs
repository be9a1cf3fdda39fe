using System;
using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.RunFiles;

/// <summary>
/// Assignments and keyword arguments of Python whose values are literals, arithmetic, or the few calls that
/// <see cref="Expression"/> knows. The program is not run: everything else is unknown, with its line.
/// </summary>
internal sealed class PythonFormat
{
    private readonly string _file;
    private readonly List<ProgramToken> _tokens;
    private readonly List<KeyEntry> _entries = [];
    private readonly Dictionary<string, (int Entry, int Indent)> _known = new(StringComparer.Ordinal);

    private PythonFormat(string file, string text)
    {
        _file = file;
        _tokens = ProgramTokens.Of(text);
    }

    public static IReadOnlyList<KeyEntry> Read(string text, string file, List<RunFileProblem> problems)
    {
        var reader = new PythonFormat(file, text);
        reader.Walk();
        if (reader._entries.Count == 0)
            problems.Add(new RunFileProblem(file, 1, 1, "No assignment stands here; name the file that assigns the numbers of the run."));
        return reader._entries;
    }

    private void Walk()
    {
        // The keyword by which each open bracket is reached; empty where there is none.
        var frames = new Stack<string>();
        string keyword = "";
        for (int i = 0; i < _tokens.Count; i++)
        {
            var token = _tokens[i];
            if (token is { Kind: '.', Text: "(" or "[" or "{" })
            {
                if (frames.Count > 200) return;
                frames.Push(keyword);
                keyword = "";
            }
            else if (token is { Kind: '.', Text: ")" or "]" or "}" })
            {
                frames.TryPop(out _);
                keyword = "";
            }
            else if (token.Kind == '\n' || token is { Kind: '.', Text: "," })
            {
                keyword = "";
            }
            else if (token.Kind == 'n' && i + 1 < _tokens.Count && _tokens[i + 1].Kind == '.' && StartsHere(i))
            {
                int equals = AssignmentOf(i, frames.Count);
                if (equals < 0) continue;
                Assign(i, equals, frames);
                keyword = frames.Count > 0 ? token.Text : "";
                i = equals;
            }
        }
    }

    // A name that begins a statement or an argument.
    private bool StartsHere(int i) => i == 0 || _tokens[i - 1].Kind == '\n'
        || _tokens[i - 1] is { Kind: '.', Text: "(" or "," or ";" or ":" };

    // The sign of assignment that belongs to a name, past an annotation; -1 where there is none.
    private int AssignmentOf(int i, int depth)
    {
        if (_tokens[i + 1].Text is "=" or "+=" or "-=" or "*=" or "/=" or "//=" or "%=" or "**=") return i + 1;
        if (depth > 0 || _tokens[i + 1].Text != ":") return -1;
        for (int j = i + 2; j < _tokens.Count && j < i + 12 && _tokens[j].Kind != '\n'; j++)
        {
            if (_tokens[j] is { Kind: '.', Text: "=" }) return j;
        }

        return -1;
    }

    private void Assign(int i, int equals, Stack<string> frames)
    {
        var token = _tokens[i];
        bool isPlain = _tokens[equals].Text == "=";
        object? value = isPlain ? Expression.Evaluate(_tokens, equals + 1, ValueOf, isWhole: false) : Expression.Unknown;
        bool isKnown = !ReferenceEquals(value, Expression.Unknown);
        string name = frames.Count == 0 ? Root(token.Text) : token.Text;
        string path = string.Join('.', frames.Reverse().Where(frame => frame.Length > 0).Append(name));
        var place = equals + 1 < _tokens.Count ? _tokens[equals + 1] : token;
        var entry = new KeyEntry(_file, path, isKnown ? value : null, place.Line, place.Column)
        {
            Unknown = isKnown ? null
                : isPlain ? "its expression in line " + token.Line + " is not a literal" : "line " + token.Line + " changes it",
        };
        int indent = frames.Count == 0 ? token.Indent : Math.Max(1, token.Indent);
        if (_known.TryGetValue(path, out var earlier) && (indent > 0 || earlier.Indent > 0))
        {
            var first = _entries[earlier.Entry];
            if (first.Unknown is null && !(entry.Unknown is null && Equals(first.Content, entry.Content)))
                _entries[earlier.Entry] = first with
                {
                    Content = null,
                    Unknown = "it is assigned in lines " + first.Line + " and "
                    + entry.Line
                };
            return;
        }

        _known[path] = (_entries.Count, indent);
        _entries.Add(entry);
    }

    // The name of a config object has no meaning.
    private static string Root(string name)
    {
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && name[..dot] is "cfg" or "config" or "self" or "args" or "recipe" or "c" ? name[(dot + 1)..] : name;
    }

    private object? ValueOf(string name) =>
        _known.TryGetValue(name, out var known) && _entries[known.Entry] is { Unknown: null } entry ? entry.Content : Expression.Unknown;
}
