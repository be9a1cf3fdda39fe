using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ScalingAnalyzers.Tests;

namespace ScalingAnalyzers.Documentation.Tests;

/// <summary>A page of Markdown as far as the tests read it: headings, tables, examples.</summary>
internal sealed class MarkdownPage
{
    private readonly string[] _lines;

    private MarkdownPage(string path)
    {
        Path = path;
        _lines = File.ReadAllText(System.IO.Path.Combine(Facts.RepositoryRoot, path)).Split('\n');
    }

    /// <summary>The path from the root of the repository, with <c>/</c>.</summary>
    public string Path { get; }

    public string Title => _lines.First(line => line.StartsWith("# ", StringComparison.Ordinal)).Substring(2);

    public static MarkdownPage Of(string path) => new(path);

    /// <summary>The pages that people read: those at the root, those of docs, those beside samples, and the
    /// library's.</summary>
    public static IEnumerable<MarkdownPage> All() =>
        Directory.GetFiles(Facts.RepositoryRoot, "*.md")
            .Concat(Directory.GetFiles(System.IO.Path.Combine(Facts.RepositoryRoot, "docs"), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.GetFiles(System.IO.Path.Combine(Facts.RepositoryRoot, "samples"), "*.md", SearchOption.AllDirectories))
            .Append(System.IO.Path.Combine(Facts.RepositoryRoot, "src", "Runtime", "README.md"))
            .Select(path => System.IO.Path.GetRelativePath(Facts.RepositoryRoot, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Of);

    /// <summary>The rows of the table with these titles, without backticks; fails the test if there is none.</summary>
    public IReadOnlyList<string[]> Table(params string[] titles)
    {
        int start = Array.FindIndex(_lines, line => Cells(line).SequenceEqual(titles));
        Assert.True(start >= 0, $"{Path} has no table | {string.Join(" | ", titles)} |.");
        return RowsBelow(start);
    }

    /// <summary>The rows of all tables with these titles.</summary>
    public IReadOnlyList<string[]> Tables(params string[] titles) => Enumerable.Range(0, _lines.Length)
        .Where(line => Cells(_lines[line]).SequenceEqual(titles))
        .SelectMany(RowsBelow)
        .ToList();

    /// <summary>The links to other files, without their anchors.</summary>
    public IEnumerable<string> Links() => _lines
        .SelectMany(line => Regex.Matches(line, @"\]\((?<target>[^)#]+)(#[^)]*)?\)"))
        .Select(match => match.Groups["target"].Value)
        .Where(target => !target.StartsWith("http", StringComparison.Ordinal));

    /// <summary>The links to a heading of a page, as "page#anchor" from the root of the repository.</summary>
    public IEnumerable<string> Anchors() => _lines
        .SelectMany(line => Regex.Matches(line, @"\]\((?<target>[^):#]*)#(?<anchor>[^)]*)\)"))
        .Select(match => Target(match.Groups["target"].Value) + "#" + match.Groups["anchor"].Value);

    /// <summary>The headings as such links name them: "How fast" is "README.md#how-fast".</summary>
    public IEnumerable<string> Headings() => _lines
        .Where(line => Regex.IsMatch(line, "^#+ "))
        .Select(line => Path + "#" + Regex.Replace(line.TrimStart('#').Trim().ToLowerInvariant(), @"[^\w\- ]", "").Replace(' ', '-'));

    /// <summary>The C# examples, in order.</summary>
    public IReadOnlyList<CodeBlock> Examples()
    {
        List<Fence> fences = Fences().ToList();
        var examples = new List<CodeBlock>();
        string? config = null;
        for (int i = 0; i < fences.Count; i++)
        {
            if (fences[i].Comments.Contains("editorconfig")) config = fences[i].Text;
            if (fences[i].Language != "csharp") continue;
            string? mark = fences[i].Comments.LastOrDefault(IsMark);
            string? fix =
                fences[i].Comments.FirstOrDefault(comment => comment.StartsWith("fix:", StringComparison.Ordinal))?.Substring(4).Trim();
            string? shown = i + 1 < fences.Count && fences[i + 1].Language == "text" ? fences[i + 1].Text : null;
            examples.Add(new(Path, fences[i].Line, fences[i].Text, mark, fix, config, shown));
            config = null;
        }

        return examples;
    }

    private string Target(string link) => link.Length == 0 ? Path : System.IO.Path
        .GetRelativePath(Facts.RepositoryRoot, System.IO.Path.Combine(Facts.RepositoryRoot, System.IO.Path.GetDirectoryName(Path)!, link))
        .Replace('\\', '/');

    private static bool IsMark(string comment) => comment == "clean" || comment.StartsWith("warns:", StringComparison.Ordinal);

    private IEnumerable<Fence> Fences()
    {
        for (int i = 0; i < _lines.Length; i++)
        {
            if (!_lines[i].StartsWith("```", StringComparison.Ordinal)) continue;
            int end = Array.FindIndex(_lines, i + 1, line => line == "```");
            Assert.True(end > 0, $"{Path}:{i + 1} opens a block that never ends.");
            yield return new(i + 1, _lines[i].Substring(3), string.Join("\n", _lines[(i + 1)..end]), CommentsBefore(i));
            i = end;
        }
    }

    private List<string> CommentsBefore(int line)
    {
        var comments = new List<string>();
        for (int i = line - 1; i >= 0 && _lines[i].StartsWith("<!-- ", StringComparison.Ordinal)
            && _lines[i].EndsWith(" -->", StringComparison.Ordinal); i--)
            comments.Insert(0, _lines[i][5..^4]);
        return comments;
    }

    private IReadOnlyList<string[]> RowsBelow(int titles) =>
        _lines.Skip(titles + 2).TakeWhile(line => line.StartsWith('|')).Select(Cells).ToList();

    private static string[] Cells(string line) =>
        line.StartsWith('|') ? line.Trim('|')
            .Split('|')
            .Select(cell => cell.Replace("`", "", StringComparison.Ordinal).Trim())
            .ToArray() : [];

    private sealed record Fence(int Line, string Language, string Text, List<string> Comments);
}
