namespace ScalingAnalyzers.Fitting;

/// <summary>How the interval of a prediction is computed; docs/fitting.md has the measured coverage of each.</summary>
public enum IntervalMethod
{
    /// <summary>All losses that a law of the form gives without fitting the runs worse than chance explains, by
    /// Student's quantile; the default.</summary>
    Profile,

    /// <summary>The delta method with Student's quantile and the correction for few runs: straight, so too short where
    /// the surface bends.</summary>
    Delta,

    /// <summary>Percentiles of refits to runs drawn with replacement.</summary>
    PairsBootstrap,

    /// <summary>Percentiles of refits to the law with residuals drawn with replacement.</summary>
    ResidualBootstrap,

    /// <summary>Percentiles of refits to whole groups drawn with replacement.</summary>
    BlockBootstrap,
}
