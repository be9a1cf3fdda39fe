namespace ScalingAnalyzers.Fitting;

/// <summary>Whether a power law has a floor that no x gets below.</summary>
public enum FloorTerm
{
    /// <summary>A floor above zero is fitted.</summary>
    Fitted,

    /// <summary>There is none: the law falls to zero, as those of Kaplan et al. 2020 do.</summary>
    Zero,
}
