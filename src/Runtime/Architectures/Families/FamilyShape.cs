namespace ScalingAnalyzers.Architectures;

/// <summary>The result of reading C# members as a family.</summary>
public sealed record FamilyShape
{
    private FamilyShape(TransformerShape declared) => Declared = declared;

    /// <summary>The shape; null where something stops it.</summary>
    public TransformerShape? Shape { get; private init; }

    /// <summary>The shape as declared even where it is impossible; do not count it when <see cref="Problem"/> is
    /// set.</summary>
    public TransformerShape Declared { get; }

    /// <summary>The role at fault: missing, unreadable or impossible; None where none is.</summary>
    public ConfigRole ProblemRole { get; private init; }

    /// <summary>What is wrong, in one sentence; null where nothing is.</summary>
    public string? Problem { get; private init; }

    /// <summary>Why the shape is impossible although every dimension was read; null where it is not.</summary>
    public ShapeProblem? Impossible { get; private init; }

    /// <summary>The shape as declared, or why it is impossible.</summary>
    internal static FamilyShape Of(TransformerShape declared) =>
        declared.Validate() is { } impossible ? OfImpossible(declared, impossible) : new FamilyShape(declared) { Shape = declared };

    /// <summary>A shape that its own dimensions make impossible.</summary>
    internal static FamilyShape OfImpossible(TransformerShape declared, ShapeProblem impossible) => new(declared)
    {
        ProblemRole = impossible.Role,
        Problem = impossible.Message,
        Impossible = impossible,
    };

    /// <summary>What is not a shape, because something is missing, unreadable or not counted.</summary>
    internal static FamilyShape Refused(TransformerShape declared, ConfigRole role, string problem) =>
        new(declared) { ProblemRole = role, Problem = problem };
}
