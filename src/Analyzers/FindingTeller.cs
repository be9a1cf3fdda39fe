using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Configuration;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Analyzers;

/// <summary>Turns findings into diagnostics: chooses the place and passes on the data for fixes.</summary>
internal abstract class FindingTeller
{
    private readonly Action<Diagnostic> _report;

    protected FindingTeller(PlaceTable places, Action<Diagnostic> report)
    {
        Places = places;
        _report = report;
    }

    protected PlaceTable Places { get; }

    /// <summary>Reports a finding, unless the values that it concerns are written elsewhere: it is shown
    /// there.</summary>
    public virtual void Tell(Finding finding)
    {
        if (finding.Concerns.Count > 0 && !finding.Concerns.Any(value => IsWrittenHere(value, finding.IsOfModel))) return;
        var at = finding.At.FirstOrDefault(value => IsWrittenHere(value, finding.IsOfModel)) ?? finding.At.FirstOrDefault();
        Send(finding, at, Rules.Of(finding));
    }

    public void Tell(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings) Tell(finding);
    }

    /// <summary>Reports without a place, for what applies everywhere.</summary>
    public void TellEverywhere(Finding finding) =>
        _report(Diagnostic.Create(Rules.Of(finding), Location.None, finding.Arguments.Cast<object>().ToArray()));

    /// <summary>
    /// Whether a value is written in the assessed declaration: an object's findings concern the values that its
    /// creation writes, and those of a model the values that the model's own config writes.
    /// </summary>
    protected abstract bool IsWrittenHere(ConfigValue value, bool isOfModel);

    protected abstract Location PlaceOf(ConfigValue? value);

    protected void Send(Finding finding, ConfigValue? at, DiagnosticDescriptor descriptor)
    {
        var fixes = FixProperties.Of(finding, Places);
        _report(Diagnostic.Create(
            descriptor,
            PlaceOf(at),
            Rules.Severity(finding.Severity),
            fixes.Locations,
            fixes.Properties,
            finding.Arguments.Cast<object>().ToArray()));
    }
}
