using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Generators;

/// <summary>Names of generated files: ASCII, shortened, and never alike, also for names that differ by case
/// only.</summary>
internal static class HintNames
{
    /// <summary>The name of a file for a type.</summary>
    /// <param name="full">Its full metadata name.</param>
    /// <param name="kind">What it is, and what is around it: while a class is being turned into a record, both have one
    /// name.</param>
    public static string Of(string full, string kind = "")
    {
        var readable = new StringBuilder();
        foreach (char c in full)
        {
            if (readable.Length == 60) break;
            readable.Append(c < 128 && (char.IsLetterOrDigit(c) || c == '.') ? c : '_');
        }

        return readable + "." + Hash(kind.Length == 0 ? full : full + "|" + kind) + ".g.cs";
    }

    /// <summary>The name that no other type of the project has.</summary>
    public static string FullMetadataName(INamedTypeSymbol type)
    {
        string outer = type.ContainingType is { } container ? FullMetadataName(container) + "+"
            : type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() + "." : "";
        return outer + type.MetadataName;
    }

    // Equal on every machine, and wide enough that no two names of a project have one.
    private static string Hash(string text)
    {
        using var hash = SHA256.Create();
        return string.Concat(
            hash.ComputeHash(Encoding.Unicode.GetBytes(text)).Take(16).Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
