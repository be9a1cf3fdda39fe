using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Planning;

/// <summary>The cheapest run of a loss over its life where data repeat.</summary>
internal static class RepeatedServing
{
    // The golden section.
    private const double Section = 0.6180339887498949;
    private const double FarthestTokens = 1e4;
    private const int Steps = 120;

    /// <summary>
    /// 6 N D + 2 N T along the runs of one loss, from the run that is cheapest to train on: fewer tokens need a larger
    /// model and more training. The best cell of an even grid in ln D, then golden section in it and its neighbour.
    /// </summary>
    public static Allocation Cheapest(RepeatedDataLaw law, double loss, double inferenceTokens, Allocation trained)
    {
        if (inferenceTokens == 0) return trained;

        // Where the law of new data needs no repeats, its plan is the best here too.
        var plain = InferencePlan.ForLoss(loss, inferenceTokens, law.Law).Allocation;
        if (plain.Tokens <= law.UniqueTokens) return plain;
        double start = ScalarMath.Log(trained.Tokens), step = ScalarMath.Log(FarthestTokens) / Steps;
        int best = 0;
        double least = Bill(start);
        for (int i = 1; i <= Steps; i++)
        {
            double bill = Bill(start + (i * step));
            if (!(bill < least)) continue;
            (best, least) = (i, bill);
        }

        double low = start + (System.Math.Max(0, best - 1) * step), high = start + ((best + 1) * step);
        for (int i = 0; i < 50; i++)
        {
            double left = high - (Section * (high - low)), right = low + (Section * (high - low));
            if (Bill(left) <= Bill(right)) high = right;
            else low = left;
        }

        var found = At((low + high) / 2);
        return Total(found) < Total(trained) ? found : trained;

        Allocation At(double logTokens)
        {
            double tokens = ScalarMath.Exp(logTokens);
            return new(law.ParametersReaching(loss, tokens), tokens);
        }

        double Bill(double logTokens) => Total(At(logTokens));

        double Total(Allocation run) => run.TrainingFlops + (2 * run.Parameters * inferenceTokens);
    }
}
