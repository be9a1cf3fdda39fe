using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ScalingAnalyzers.Configuration;
using ScalingAnalyzers.Evaluation;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>To be silent about everything is no answer: the plain forms of docs/members.md and of the samples are read
/// whole. SCALING_KNOWN names a file that gets a line a member, to compare versions.</summary>
public class KnownValuesTests
{
    // The forms in which a config writes a member, each around all names that are read.
    private static readonly (string Form, string Head, Func<string, int, string> Member, string Tail)[] Forms =
    [
        ("constants", "static class C0 {", (name, i) => $"public const long {name} = {i};", "}"),
        ("static readonly fields", "static class C1 {", (name, i) => $"public static readonly long {name} = {i};", "}"),
        ("static properties", "static class C2 {", (name, i) => $"public static long {name} {{ get; }} = {i};", "}"),
        ("static expressions", "static class C3 {", (name, i) => $"public static long {name} => {i} * Quantity.Thousand;", "}"),
        ("properties with init", "class C4 {", (name, i) => $"public long {name} {{ get; init; }} = {i};", "}"),
        ("properties with set", "class C5 {", (name, i) => $"public long {name} {{ get; set; }} = {i} * 2;", "}"),
        ("fields", "class C6 {", (name, i) => $"public long {name} = {i};", "}"),
        ("expressions", "class C7 { const long K = 3; ", (name, i) => $"public long {name} => {i} * K;", "}"),
        ("nullable properties", "class C8 {", (name, i) => $"public long? {name} {{ get; set; }} = {i};", "}"),
        ("texts", "static class C9 {", (name, i) => $"public const string {name} = \"{i}B\";", "}"),
    ];

    [Fact]
    public async Task Each_name_that_is_read_is_known_in_each_plain_form()
    {
        string[] names = RoleTable.Rows
            .SelectMany(row => row.Names.Select(name => name.Text))
            .Where(name => SyntaxFacts.IsValidIdentifier(name) && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None)
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        Assert.True(names.Length > 150, $"only {names.Length} names");
        string assigned = "class C10 { public C10() {" + string.Concat(names.Select((name, i) => $"{name} = {i};")) + "}"
            + string.Concat(names.Select(name => $"public long {name} {{ get; }}")) + "}";
        string positional = "record C11(" + string.Join(", ", names.Select((name, i) => $"long {name} = {i}")) + ");";
        string source = "using ScalingAnalyzers;\n" + assigned + "\n" + positional + "\n"
            + string.Join("\n", Forms.Select(form => form.Head + string.Concat(names.Select(form.Member)) + form.Tail));
        var read = await Read(source, type => type.Name[0] == 'C' && char.IsDigit(type.Name[1]));
        var lost = read.Where(member => member.Why is not null && names.Contains(member.Name)).ToList();
        Assert.True(lost.Count == 0, string.Join("\n", lost.Take(20)));
        Assert.Equal(names.Length * (Forms.Length + 2), read.Count(member => names.Contains(member.Name)));
    }

    [Fact]
    public async Task The_samples_lose_nothing()
    {
        var lost = new List<(string Type, string Name, string? Why)>();
        int known = 0;
        foreach (string folder in Directory.GetDirectories(Path.Combine(Facts.RepositoryRoot, "samples")))
        {
            var read = await Read(Sources(Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)), IsConfig);
            known += read.Count(member => member.Why is null);
            lost.AddRange(read.Where(member => member.Why is not null));
        }

        Assert.True(lost.Count == 0, string.Join("\n", lost));
        Assert.True(known > 40, $"only {known} members of the samples are read");
    }

    [Fact]
    public async Task Configs_as_others_write_them_are_read()
    {
        string folder = Facts.PathOf("csharp");
        var lines = new List<string>();
        foreach (string file in Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            string source = Path.GetFileNameWithoutExtension(file) + ".cs ";
            foreach (var (type, name, why) in await Read(File.ReadAllText(file), IsConfig))
                lines.Add(source + type + "." + name + " " + (why is null ? "known" : "unknown: " + why));
        }

        if (Environment.GetEnvironmentVariable("SCALING_KNOWN") is { Length: > 0 } path) await File.WriteAllLinesAsync(path, lines);
        int known = lines.Count(line => line.EndsWith(" known", StringComparison.Ordinal));
        Assert.True(known >= 0.6 * lines.Count, $"{known} of {lines.Count} members are known");
    }

    private static bool IsConfig(INamedTypeSymbol type) => ConfigAttributes.Training(type) is not null
        || ConfigAttributes.Model(type) is not null;

    private static string Sources(IEnumerable<string> files)
    {
        var usings = new HashSet<string>(StringComparer.Ordinal) { "using System;", "using System.Linq;", "using System.IO;" };
        var rest = new List<string>();
        foreach (string line in files.SelectMany(File.ReadLines))
        {
            if (line.StartsWith("using ", StringComparison.Ordinal) && line.EndsWith(';') && !line.Contains('(', StringComparison.Ordinal))
                usings.Add(line);
            else if (!line.StartsWith("namespace ", StringComparison.Ordinal) || !line.EndsWith(';')) rest.Add(line);
        }

        return string.Join("\n", usings.Concat(rest));
    }

    // The members that play a role, and why one is unknown that is written down.
    private static async Task<List<(string Type, string Name, string? Why)>> Read(string source, Func<INamedTypeSymbol, bool> isMeant)
    {
        var compilation = (await Config.Code.With(source).AllowCompilerErrors().Generate()).Compilation;
        var found = new List<(string Type, string Name, string? Why)>();
        foreach (var type in compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>().Where(isMeant))
        {
            var model = compilation.GetSemanticModel(type.DeclaringSyntaxReferences[0].SyntaxTree);
            var interpreter = new Interpreter(new SourceModels(model), CancellationToken.None);
            var instance = type.IsStatic ? null : interpreter.CreateDefault(type) as ObjectValue;
            foreach (var member in type.GetMembers().Where(m => ValueReader.IsReadable(m) && ValueReader.RoleOf(m).Role != ConfigRole.None))
            {
                if (!member.IsStatic && instance is null) continue;
                var value = interpreter.Member(member, member.IsStatic ? null : instance);
                if (value is UnknownValue { IsUnset: true }) continue;
                found.Add((type.Name, member.Name, (value as UnknownValue)?.Reason.Text));
            }
        }

        return found;
    }
}
