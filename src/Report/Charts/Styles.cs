namespace ScalingAnalyzers.Reports.Charts;

/// <summary>Styles beside those of laws and runs, which count from 0; chart.css and page.js draw them.</summary>
internal static class Styles
{
    /// <summary>The fitted range of a law.</summary>
    public const int Range = 100;

    /// <summary>Curves of equal compute.</summary>
    public const int EqualCompute = 101;

    /// <summary>Curves of equal loss.</summary>
    public const int EqualLoss = 102;

    /// <summary>The coefficient band.</summary>
    public const int CoefficientBand = 103;

    /// <summary>The single-run band.</summary>
    public const int SingleRunBand = 104;

    /// <summary>The spread of laws.</summary>
    public const int SpreadOfLaws = 105;

    /// <summary>Limits, such as the memory of an accelerator.</summary>
    public const int Limit = 106;
}
