using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Evaluation;

/// <summary>One value of a settings file by its key as Microsoft.Extensions.Configuration joins it:
/// "Training:Model:HiddenSize".</summary>
internal sealed record OptionsEntry(string Key, JsonNode Node)
{
    /// <summary>The first part of the key.</summary>
    public string Head => Key.IndexOf(':') is >= 0 and var colon ? Key.Substring(0, colon) : Key;

    /// <summary>Whether the key has one part.</summary>
    public bool IsLeaf => Key.IndexOf(':') < 0;

    /// <summary>The same value by the rest of its key.</summary>
    public OptionsEntry Below(int length) => this with { Key = Key.Substring(length) };
}

/// <summary>Why a section gives no run, and where.</summary>
internal sealed record SectionProblem(string Message, TextPosition Position);

/// <summary>One run of a settings file: the entries below its section, or why there are none.</summary>
/// <param name="Key">The whole key of the section.</param>
/// <param name="Suffix">What tells the elements of a list apart: a name or a number; null where the section is no
/// list.</param>
/// <param name="Entries">The values, by their keys below the section.</param>
/// <param name="Problem">Why there are none; null where there are.</param>
internal sealed record OptionsSection(
    string Key, string? Suffix, System.Collections.Generic.IReadOnlyList<OptionsEntry> Entries, SectionProblem? Problem = null);
