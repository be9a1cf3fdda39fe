using System;
using System.Collections.Generic;
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
    private readonly LawFileFields _fields = new();

    public LawFileReader(JsonNode root, bool mayBeBuiltIn)
    {
        _root = root;
        _mayBeBuiltIn = mayBeBuiltIn;
    }

    public IReadOnlyList<LawFileProblem> Problems => _fields.Problems;

    public ScalingLaw? Read()
    {
        if (_root.Kind != JsonKind.Object)
        {
            _fields.Wrong(_root, "A law file is one object in braces.");
            return null;
        }

        _fields.RefuseOthers(_root, Members);
        string id = Id();
        string form = _fields.Choice(_root, "form", Forms, required: true) ?? "";
        var units = Units();
        var head = new LawHead(
            id,
            _fields.OptionalText(_root, "title"),
            _fields.Choice(_root, "convention", Conventions, required: false) is { } convention
                ? Conventions[convention]
                : ParameterConvention.Total,
            Fitted(),
            Source(),
            _fields.OptionalText(_root, "caution"));
        double[]? covariance = Covariance(form);
        var values = Coefficients(form);
        if (Problems.Count > 0) return null;

        var law = LawBuilder.Build(form, values, head, units, covariance);
        if (LawBuilder.GivesNumbers(law)) return law;
        _fields.Wrong(_root["coefficients"], "These coefficients give no finite optimum over 1 to 1e16 parameters and 1 to 1e18 tokens.");
        return null;
    }

    private string Id()
    {
        var node = _fields.Needed(_root, "id");
        if (node.IsMissing) return "";
        string? id = node.AsString();
        if (id is null || !IsKebab(id))
        {
            _fields.Wrong(node, "An id is small letters, digits and single hyphens, such as our-2026.");
        }
        else if (!_mayBeBuiltIn && (LawCatalog.TryGet(id, out _) || LawCatalog.Specialized.Any(law => law.Id == id)))
        {
            _fields.Wrong(node, $"'{id}' is a built-in law's id.");
        }

        return id ?? "";
    }

    private Dictionary<string, double> Coefficients(string form)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        var node = _fields.Needed(_root, "coefficients");
        if (node.IsMissing || !Forms.TryGetValue(form, out string[]? expected) || !_fields.IsObject(node)) return values;
        _fields.RefuseOthers(node, expected);
        foreach (string name in expected)
        {
            var coefficient = node[name];
            if (coefficient.IsMissing)
            {
                _fields.Wrong(node, $"The form {form} needs the coefficient {name}.");
                continue;
            }

            if (!_fields.Number(coefficient, out double value)) continue;
            if (Refusal(form, name, value) is { } refusal) _fields.Wrong(coefficient, refusal);
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
        if (node.IsMissing || !_fields.IsObject(node)) return LawUnits.Plain;
        _fields.RefuseOthers(node, new[] { "parameters", "tokens", "compute", "loss" });
        return new(
            _fields.Choice(node, "parameters", LawUnits.Counts, required: false) is { } n ? LawUnits.Counts[n] : 1,
            _fields.Choice(node, "tokens", LawUnits.Counts, required: false) is { } d ? LawUnits.Counts[d] : 1,
            _fields.Choice(node, "compute", LawUnits.Computes, required: false) is { } c ? LawUnits.Computes[c] : 1,
            _fields.Choice(node, "loss", LawUnits.Losses, required: false) is { } l ? LawUnits.Losses[l] : 1);
    }

    private FittedRange Fitted()
    {
        var node = _root["fitted"];
        if (node.IsMissing || !_fields.IsObject(node)) return FittedRange.Unknown;
        _fields.RefuseOthers(node, new[] { "parameters", "tokens", "trainingFlops", "tokensPerParameter" });
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
            _fields.Wrong(node, "A range is two numbers in brackets: [low, high].");
            return null;
        }

        if (!_fields.Number(ends[0], out double low) || !_fields.Number(ends[1], out double high)) return null;
        if (low < 0 || high <= 0 || low > high)
        {
            _fields.Wrong(node, "A range goes from a low to a high end, neither negative.");
            return null;
        }

        return new(low, high);
    }

    private LawSource Source()
    {
        var empty = new LawSource("", 0, "", null, "");
        var node = _fields.Needed(_root, "source");
        if (node.IsMissing || !_fields.IsObject(node)) return empty;
        _fields.RefuseOthers(node, new[] { "authors", "year", "title", "arxiv", "place" });
        if (!node["year"].TryGetInt64(out long year) || year is < 1900 or > 9999)
        {
            _fields.Wrong(node["year"].IsMissing ? node : node["year"], "A source needs a year of four digits, such as 2026.");
        }

        if (node["authors"].IsMissing) _fields.Wrong(node, "A source needs authors.");
        string arxiv = _fields.OptionalText(node, "arxiv");
        return new(
            _fields.OptionalText(node, "authors"),
            (int)Math.Min(year, 9999),
            _fields.OptionalText(node, "title"),
            arxiv.Length == 0 ? null : arxiv,
            _fields.OptionalText(node, "place"));
    }

    private double[]? Covariance(string form)
    {
        var node = _root["covariance"];
        if (node.IsMissing || node.Kind == JsonKind.Null) return null;
        if (form != "chinchilla")
        {
            if (form.Length > 0) _fields.Wrong(node, "A covariance goes with the form chinchilla.");
            return null;
        }

        var cells = node.Children.SelectMany(row => row.Children).ToArray();
        if (node.Kind != JsonKind.Array || node.Count != 5 || node.Children.Any(row => row.Kind != JsonKind.Array || row.Count != 5))
        {
            _fields.Wrong(node, "A covariance is five rows of five numbers, in the order E, A, B, alpha, beta.");
            return null;
        }

        double[] values = new double[25];
        for (int i = 0; i < 25; i++)
        {
            if (!_fields.Number(cells[i], out values[i])) return null;
        }

        for (int i = 0; i < 5; i++)
        {
            if (values[i * 6] < 0)
            {
                _fields.Wrong(cells[i * 6], "A variance is not negative.");
                return null;
            }

            for (int j = 0; j < i; j++)
            {
                double a = values[(i * 5) + j];
                double b = values[(j * 5) + i];
                if (Math.Abs(a - b) <= 1e-6 * Math.Max(Math.Abs(a), Math.Abs(b))) continue;
                _fields.Wrong(cells[(i * 5) + j], "A covariance is symmetric.");
                return null;
            }
        }

        return values;
    }

    private static bool IsKebab(string id) =>
        id.Length is > 0 and <= 100
        && id.Split('-').All(part => part.Length > 0 && part.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9')));
}
