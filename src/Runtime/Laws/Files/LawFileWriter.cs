using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace ScalingAnalyzers.Laws;

/// <summary>Writes a law file.</summary>
internal static class LawFileWriter
{
    public static string Write(ScalingLaw law)
    {
        var (form, coefficients) = Numbers(law);
        var members = new List<string>
        {
            Member("id", Text(law.Id)),
            Member("title", Text(law.Title)),
            Member("form", Text(form)),
            Member("coefficients", "{ " + string.Join(", ", coefficients.Select(c => Member(c.Name, Number(c.Value)))) + " }"),
            Member("convention", Text(Convention(law.Convention))),
        };
        if (law.FittedRange.IsKnown) members.Add(Member("fitted", Fitted(law.FittedRange)));
        members.Add(Member("source", Source(law.Source)));
        if (law is ChinchillaLaw { Uncertainty.Covariance: { } covariance }) members.Add(Member("covariance", Covariance(covariance)));
        if (law.Caution.Length > 0) members.Add(Member("caution", Text(law.Caution)));
        return "{\n  " + string.Join(",\n  ", members) + "\n}\n";
    }

    private static (string Form, (string Name, double Value)[] Coefficients) Numbers(ScalingLaw law) => law switch
    {
        ChinchillaLaw c => ("chinchilla", Surface(c)),
        CoupledLaw c => ("coupled", new[]
        {
            ("E", c.Level), ("A", c.Parameters.Coefficient), ("alpha", c.Parameters.Exponent), ("B", c.Tokens.Coefficient),
            ("beta", c.Tokens.Exponent), ("k", c.Coupling),
        }),
        MuennighoffLaw m => ("repeated-data",
            Surface(m.Surface).Concat(new[] { ("RD", m.RepetitionScale), ("RN", m.ExcessParametersScale) }).ToArray()),
        PowerAllocationLaw p => ("power-allocation", new[] { ("scale", p.Scale), ("exponent", p.Exponent) }),
        TokensPerParameterLaw t => ("tokens-per-parameter", new[] { ("ratio", t.TokensPerParameter) }),
        _ => throw new ArgumentException($"{law} has a form of its own that a law file cannot hold.", nameof(law)),
    };

    private static (string Name, double Value)[] Surface(ChinchillaLaw law) => new[]
    {
        ("E", law.Irreducible), ("A", law.Parameters.Coefficient), ("alpha", law.Parameters.Exponent), ("B", law.Tokens.Coefficient),
        ("beta", law.Tokens.Exponent),
    };

    private static string Convention(ParameterConvention convention) => convention switch
    {
        ParameterConvention.NonEmbedding => "non-embedding",
        ParameterConvention.NonEmbeddingWithHead => "non-embedding-with-head",
        ParameterConvention.Active => "active",
        _ => "total",
    };

    private static string Fitted(FittedRange range)
    {
        var parts = new[]
        {
            ("parameters", range.Parameters), ("tokens", range.Tokens), ("trainingFlops", range.TrainingFlops),
            ("tokensPerParameter", range.TokensPerParameter),
        };
        return "{ "
            + string.Join(", ", parts.Where(p => p.Item2 is not null)
                .Select(p => Member(p.Item1, $"[{Number(p.Item2!.Value.Low)}, {Number(p.Item2.Value.High)}]"))) + " }";
    }

    private static string Source(LawSource source) => "{ " + string.Join(", ", new[]
    {
        Member("authors", Text(source.Authors)),
        Member("year", source.Year.ToString(CultureInfo.InvariantCulture)),
        Member("title", Text(source.Title)),
        Member("arxiv", source.ArxivId is { } id ? Text(id) : "null"),
        Member("place", Text(source.Place)),
    }) + " }";

    private static string Covariance(IReadOnlyList<double> values) =>
        "[\n    "
            + string.Join(",\n    ",
                Enumerable.Range(0, 5).Select(i => "[" + string.Join(", ", values.Skip(i * 5).Take(5).Select(Number)) + "]")) + "\n  ]";

    private static string Member(string name, string value) => "\"" + name + "\": " + value;

    private static string Number(double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value)) throw new ArgumentException("A law file holds finite numbers only.");
        string shortest = value.ToString("R", CultureInfo.InvariantCulture);
        return double.Parse(shortest, CultureInfo.InvariantCulture).Equals(value)
            ? shortest
            : value.ToString("G17", CultureInfo.InvariantCulture);
    }

    private static string Text(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in text)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (c == '\n') quoted.Append("\\n");
            else if (c < ' ') quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }
}
