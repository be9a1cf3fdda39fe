namespace ScalingAnalyzers.Architectures;

/// <summary>The result of reading C# members as a family.</summary>
public sealed record FamilyShape
{
    /// <summary>The shape, or what stops it.</summary>
    /// <param name="shape">The shape; null where something stops it.</param>
    /// <param name="declared">The shape as declared.</param>
    /// <param name="problemRole">The role at fault.</param>
    /// <param name="problem">What is wrong.</param>
    public FamilyShape(TransformerShape? shape, TransformerShape declared, ConfigRole problemRole, string? problem)
    {
        Shape = shape;
        Declared = declared;
        ProblemRole = problemRole;
        Problem = problem;
    }

    /// <summary>The shape; null where something stops it.</summary>
    public TransformerShape? Shape { get; init; }

    /// <summary>The shape as declared even where it is impossible; do not count it when <see cref="Problem"/> is
    /// set.</summary>
    public TransformerShape Declared { get; init; }

    /// <summary>The role at fault: missing, unreadable or impossible; None where none is.</summary>
    public ConfigRole ProblemRole { get; init; }

    /// <summary>What is wrong, in one sentence; null where nothing is.</summary>
    public string? Problem { get; init; }
}
