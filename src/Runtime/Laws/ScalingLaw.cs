using System;
using System.Collections.Generic;

namespace ScalingAnalyzers.Laws;

/// <summary>Which parameters a law counts.</summary>
public enum ParameterConvention
{
    /// <summary>All parameters, embeddings included (Hoffmann et al. 2022).</summary>
    Total,

    /// <summary>All parameters but token and position embeddings (Kaplan et al. 2020).</summary>
    NonEmbedding,

    /// <summary>All parameters but the input embedding; the output head counts (Porian et al. 2024).</summary>
    NonEmbeddingWithHead,

    /// <summary>The parameters that one token passes through (mixtures of experts).</summary>
    Active,
}

/// <summary>
/// A published law: its name, its source, and the range of its fit. Its interfaces define the quantities that it gives.
/// </summary>
public abstract class ScalingLaw
{
    private string? _sourceText, _citation;

    /// <summary>Starts a law.</summary>
    /// <param name="id">Kebab-case author-year[-variant], such as besiroglu-2024.</param>
    protected ScalingLaw(string id) => Id = id;

    /// <summary>Kebab-case author-year[-variant], such as besiroglu-2024; unique in the catalogue.</summary>
    public string Id { get; }

    /// <summary>Its name in KnownLaws, where that is not its id in capitalised words.</summary>
    internal string? ConstantName { get; init; }

    /// <summary>A short title: "Chinchilla, corrected fit".</summary>
    public string Title { get; init; } = "";

    /// <summary>Where the law was published.</summary>
    public LawSource Source { get; init; } = new("", 0, "", null, "");

    /// <summary>The region of runs on which it was fitted.</summary>
    public FittedRange FittedRange { get; init; } = FittedRange.Unknown;

    /// <summary>Which parameters the law counts.</summary>
    public ParameterConvention Convention { get; init; } = ParameterConvention.Total;

    /// <summary>The data and tokenizer of the loss. Losses of two laws compare only where this is the same; empty where
    /// no other law of the catalogue shares it.</summary>
    public string LossData { get; init; } = "";

    /// <summary>The uses for which the law is wrong, in one sentence; empty where there are none.</summary>
    public string Caution { get; init; } = "";

    /// <summary>The law as one line of plain text: "L = E + A/N^alpha + B/D^beta".</summary>
    public virtual string Formula => "";

    /// <summary>The published coefficients, with their uncertainty where it is published.</summary>
    public virtual IReadOnlyList<LawCoefficient> Coefficients => Array.Empty<LawCoefficient>();

    /// <summary>The source in one line; made once, since every constant of a config names it.</summary>
    internal string SourceText => _sourceText ??= Source.ToString();

    /// <summary>The id, the title and the source in one line.</summary>
    internal string Citation => _citation ??= this + ". Source: " + SourceText;

    /// <summary>The id and title: besiroglu-2024 (Chinchilla, corrected fit).</summary>
    public override string ToString() => Title.Length == 0 ? Id : Id + " (" + Title + ")";
}
