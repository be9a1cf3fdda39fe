namespace ScalingAnalyzers.Planning;

/// <summary>Why the laws may not be applied to a config though its numbers are known.</summary>
internal enum VerdictObstacle
{
    None,

    /// <summary>A mixture of experts of which no count of active parameters is known.</summary>
    UncountedMixture,

    /// <summary>The declared law is not known.</summary>
    UnknownLaw,

    /// <summary>The declared stage cannot be read.</summary>
    UnknownStage,

    /// <summary>The run seems to start from a trained model, and no stage is declared.</summary>
    StartingPoint,
}

/// <summary>What a config leaves open, so that an estimate of it must not give a verdict or hours.</summary>
/// <param name="Obstacle">Why no verdict is given.</param>
/// <param name="Member">The member that the obstacle is about; empty where none is.</param>
/// <param name="IsPeakUnreadable">Whether a peak is declared that cannot be read: then no hours follow.</param>
internal sealed record EstimateLimits(VerdictObstacle Obstacle, string Member, bool IsPeakUnreadable)
{
    public static EstimateLimits None { get; } = new(VerdictObstacle.None, "", IsPeakUnreadable: false);

    /// <summary>Why there is no verdict; null where there may be one.</summary>
    public string? NoVerdict => Obstacle switch
    {
        VerdictObstacle.UncountedMixture => "'" + Member + "' makes it a mixture of experts; declare its ActiveParameters",
        VerdictObstacle.UnknownLaw => "the law is not known",
        VerdictObstacle.UnknownStage => "the stage is not known",
        VerdictObstacle.StartingPoint => "'" + Member + "' suggests that the run does not start from scratch; declare its Stage",
        _ => null,
    };

    /// <summary>Why there are no hours; null where there may be some.</summary>
    public string? NoHours => IsPeakUnreadable ? "the declared peak cannot be read" : null;
}
