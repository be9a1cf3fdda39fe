namespace ScalingAnalyzers.Architectures;

/// <summary>Whether and how queries and keys are normalised before they meet.</summary>
public enum QueryKeyNorm
{
    /// <summary>They are not.</summary>
    None,

    /// <summary>Over one head, all heads sharing the weights (Qwen 3, Gemma 3): a vector of the head size
    /// each.</summary>
    PerHead,

    /// <summary>
    /// Over the whole width, or per head with separate weights (OLMo 2, Command-R+): one vector of the width each.
    /// </summary>
    FullWidth,

    /// <summary>Over one head; only that of the keys has weights, a vector of the head size (DeepSeek-V4).</summary>
    Keys,
}
