namespace ScalingAnalyzers.Laws;

/// <summary>Where a law, a coefficient or a formula was published.</summary>
/// <param name="Authors">The authors, as cited: "Besiroglu et al.".</param>
/// <param name="Year">The year of first publication.</param>
/// <param name="Title">The title of the paper, page or report.</param>
/// <param name="ArxivId">The arXiv identifier, such as 2404.10102; null where there is none.</param>
/// <param name="Place">The equation, table or section: "eq. 2".</param>
public sealed record LawSource(string Authors, int Year, string Title, string? ArxivId, string Place)
{
    /// <summary>One line: Besiroglu et al. 2024, "Chinchilla Scaling: A replication attempt", arXiv:2404.10102, eq. 2.</summary>
    public override string ToString() =>
        $"{Authors} {Year.ToString(System.Globalization.CultureInfo.InvariantCulture)}, \"{Title}\"{(ArxivId is null ? "" : ", arXiv:" + ArxivId)}{(Place.Length == 0 ? "" : ", " + Place)}";
}
