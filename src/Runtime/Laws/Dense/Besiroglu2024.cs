using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>Chinchilla's loss surface refitted on the runs of Hoffmann et al. 2022, figure 4.</summary>
/// <remarks>Besiroglu et al. 2024, arXiv:2404.10102. Loss in nats per token; N counts all parameters.</remarks>
internal static class Besiroglu2024
{
    public static ChinchillaLaw Law { get; } = new("besiroglu-2024")
    {
        Title = "Chinchilla, corrected fit",
        Irreducible = 1.8172,
        Parameters = new(coefficient: 482.01, exponent: 0.3478),
        Tokens = new(coefficient: 2085.43, exponent: 0.3658),
        Uncertainty = new()
        {
            StandardErrors = new[] { 0.03, 124.58, 1293.23, 0.02, 0.02 },
            Confidence = new Interval[] { new(1.769, 1.871), new(285.2, 743.6), new(1042.4, 5810.3), new(0.317, 0.373), new(0.331, 0.415) },
            ParametersExponentStandardError = 0.019, // published as 0.018 to 0.020

            // Computed by us: 1000 bootstrap fits of the authors' 240 points pin the optimal size best here, and no
            // better than this.
            FrontierPivotFlops = 1.7e19,
            FrontierLogError = 0.022,
            Draws = new(Draws, BesirogluDraws.ResidualDeviation, "our bootstrap of its 240 points"),
        },
        LossData = Hoffmann2022.LossData,
        FittedRange = new()
        {
            Parameters = new(5.7e7, 1.62e10),
            Tokens = new(2.45e8, 3.18e11),
            TrainingFlops = new(1.4e18, 1.3e22),
        },
        Caution = "Fitted on points read off a figure; A and B are poorly determined one by one, the frontier and the loss well.",
        Source = new("Besiroglu et al.", 2024, "Chinchilla Scaling: A replication attempt", "2404.10102", "eq. 2"),
    };

    // Made once a band is wanted; in a race two equal copies are made.
    private static ChinchillaLaw[] Draws()
    {
        var laws = new ChinchillaLaw[BesirogluDraws.Steps.Length / 5];
        for (int i = 0; i < laws.Length; i++)
        {
            double At(int coordinate) =>
                BesirogluDraws.Centre[coordinate] + (BesirogluDraws.Unit * BesirogluDraws.Steps[(5 * i) + coordinate]);
            double alpha = At(3), beta = At(4);
            laws[i] = new("besiroglu-2024-draw")
            {
                Irreducible = ScalarMath.Exp(At(0)),
                Parameters = new(ScalarMath.Exp(At(1) + (alpha * ScalarMath.Log(BesirogluDraws.Parameters))), alpha),
                Tokens = new(ScalarMath.Exp(At(2) + (beta * ScalarMath.Log(BesirogluDraws.Tokens))), beta),
            };
        }

        return laws;
    }
}
