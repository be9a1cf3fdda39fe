using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Configuration;

namespace ScalingAnalyzers;

/// <summary>The result of a rule for a run: message, numbers, and the changes that correct it.</summary>
public sealed class Finding
{
    private readonly Lazy<string> _message;

    /// <summary>A finding of one of the sentences of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="run">What the run is called; the first argument of every sentence.</param>
    /// <param name="sentence">Which of the rule's sentences.</param>
    /// <param name="arguments">Its arguments by name.</param>
    internal Finding(Rule rule, string run, int sentence, params (string Name, string Value)[] arguments)
    {
        Rule = rule;
        Run = run;
        Severity = rule.Severity;
        Sentence = sentence;
        Format = rule.Formats[sentence];
        Arguments = Format.Arrange(run, arguments);
        _message = new(() => Format.Format(Arguments));
    }

    /// <summary>A finding of a rule made by <see cref="Rule.Create"/>.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="subject">What the finding is about.</param>
    /// <param name="message">The message, complete.</param>
    /// <returns>The finding, without numbers and fixes.</returns>
    /// <exception cref="ArgumentException">The rule is one of the table of rules, which writes its own
    /// sentences.</exception>
    public static Finding Create(Rule rule, string subject, string message) => new(rule, subject, 0, ("message", message));

    /// <summary>The rule.</summary>
    public Rule Rule { get; }

    /// <summary>The severity, unless the configuration changes it.</summary>
    public FindingSeverity Severity { get; internal init; }

    /// <summary>What the run is called.</summary>
    public string Run { get; }

    /// <summary>The message: what is, what to do, what would be best, what it costs.</summary>
    public string Message => _message.Value;

    /// <summary>The member, key or argument concerned; empty where the finding concerns the whole run.</summary>
    public string Member => At.Count > 0 ? At[0].Name : "";

    /// <summary>The numbers of the finding, by the keys of docs/sarif.md.</summary>
    public IReadOnlyDictionary<string, double> Numbers => Data.Numbers;

    /// <summary>The texts of the finding, by the keys of docs/sarif.md.</summary>
    public IReadOnlyDictionary<string, string> Texts => Data.Texts;

    /// <summary>The possible fixes, the recommended one first.</summary>
    public IReadOnlyList<FindingFix> Fixes { get; internal init; } = Array.Empty<FindingFix>();

    internal int Sentence { get; }

    internal MessageFormat Format { get; }

    internal string[] Arguments { get; }

    internal FindingData Data { get; init; } = new();

    /// <summary>
    /// The values concerned: the finding is placed at the first of them that is written in the assessed declaration.
    /// </summary>
    internal IReadOnlyList<ConfigValue> At { get; init; } = [];

    /// <summary>
    /// The finding is shown where one of these values is written, and everywhere if the list is empty.
    /// </summary>
    internal IReadOnlyList<ConfigValue> Concerns { get; init; } = [];

    /// <summary>
    /// Whether a value counts as written only in the model's own config, and not in a run that contains that model.
    /// </summary>
    internal bool IsOfModel { get; init; }

    /// <summary>The message with the id of its rule.</summary>
    /// <returns>"SCALE001: 'Gopher' trains 280B parameters ...".</returns>
    public override string ToString() => Rule.Id + ": " + Message;

    /// <summary>The values that are there, for <see cref="At"/> and <see cref="Concerns"/>.</summary>
    internal static IReadOnlyList<ConfigValue> Values(params ConfigValue?[] values) => values.OfType<ConfigValue>().ToArray();
}
