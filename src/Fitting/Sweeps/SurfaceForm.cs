namespace ScalingAnalyzers.Fitting;

/// <summary>The form of a loss surface.</summary>
public enum SurfaceForm
{
    /// <summary>E + A/N^alpha + B/D^beta (Hoffmann et al. 2022).</summary>
    Additive,

    /// <summary>E + (A/N^alpha + B/D^beta)^k (Videau et al. 2026).</summary>
    Coupled,
}

/// <summary>Which runs a back-test holds out.</summary>
public enum BackTestOrder
{
    /// <summary>Those with the most training compute.</summary>
    Compute,

    /// <summary>Those with the most parameters.</summary>
    Parameters,

    /// <summary>Those with the most tokens per parameter.</summary>
    Ratio,
}
