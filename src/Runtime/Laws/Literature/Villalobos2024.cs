namespace ScalingAnalyzers.Laws.Literature;

/// <summary>How much text there is: Villalobos et al. 2024, "Will we run out of data?", arXiv:2211.04325v2. Tokens;
/// intervals are 90 %.</summary>
public static class Villalobos2024
{
    /// <summary>The effective stock of public human text after quality and several epochs: 300T.</summary>
    public const double EffectiveStock = 3e14;

    /// <summary>The interval of the effective stock, 100T to 1000T.</summary>
    public static Interval EffectiveStockInterval { get; } = new(1e14, 1e15);

    /// <summary>The indexed web: 510T.</summary>
    public const double IndexedWeb = 5.1e14;

    /// <summary>The interval of the indexed web, 130T to 2100T.</summary>
    public static Interval IndexedWebInterval { get; } = new(1.3e14, 2.1e15);

    /// <summary>The growth of the largest training sets, a factor a year (0.38 orders of magnitude).</summary>
    public const double YearlyGrowth = 2.4;

    /// <summary>The median year in which the stock is fully used, at about 4e14 tokens and 5e28 FLOPs.</summary>
    public const int MedianYearOfFullUse = 2028;

    /// <summary>Where the citation is.</summary>
    public static LawSource Source { get; } = new("Villalobos et al.", 2024,
        "Will we run out of data? Limits of LLM scaling based on human-generated data", "2211.04325", "version 2");
}
