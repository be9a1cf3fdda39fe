namespace ScalingAnalyzers.Planning;

/// <summary>The position of a value relative to the bands of several laws.</summary>
public enum BandSide
{
    /// <summary>Inside a band, or above one and below another.</summary>
    Inside,

    /// <summary>Below all bands.</summary>
    Below,

    /// <summary>Above all bands.</summary>
    Above,
}
