namespace ScalingAnalyzers.Fitting;

/// <summary>The content of the interval of a predicted loss.</summary>
public enum PredictionBand
{
    /// <summary>The law's own loss: the uncertainty of its coefficients.</summary>
    Coefficients,

    /// <summary>The loss of one run: the spread of single runs about the law is added.</summary>
    SingleRun,
}
