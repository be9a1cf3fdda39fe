namespace ScalingAnalyzers.Fitting;

/// <summary>Where Huber's loss of ln L turns from squares to absolute values in the forms of a sweep.</summary>
public enum HuberCorner
{
    /// <summary>As the options of the surface have it (1e-3, that of published fits), but by the scatter of the runs
    /// where they scatter by more than 0.6 %: most of them would count by their sign alone. Another corner than 1e-3
    /// was chosen, and stays.</summary>
    Automatic,

    /// <summary>As the options of the surface have it.</summary>
    Given,

    /// <summary>At 1.345 standard deviations of the runs' own scatter, which is 95 % efficient where it is
    /// normal.</summary>
    ByScatter,
}
