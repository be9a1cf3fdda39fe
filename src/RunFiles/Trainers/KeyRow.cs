using System;

namespace ScalingAnalyzers.RunFiles;

/// <summary>A role with its content, or why it is unknown.</summary>
internal readonly record struct KeyReading(ConfigRole Role, object? Content, string? Unknown = null);

/// <summary>One key of a trainer: what it is, in which unit, and how its content is read.</summary>
internal sealed record KeyRow(string Key, ConfigRole Role, string Unit)
{
    /// <summary>From the content to a role and a value; null where the content is the value.</summary>
    public Func<object?, KeyReading>? Read { get; init; }

    /// <summary>What the trainer takes where the key is absent; null where it takes nothing.</summary>
    public object? Default { get; init; }

    /// <summary>The reading of a content.</summary>
    public KeyReading Of(object? content) => Read is null ? Plain(content) : Read(content);

    // Trainers take counts as whole numbers: a fraction is a slip.
    private KeyReading Plain(object? content) => IsCount && content is double and not -1 && Scalars.Whole(content) is null
        ? new KeyReading(Role, null, Scalars.Show(content) + " is not a whole number")
        : IsCount && content is bool or string { Length: > 0 } && !IsWord(content)
            ? new KeyReading(Role, null, Scalars.Show(content) + " is not a number; write it without quotes or unit")
            : new KeyReading(Role, content);

    private static bool IsWord(object? content) => content is "auto" or "none" or "None" or "null";

    private bool IsCount => Role is ConfigRole.MaxSteps or ConfigRole.TokensPerBatch or ConfigRole.GlobalBatchSequences
        or ConfigRole.BatchSequences or ConfigRole.MicroBatchSequences or ConfigRole.GradientAccumulationSteps or ConfigRole.WorldSize
        or ConfigRole.SequenceLength or ConfigRole.AcceleratorCount or ConfigRole.TensorParallel or ConfigRole.PipelineParallel
        or ConfigRole.ContextParallel or ConfigRole.DataParallel or ConfigRole.DataParallelShards or ConfigRole.DataParallelReplicas
        or ConfigRole.ExpertParallel or ConfigRole.ZeroStage or ConfigRole.TrainingSequences or ConfigRole.TrainingTokens;
}
