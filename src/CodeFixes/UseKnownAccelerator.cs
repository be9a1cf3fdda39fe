using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Analyzers;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>use-known-accelerator: the nearest name that is known.</summary>
internal static class UseKnownAccelerator
{
    public static async Task<Fix?> Of(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var facts = FixFacts.Of(diagnostic);
        if (!facts.Properties.TryGetValue(AcceleratorNames.Nearest, out string? name) || name is null) return null;
        var edit = await LiteralEdit.Of(document.Project.Solution, facts, AcceleratorNames.Name, (text, _) => Quoted(text, name), cancellation).ConfigureAwait(false);
        return edit is null ? null : new Fix("use-known-accelerator", "Use " + name, ImmutableArray.Create(edit));
    }

    // Plain and verbatim texts; a raw one stays with its author.
    private static string? Quoted(string text, string name) =>
        text.StartsWith("\"\"\"", System.StringComparison.Ordinal) ? null
        : text[0] is '"' ? "\"" + name + "\""
        : text.StartsWith("@\"", System.StringComparison.Ordinal) ? "@\"" + name + "\""
        : null;
}
