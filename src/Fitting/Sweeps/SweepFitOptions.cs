namespace ScalingAnalyzers.Fitting;

/// <summary>How to fit a sweep.</summary>
public sealed record SweepFitOptions
{
    /// <summary>What both forms minimise, and the names of the resulting law.</summary>
    public ChinchillaFitOptions Surface { get; init; } = new();

    /// <summary>
    /// Whether both forms take Huber's corner from the runs, at 1.345 standard deviations of their own scatter, in
    /// place of <see cref="ChinchillaFitOptions.HuberDelta"/>: published fits have 1e-3, where runs that scatter by
    /// more count by their sign alone. Least squares have no corner and stay as they are.
    /// </summary>
    public bool CornerByScatter { get; init; }

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
