namespace ScalingAnalyzers.Configuration;

/// <summary>Tokens of a run or of a step, and the value that decides them.</summary>
internal sealed class TokenCount
{
    /// <summary>The formula of declared tokens.</summary>
    public const string Declared = "declared";

    public TokenCount(long value, ConfigValue decidedBy, double perUnit, string formula)
    {
        Value = value;
        DecidedBy = decidedBy;
        PerUnit = perUnit;
        Formula = formula;
    }

    public long Value { get; }

    /// <summary>The declared tokens, or the steps or epochs they follow from.</summary>
    public ConfigValue DecidedBy { get; }

    /// <summary>Tokens for one unit of the deciding value: one step, one epoch.</summary>
    public double PerUnit { get; }

    /// <summary>"declared", "MaxSteps x GlobalBatchSize x SequenceLength", ...</summary>
    public string Formula { get; }

    /// <summary>What the formula takes for granted, as text; empty where nothing, so that the count is
    /// certain.</summary>
    public string Assumption { get; init; } = "";

    /// <summary>Whether the batch grows to its size during the run, so that fewer tokens are trained on.</summary>
    public bool IsUpperBound { get; init; }

    public bool IsDeclared => Formula == Declared;
}
