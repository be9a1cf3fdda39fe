using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ScalingAnalyzers.Benchmarks;

/// <summary>What is compiled: files of an ordinary project, configs, and types to serialise.</summary>
internal static class Sources
{
    private const int ConfigsInFile = 10;

    /// <summary>Files without our attributes.</summary>
    public static IEnumerable<SyntaxTree> Plain(int files) => Enumerable.Range(0, files).Select(i => Parse($"Plain{i}.cs", $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;

        namespace Shop.Part{{i}};

        public sealed class Order{{i}}
        {
            private readonly List<string> _lines = new();
            private int _changes;

            public string Name { get; set; } = "order";

            public DateTime Placed { get; init; }

            public decimal Price { get; private set; }

            public void Add(string line, decimal price)
            {
                if (string.IsNullOrEmpty(line)) throw new ArgumentException("empty", nameof(line));
                _lines.Add(line);
                Price += price;
                _changes++;
            }

            public IReadOnlyList<string> Sorted(bool descending)
            {
                var sorted = descending ? _lines.OrderByDescending(l => l) : _lines.OrderBy(l => l);
                return sorted.Where(l => l.Length > {{i % 7}}).Select(l => l.Trim()).ToList();
            }

            public override string ToString()
            {
                var parts = new List<string>();
                for (int k = 0; k < _lines.Count; k++)
                {
                    switch (k % 3)
                    {
                        case 0: parts.Add(_lines[k]); break;
                        case 1: parts.Add(_lines[k].ToUpperInvariant()); break;
                        default: parts.Add(new Tag{{i}} { Text = _lines[k], Weight = k * 2 }.Text); break;
                    }
                }

                return $"{Name} {Placed:d} {string.Join(", ", parts)} {_changes}";
            }
        }

        public record Tag{{i}} { public string Text { get; init; } = ""; public int Weight { get; init; } }
        """));

    /// <summary>Configs, ten in a file.</summary>
    public static IEnumerable<SyntaxTree> Configs(int count) => InFiles(count, "Configs", "using ScalingAnalyzers;\n", i =>
        string.Create(CultureInfo.InvariantCulture, $$"""
            [TrainingConfig]
            public static partial class Run{{i}}
            {
                public const long Parameters = 70_000_000_{{i % 1000:000}};
                public const long Tokens = 20 * 70_000_000_000;
            }

            """));

    /// <summary>Types to serialise with System.Text.Json, and the context that names them.</summary>
    public static IEnumerable<SyntaxTree> Serialised(int count) => InFiles(count, "Rows", "", i =>
            $"public sealed class Row{i} {{ public long Parameters {{ get; set; }} public long Tokens {{ get; set; }} }}\n")
        .Append(Parse("Context.cs", "using System.Text.Json.Serialization;\n" + string.Concat(Enumerable.Range(0, count)
            .Select(i => $"[JsonSerializable(typeof(Row{i}))]\n")) + "public sealed partial class Context : JsonSerializerContext { }\n"));

    /// <summary>A file in which something is edited that nothing else depends on.</summary>
    public static SyntaxTree Other(int edit) => Parse("Other.cs", $"class Other {{ int F() => {edit}; }}");

    private static IEnumerable<SyntaxTree> InFiles(int count, string name, string head, Func<int, string> part) =>
        Enumerable.Range(0, count).Chunk(ConfigsInFile).Select(indices =>
            Parse($"{name}{indices[0]}.cs", head + string.Concat(indices.Select(part))));

    private static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(
        SourceText.From(text, Encoding.UTF8), new CSharpParseOptions(LanguageVersion.Latest), path);
}
