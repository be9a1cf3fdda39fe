namespace ScalingAnalyzers.Architectures;

internal enum WeightPart
{
    Embedding,
    Attention,
    Recurrent,
    FeedForward,
    Experts,
    Norms,
    Head,
    Other,
}

/// <summary>Where a weight is: decides how pipeline and expert parallelism divide it.</summary>
internal enum WeightPlace
{
    /// <summary>Before the first block.</summary>
    Front,

    /// <summary>In a block.</summary>
    Block,

    /// <summary>A routed expert of a block.</summary>
    RoutedExpert,

    /// <summary>A block that layers share: on every pipeline stage.</summary>
    Shared,

    /// <summary>After the last block.</summary>
    Back,
}

/// <summary>What a weight does, for counting FLOPs.</summary>
internal enum WeightUse
{
    /// <summary>A matrix that activations are multiplied with.</summary>
    Multiplied,

    /// <summary>A table whose rows are looked up.</summary>
    LookedUp,

    /// <summary>A vector that is added or scales: biases and norms.</summary>
    Elementwise,
}

/// <summary>One weight of one layer, and how often the model has it.</summary>
internal readonly struct Weight
{
    public Weight(WeightPart part, WeightPlace place, WeightUse use, long rows, long columns, bool split, long copies = 1,
        int mostSplits = int.MaxValue)
    {
        Part = part;
        Place = place;
        Use = use;
        Rows = rows;
        Columns = columns;
        IsSplit = split;
        Copies = copies;
        MostSplits = mostSplits;
        ActiveCopies = copies;
    }

    public WeightPart Part { get; init; }

    public WeightPlace Place { get; init; }

    public WeightUse Use { get; }

    public long Rows { get; }

    /// <summary>1 for a vector.</summary>
    public long Columns { get; }

    /// <summary>Whether tensor parallelism divides it; the rest is on every device (Shoeybi et al. 2019, section
    /// 3).</summary>
    public bool IsSplit { get; }

    /// <summary>Into how many parts tensor parallelism can divide it: a key-value head is on several devices where
    /// there are more devices than heads.</summary>
    public int MostSplits { get; }

    /// <summary>How many of them one layer has.</summary>
    public long Copies { get; }

    /// <summary>How many of them a token meets in one layer: fewer for routed experts.</summary>
    public long ActiveCopies { get; init; }

    /// <summary>Parameters of one copy.</summary>
    public long Size => checked(Rows * Columns);
}
