namespace ScalingAnalyzers.Architectures;

/// <summary>Why a shape is impossible.</summary>
public sealed record ShapeProblem
{
    internal ShapeProblem(string dimension, ConfigRole role, long value, string message)
    {
        Dimension = dimension;
        Role = role;
        Value = value;
        Message = message;
    }

    /// <summary>The property of <see cref="TransformerShape"/> at fault: "HiddenSize", "Experts.PerToken",
    /// "Blocks[1].Attention.Heads".</summary>
    public string Dimension { get; }

    /// <summary>The role of the config member at fault; None where it has no role.</summary>
    public ConfigRole Role { get; }

    /// <summary>Its value.</summary>
    public long Value { get; }

    /// <summary>What is wrong, with the values, in one sentence.</summary>
    public string Message { get; }
}
