using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Laws;

/// <summary>A project's own law in JSON (<c>*.law.json</c>): id, form, coefficients, units, fitted range, source,
/// covariance.</summary>
/// <remarks>
/// <code>
/// {
///   "id": "our-2026",
///   "title": "our 2026 sweep",
///   "form": "chinchilla",
///   "coefficients": { "E": 1.82, "A": 482.0, "alpha": 0.348, "B": 2085.4, "beta": 0.366 },
///   "units": { "parameters": "1", "tokens": "1", "loss": "nats" },
///   "convention": "total",
///   "fitted": { "parameters": [5.7e7, 1.6e10], "tokens": [2.4e8, 3.2e11], "trainingFlops": [1.4e18, 1.3e22] },
///   "source": { "authors": "Us", "year": 2026, "title": "Our sweep", "arxiv": null, "place": "report 7" },
///   "covariance": [[...5 numbers...], ...5 rows in the order E, A, B, alpha, beta...],
///   "caution": "Our tokenizer only."
/// }
/// </code>
/// Forms: <c>chinchilla</c> (E, A, alpha, B, beta), <c>coupled</c> (those and the outer power k),
/// <c>repeated-data</c> (Chinchilla's and RD, RN, Muennighoff's), <c>power-allocation</c> (scale, exponent: N = scale
/// C^exponent), <c>tokens-per-parameter</c> (ratio). Units: parameters and tokens in "1", "thousands", "millions" or "billions"; compute in "FLOPs" or "PF-days"; loss in "nats"
/// or "bits" per token. id, form, coefficients and source are needed. Comments and trailing commas are allowed.
/// </remarks>
public sealed class LawFile
{
    private LawFile(ScalingLaw? law, IReadOnlyList<LawFileProblem> problems)
    {
        Law = law;
        Problems = problems;
    }

    /// <summary>The end of a law file's name.</summary>
    public const string Extension = ".law.json";

    /// <summary>The law; null where <see cref="Problems"/> are why.</summary>
    public ScalingLaw? Law { get; }

    /// <summary>Everything that is wrong with the file, in the order of the text; empty where nothing is.</summary>
    public IReadOnlyList<LawFileProblem> Problems { get; }

    /// <summary>Reads a law file. Bad content never throws: it is returned as problems.</summary>
    /// <param name="json">The text of the file.</param>
    /// <returns>The file: read <see cref="Law"/>, and <see cref="Problems"/> where it is null.</returns>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static LawFile Parse(string json) => Read(json ?? throw new ArgumentNullException(nameof(json)), mayBeBuiltIn: false);

    /// <summary>Writes a law as a file that <see cref="Parse"/> reads back to the same law; a built-in one once its id
    /// is changed.</summary>
    /// <param name="law">A Chinchilla or coupled law, a repeated-data law, a power allocation or a ratio.</param>
    /// <returns>JSON with \n line ends.</returns>
    /// <exception cref="ArgumentNullException">No law.</exception>
    /// <exception cref="ArgumentException">A law of another form, with a number that is not finite, or that could not
    /// be read back: without a year of its source, with another kind of id.</exception>
    public static string Write(ScalingLaw law)
    {
        string json = LawFileWriter.Write(law ?? throw new ArgumentNullException(nameof(law)));
        return Read(json, mayBeBuiltIn: true).Problems.FirstOrDefault() is { } first
            ? throw new ArgumentException("A law file cannot hold " + law.Id + ": " + first.Message, nameof(law))
            : json;
    }

    private static LawFile Read(string json, bool mayBeBuiltIn)
    {
        var tree = JsonTree.Read(json);
        if (tree.Error is { } error) return new(null, new[] { new LawFileProblem(error.Message, error.Position) });
        var reader = new LawFileReader(tree.Root, mayBeBuiltIn);
        var law = reader.Read();
        var problems = reader.Problems.OrderBy(e => e.Position.Start).ToArray();
        return new(problems.Length == 0 ? law : null, problems);
    }
}
