namespace ScalingAnalyzers.Laws;

/// <summary>Where a law, a coefficient or a formula was published.</summary>
public sealed record LawSource
{
    /// <summary>Makes a citation.</summary>
    /// <param name="authors">The authors, as cited: "Besiroglu et al.".</param>
    /// <param name="year">The year of first publication.</param>
    /// <param name="title">The title of the paper, page or report.</param>
    /// <param name="arxivId">The arXiv identifier, such as 2404.10102; null where there is none.</param>
    /// <param name="place">The equation, table or section: "eq. 2".</param>
    public LawSource(string authors, int year, string title, string? arxivId, string place)
    {
        Authors = authors;
        Year = year;
        Title = title;
        ArxivId = arxivId;
        Place = place;
    }

    /// <summary>The authors, as cited: "Besiroglu et al.".</summary>
    public string Authors { get; }

    /// <summary>The year of first publication.</summary>
    public int Year { get; }

    /// <summary>The title of the paper, page or report.</summary>
    public string Title { get; }

    /// <summary>The arXiv identifier, such as 2404.10102; null where there is none.</summary>
    public string? ArxivId { get; }

    /// <summary>The equation, table or section: "eq. 2".</summary>
    public string Place { get; }

    /// <summary>One line: Besiroglu et al. 2024, "Chinchilla Scaling: A replication attempt", arXiv:2404.10102, eq.
    /// 2.</summary>
    public override string ToString() =>
        $"{Authors} {Year.ToString(System.Globalization.CultureInfo.InvariantCulture)}, "
            + $"\"{Title}\"{(ArxivId is null ? "" : ", arXiv:" + ArxivId)}{(Place.Length == 0 ? "" : ", " + Place)}";
}
