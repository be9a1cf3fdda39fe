using System;
using System.Collections.Generic;

namespace ScalingAnalyzers.RunFiles;

/// <summary>A key of a trainer's model and the field of config.json that means the same.</summary>
internal sealed record ModelKey(string Key, string Field, ConfigRole Role = ConfigRole.None)
{
    /// <summary>Whether the shape is open without it.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>From the trainer's content to the field's; null where the content stays.</summary>
    public Func<object?, object?>? Convert { get; init; }

    /// <summary>The trainer's own default; null where the field then stays away.</summary>
    public object? Default { get; init; }
}

/// <summary>How a trainer declares a model, in the fields of a family that Runtime counts.</summary>
internal sealed class ModelTable
{
    /// <summary>The model_type for a file, or why its shape is not counted; both null where the file holds no
    /// shape.</summary>
    public required Func<KeyTree, (string? Type, string? WhyNot)> Family { get; init; }

    public IReadOnlyList<ModelKey> Keys { get; init; } = [];

    /// <summary>Keys that would change the block: a slip in one of them leaves the shape open.</summary>
    public IReadOnlyList<string> Watched { get; init; } = [];

    /// <summary>Fields with one value for all files.</summary>
    public IReadOnlyDictionary<string, object> Fixed { get; init; } =
        new Dictionary<string, object>(StringComparer.Ordinal);

    /// <summary>Adds a field that follows from several keys; the reason where it cannot.</summary>
    public Func<RunDraft, IDictionary<string, object>, string?>? Complete { get; init; }

    /// <summary>The field for the rows of the embedding where the file has none; null where it always has.</summary>
    public string? VocabularyField { get; init; }
}
