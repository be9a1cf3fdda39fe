using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Generators;

/// <summary>Names of generated files: ASCII, shortened, and never alike, also for names that differ by case
/// only.</summary>
internal static class HintNames
{
    private const string Digits = "0123456789abcdef";

    private const int HashBytes = 16;

    /// <summary>The name of a file for a type.</summary>
    /// <param name="full">Its full metadata name.</param>
    /// <param name="kind">What it is, and what is around it: while a class is being turned into a record, both have one
    /// name.</param>
    [MethodImpl(Compiled.AtOnce)]
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
    [MethodImpl(Compiled.AtOnce)]
    private static string Hash(string text)
    {
        using var hash = SHA256.Create();
        byte[] bytes = hash.ComputeHash(Encoding.Unicode.GetBytes(text));
        char[] digits = new char[2 * HashBytes];
        for (int i = 0; i < HashBytes; i++) (digits[2 * i], digits[(2 * i) + 1]) = (Digits[bytes[i] >> 4], Digits[bytes[i] & 15]);
        return new string(digits);
    }
}
