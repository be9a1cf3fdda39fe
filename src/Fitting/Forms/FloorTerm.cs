namespace ScalingAnalyzers.Fitting;

/// <summary>Whether a power law has a floor, a lower limit for every x.</summary>
public enum FloorTerm
{
    /// <summary>A floor above zero is fitted.</summary>
    Fitted,

    /// <summary>No floor: the law falls to zero, as those of Kaplan et al. 2020 do.</summary>
    Zero,
}
