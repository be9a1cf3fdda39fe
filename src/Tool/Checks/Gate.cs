using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Tool.Input;

namespace ScalingAnalyzers.Tool.Checks;

/// <summary>Which findings make a check fail: errors and facts by default; advice on balance only where
/// asked.</summary>
internal sealed class Gate
{
    private static readonly string[] Facts = ["SCALE101", "SCALE103", "SCALE304", "SCALE907"];
    private readonly HashSet<string> _rules;
    private readonly FindingSeverity? _severity;

    private Gate(IEnumerable<string> rules, FindingSeverity? severity)
    {
        _rules = new HashSet<string>(rules, StringComparer.OrdinalIgnoreCase);
        _severity = severity;
    }

    /// <summary>The gate of --fail-on: rules, one severity, or none.</summary>
    /// <exception cref="CommandException">A word is neither.</exception>
    public static Gate Of(string? text)
    {
        if (text is null) return new Gate(Facts, FindingSeverity.Error);
        var rules = new List<string>();
        FindingSeverity? severity = null;
        foreach (string word in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (string.Equals(word, "none", StringComparison.OrdinalIgnoreCase)) continue;
            if (RuleTable.All.Any(rule => string.Equals(rule.Id, word, StringComparison.OrdinalIgnoreCase))) rules.Add(word);
            else if (Enum.TryParse(word, ignoreCase: true, out FindingSeverity level) && level > FindingSeverity.Hidden
                && !char.IsAsciiDigit(word[0])) severity = level;
            else throw new CommandException(Words.Unknown("--fail-on", word, "expected error, warning, info, none or",
                RuleTable.All.Select(rule => rule.Id).ToArray()));
        }

        return new Gate(rules, severity);
    }

    /// <summary>Whether this finding fails the check.</summary>
    public bool Fails(CheckFinding finding) => !finding.IsKnown
        && ((_severity is { } least && finding.Severity >= least) || _rules.Contains(finding.Rule));
}
