namespace ScalingAnalyzers.Fitting;

/// <summary>How to fit a sweep.</summary>
public sealed record SweepFitOptions
{
    /// <summary>What both forms minimise, and the names of the resulting law.</summary>
    public ChinchillaFitOptions Surface { get; init; } = new();

    /// <summary>Where Huber's corner is. Least squares have none and stay as they are.</summary>
    public HuberCorner Corner { get; init; }

    /// <summary>Draws of the bootstrap that tests k = 1.</summary>
    public int TestDraws { get; init; } = 199;

    /// <summary>The level of the test: k = 1 is rejected where fewer draws gain as much.</summary>
    public double TestLevel { get; init; } = 0.05;

    /// <summary>The share of runs that the back-tests behind the choice of form hold out.</summary>
    public double HeldOutShare { get; init; } = 0.25;

    /// <summary>One seed gives one result.</summary>
    public ulong Seed { get; init; } = 42;

    /// <summary>Whether several cores may share the work.</summary>
    public bool Parallel { get; init; } = true;
}
