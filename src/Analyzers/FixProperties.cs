using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Analyzers;

/// <summary>A literal in a diagnostic: value = literal * factor.</summary>
internal sealed record CarriedLiteral(Location Location, double Factor, bool IsShared);

/// <summary>An edit in a diagnostic.</summary>
internal sealed record CarriedEdit(CarriedLiteral Literal, EditForm Form, double Value, string Text);

/// <summary>A fix in a diagnostic.</summary>
internal sealed record CarriedFix(string Key, string Title, ImmutableArray<CarriedEdit> Edits);

/// <summary>
/// The contract between findings and fixes: literals as additional locations; properties "fix.0" (key), "fix.0.title",
/// "fix.0.edits" (for each edit the index of its literal, its form and its value), "literal.0.factor",
/// "literal.0.shared". docs/sarif.md describes it.
/// </summary>
internal sealed class FixProperties
{
    private const string Fix = "fix.";
    private const string Literal = "literal.";
    private const char BetweenEdits = '|';

    private readonly List<EditableLiteral> _literals = new();
    private readonly ImmutableDictionary<string, string?>.Builder _properties =
        ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);

    private FixProperties()
    {
    }

    public ImmutableArray<Location> Locations => _literals.Select(literal => literal.Location).ToImmutableArray();

    public ImmutableDictionary<string, string?> Properties => _properties.ToImmutable();

    /// <summary>The data that a finding passes to its diagnostic.</summary>
    public static FixProperties Of(Finding finding, PlaceTable places)
    {
        var written = new FixProperties();
        foreach (var number in finding.Numbers) written._properties[number.Key] = number.Value.ToString("R", CultureInfo.InvariantCulture);
        foreach (var text in finding.Texts) written._properties[text.Key] = text.Value;
        int index = 0;
        foreach (var fix in finding.Fixes)
        {
            if (written.Add(fix, places, Fix + Text(index))) index++;
        }

        return written;
    }

    /// <summary>
    /// A fix with the literals that its edits change; null where one of them is not an exclusive literal.
    /// </summary>
    public static CarriedFix? Carried(FindingFix fix, PlaceTable places)
    {
        if (Literals(fix, places) is not { } literals) return null;
        var edits =
            fix.Edits
                .Select(
                    (edit, i) => new CarriedEdit(new CarriedLiteral(literals[i].Location, literals[i].Factor, literals[i].IsShared),
                        edit.Form, edit.Value, edit.Text));
        return new CarriedFix(fix.Kind.Key, fix.Title, edits.ToImmutableArray());
    }

    /// <summary>The fixes in a diagnostic, in their order.</summary>
    public static IEnumerable<CarriedFix> Read(Diagnostic diagnostic)
    {
        for (int index = 0; diagnostic.Properties.TryGetValue(Fix + Text(index), out string? key) && key is not null; index++)
        {
            string prefix = Fix + Text(index);
            diagnostic.Properties.TryGetValue(prefix + ".title", out string? title);
            diagnostic.Properties.TryGetValue(prefix + ".edits", out string? edits);
            yield return new CarriedFix(key, title ?? "", Edits(diagnostic, edits ?? ""));
        }
    }

    /// <summary>Reads a number back.</summary>
    public static double? Number(Diagnostic diagnostic, string key) =>
        diagnostic.Properties.TryGetValue(key, out string? text)
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
            : null;

    // A fix whose values are not all literals of the source, each its own, cannot be made.
    private bool Add(FindingFix fix, PlaceTable places, string prefix)
    {
        if (Literals(fix, places) is not { } literals) return false;
        _properties[prefix] = fix.Kind.Key;
        _properties[prefix + ".title"] = fix.Title;
        if (literals.Length == 0) return true;
        _properties[prefix + ".edits"] = string.Join(BetweenEdits.ToString(), fix.Edits.Select((edit, i) =>
            Text(IndexOf(literals[i])) + " " + edit.Form + " "
                + (edit.Form == EditForm.Text ? edit.Text : edit.Value.ToString("R", CultureInfo.InvariantCulture))));
        return true;
    }

    private static EditableLiteral[]? Literals(FindingFix fix, PlaceTable places)
    {
        var literals = fix.Edits.Select(edit => places.Find(edit.Source)?.Literal).OfType<EditableLiteral>().ToArray();
        return literals.Length == fix.Edits.Count && literals.Select(literal => literal.Location).Distinct().Count() == literals.Length
            ? literals
            : null;
    }

    private int IndexOf(EditableLiteral literal)
    {
        int known = _literals.FindIndex(other => other.Location == literal.Location);
        if (known >= 0) return known;
        _literals.Add(literal);
        int index = _literals.Count - 1;
        _properties[Literal + Text(index) + ".factor"] = literal.Factor.ToString("R", CultureInfo.InvariantCulture);
        _properties[Literal + Text(index) + ".shared"] = literal.IsShared ? "true" : "false";
        return index;
    }

    private static ImmutableArray<CarriedEdit> Edits(Diagnostic diagnostic, string edits)
    {
        var read = ImmutableArray.CreateBuilder<CarriedEdit>();
        foreach (string edit in edits.Split(new[] { BetweenEdits }, StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = edit.Split(new[] { ' ' }, 3);
            if (parts.Length < 3 || LiteralOf(diagnostic, parts[0]) is not { } literal || !Enum.TryParse(parts[1], out EditForm form))
                return default;
            bool isNumber = double.TryParse(parts[2], NumberStyles.Float, CultureInfo.InvariantCulture, out double value);
            read.Add(new CarriedEdit(literal, form, isNumber ? value : double.NaN, parts[2]));
        }

        return read.ToImmutable();
    }

    private static CarriedLiteral? LiteralOf(Diagnostic diagnostic, string index)
    {
        if (!int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out int i) || i >= diagnostic.AdditionalLocations.Count)
            return null;
        if (Number(diagnostic, Literal + index + ".factor") is not { } factor || !(factor > 0)) return null;
        diagnostic.Properties.TryGetValue(Literal + index + ".shared", out string? shared);
        return new CarriedLiteral(diagnostic.AdditionalLocations[i], factor, shared == "true");
    }

    private static string Text(int index) => index.ToString(CultureInfo.InvariantCulture);
}
