using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScalingAnalyzers.Tests;

namespace ScalingAnalyzers.Documentation.Tests;

/// <summary>What ARCHITECTURE.md and CONTRIBUTING.md name exists: files, and the method of each hop.</summary>
public partial class ArchitecturePageTests
{
    private static readonly string[] Files = Directory.EnumerateFiles(Facts.RepositoryRoot, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Facts.RepositoryRoot, path).Replace('\\', '/'))
        .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or ".git" or "artifacts" or "TestResults"))
        .ToArray();

    private static readonly HashSet<string> Words = Files
        .Where(path => Path.GetExtension(path) is ".cs" or ".csproj" or ".props" or ".targets")
        .SelectMany(path => Word().Matches(File.ReadAllText(Path.Combine(Facts.RepositoryRoot, path))).Select(word => word.Value))
        .ToHashSet(StringComparer.Ordinal);

    public static TheoryData<string, string> Hops
    {
        get
        {
            string page = File.ReadAllText(Path.Combine(Facts.RepositoryRoot, "ARCHITECTURE.md"));
            var hops = new TheoryData<string, string>();
            foreach (Match hop in Hop().Matches(page).DistinctBy(hop => hop.Groups["where"].Value))
                hops.Add(hop.Groups["file"].Value, hop.Groups["method"].Value.Trim('`'));
            return hops;
        }
    }

    // Conventions and other libraries.
    private static readonly string[] NotOurs = ["_camelCase", "Verify.XunitV3", "VerifySourceGenerators.Initialize()"];

    [Fact]
    public void The_page_traces_a_literal_and_a_field() => Assert.InRange(Hops.Count, 15, int.MaxValue);

    [Theory]
    [MemberData(nameof(Hops))]
    public void The_method_of_a_hop_is_in_its_file(string file, string method)
    {
        var types = CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(Facts.RepositoryRoot, file)))
            .GetRoot()
            .DescendantNodes()
            .OfType<TypeDeclarationSyntax>()
            .Where(type => type.Identifier.ValueText == Path.GetFileNameWithoutExtension(file));
        var members = types.SelectMany(type => type.Members).Select(member => member switch
        {
            MethodDeclarationSyntax declared => declared.Identifier.ValueText,
            ConstructorDeclarationSyntax => "the constructor",
            _ => "",
        });
        Assert.Contains(method, members);
    }

    [Theory]
    [InlineData("ARCHITECTURE.md")]
    [InlineData("CONTRIBUTING.md")]
    public void Every_file_folder_and_name_in_code_exists(string page)
    {
        string text = Block().Replace(File.ReadAllText(Path.Combine(Facts.RepositoryRoot, page)), "");
        Assert.All(Code().Matches(text).Select(match => match.Groups[1].Value), code => Assert.True(Exists(code), code));
    }

    private static bool Exists(string code)
    {
        // Commands, examples and patterns of names of files that are not committed.
        if (NotOurs.Contains(code) || code.Contains(' ') || code.Contains('#') || code.StartsWith('*')) return true;
        if (code.Contains('/') || Extension().IsMatch(code))
        {
            var pattern = new Regex("(^|/)" + Regex.Escape(code.TrimEnd('/')).Replace("\\*", "[^/]*") + "(/|$)");
            return Files.Any(pattern.IsMatch);
        }

        return Word().Matches(code).All(word => Words.Contains(word.Value));
    }

    [GeneratedRegex(@"^\|[^|]*\| (?<where>`(?<file>src/[^`]*\.cs)` \| (?<method>[^|]*)) \|$", RegexOptions.Multiline)]
    private static partial Regex Hop();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Code();

    // Blocks are indented by four spaces in these pages; the items of lists by three.
    [GeneratedRegex("^    .*$", RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\.(cs|csproj|md|props|targets|slnf)$")]
    private static partial Regex Extension();

    [GeneratedRegex(@"[A-Za-z_]\w*")]
    private static partial Regex Word();
}
