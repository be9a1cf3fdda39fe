using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using System.Threading.Tasks;
using System.Xml.Linq;

namespace ScalingAnalyzers.Tests;

/// <summary>The contents of the packages, read from the files themselves.</summary>
public class PackageContentTests
{
    private static readonly string[] Ids = ["ScalingAnalyzers", "ScalingAnalyzers.Runtime", "ScalingAnalyzers.Fitting"];

    private readonly Feed _feed;

    public PackageContentTests(Feed feed) => _feed = feed;

    public static TheoryData<string> Packages { get; } = new(Ids);

    public static TheoryData<string, string> Dependencies { get; } = new()
    {
        { "ScalingAnalyzers", "netstandard2.0: ScalingAnalyzers.Runtime" },
        { "ScalingAnalyzers.Runtime", "netstandard2.0: | net8.0: | net10.0:" },
        {
            "ScalingAnalyzers.Fitting",
            "net8.0: MathNet.Numerics, ScalingAnalyzers.Runtime | net10.0: MathNet.Numerics, ScalingAnalyzers.Runtime"
        },
    };

    // What a compiler of Roslyn 4.5 (the .NET 7.0.200 SDK, Visual Studio 17.5) has loaded already: the assembly
    // versions that Microsoft.CodeAnalysis.Common 4.5.0 references.
    private static readonly Dictionary<string, Version> ShippedWithTheFloor = new()
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["Microsoft.CodeAnalysis"] = new(4, 5, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new(4, 5, 0, 0),
        ["Microsoft.CodeAnalysis.Workspaces"] = new(4, 5, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp.Workspaces"] = new(4, 5, 0, 0),
        ["System.Collections.Immutable"] = new(6, 0, 0, 0),
        ["System.Reflection.Metadata"] = new(6, 0, 0, 0),
    };

    [Theory]
    [InlineData("ScalingAnalyzers.Runtime", "netstandard2.0,net8.0,net10.0")]
    [InlineData("ScalingAnalyzers.Fitting", "net8.0,net10.0")]
    public void A_library_package_holds_its_builds_with_their_documentation_and_a_README(string id, string frameworks)
    {
        IEnumerable<string> expected = frameworks.Split(',')
            .SelectMany(framework => new[] { $"lib/{framework}/{id}.dll", $"lib/{framework}/{id}.xml" })
            .Concat(["README.md", id + ".nuspec", "[Content_Types].xml", "_rels/.rels"])
            .Order(StringComparer.Ordinal);
        Assert.Equal(expected, Contents(_feed.Package(id)).Keys
            .Where(name => !name.StartsWith("package/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_declares_its_licence_and_origin(string id)
    {
        XElement metadata = Nuspec(id);
        Assert.Equal("MIT", Value(metadata, "license"));
        Assert.Equal("README.md", Value(metadata, "readme"));
        Assert.Equal(Feed.Version, Value(metadata, "version"));
        Assert.NotEqual("", Value(metadata, "description"));
        Assert.Null(Child(metadata, "repository")!.Attribute("branch")); // one commit packs alike on every branch
        Assert.Null(Child(metadata, "developmentDependency"));
    }

    [Theory]
    [MemberData(nameof(Dependencies))]
    public void A_package_depends_on_nothing_else(string id, string expected)
    {
        var groups = Child(Nuspec(id), "dependencies")!.Elements().Select(group =>
            Framework(group) + ": "
                + string.Join(", ", group.Elements().Select(d => d.Attribute("id")!.Value).Order(StringComparer.Ordinal)));
        Assert.Equal(expected.Split('|', StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal),
            groups.Select(text => text.TrimEnd()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_oldest_compiler_of_the_floor_has_all_that_our_analyzers_reference()
    {
        var assemblies = Contents(_feed.Package("ScalingAnalyzers"))
            .Where(entry => entry.Key.StartsWith("analyzers/", StringComparison.Ordinal)
                && entry.Key.EndsWith(".dll", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(5, assemblies.Count);
        string[] ours = assemblies.Select(entry => Path.GetFileNameWithoutExtension(entry.Key)).ToArray();
        var missing =
            from assembly in assemblies
            from reference in References(assembly.Value)
            where !ours.Contains(reference.Name)
            where !ShippedWithTheFloor.TryGetValue(reference.Name!, out Version? shipped) || reference.Version > shipped
            select Path.GetFileName(assembly.Key) + " -> " + reference;
        Assert.Empty(missing);
    }

    [Fact]
    public void The_task_references_only_what_every_build_has()
    {
        var task = Contents(_feed.Package("ScalingAnalyzers")).Single(entry => entry.Key.StartsWith("tasks/", StringComparison.Ordinal));
        Assert.Equal(
            ["Microsoft.Build.Framework", "Microsoft.Build.Utilities.Core", "netstandard"],
            References(task.Value).Select(reference => reference.Name!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_the_code_fixes_need_workspaces()
    {
        var needing = Contents(_feed.Package("ScalingAnalyzers")).Where(entry => entry.Key.EndsWith(".dll", StringComparison.Ordinal))
            .Where(entry => References(entry.Value).Any(reference => reference.Name!.EndsWith("Workspaces", StringComparison.Ordinal)))
            .Select(entry => Path.GetFileName(entry.Key));
        Assert.Equal(["ScalingAnalyzers.CodeFixes.dll"], needing);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_assembly_carries_its_symbols_and_no_path_of_the_machine(string id)
    {
        string root = Facts.RepositoryRoot.TrimEnd(Path.DirectorySeparatorChar);
        foreach (var (name, bytes) in Contents(_feed.Package(id)).Where(entry => entry.Key.EndsWith(".dll", StringComparison.Ordinal)))
        {
            using var file = new PEReader(new MemoryStream(bytes));
            DebugDirectoryEntry symbols =
                Assert.Single(file.ReadDebugDirectory(), entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
            using MetadataReaderProvider provider = file.ReadEmbeddedPortablePdbDebugDirectoryData(symbols);
            MetadataReader reader = provider.GetMetadataReader();
            string[] documents = reader.Documents.Select(handle => reader.GetString(reader.GetDocument(handle).Name)).ToArray();
            Assert.NotEmpty(documents);
            Assert.All(documents, document => Assert.StartsWith("/_/", document, StringComparison.Ordinal));
            Assert.False(bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(root)) >= 0, name + " names the folder it was built in");
        }
    }

    [Fact]
    public async Task Two_packs_of_one_commit_in_two_folders_are_equal()
    {
        Assert.SkipUnless(Path.Exists(Path.Combine(Facts.RepositoryRoot, ".git")), "no git: the commit is unknown");
        string other = _feed.Copy("Again", "src", "docs", "build");
        string packages = Path.Combine(other, "packages");
        await Shell.Succeeds(other, $"{Feed.Pack} -o \"{packages}\"");
        foreach (string id in Ids)
        {
            var first = Contents(_feed.Package(id));
            var second = Contents(Path.Combine(packages, Path.GetFileName(_feed.Package(id))));
            Assert.Equal(first.Select(Hash), second.Select(Hash));
        }
    }

    private static SortedDictionary<string, byte[]> Contents(string package)
    {
        using var zip = ZipFile.OpenRead(package);
        var contents = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            contents.Add(entry.FullName, copy.ToArray());
        }

        return contents;
    }

    private static string Hash(KeyValuePair<string, byte[]> entry) => entry.Key + " " + Convert.ToHexString(SHA256.HashData(entry.Value));

    private static System.Reflection.AssemblyName[] References(byte[] assembly)
    {
        using var file = new PEReader(new MemoryStream(assembly));
        MetadataReader reader = file.GetMetadataReader();
        return reader.AssemblyReferences.Select(handle => reader.GetAssemblyReference(handle).GetAssemblyName()).ToArray();
    }

    private XElement Nuspec(string id) =>
        XDocument.Load(new MemoryStream(Contents(_feed.Package(id))[id + ".nuspec"])).Root!.Elements().Single();

    private static XElement? Child(XElement parent, string name) =>
        parent.Elements().SingleOrDefault(element => element.Name.LocalName == name);

    private static string? Value(XElement parent, string name) => Child(parent, name)?.Value;

    // NuGet writes .NETStandard2.0 where a project has netstandard2.0.
    private static string Framework(XElement group) =>
        group.Attribute("targetFramework")!.Value.Replace(".NETStandard", "netstandard", StringComparison.Ordinal);
}
