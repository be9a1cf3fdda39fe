using System.Collections.Generic;

namespace ScalingAnalyzers.Configuration;

/// <summary>What one step of gradient accumulation is.</summary>
internal enum AccumulationKind
{
    /// <summary>A forward pass of each data-parallel rank: the batch of a step is multiplied by the ranks.</summary>
    PerRank,

    /// <summary>A forward pass of one rank: the steps of all ranks are counted together.</summary>
    TotalOverRanks,
}

/// <summary>The unit of a global batch.</summary>
internal enum BatchUnit
{
    Sequences,
    Tokens,
}

/// <summary>What a batch size without a further word is.</summary>
internal enum PlainBatchKind
{
    /// <summary>The batch of one data-parallel rank.</summary>
    PerRank,

    /// <summary>The batch of a step over all ranks.</summary>
    Global,
}

/// <summary>
/// A trainer: the names by which its files are known, and what it means by the words that trainers use differently.
/// </summary>
internal sealed class Trainer
{
    public Trainer(string name) => Name = name;

    public string Name { get; }

    /// <summary>Names that only this trainer uses: one of them decides.</summary>
    public IReadOnlyList<string> OwnNames { get; init; } = [];

    /// <summary>Names that few trainers use: two of them decide.</summary>
    public IReadOnlyList<string> UsualNames { get; init; } = [];

    /// <summary>What a step of accumulation is.</summary>
    public AccumulationKind Accumulation { get; init; }

    /// <summary>Whether one forward pass makes a step where no accumulation is declared.</summary>
    public bool AccumulatesOnce { get; init; }

    /// <summary>The unit of its global batch.</summary>
    public BatchUnit GlobalBatch { get; init; }

    /// <summary>What its plain batch size is.</summary>
    public PlainBatchKind PlainBatch { get; init; }
}
