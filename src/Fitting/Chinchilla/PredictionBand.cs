namespace ScalingAnalyzers.Fitting;

/// <summary>What the interval of a predicted loss is to hold.</summary>
public enum PredictionBand
{
    /// <summary>The law's own loss: the uncertainty of its coefficients.</summary>
    Coefficients,

    /// <summary>The loss of one run: the spread of single runs about the law is added.</summary>
    SingleRun,
}
