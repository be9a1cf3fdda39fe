using System.Collections.Generic;
using ScalingAnalyzers.Hardware;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>Kaplan et al. 2020: joint loss L(N, D) of eq. 1.5 (table 2) and the allocation of table 6.</summary>
/// <remarks>
/// N counts non-embedding parameters, tokens are WebText2's, loss in nats per token. The allocation uses training
/// compute as C_min, that is, a batch far below the critical one: N = 1.3e9 * C^0.73 with C in PF-days, and D = C /
/// (6N). The paper gives three different pairs for data: eq. 1.2 is a fit to data alone, eq. 1.5 the joint fit; do not
/// mix them.
/// </remarks>
public sealed partial class KaplanLaw : LossLaw, IAllocationLaw, ICriticalBatchLaw, IBatchSizeLaw, ILearningRateLaw
{
    // Table 2, the joint fit of eq. 1.5.
    private const double JointAlphaN = 0.076;
    private const double JointAlphaD = 0.103;
    private const double JointNc = 6.4e13;
    private const double JointDc = 1.8e13;

    private readonly PowerAllocationLaw _allocation;

    internal KaplanLaw()
        : base("kaplan-2020")
    {
        Title = "Kaplan";
        Convention = ParameterConvention.NonEmbedding;
        FittedRange = new() { Parameters = new(768, 1.5e9), Tokens = new(2.2e7, 2.3e10) };
        Source = new("Kaplan et al.", 2020, "Scaling Laws for Neural Language Models", "2001.08361", "eq. 1.5, tables 2 and 6");
        Caution = "Its allocation is superseded: it favours models several times too large (Hoffmann et al. 2022, Porian et al. 2024).";
        _allocation = new PowerAllocationLaw(Id)
        {
            Scale = 1.3e9 / ScalarMath.Pow(Compute.FlopsPerPetaflopDay, 0.73),
            Exponent = 0.73,
        };
    }

    /// <summary>The law with the published coefficients.</summary>
    public static KaplanLaw Published { get; } = new();

    /// <inheritdoc/>
    public override string Formula => "L(N, D) = ((Nc/N)^(alphaN/alphaD) + Dc/D)^alphaD;  N = 1.3e9 (C in PF-days)^0.73";

    /// <inheritdoc/>
    public override IReadOnlyList<LawCoefficient> Coefficients { get; } = new LawCoefficient[]
    {
        new("alphaN", JointAlphaN), new("alphaD", JointAlphaD),
        new("Nc", JointNc, "non-embedding parameters"), new("Dc", JointDc, "tokens"),
    };

    /// <inheritdoc/>
    public Allocation Allocate(double trainingFlops) => _allocation.Allocate(trainingFlops);

    /// <inheritdoc/>
    public double TokensFor(double parameters) => _allocation.TokensFor(parameters);

    /// <inheritdoc/>
    public double ParametersFor(double tokens) => _allocation.ParametersFor(tokens);

    private protected override double Surface(double parameters, double tokens)
    {
        double model = ScalarMath.Pow(JointNc / parameters, JointAlphaN / JointAlphaD);
        return ScalarMath.Pow(model + (JointDc / tokens), JointAlphaD);
    }
}
