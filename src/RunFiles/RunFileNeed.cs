namespace ScalingAnalyzers.RunFiles;

/// <summary>An input that the file does not have and that something waits for.</summary>
public sealed class RunFileNeed
{
    internal RunFileNeed(ConfigRole role, string why, string hint)
    {
        Role = role;
        Why = why;
        Hint = hint;
    }

    /// <summary>What is missing.</summary>
    public ConfigRole Role { get; }

    /// <summary>What waits for it, and why it is not in the file.</summary>
    public string Why { get; }

    /// <summary>What the file itself gives of it: "a multiple of 8 (model_parallel_size x pipe_parallel_size)";
    /// empty where nothing.</summary>
    public string Hint { get; }

    /// <summary>The input as text.</summary>
    /// <returns>"AcceleratorCount: ...".</returns>
    public override string ToString() => Role + ": " + Why + (Hint.Length > 0 ? "; " + Hint : "");
}
