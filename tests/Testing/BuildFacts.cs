using System.Linq;
using System.Reflection;

namespace ScalingAnalyzers.Testing;

/// <summary>What the build knew and the tests need: places that are not beside the test assembly.</summary>
internal static class BuildFacts
{
    /// <summary>The folder of the SDK's targeting packs.</summary>
    public static string TargetingPacks => Value("ReferenceAssemblies");

    /// <summary>The root of this repository.</summary>
    public static string RepositoryRoot => Value("RepositoryRoot");

    private static string Value(string key) => typeof(BuildFacts).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
