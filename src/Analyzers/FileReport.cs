using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Analyzers;

/// <summary>
/// Reports in a JSON file: at the field, or for what the project file says at the first character with the metadata named. An item
/// silences rules by NoWarn; what several items of a file would say alike is said once.
/// </summary>
internal sealed class FileReport : RunReport
{
    private readonly string _path;
    private readonly SourceText? _text;
    private readonly ScalingConfigItem _item;
    private readonly string _name;
    private readonly HashSet<string> _said;

    public FileReport(string path, SourceText? text, ScalingConfigItem item, string name, HashSet<string> said, Action<Diagnostic> report)
        : base(report)
    {
        _path = path;
        _text = text;
        _item = item;
        _name = name;
        _said = said;
    }

    public override bool Concerns(Fact fact) => true;

    public override bool Writes(Fact fact) => true;

    public override void At(Fact? fact, DiagnosticDescriptor rule, DiagnosticSeverity severity, FixFacts fixes, params string[] arguments)
    {
        if (_item.Silences(rule.Id)) return;
        var place = Place(fact, fixes);
        if (!_said.Add(rule.Id + place.SourceSpan + string.Join("\n", arguments.Select(a => a.Replace(_name, ""))))) return;
        base.At(fact, fact is { InFile: null, Content: not null } ? InProject(rule, fact) : rule, severity, fixes, arguments);
    }

    /// <summary>Reports at a stretch of the file.</summary>
    public void AtPosition(TextPosition position, DiagnosticDescriptor rule, params string[] arguments) =>
        At(new Fact(ConfigRole.None, "", Value.Unset(""), 1, null) { InFile = JsonRuns.LocationOf(_path, position) }, rule, arguments);

    public override void AtExpression(SyntaxNode? at, DiagnosticDescriptor rule, params string[] arguments) => AtName(rule, arguments);

    protected override Location Place(Fact? fact, FixFacts fixes)
    {
        if (fact?.InFile is { } field) return field;
        var first = new TextSpan(0, Math.Min(1, _text?.Length ?? 0));
        return Location.Create(_path, first, _text?.Lines.GetLinePositionSpan(first) ?? default);
    }

    // The same rule, whose message also says where the value stands: an editor shows the file only.
    private static DiagnosticDescriptor InProject(DiagnosticDescriptor rule, Fact fact) => new(
        rule.Id,
        rule.Title,
        rule.MessageFormat + " (metadata " + fact.Name + " of the ScalingConfig item)",
        rule.Category,
        rule.DefaultSeverity,
        rule.IsEnabledByDefault,
        rule.Description,
        rule.HelpLinkUri,
        rule.CustomTags.ToArray());
}
