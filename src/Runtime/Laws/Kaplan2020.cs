#if NET8_0_OR_GREATER
using System;
#endif

namespace ScalingAnalyzers;

/// <summary>Kaplan et al. 2020: joint loss L(N, D) of eq. 1.5 (table 2) and the allocation of table 6.</summary>
/// <remarks>
/// N counts non-embedding parameters, tokens are WebText2's, loss in nats per token. The allocation takes training compute as
/// C_min, that is, a batch far below the critical one: N = 1.3e9 * C^0.73 with C in PF-days, and D = C / (6N).
/// </remarks>
public sealed partial class KaplanLaw : ScalingLaw, ILossLaw, IAllocationLaw
{
    private readonly PowerAllocationLaw _allocation;

    internal KaplanLaw()
        : base("kaplan-2020")
    {
        Title = "Kaplan";
        Convention = ParameterConvention.NonEmbedding;
        FittedRange = new(Parameters: new(768, 1.5e9), Tokens: new(2.2e7, 2.3e10));
        Source = new("Kaplan et al.", 2020, "Scaling Laws for Neural Language Models", "2001.08361", "eq. 1.5, tables 2 and 6");
        Caution = "Its allocation is superseded: it favours models several times too large (Hoffmann et al. 2022, Porian et al. 2024).";
        _allocation = new PowerAllocationLaw(Id)
        {
            Scale = 1.3e9 / ScalarMath.Pow(Compute.FlopsPerPetaflopDay, 0.73),
            Exponent = 0.73,
        };
    }

    /// <inheritdoc/>
    public double Loss(double parameters, double tokens)
    {
        const double AlphaN = 0.076;
        const double AlphaD = 0.103;
        double model = ScalarMath.Pow(6.4e13 / parameters, AlphaN / AlphaD);
        return ScalarMath.Pow(model + (1.8e13 / tokens), AlphaD);
    }

    /// <inheritdoc/>
    public Allocation Allocate(double trainingFlops) => _allocation.Allocate(trainingFlops);

    /// <inheritdoc/>
    public double TokensFor(double parameters) => _allocation.TokensFor(parameters);

    /// <inheritdoc/>
    public double ParametersFor(double tokens) => _allocation.ParametersFor(tokens);

#if NET8_0_OR_GREATER
    /// <inheritdoc/>
    public void Loss(ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, Span<double> destination) =>
        LossArrays.Pairs(this, parameters, tokens, destination);

    /// <inheritdoc/>
    public void LossGrid(ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, Span<double> destination) =>
        LossArrays.Grid(this, parameters, tokens, destination);
#endif
}
