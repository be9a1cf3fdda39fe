namespace ScalingAnalyzers.Laws;

/// <summary>Where the logits that a student is distilled on come from.</summary>
public enum TeacherLogits
{
    /// <summary>The teacher computes them during the run.</summary>
    Computed,

    /// <summary>They exist already, and cost nothing more.</summary>
    Stored,
}
