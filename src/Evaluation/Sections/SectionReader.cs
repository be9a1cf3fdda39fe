using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Configuration;
using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Evaluation;

/// <summary>A key that is almost one that is read.</summary>
internal sealed record AlmostReadKey(ConfigValue At, string Meant, ConfigRole Role);

/// <summary>
/// The values of a section by the names that the members of an options class would have, as
/// <see cref="ConfigReader"/> reads the bound object: the section's own values, those of its parts, and those of the
/// subsection of the model.
/// </summary>
internal sealed class SectionReader
{
    private readonly string _path;
    private readonly PlaceTable _places;
    private readonly List<AlmostReadKey> _almostRead = new();

    public SectionReader(string path, PlaceTable places)
    {
        _path = path;
        _places = places;
    }

    /// <summary>Keys that are almost read, in the order of the file.</summary>
    public IReadOnlyList<AlmostReadKey> AlmostRead => _almostRead;

    /// <summary>Adds what a section declares.</summary>
    public void Add(ConfigValues values, IReadOnlyList<OptionsEntry> entries)
    {
        AddMembers(values, entries, _ => true);
        foreach (var part in entries.Where(IsInPart).GroupBy(entry => entry.Head, StringComparer.OrdinalIgnoreCase))
            AddPart(values, part.Key, part.Select(entry => entry.Below(part.Key.Length + 1)));
        var models = entries.Where(entry => !entry.IsLeaf && RoleTable.Of(entry.Head).Role == ConfigRole.Model)
            .GroupBy(entry => entry.Head, StringComparer.OrdinalIgnoreCase).ToArray();

        // Of two neither is taken.
        if (models.Length == 1) AddModel(values, models[0].Select(entry => entry.Below(models[0].Key.Length + 1)).ToArray());
    }

    private static bool IsInPart(OptionsEntry entry) => !entry.IsLeaf && RunParts.Is(entry.Head);

    private static bool NamesKind(OptionsEntry entry) =>
        IsInPart(entry) && RunParts.IsKind(entry.Below(entry.Head.Length + 1).Key);

    private void AddPart(ConfigValues values, string part, IEnumerable<OptionsEntry> entries)
    {
        foreach (var entry in entries.Where(entry => entry.IsLeaf && entry.Node.Kind is not (JsonKind.Object or JsonKind.Array)))
        {
            var (role, scale) = RunParts.RoleOf(part, entry.Key);
            if (role != ConfigRole.None) values.AddEqual(ValueOf(entry, role, scale));
        }
    }

    private void AddModel(ConfigValues values, IReadOnlyList<OptionsEntry> entries)
    {
        var inner = new ConfigValues();
        AddMembers(inner, entries, row => row.IsOfModel);
        inner.AddPositionsOfBlocks();
        foreach (var value in inner.All.Where(value => RoleTable.IsOfModel(value.Role))) values.Add(value);
        if (entries.FirstOrDefault(IsFamily) is not { } family) return;
        values.HasModel = true;
        values.Family = family.Node.AsString();
        values.FamilyText = new ConfigValue(ConfigRole.None, family.Key, values.Family, 1, PlaceOf(family.Node, 1));
        values.Others = Others(entries);
    }

    private void AddMembers(ConfigValues values, IReadOnlyList<OptionsEntry> entries, Func<RoleRow, bool> isAllowed)
    {
        foreach (var group in entries.GroupBy(entry => entry.Head, StringComparer.OrdinalIgnoreCase))
        {
            var first = group.First();
            var (role, scale) = RoleTable.Of(group.Key);
            if (role == ConfigRole.None)
            {
                values.OtherNames.Add(group.Key);
                if (first.IsLeaf) NoteAlmostRead(first, isAllowed);
                foreach (var entry in group.Where(entry => !entry.IsLeaf)) values.OtherNames.Add(entry.Key.Replace(':', '.'));
            }
            else if (first.IsLeaf && first.Node.Kind is not (JsonKind.Object or JsonKind.Array))
            {
                values.AddEqual(ValueOf(first, role, scale));
            }
            else if (role != ConfigRole.Model && !group.Any(NamesKind))
            {
                var reason = new UnknownReason(UnknownKind.GivenByReader, "a section or a list is written, not a value");
                values.AddEqual(new ConfigValue(role, group.Key, reason, 1, PlaceOf(first.Node, 1)));
            }
        }
    }

    private void NoteAlmostRead(OptionsEntry entry, Func<RoleRow, bool> isAllowed)
    {
        if (Configuration.AlmostRead.Role(entry.Key, isAllowed) is not { } near) return;
        int at = _places.Add(ValuePlace.OfFile(JsonRuns.LocationOf(_path, entry.Node.NamePosition), isEditable: false));
        _almostRead.Add(new AlmostReadKey(new ConfigValue(ConfigRole.None, entry.Key, entry.Key, 1, at), near.Meant, near.Role));
    }

    private ConfigValue ValueOf(OptionsEntry entry, ConfigRole role, double scale) =>
        new(role, entry.Key, Content(entry.Node, RoleTable.Get(role)), scale, PlaceOf(entry.Node, scale));

    // Settings are texts that a binder converts to the type of the member.
    private static object? Content(JsonNode node, RoleRow row)
    {
        bool isText = row.Kind is RoleKind.Text or RoleKind.Choice;
        switch (node.Kind)
        {
            case JsonKind.True or JsonKind.False:
                return isText ? node.Text : node.Kind == JsonKind.True;
            case JsonKind.Number:
                if (isText) return node.Text;
                return node.TryGetInt64(out long whole) ? whole : node.TryGetDouble(out double real) ? real : node.Text;
            case JsonKind.String:
                string text = node.AsString() ?? "";
                if (row.Kind == RoleKind.Flag && bool.TryParse(text, out bool truth)) return truth;
                return Time(text, row) is { } time ? time : text;
            default:
                return null;
        }
    }

    // "14.00:00:00"; a plain number is in the unit of the role.
    private static TimeSpan? Time(string text, RoleRow row) => row.Unit is "days" or "hours" && text.IndexOf(':') > 0
        && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : null;

    private int PlaceOf(JsonNode node, double scale) => _places.Add(ValuePlace.OfFile(
        JsonRuns.LocationOf(_path, node.Position), isEditable: node.Kind is JsonKind.Number or JsonKind.String, scale));

    private static bool IsFamily(OptionsEntry entry) => entry.IsLeaf && entry.Node.Kind == JsonKind.String
        && RunParts.IsFamily(entry.Key);

    private static Dictionary<string, object>? Others(IEnumerable<OptionsEntry> entries)
    {
        var others = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var group in entries.Where(entry => !IsFamily(entry) && RoleTable.Of(entry.Head).Role == ConfigRole.None)
            .GroupBy(entry => entry.Head, StringComparer.Ordinal))
        {
            object?[] parts = group.Select(entry => Plain(entry.Node)).ToArray();
            object? value = group.All(entry => entry.IsLeaf) ? parts[0]
                : parts.All(part => part is not null) && group.All(entry => IsElement(entry, group.Key)) ? parts : NamedMembers.Unreadable;
            if (value is not null) others.Add(group.Key, value);
            foreach (var entry in group.Where(entry => value == NamedMembers.Unreadable && !entry.IsLeaf))
            {
                if (Plain(entry.Node) is { } inner) others[entry.Key.Replace(':', '.')] = inner;
            }
        }

        return others.Count == 0 ? null : others;
    }

    private static bool IsElement(OptionsEntry entry, string name) => entry.Key.Length > name.Length + 1
        && entry.Key.Skip(name.Length + 1).All(c => c is >= '0' and <= '9');

    private static object? Plain(JsonNode node) => node.Kind switch
    {
        JsonKind.String => node.AsString(),
        JsonKind.True => true,
        JsonKind.False => false,
        JsonKind.Number when decimal.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) => number,
        _ => null,
    };
}
