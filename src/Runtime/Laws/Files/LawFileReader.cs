using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Laws;

/// <summary>Reads the members of one law file and gathers everything that is wrong with them.</summary>
internal sealed class LawFileReader
{
    private static readonly string[] Members =
    {
        "$schema", "id", "title", "form", "coefficients", "units", "convention", "fitted", "source", "covariance", "caution",
    };

    private static readonly Dictionary<string, string[]> Forms = new(StringComparer.Ordinal)
    {
        ["chinchilla"] = new[] { "E", "A", "alpha", "B", "beta" },
        ["coupled"] = new[] { "E", "A", "alpha", "B", "beta", "k" },
        ["repeated-data"] = new[] { "E", "A", "alpha", "B", "beta", "RD", "RN" },
        ["power-allocation"] = new[] { "scale", "exponent" },
        ["tokens-per-parameter"] = new[] { "ratio" },
    };

    private static readonly Dictionary<string, ParameterConvention> Conventions = new(StringComparer.Ordinal)
    {
        ["total"] = ParameterConvention.Total,
        ["non-embedding"] = ParameterConvention.NonEmbedding,
        ["non-embedding-with-head"] = ParameterConvention.NonEmbeddingWithHead,
        ["active"] = ParameterConvention.Active,
    };

    private readonly JsonNode _root;
    private readonly bool _mayBeBuiltIn;
    private readonly List<LawFileProblem> _problems = new();

    public LawFileReader(JsonNode root, bool mayBeBuiltIn)
    {
        _root = root;
        _mayBeBuiltIn = mayBeBuiltIn;
    }

    public IReadOnlyList<LawFileProblem> Problems => _problems;

    public ScalingLaw? Read()
    {
        if (_root.Kind != JsonKind.Object)
        {
            Wrong(_root, "A law file is one object in braces.");
            return null;
        }

        RefuseOthers(_root, Members);
        string id = Id();
        string form = Choice(_root, "form", Forms, required: true) ?? "";
        var units = Units();
        var head = new LawHead(
            id,
            OptionalText(_root, "title"),
            Choice(_root, "convention", Conventions, required: false) is { } convention
                ? Conventions[convention]
                : ParameterConvention.Total,
            Fitted(),
            Source(),
            OptionalText(_root, "caution"));
        double[]? covariance = Covariance(form);
        var values = Coefficients(form);
        if (_problems.Count > 0) return null;

        var law = LawBuilder.Build(form, values, head, units, covariance);
        if (LawBuilder.GivesNumbers(law)) return law;
        Wrong(_root["coefficients"], "These coefficients give no finite optimum over 1 to 1e16 parameters and 1 to 1e18 tokens.");
        return null;
    }

    private string Id()
    {
        var node = Needed("id");
        if (node.IsMissing) return "";
        string? id = node.AsString();
        if (id is null || !IsKebab(id))
        {
            Wrong(node, "An id is small letters, digits and single hyphens, such as our-2026.");
        }
        else if (!_mayBeBuiltIn && (LawCatalog.TryGet(id, out _) || LawCatalog.Specialized.Any(law => law.Id == id)))
        {
            Wrong(node, $"'{id}' is a built-in law's id.");
        }

        return id ?? "";
    }

    private Dictionary<string, double> Coefficients(string form)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        var node = Needed("coefficients");
        if (node.IsMissing || !Forms.TryGetValue(form, out string[]? wanted) || !IsObject(node)) return values;
        RefuseOthers(node, wanted);
        foreach (string name in wanted)
        {
            var coefficient = node[name];
            if (coefficient.IsMissing)
            {
                Wrong(node, $"The form {form} needs the coefficient {name}.");
                continue;
            }

            if (!Number(coefficient, out double value)) continue;
            if (Refusal(form, name, value) is { } refusal) Wrong(coefficient, refusal);
            else values[name] = value;
        }

        return values;
    }

    // Inside a small outer power the coefficients and exponents of the coupled form grow as 1/k.
    private static string? Refusal(string form, string name, double value) => name switch
    {
        "E" when value is < 0 or > 1e100 => "E is a loss, from 0 to 1e100.",
        "E" => null,
        "k" when value is < 0.01 or > 10 => "k is the outer power, from 0.01 to 10 (L = E + (A/N^alpha + B/D^beta)^k).",
        "k" => null,
        "alpha" or "beta" when form == "coupled" && value is > 0 and <= 100 => null,
        "A" or "B" when form == "coupled" && value is >= 1e-300 and <= 1e300 => null,
        "alpha" or "beta" when value is <= 0 or > 4 => name + " is an exponent, above 0 and at most 4 (L = E + A/N^alpha + B/D^beta).",
        "exponent" when value is <= 0 or >= 1 => "exponent lies between 0 and 1 (N = scale C^exponent).",
        _ when value is < 1e-100 or > 1e100 => name + " is positive, from 1e-100 to 1e100.",
        _ => null,
    };

    private LawUnits Units()
    {
        var node = _root["units"];
        if (node.IsMissing || !IsObject(node)) return LawUnits.Plain;
        RefuseOthers(node, new[] { "parameters", "tokens", "compute", "loss" });
        return new(
            Choice(node, "parameters", LawUnits.Counts, required: false) is { } n ? LawUnits.Counts[n] : 1,
            Choice(node, "tokens", LawUnits.Counts, required: false) is { } d ? LawUnits.Counts[d] : 1,
            Choice(node, "compute", LawUnits.Computes, required: false) is { } c ? LawUnits.Computes[c] : 1,
            Choice(node, "loss", LawUnits.Losses, required: false) is { } l ? LawUnits.Losses[l] : 1);
    }

    private FittedRange Fitted()
    {
        var node = _root["fitted"];
        if (node.IsMissing || !IsObject(node)) return FittedRange.Unknown;
        RefuseOthers(node, new[] { "parameters", "tokens", "trainingFlops", "tokensPerParameter" });
        return new()
        {
            Parameters = Range(node["parameters"]),
            Tokens = Range(node["tokens"]),
            TrainingFlops = Range(node["trainingFlops"]),
            TokensPerParameter = Range(node["tokensPerParameter"]),
        };
    }

    // Always in parameters, tokens and FLOPs, whatever the coefficients' units.
    private Interval? Range(JsonNode node)
    {
        if (node.IsMissing || node.Kind == JsonKind.Null) return null;
        var ends = node.Children.ToArray();
        if (node.Kind != JsonKind.Array || ends.Length != 2)
        {
            Wrong(node, "A range is two numbers in brackets: [low, high].");
            return null;
        }

        if (!Number(ends[0], out double low) || !Number(ends[1], out double high)) return null;
        if (low < 0 || high <= 0 || low > high)
        {
            Wrong(node, "A range goes from a low to a high end, neither negative.");
            return null;
        }

        return new(low, high);
    }

    private LawSource Source()
    {
        var empty = new LawSource("", 0, "", null, "");
        var node = Needed("source");
        if (node.IsMissing || !IsObject(node)) return empty;
        RefuseOthers(node, new[] { "authors", "year", "title", "arxiv", "place" });
        if (!node["year"].TryGetInt64(out long year) || year is < 1900 or > 9999)
        {
            Wrong(node["year"].IsMissing ? node : node["year"], "A source needs a year of four digits, such as 2026.");
        }

        if (node["authors"].IsMissing) Wrong(node, "A source needs authors.");
        string arxiv = OptionalText(node, "arxiv");
        return new(OptionalText(node, "authors"), (int)Math.Min(year, 9999), OptionalText(node, "title"), arxiv.Length == 0 ? null : arxiv,
            OptionalText(node, "place"));
    }

    private double[]? Covariance(string form)
    {
        var node = _root["covariance"];
        if (node.IsMissing || node.Kind == JsonKind.Null) return null;
        if (form != "chinchilla")
        {
            if (form.Length > 0) Wrong(node, "A covariance goes with the form chinchilla.");
            return null;
        }

        var cells = node.Children.SelectMany(row => row.Children).ToArray();
        if (node.Kind != JsonKind.Array || node.Count != 5 || node.Children.Any(row => row.Kind != JsonKind.Array || row.Count != 5))
        {
            Wrong(node, "A covariance is five rows of five numbers, in the order E, A, B, alpha, beta.");
            return null;
        }

        double[] values = new double[25];
        for (int i = 0; i < 25; i++)
        {
            if (!Number(cells[i], out values[i])) return null;
        }

        for (int i = 0; i < 5; i++)
        {
            if (values[i * 6] < 0)
            {
                Wrong(cells[i * 6], "A variance is not negative.");
                return null;
            }

            for (int j = 0; j < i; j++)
            {
                double a = values[(i * 5) + j];
                double b = values[(j * 5) + i];
                if (Math.Abs(a - b) <= 1e-6 * Math.Max(Math.Abs(a), Math.Abs(b))) continue;
                Wrong(cells[(i * 5) + j], "A covariance is symmetric.");
                return null;
            }
        }

        return values;
    }

    private JsonNode Needed(string name)
    {
        var node = _root[name];
        if (node.IsMissing) Wrong(_root, $"A law file needs \"{name}\".");
        return node;
    }

    private string? Choice<T>(JsonNode parent, string name, IReadOnlyDictionary<string, T> choices, bool required)
    {
        var node = parent[name];
        if (node.IsMissing)
        {
            if (required) Wrong(parent, $"A law file needs \"{name}\".");
            return null;
        }

        if (node.AsString() is { } text && choices.ContainsKey(text)) return text;
        Wrong(node, $"\"{name}\" is one of " + string.Join(", ", choices.Keys.Select(key => "\"" + key + "\"")) + ".");
        return null;
    }

    private string OptionalText(JsonNode parent, string name)
    {
        var node = parent[name];
        if (node.IsMissing || node.Kind == JsonKind.Null) return "";
        if (node.AsString() is { } text) return text;
        Wrong(node, $"\"{name}\" is a text in quotes.");
        return "";
    }

    private bool IsObject(JsonNode node)
    {
        if (node.Kind == JsonKind.Object) return true;
        Wrong(node, $"\"{node.Name}\" is an object in braces.");
        return false;
    }

    private bool Number(JsonNode node, out double value)
    {
        if (node.TryGetDouble(out value)) return true;
        Wrong(node, "A finite number belongs here.");
        return false;
    }

    private void RefuseOthers(JsonNode node, string[] known)
    {
        foreach (var child in node.Children)
        {
            if (known.Contains(child.Name, StringComparer.Ordinal)) continue;
            var near = NearNames.Of(child.Name, known, 1);
            string advice = near.Count > 0
                ? $"Did you mean \"{near[0]}\"?"
                : "Known here: " + string.Join(", ", known.Where(name => name[0] != '$')) + ".";
            _problems.Add(
                new(string.Format(CultureInfo.InvariantCulture, "\"{0}\" is not known here. {1}", child.Name, advice), child.NamePosition));
        }
    }

    private void Wrong(JsonNode node, string message) => _problems.Add(new(message, node.Position));

    private static bool IsKebab(string id) =>
        id.Length is > 0 and <= 100
        && id.Split('-').All(part => part.Length > 0 && part.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9')));
}
