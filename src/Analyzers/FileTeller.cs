using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ScalingAnalyzers.Configuration;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Analyzers;

/// <summary>
/// Reports in a JSON file: at the field, or for what the project file declares at the first character with the metadata
/// named. An item silences rules by NoWarn; what several items of a file have in common is reported once.
/// </summary>
internal sealed class FileTeller : FindingTeller
{
    private readonly string _path;
    private readonly SourceText? _text;
    private readonly ScalingConfigItem _item;
    private readonly HashSet<string> _reported;

    public FileTeller(string path, SourceText? text, ScalingConfigItem item, PlaceTable places, HashSet<string> reported,
        Action<Diagnostic> report)
        : base(places, report)
    {
        _path = path;
        _text = text;
        _item = item;
        _reported = reported;
    }

    public override void Tell(Finding finding)
    {
        if (_item.Silences(finding.Rule.Id)) return;
        var at = finding.At.FirstOrDefault();
        string text = string.Join("\n", finding.Arguments.Select(argument => argument.Replace(finding.Run, "")));
        if (!_reported.Add(finding.Rule.Id + PlaceOf(at).SourceSpan + text)) return;
        var descriptor = Rules.Of(finding);
        Send(finding, at, at is { Content: not null } && Places.Find(at.Source) is null ? InProject(descriptor, at) : descriptor);
    }

    protected override bool IsWrittenHere(ConfigValue value, bool isOfModel) => true;

    protected override Location PlaceOf(ConfigValue? value)
    {
        if (value is not null && Places.Find(value.Source)?.InFile is { } field) return field;
        var first = new TextSpan(0, Math.Min(1, _text?.Length ?? 0));
        return Location.Create(_path, first, _text?.Lines.GetLinePositionSpan(first) ?? default);
    }

    // The same rule with a message that also names the declaration of the value: an editor shows the file only.
    private static DiagnosticDescriptor InProject(DiagnosticDescriptor rule, ConfigValue value) => new(
        rule.Id,
        rule.Title,
        rule.MessageFormat + " (metadata " + value.Name + " of the ScalingConfig item)",
        rule.Category,
        rule.DefaultSeverity,
        rule.IsEnabledByDefault,
        rule.Description,
        rule.HelpLinkUri,
        rule.CustomTags.ToArray());
}
