using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace ScalingAnalyzers;

/// <summary>Every built-in law, by id.</summary>
public static class LawCatalog
{
    /// <summary>The law used where none is named: besiroglu-2024.</summary>
    public static ScalingLaw Default => Besiroglu2024.Law;

    /// <summary>All laws, the default first.</summary>
    public static IReadOnlyList<ScalingLaw> All { get; } = Array.AsReadOnly(new ScalingLaw[]
    {
        Besiroglu2024.Law,
        Hoffmann2022.Approach1,
        Hoffmann2022.Approach2,
        Hoffmann2022.Approach3,
        Hoffmann2022.Approach3Unrounded,
        new KaplanLaw(),
        new TokensPerParameterLaw(),
    });

    /// <summary>The law of this id.</summary>
    /// <param name="id">A law id, such as besiroglu-2024; case does not matter.</param>
    /// <returns>The law.</returns>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    /// <exception cref="KeyNotFoundException">No law has this id; the message lists near names.</exception>
    public static ScalingLaw Find(string id)
    {
        if (id is null) throw new ArgumentNullException(nameof(id));
        if (TryFind(id, out var law)) return law;
        var near = NearIds(id);
        throw new KeyNotFoundException($"No scaling law is called '{id}'. " +
            (near.Count > 0 ? "Near names: " + string.Join(", ", near) : "Known laws: " + string.Join(", ", All.Select(l => l.Id))) + ".");
    }

    /// <summary>The law of this id, if there is one.</summary>
    /// <param name="id">A law id; case does not matter.</param>
    /// <param name="law">The law found.</param>
    /// <returns>Whether a law has this id.</returns>
    public static bool TryFind(string id, [NotNullWhen(true)] out ScalingLaw? law)
    {
        law = All.FirstOrDefault(l => string.Equals(l.Id, id, StringComparison.OrdinalIgnoreCase));
        return law is not null;
    }

    /// <summary>Ids that look like a mistyped one, nearest first; may be empty.</summary>
    /// <param name="id">What was typed.</param>
    /// <returns>Up to three ids.</returns>
    public static IReadOnlyList<string> NearIds(string id) => NearNames.Of(id, All.Select(l => l.Id));
}
