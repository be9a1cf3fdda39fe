using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>
/// Muennighoff's law with so many unique tokens: a loss frontier that every assessment and plan of a run can use.
/// </summary>
public sealed class UniqueTokensLaw : LossLaw, ILossFrontier
{
    internal UniqueTokensLaw(MuennighoffLaw law, double uniqueTokens)
        : base(law.Id)
    {
        Positive.Require(uniqueTokens, nameof(uniqueTokens), "tokens");
        Law = law;
        UniqueTokens = uniqueTokens;
        Title = law.Title + ", " + Quantity.Format(uniqueTokens) + " unique tokens";
        Source = law.Source;
        FittedRange = law.FittedRange;
        Convention = law.Convention;
        Caution = law.Caution;
    }

    /// <summary>The law.</summary>
    public MuennighoffLaw Law { get; }

    /// <summary>Available unique tokens.</summary>
    public double UniqueTokens { get; }

    /// <inheritdoc/>
    public override string Formula => Law.Formula;

    /// <inheritdoc/>
    public override System.Collections.Generic.IReadOnlyList<LawCoefficient> Coefficients => Law.Coefficients;

    /// <inheritdoc/>
    public Allocation Allocate(double trainingFlops) => Law.Allocate(trainingFlops, UniqueTokens);

    /// <inheritdoc/>
    public double TokensFor(double parameters) => Law.TokensFor(parameters, UniqueTokens);

    /// <inheritdoc/>
    public double ParametersFor(double tokens) => Law.ParametersFor(tokens, UniqueTokens);

    /// <inheritdoc/>
    public double OptimalLoss(double trainingFlops) => Law.OptimalLoss(trainingFlops, UniqueTokens);

    /// <summary>The least training compute that reaches a loss with these unique tokens, FLOPs; infinity where no
    /// compute does.</summary>
    /// <inheritdoc/>
    public double TrainingFlopsFor(double loss) => Law.TrainingFlopsFor(loss, UniqueTokens);

    private protected override double Surface(double parameters, double tokens) => Law.Loss(parameters, tokens, UniqueTokens);
}
