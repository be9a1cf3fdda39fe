using System.Collections.Generic;
using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Architectures;

/// <summary>
/// Named fields of a config, either JSON or the members of a C# type. One mapping per family reads both, so both have
/// the same meaning. The first field that cannot be read is recorded, and there is no shape then.
/// </summary>
internal sealed partial class FieldSource
{
    private const string NotDeclared = "is not declared; a family gives the structure of a model, not its size.";

    private readonly IReadOnlyDictionary<ConfigRole, decimal>? _members;
    private readonly List<FieldReading> _readings;
    private readonly JsonNode _json;
    private readonly string _parent;
    private readonly FieldSource? _outer;
    private readonly List<(ConfigRole Role, string Name, int Value)> _defaults;
    private readonly HashSet<ConfigRole>? _askedRoles;
    private readonly HashSet<string>? _askedNames;
    private FieldReading _problemField;
    private string? _problem;

    public FieldSource(JsonNode json, string parent = "", FieldSource? outer = null)
    {
        _json = json;
        _parent = parent;
        _outer = outer;
        _readings = outer?._readings ?? new List<FieldReading>(16);
        _defaults = outer?._defaults ?? new List<(ConfigRole Role, string Name, int Value)>();
    }

    public FieldSource(IReadOnlyDictionary<ConfigRole, decimal> members, JsonNode others = default)
        : this(members, others, "", null)
    {
    }

    private FieldSource(IReadOnlyDictionary<ConfigRole, decimal> members, JsonNode others, string parent, FieldSource? outer)
    {
        _members = members;
        _parent = parent;
        _outer = outer;
        _json = others;
        _readings = outer?._readings ?? new List<FieldReading>();
        _defaults = outer?._defaults ?? new List<(ConfigRole Role, string Name, int Value)>();
        _askedRoles = outer?._askedRoles ?? new HashSet<ConfigRole>();
        _askedNames = outer?._askedNames ?? new HashSet<string>(System.StringComparer.Ordinal);
    }

    public IReadOnlyList<FieldReading> Readings => _readings;

    /// <summary>Sizes that the JSON does not have and the configuration class supplies.</summary>
    public IReadOnlyList<(ConfigRole Role, string Name, int Value)> Defaults => _defaults;

    /// <summary>The path of a field of this object.</summary>
    public string PathOf(string name) => _parent.Length == 0 ? name : _parent + "." + name;

    /// <summary>The object whose fields are read; missing for C# members.</summary>
    public JsonNode Json => _json;

    /// <summary>Whether the fields are the members of a C# type: sizes are then never supplied by a family.</summary>
    public bool IsMembers => _members is not null;

    public string? Problem => _problem;

    /// <summary>Whether a field of the config was read.</summary>
    public bool WasRead(JsonNode field)
    {
        foreach (FieldReading reading in _readings)
        {
            if (!reading.Node.IsMissing && reading.Node.Index == field.Index) return true;
        }

        return false;
    }

    public FieldReading ProblemField => _problemField;

    /// <summary>
    /// An object inside this one; its fields and problems are recorded together with those of this one. Empty where it
    /// is absent.
    /// </summary>
    public FieldSource Inside(string name)
    {
        if (_members is not null) return new FieldSource(_members, _json, name, this);
        JsonNode node = _json[name];
        if (node.Kind is not (JsonKind.Object or JsonKind.Missing or JsonKind.Null))
            Stop(name, ConfigRole.None, node, "must be an object.");
        return new FieldSource(node, _parent.Length == 0 ? name : _parent + "." + name, this);
    }

    /// <summary>Whether a field is there and not null.</summary>
    public bool Has(string name) => Find(name).Kind is not (JsonKind.Missing or JsonKind.Null);

    /// <summary>Whether a C# member of a role is declared.</summary>
    public bool HasMember(ConfigRole role)
    {
        _askedRoles?.Add(role);
        return _members is not null && _members.ContainsKey(role);
    }

    /// <summary>Whether the family has asked for a C# member of this role.</summary>
    public bool HasAsked(ConfigRole role) => _askedRoles?.Contains(role) == true;

    /// <summary>Whether the family has asked for a C# member of this name.</summary>
    public bool HasAsked(string name) => _askedNames?.Contains(NamedMembers.Normal(name)) == true;

    /// <summary>The field itself, for what is neither a number nor a flag.</summary>
    public JsonNode Node(string name)
    {
        JsonNode node = Find(name);
        if (!node.IsMissing) _readings.Add(new FieldReading(name, ConfigRole.None, node, _parent));
        return node;
    }

    /// <summary>
    /// A size, and the default of the family's configuration class where it is absent (negative: no default). A C# type
    /// must declare it, because the default size describes another model.
    /// </summary>
    public int Size(ConfigRole role, int fallback, string name, string? alias = null)
    {
        FieldState state = Whole(role, name, alias, out int value, out string found, out JsonNode node);
        if (state == FieldState.Present) return value;
        if (state == FieldState.Null) return Refuse(found, role, node, "must be a whole number; it is null.");
        if (IsMembers && role != ConfigRole.None)
            return Refuse(role.ToString(), role, default, NotDeclared);
        if (fallback >= 0 && !IsMembers && role != ConfigRole.None) _defaults.Add((role, name, fallback));
        return fallback >= 0 ? fallback : Refuse(name, role, default, "is missing, and this model_type has no default for it.");
    }

    /// <summary>A number that characterises the family, such as Gemma's head size: a missing one is the
    /// family's.</summary>
    public int Trait(ConfigRole role, int fallback, string name, string? alias = null) =>
        Whole(role, name, alias, out int value, out _, out _) == FieldState.Present ? value : fallback;

    /// <summary>
    /// A number that may be "none": null where the field is null, or absent with the default none (0); negative: no
    /// default.
    /// </summary>
    public int? Optional(ConfigRole role, int fallback, string name, string? alias = null)
    {
        FieldState state = Whole(role, name, alias, out int value, out _, out _);
        if (state == FieldState.Present) return value;
        if (state == FieldState.Null || fallback == 0) return null;
        if (fallback < 0) return Size(role, fallback, name, alias);
        if (!IsMembers && role == ConfigRole.KeyValueHeads) _defaults.Add((role, name, fallback));
        return IsMembers && role == ConfigRole.KeyValueHeads ? Size(role, fallback, name) : fallback;
    }

    /// <summary>A fraction or a whole number; null where absent.</summary>
    public double? Number(ConfigRole role, string name)
    {
        _askedRoles?.Add(role);
        if (_members is not null && _members.TryGetValue(role, out decimal member)) return (double)member;
        JsonNode node = Find(name);
        if (node.Kind is JsonKind.Missing or JsonKind.Null) return null;
        _readings.Add(new FieldReading(name, role, node, _parent));
        if (node.TryGetDouble(out double value)) return value;
        Refuse(name, role, node, "must be a number; it is " + node.Text + ".");
        return null;
    }

    /// <summary>A flag; null in JSON is false, as Python has it.</summary>
    public bool Flag(ConfigRole role, bool fallback, string name)
    {
        _askedRoles?.Add(role);
        if (_members is not null && role != ConfigRole.None && _members.TryGetValue(role, out decimal member)) return member != 0;
        JsonNode node = Find(name);
        if (node.IsMissing) return fallback;
        _readings.Add(new FieldReading(name, role, node, _parent));
        if (node.Kind == JsonKind.Null) return false;
        if (node.TryGetBoolean(out bool value)) return value;
        Refuse(name, role, node, "must be true or false; it is " + node.Text + ".");
        return fallback;
    }

    /// <summary>A flag without a role.</summary>
    public bool Flag(bool fallback, string name) => Flag(ConfigRole.None, fallback, name);

    /// <summary>
    /// A size that only this family has: in JSON as any other, and a C# type must declare it, under the field's name.
    /// </summary>
    public int Own(int fallback, string name, string? alias = null)
    {
        FieldState state = Whole(ConfigRole.None, name, alias, out int value, out string found, out JsonNode node);
        if (state == FieldState.Present) return value;
        if (state == FieldState.Null && fallback < 0) return Refuse(found, ConfigRole.None, node, "must be a whole number; it is null.");
        if (IsMembers) return Refuse(name, ConfigRole.None, default, NotDeclared);
        return fallback >= 0 ? fallback : Refuse(name, ConfigRole.None, default, "is missing, and this model_type has no default for it.");
    }

    /// <summary>The layers of a model whose layers differ: so many that each can be looked at.</summary>
    public int Layers(int layers)
    {
        if (layers <= MostLayers) return layers;
        if (_problem is null)
            Refuse("num_hidden_layers", ConfigRole.Layers, Node("num_hidden_layers"),
                "is more than 10000, and layers of this model_type differ.");
        return 1;
    }

    private const int MostLayers = 10_000;

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>
    /// Rejects a field whose presence changes the count in a way that the family's mapping does not support.
    /// </summary>
    public int Refuse(string name, ConfigRole role, JsonNode node, string why)
    {
        Stop(name, role, node, why);
        return 1;
    }

    /// <summary>Refuses a field that is there.</summary>
    public void Refuse(string name, string why) => Stop(name, ConfigRole.None, Find(name), why);

    /// <summary>The last reading of a role, where a problem of the finished shape belongs.</summary>
    public FieldReading ReadingOf(ConfigRole role)
    {
        for (int i = _readings.Count - 1; i >= 0 && role != ConfigRole.None; i--)
        {
            if (_readings[i].Role == role) return _readings[i];
        }

        return default;
    }

    private void Stop(string name, ConfigRole role, JsonNode node, string why)
    {
        if (_outer is not null) { _outer.Stop(name, role, node.IsMissing ? _json : node, why, _parent); return; }
        Stop(name, role, node, why, _parent);
    }

    private void Stop(string name, ConfigRole role, JsonNode node, string why, string path)
    {
        if (_outer is not null) { _outer.Stop(name, role, node, why, path); return; }
        if (_problem is not null) return;
        _problemField = new FieldReading(name, role, node.IsMissing ? _json : node, path);
        _problem = _problemField.Path + " " + why;
    }

    private FieldState Whole(ConfigRole role, string name, string? alias, out int value, out string found, out JsonNode node)
    {
        value = 1;
        found = name;
        node = default;
        _askedRoles?.Add(role);
        if (_members is not null && role != ConfigRole.None)
        {
            if (!_members.TryGetValue(role, out decimal member)) return FieldState.Absent;
            _readings.Add(new FieldReading(role.ToString(), role, default, _parent));
            found = role.ToString();
            if (member == decimal.Truncate(member) && member is >= 0 and <= int.MaxValue) value = (int)member;
            else
                Refuse(found, role, default, "must be a whole number from 0 to 2147483647; it is "
                    + member.ToString(System.Globalization.CultureInfo.InvariantCulture) + ".");
            return FieldState.Present;
        }

        node = Find(name);
        if (node.IsMissing && alias is not null)
        {
            node = Find(alias);
            found = alias;
        }

        if (node.IsMissing) return FieldState.Absent;
        _readings.Add(new FieldReading(found, role, node, _parent));
        if (node.Kind == JsonKind.Null) return FieldState.Null;
        if (node.TryGetInt64(out long whole) && whole is >= 0 and <= int.MaxValue) value = (int)whole;
        else Refuse(found, role, node, "must be a whole number from 0 to 2147483647; it is " + Shortened(node.Text) + ".");
        return FieldState.Present;
    }

    // Members of an object inside have its name before theirs, or theirs alone.
    private JsonNode Find(string name)
    {
        if (_members is null) return _json[name];
        _askedNames!.Add(NamedMembers.Normal(name));
        _askedNames.Add(NamedMembers.Normal(_parent + name));
        JsonNode node = _json[NamedMembers.Normal(_parent + name)];
        return node.IsMissing && _parent.Length > 0 ? _json[NamedMembers.Normal(name)] : node;
    }

    private static string Shortened(string text) => text.Length <= 40 ? text : text.Substring(0, 40) + "...";
}
