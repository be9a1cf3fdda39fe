using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// What went wrong in the generator, which reports nothing itself: it is written into the version of the generated
/// class's mark, where the analyzer finds it.
/// </summary>
internal static class GenerationFailure
{
    public const string Tool = "ScalingAnalyzers";

    private const string Version = "1";
    private const string Separator = ": ";

    /// <summary>The version that the mark of a generated class has.</summary>
    public static string Mark(string failure) => failure.Length == 0 ? Version : Version + Separator + failure;

    /// <summary>An exception in words that are the same on every machine.</summary>
    public static string Words(string step, Exception exception) => step + " fails (" + exception.GetType().Name + ")";

    /// <summary>The words in the mark of a generated class; null where nothing failed.</summary>
    public static string? Of(INamedTypeSymbol? generated) => generated?.GetAttributes()
        .Where(a => a.AttributeClass is { Name: "GeneratedCodeAttribute" } && a.ConstructorArguments.Length == 2
            && a.ConstructorArguments[0].Value is Tool)
        .Select(a => a.ConstructorArguments[1].Value as string)
        .Where(version => version?.StartsWith(Version + Separator, StringComparison.Ordinal) == true)
        .Select(version => version!.Substring(Version.Length + Separator.Length))
        .FirstOrDefault();
}
