using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Planning;

/// <summary>The cheapest run of a loss over its life, where data repeat.</summary>
internal static class RepeatedServing
{
    // The golden section.
    private const double Section = 0.6180339887498949;
    private const double FarthestTokens = 1e4;

    /// <summary>
    /// 6 N D + 2 N T along the runs of one loss, from the run that is cheapest to train to one on many more tokens;
    /// golden section in ln D.
    /// </summary>
    public static Allocation Cheapest(RepeatedDataLaw law, double loss, double inferenceTokens, Allocation trained)
    {
        if (inferenceTokens == 0) return trained;
        double low = ScalarMath.Log(trained.Tokens), high = low + ScalarMath.Log(FarthestTokens);
        for (int i = 0; i < 60; i++)
        {
            double left = high - (Section * (high - low)), right = low + (Section * (high - low));
            if (Bill(left) <= Bill(right)) high = right;
            else low = left;
        }

        double tokens = ScalarMath.Exp((low + high) / 2);
        double parameters = Reaching(law, loss, tokens);
        return double.IsPositiveInfinity(parameters) ? trained : new(parameters, tokens);

        double Bill(double logTokens)
        {
            double tokens = ScalarMath.Exp(logTokens), parameters = Reaching(law, loss, tokens);
            return (6 * parameters * tokens) + (2 * parameters * inferenceTokens);
        }
    }

    // The model of a loss on so many tokens; infinity where no model is large enough.
    private static double Reaching(RepeatedDataLaw law, double loss, double tokens)
    {
        double high = law.ParametersFor(tokens);
        while (law.Loss(high, tokens) > loss)
        {
            high *= 4;
            if (high > 1e25) return double.PositiveInfinity;
        }

        double low = high;
        while (law.Loss(low, tokens) < loss) low /= 4;
        return RisingRoot.Between(parameters => loss - law.Loss(parameters, tokens), low, high);
    }
}
