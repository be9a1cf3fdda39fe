using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Checks;

namespace ScalingAnalyzers.Analyzers;

/// <summary>The descriptors of the table of rules: one a sentence, so that SARIF and editors show each with its own
/// arguments.</summary>
internal static class Rules
{
    private static readonly IReadOnlyDictionary<string, DiagnosticDescriptor[]> ById =
        RuleTable.All.ToDictionary(rule => rule.Id, Sentences, StringComparer.Ordinal);

    /// <summary>All descriptors, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = RuleTable.All.SelectMany(rule => ById[rule.Id]).ToImmutableArray();

    /// <summary>The descriptor of the sentence that a finding is written with.</summary>
    public static DiagnosticDescriptor Of(Finding finding) => ById[finding.Rule.Id][finding.Sentence];

    /// <summary>The severity of Roslyn.</summary>
    public static DiagnosticSeverity Severity(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => DiagnosticSeverity.Error,
        FindingSeverity.Warning => DiagnosticSeverity.Warning,
        FindingSeverity.Info => DiagnosticSeverity.Info,
        _ => DiagnosticSeverity.Hidden,
    };

    private static DiagnosticDescriptor[] Sentences(Rule rule) => rule.Formats.Select(format => new DiagnosticDescriptor(
        rule.Id,
        rule.Title,
        format.Positional,
        rule.Category,
        Severity(rule.Severity),
        rule.IsEnabledByDefault,
        rule.Description,
        RulePages.Home + "/" + rule.Page)).ToArray();
}
