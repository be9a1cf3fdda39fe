using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace ScalingAnalyzers.Laws;

/// <summary>A set of laws by id: the built-in ones, or those and a project's own.</summary>
public sealed class LawLibrary
{
    internal LawLibrary(IEnumerable<ScalingLaw> laws) => All = Array.AsReadOnly(laws.ToArray());

    /// <summary>The built-in laws: <see cref="LawCatalog.All"/>.</summary>
    public static LawLibrary BuiltIn { get; } = new(LawCatalog.All);

    /// <summary>All laws of the library, built-in ones first.</summary>
    public IReadOnlyList<ScalingLaw> All { get; }

    /// <summary>This library and some more laws, such as those of <see cref="LawFile.Parse"/>.</summary>
    /// <param name="laws">Laws with ids of their own.</param>
    /// <returns>A new library.</returns>
    /// <exception cref="ArgumentNullException">No laws.</exception>
    /// <exception cref="ArgumentException">Two laws have one id.</exception>
    public LawLibrary With(IEnumerable<ScalingLaw> laws)
    {
        if (laws is null) throw new ArgumentNullException(nameof(laws));
        var all = All.Concat(laws).ToList();
        var twice = all.GroupBy(law => law.Id, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) throw new ArgumentException($"Two laws have the id '{twice.Key}'.", nameof(laws));
        return new(all);
    }

    /// <summary>The law of this id.</summary>
    /// <param name="id">A law id, such as besiroglu-2024; case does not matter.</param>
    /// <returns>The law.</returns>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    /// <exception cref="KeyNotFoundException">No law has this id; the message lists near names.</exception>
    public ScalingLaw Get(string id)
    {
        if (id is null) throw new ArgumentNullException(nameof(id));
        if (TryGet(id, out var law)) return law;
        if (LawCatalog.Specialized.FirstOrDefault(l => string.Equals(l.Id, id, StringComparison.OrdinalIgnoreCase)) is { } other)
        {
            throw new KeyNotFoundException(
                $"'{other.Id}' ({other.Title}) gives no loss or allocation of a dense run; it is in LawCatalog.Specialized.");
        }

        var near = NearNames(id);
        throw new KeyNotFoundException($"No scaling law is called '{id}'. " +
            (near.Count > 0 ? "Near names: " + string.Join(", ", near) : "Known laws: " + string.Join(", ", All.Select(l => l.Id))) + ".");
    }

    /// <summary>The law of this id, if there is one.</summary>
    /// <param name="id">A law id; case does not matter.</param>
    /// <param name="law">The law found.</param>
    /// <returns>Whether a law has this id.</returns>
    public bool TryGet(string id, [NotNullWhen(true)] out ScalingLaw? law)
    {
        law = All.FirstOrDefault(l => string.Equals(l.Id, id, StringComparison.OrdinalIgnoreCase));
        return law is not null;
    }

    /// <summary>Ids that are similar to a mistyped one, nearest first; may be empty.</summary>
    /// <param name="id">What was typed.</param>
    /// <returns>Up to three ids.</returns>
    public IReadOnlyList<string> NearNames(string id) => ScalingAnalyzers.NearNames.Of(id, All.Select(l => l.Id));
}
