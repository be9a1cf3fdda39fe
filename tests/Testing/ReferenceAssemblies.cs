using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Testing;

/// <summary>What the code under test may reference: the installed .NET targeting pack, and our runtime
/// library.</summary>
internal static class ReferenceAssemblies
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> LazyNet = new(FromTargetingPack);

    private static readonly Lazy<MetadataReference> LazyRuntime =
        new(() => MetadataReference.CreateFromFile(typeof(KnownLaws).Assembly.Location));

    /// <summary>The newest installed Microsoft.NETCore.App.Ref.</summary>
    public static ImmutableArray<MetadataReference> Net => LazyNet.Value;

    /// <summary>ScalingAnalyzers.Runtime, from the folder of this assembly.</summary>
    public static MetadataReference Runtime => LazyRuntime.Value;

    private static ImmutableArray<MetadataReference> FromTargetingPack()
    {
        string pack = Path.Combine(BuildFacts.TargetingPacks, "Microsoft.NETCore.App.Ref");
        string newest = Directory.GetDirectories(pack).MaxBy(VersionOf)
            ?? throw new DirectoryNotFoundException($"no version of the .NET targeting pack under {pack}");
        string frameworks = Directory.GetDirectories(Path.Combine(newest, "ref"), "net*").Single();
        return Directory.GetFiles(frameworks, "*.dll")
            .Order(StringComparer.Ordinal)
            .Select(file => (MetadataReference)MetadataReference.CreateFromFile(file))
            .ToImmutableArray();
    }

    private static Version VersionOf(string folder) =>
        Version.TryParse(Path.GetFileName(folder).Split('-')[0], out Version? version) ? version : new Version(0, 0);
}
