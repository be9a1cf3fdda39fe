namespace ScalingAnalyzers.Laws;

/// <summary>What is wrong with a law file, and where.</summary>
public sealed class LawFileProblem
{
    internal LawFileProblem(string message, TextPosition position)
    {
        Message = message;
        Position = position;
    }

    /// <summary>What was found and what would be right.</summary>
    public string Message { get; }

    /// <summary>The value or name at fault.</summary>
    public TextPosition Position { get; }
}
