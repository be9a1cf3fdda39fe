using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Analyzers;

/// <summary>What travels with a diagnostic: the literals to edit as additional locations, and numbers as invariant text.</summary>
internal sealed class FixFacts
{
    public static readonly FixFacts None = new();

    private FixFacts()
    {
        Locations = ImmutableArray<Location>.Empty;
        Properties = ImmutableDictionary<string, string?>.Empty;
    }

    private FixFacts(ImmutableArray<Location> locations, ImmutableDictionary<string, string?> properties)
    {
        Locations = locations;
        Properties = properties;
    }

    public ImmutableArray<Location> Locations { get; }

    public ImmutableDictionary<string, string?> Properties { get; }

    public FixFacts With(string key, double? value) => value is { } number
        ? new(Locations, Properties.SetItem(key, number.ToString("R", CultureInfo.InvariantCulture)))
        : this;

    public FixFacts With(string key, string value) => new(Locations, Properties.SetItem(key, value));

    /// <summary>Adds a literal: its location, and under the key its index and what multiplies it.</summary>
    public FixFacts With(string key, EditableLiteral? literal)
    {
        if (literal is null) return this;
        string index = Locations.Length.ToString(CultureInfo.InvariantCulture);
        string factor = literal.Factor.ToString("R", CultureInfo.InvariantCulture);
        return new(Locations.Add(literal.Location), Properties.SetItem(key + ".literal", index).SetItem(key + ".factor", factor)
            .SetItem(key + ".shared", literal.IsShared ? "true" : "false"));
    }

    /// <summary>What a diagnostic carries.</summary>
    public static FixFacts Of(Diagnostic diagnostic) => new(diagnostic.AdditionalLocations.ToImmutableArray(), diagnostic.Properties);

    /// <summary>Reads a number back.</summary>
    public double? Number(string key) =>
        Properties.TryGetValue(key, out string? text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;
}
