namespace ScalingAnalyzers.RunFiles;

/// <summary>One key of a file with its value, or the reason why the value is unknown.</summary>
internal sealed record KeyEntry(string File, string Path, object? Content, int Line, int Column)
{
    /// <summary>Why the value is unknown; null where it is known.</summary>
    public string? Unknown { get; init; }

    /// <summary>The last part of the path.</summary>
    public string Leaf => Path[(Path.LastIndexOf('.') + 1)..];

    /// <summary>Whether a list or a table is written, whose parts are entries of their own.</summary>
    public bool IsContainer { get; init; }
}
