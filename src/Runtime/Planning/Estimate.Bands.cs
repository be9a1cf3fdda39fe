using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers;

public sealed partial class Estimate
{
    private LossBands? _bands;

    /// <summary>How sure the predicted loss is: coefficient band, single-run band, spread of laws; null where no loss
    /// is predicted.</summary>
    public LossBands? LossBands => _bands ??= PredictedLoss is { } loss && Balance is { } balance
        ? new LossBands(Counted, Law, balance.Parameters, balance.Tokens, loss)
        : null;
}
