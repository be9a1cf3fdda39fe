using System;

namespace ScalingAnalyzers.Documentation.Tests;

/// <summary>A C# example of a page, with the page's expectations.</summary>
/// <param name="Page">The page, from the root of the repository.</param>
/// <param name="Line">The line of its fence, from 1.</param>
/// <param name="Text">The code.</param>
/// <param name="Mark">The comment before the fence: "clean", "warns: SCALE001"; null where there is none.</param>
/// <param name="Fix">The key of the fix that made it out of the example before, from a comment "fix: KEY".</param>
/// <param name="EditorConfig">The .editorconfig shown before it.</param>
/// <param name="Shown">What the page shows as the analyzers' output after it.</param>
internal sealed record CodeBlock(string Page, int Line, string Text, string? Mark, string? Fix, string? EditorConfig, string? Shown)
{
    public string Name => Page + ":" + Line;

    /// <summary>The rules that report it, in the order of the page.</summary>
    public string[] Rules => Mark?.StartsWith("warns:", StringComparison.Ordinal) == true
        ? Mark.Substring("warns:".Length).Split(',', StringSplitOptions.TrimEntries)
        : [];
}
