using System.Collections.Generic;
using ScalingAnalyzers.Checks;

namespace ScalingAnalyzers.RunFiles;

/// <summary>What a run file does not have: inputs of the reader. They add to the file and never replace what it writes.</summary>
public sealed record RunFileOptions
{
    /// <summary>The name of the trainer, one of <see cref="RunFile.Trainers"/>; null where the keys decide.</summary>
    public string? Trainer { get; init; }

    /// <summary>All accelerators of the run.</summary>
    public long? AcceleratorCount { get; init; }

    /// <summary>The accelerator's name, one of KnownAccelerators or a name that drivers report.</summary>
    public string? Accelerator { get; init; }

    /// <summary>Model FLOPs utilization, in (0, 1].</summary>
    public double? Utilization { get; init; }

    /// <summary>All parameters of the model, where the file has no shape.</summary>
    public long? Parameters { get; init; }

    /// <summary>Rows of the embedding, padding included, where the vocabulary comes from a tokenizer.</summary>
    public long? VocabularySize { get; init; }

    /// <summary>Distinct tokens of the data set, where the run is declared in epochs.</summary>
    public long? UniqueTokens { get; init; }

    /// <summary>Tokens of one training sequence, where the file leaves them to the data.</summary>
    public long? SequenceLength { get; init; }

    /// <summary>Further values by their roles.</summary>
    public IReadOnlyDictionary<ConfigRole, object>? Others { get; init; }

    /// <summary>What the checks judge by; the defaults where null.</summary>
    public CheckOptions? Checks { get; init; }
}
