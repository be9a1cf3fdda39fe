using System;

namespace ScalingAnalyzers.Planning;

/// <summary>The experts of a layer: how many there are, how many a token visits, and how many all tokens
/// share.</summary>
public sealed record MixtureLayout
{
    /// <summary>Makes a layout.</summary>
    /// <param name="experts">Routed experts.</param>
    /// <param name="perToken">Routed experts that a token visits.</param>
    /// <param name="sharedExperts">Experts of the same width that every token visits.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one expert, more visited than there are, or a negative
    /// number of shared ones.</exception>
    public MixtureLayout(int experts, int perToken = 1, int sharedExperts = 0)
    {
        if (experts < 1) throw new ArgumentOutOfRangeException(nameof(experts), experts, "experts is a count, from 1 (dense).");
        if (perToken < 1 || perToken > experts)
            throw new ArgumentOutOfRangeException(nameof(perToken), perToken, "perToken is a count, from 1 to the number of experts.");
        if (sharedExperts < 0)
            throw new ArgumentOutOfRangeException(nameof(sharedExperts), sharedExperts, "sharedExperts is a count, from 0.");
        Experts = experts;
        PerToken = perToken;
        SharedExperts = sharedExperts;
    }

    /// <summary>Routed experts.</summary>
    public int Experts { get; }

    /// <summary>Routed experts that a token visits.</summary>
    public int PerToken { get; }

    /// <summary>Experts that every token visits.</summary>
    public int SharedExperts { get; }

    /// <summary>Expert parameters for each active one, (experts + shared) / (per token + shared): what laws of one
    /// active expert call the number of experts. That finer experts are better than coarse ones of the same rate is not
    /// in it.</summary>
    public double ExpansionRate => (Experts + (double)SharedExperts) / (PerToken + (double)SharedExperts);

    /// <summary>"8 of 128 experts and 1 shared", "1 expert" for a dense model.</summary>
    public override string ToString() => Experts == 1
        ? "1 expert"
        : (PerToken == 1 ? "" : Quantity.Ratio(PerToken) + " of ") + Quantity.Ratio(Experts) + " experts"
            + (SharedExperts > 0 ? " and " + Quantity.Ratio(SharedExperts) + " shared" : "");
}
