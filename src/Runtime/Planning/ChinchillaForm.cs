using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Planning;

/// <summary>A law that is a sum of two powers inside: what is left of a loss for the two terms to share.</summary>
internal readonly struct ChinchillaForm
{
    private readonly double _reducible;

    private ChinchillaForm(ChinchillaLaw law, double loss)
    {
        Law = law;
        _reducible = loss - law.Irreducible;
    }

    /// <summary>The two terms.</summary>
    public ChinchillaLaw Law { get; }

    /// <summary>What the terms of a loss add up to; not positive where no run reaches it.</summary>
    public double Reducible => _reducible;

    public static ChinchillaForm? Of(object law, double loss) => law switch
    {
        ChinchillaLaw plain => new ChinchillaForm(plain, loss),
        MuennighoffLaw repeated => new ChinchillaForm(repeated.Surface, loss),
        CoupledLaw coupled => new ChinchillaForm(coupled.Inner, coupled.InnerLoss(loss)),
        BusbridgeLaw bent => new ChinchillaForm(bent.Inner, bent.InnerLoss(loss)),
        _ => null,
    };

    /// <summary>x at which a term equals the remainder of the other; infinity where the other leaves none.</summary>
    public double Inverse(PowerTerm term, double other)
    {
        double left = _reducible - other;
        return left > 0 ? ScalarMath.Pow(term.Coefficient / left, 1 / term.Exponent) : double.PositiveInfinity;
    }
}
