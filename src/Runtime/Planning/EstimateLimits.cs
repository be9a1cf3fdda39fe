namespace ScalingAnalyzers.Planning;

/// <summary>Why the laws may not be applied to a config though its numbers are known.</summary>
internal enum AssessmentObstacle
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

/// <summary>The unknown parts of a config, for which an estimate must not give an assessment or hours.</summary>
/// <param name="Obstacle">Why the run is not assessed.</param>
/// <param name="Member">The member concerned; empty where there is none.</param>
/// <param name="IsPeakUnreadable">Whether a peak is declared that cannot be read: then no hours follow.</param>
internal sealed record EstimateLimits(AssessmentObstacle Obstacle, string Member, bool IsPeakUnreadable)
{
    public static EstimateLimits None { get; } = new(AssessmentObstacle.None, "", IsPeakUnreadable: false);

    /// <summary>Why the run is not assessed; null where it can be.</summary>
    public string? WhyNotAssessed => Obstacle switch
    {
        AssessmentObstacle.UncountedMixture => "'" + Member + "' makes it a mixture of experts; declare its ActiveParameters",
        AssessmentObstacle.UnknownLaw => "the law is not known",
        AssessmentObstacle.UnknownStage => "the stage is not known",
        AssessmentObstacle.StartingPoint => "'" + Member + "' suggests that the run does not start from scratch; declare its Stage",
        _ => null,
    };

    /// <summary>Whether most weights are not trained: 6 FLOPs a parameter and token do not hold.</summary>
    public bool IsPartlyTrained { get; init; }

    /// <summary>Whether a throughput is declared that cannot be read: then no hours follow.</summary>
    public bool IsRateUnreadable { get; init; }

    /// <summary>Whether a basis of the utilization is declared that cannot be read: then no hours follow from
    /// it.</summary>
    public bool IsBasisUnreadable { get; init; }

    /// <summary>Whether an availability is declared that cannot be used: then no days follow.</summary>
    public bool IsAvailabilityUnreadable { get; init; }

    /// <summary>A factor on the power of the accelerators is declared and cannot be used: no energy follows.</summary>
    public bool IsPowerUnreadable { get; init; }

    /// <summary>A size of the model is declared and cannot be read, or is to be set: none is planned.</summary>
    public bool IsSizeUnreadable { get; init; }

    /// <summary>The training tokens are declared and cannot be read, or are to be set: none are planned.</summary>
    public bool AreTokensUnreadable { get; init; }

    /// <summary>A limit of FLOPs, hours, cost or days is declared and cannot be used: nothing is planned within
    /// it.</summary>
    public bool IsBudgetUnreadable { get; init; }

    /// <summary>A target loss is declared and cannot be used: nothing is planned for it.</summary>
    public bool IsTargetUnreadable { get; init; }

    /// <summary>Why there are no hours; null where there can be.</summary>
    public string? WhyNoHours => IsPartlyTrained ? "only a part of the weights is trained, and its FLOPs are not counted"
        : IsRateUnreadable ? "the declared throughput cannot be read"
        : IsBasisUnreadable ? "the declared basis of the utilization cannot be read"
        : IsPeakUnreadable ? "the declared peak cannot be read"
        : null;
}
