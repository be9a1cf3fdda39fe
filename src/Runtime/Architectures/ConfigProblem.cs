namespace ScalingAnalyzers.Architectures;

/// <summary>Why a JSON config has no shape.</summary>
public sealed record ConfigProblem
{
    internal ConfigProblem(string field, string message, TextPosition position)
    {
        Field = field;
        Message = message;
        Position = position;
    }

    /// <summary>The path of the field at fault; empty where the text is no JSON, or no object.</summary>
    public string Field { get; }

    /// <summary>What is wrong, in one sentence that names the field.</summary>
    public string Message { get; }

    /// <summary>The field that was meant, where the one at fault is almost named like it; else null.</summary>
    internal string? Meant { get; init; }

    /// <summary>Where: the field's value, the object where a field is missing, or the character where reading
    /// stopped.</summary>
    public TextPosition Position { get; }
}
